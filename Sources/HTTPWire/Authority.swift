import Bytes

/// A host with an optional port, as in `Host` and in absolute targets.
public enum Authority {
    /// Whether the bytes are a non-empty `uri-host [ ":" port ]` (RFC 9110 §7.2), without user information.
    static func isValid(_ bytes: Span<UInt8>) -> Bool {
        var end = 0
        while end < bytes.count, ByteSet.plainName.contains(bytes[end]) { end += 1 }
        if end > 0, isPort(bytes, from: end) { return true }
        guard let host = hostRange(bytes), !host.isEmpty else { return false }
        if bytes[0] == UInt8(ascii: "[") {
            for index in host.dropFirst().dropLast() {
                let byte = bytes[index]
                // An address literal: hexadecimal digits, colons and the dots of an embedded IPv4 address.
                guard byte.hexadecimalValue != nil || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".") else {
                    return false
                }
            }
            return host.count > 4
        }
        for index in host {
            if bytes[index] == UInt8(ascii: "%") {
                guard index + 2 < host.upperBound, bytes[index + 1].hexadecimalValue != nil,
                    bytes[index + 2].hexadecimalValue != nil
                else { return false }
            }
            guard ByteSet.registeredName.contains(bytes[index]) else { return false }
        }
        return true
    }

    /// The host's range, brackets included, or `nil` where what follows it is no port of 0 to 65535.
    static func hostRange(_ bytes: Span<UInt8>) -> Range<Int>? {
        var end = 0
        if !bytes.isEmpty, bytes[0] == UInt8(ascii: "[") {
            while end < bytes.count, bytes[end] != UInt8(ascii: "]") { end += 1 }
            guard end < bytes.count else { return nil }
            end += 1
        } else {
            end = bytes.first(UInt8(ascii: ":"), in: bytes.indices)
        }
        return isPort(bytes, from: end) ? 0..<end : nil
    }

    /// Whether what stands there is the end, or a colon and a port of 0 to 65535, which may be left out.
    @inline(__always)
    private static func isPort(_ bytes: Span<UInt8>, from start: Int) -> Bool {
        guard start < bytes.count else { return true }
        guard bytes[start] == UInt8(ascii: ":"), bytes.count - start <= 6 else { return false }
        var port = 0
        for index in start + 1..<bytes.count {
            guard bytes[index].isDigit else { return false }
            port = port * 10 + Int(bytes[index] - 0x30)
        }
        return port <= 0xffff
    }
}
