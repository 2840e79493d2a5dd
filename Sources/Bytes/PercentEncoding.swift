/// Percent-encoding of names into addresses that work wherever they are pasted, and back (RFC 3986 §2.1).
public enum PercentEncoding {
    /// The most bytes that one byte becomes.
    @inlinable public static var longest: Int { 3 }

    /// Hands over a text as one path segment or one query value, byte by byte: everything but unreserved characters
    /// encoded (RFC 3986 §2.3), so that it can neither end the segment nor leave ASCII.
    @inlinable @inline(__always)
    public static func encode(_ text: some Sequence<UInt8>, _ put: (UInt8) -> Void) {
        for byte in text {
            if isUnreserved(byte) {
                put(byte)
            } else {
                put(UInt8(ascii: "%"))
                put(UInt8.hexadecimalDigit(byte >> 4))
                put(UInt8.hexadecimalDigit(byte))
            }
        }
    }

    /// The text encoded as one path segment or query value.
    public static func encode(_ text: String) -> String {
        if text.utf8.allSatisfy(isUnreserved) { return text }
        var address: [UInt8] = []
        encode(text.utf8) { address.append($0) }
        return String(decoding: address, as: UTF8.self)
    }

    /// The bytes that an encoded text stands for, or `nil` where two hexadecimal digits are missing behind a `%`.
    ///
    /// - Parameters:
    ///   - text: The encoded text.
    ///   - isForm: Whether `+` stands for a space, as in the query of a form.
    public static func decode(_ text: ArraySlice<UInt8>, isForm: Bool) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var rest = text
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%") {
                guard let high = rest.popFirst()?.hexadecimalValue, let low = rest.popFirst()?.hexadecimalValue else {
                    return nil
                }
                bytes.append(high << 4 | low)
            } else {
                bytes.append(isForm && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            }
        }
        return bytes
    }

    /// Whether all bytes stand for themselves.
    @inlinable @inline(__always)
    public static func isUnreserved(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let start = text.baseAddress else { return true }
        guard text.count >= EightBytes.count else { return text.allSatisfy(isUnreserved) }
        // The last eight bytes come first, and some of them for the second time.
        var isPlain = EightBytes(start + (text.count - EightBytes.count)).areUnreserved
        for place in stride(from: 0, to: text.count - EightBytes.count, by: EightBytes.count) {
            isPlain = EightBytes(start + place).areUnreserved && isPlain
        }
        return isPlain
    }

    /// Whether a byte stands for itself: a letter, a digit, or one of `-._~`.
    @inlinable @inline(__always)
    public static func isUnreserved(_ byte: UInt8) -> Bool { ByteSet.unreserved.contains(byte) }
}
