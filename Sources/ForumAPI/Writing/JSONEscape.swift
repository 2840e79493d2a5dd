import Bytes

/// The bytes of a string that JSON wants escaped: `"`, `\` and the controls below U+0020 (RFC 8259 §7).
enum JSONEscape {
    /// The most bytes that one byte becomes.
    static let longest = 6

    /// Copies a text up to the first byte to escape.
    ///
    /// - Parameters:
    ///   - source: The text.
    ///   - count: Its length.
    ///   - target: Room for all of it; what lies beyond the bytes that were copied is undefined.
    /// - Returns: How many bytes were copied.
    static func copy(from source: UnsafePointer<UInt8>, count: Int, to target: UnsafeMutablePointer<UInt8>) -> Int {
        var offset = 0
        // Most texts need no escape, so many bytes are looked at and copied together.
        while offset + 32 <= count, isPlain(source + offset, count: 32) {
            move(source + offset, to: target + offset, count: 32)
            offset += 32
        }
        while offset + 8 <= count, isPlain(source + offset, count: 8) {
            move(source + offset, to: target + offset, count: 8)
            offset += 8
        }
        if count >= 8, offset < count, count - offset < 8, isPlain(source + count - 8, count: 8) {
            // The last eight bytes, some of them for the second time.
            move(source + count - 8, to: target + count - 8, count: 8)
            return count
        }
        if 4..<8 ~= count, isPlain(source, count: 4), isPlain(source + count - 4, count: 4) {
            move(source, to: target, count: 4)
            move(source + count - 4, to: target + count - 4, count: 4)
            return count
        }
        while offset < count, !isEscaped(source[offset]) {
            target[offset] = source[offset]
            offset += 1
        }
        return offset
    }

    /// Whether no byte of a block is to be escaped: a loop without a way out, which becomes a few instructions on vectors.
    @inline(__always)
    private static func isPlain(_ block: UnsafePointer<UInt8>, count: Int) -> Bool {
        var found: UInt8 = 0
        for place in 0..<count {
            let byte = block[place]
            // The quote, with its second bit turned, follows the controls, which stay among themselves.
            found |= (byte ^ 0x02 < 0x21 ? 1 : 0) | (byte == 0x5C ? 1 : 0)
        }
        return found == 0
    }

    @inline(__always)
    private static func move(_ block: UnsafePointer<UInt8>, to target: UnsafeMutablePointer<UInt8>, count: Int) {
        UnsafeMutableRawPointer(target).copyMemory(from: block, byteCount: count)
    }

    /// Puts a byte, escaped if it has to be.
    static func put(_ byte: UInt8, into piece: inout OutputText.Piece) {
        guard isEscaped(byte) else { return piece.put(byte) }
        switch byte {
        case UInt8(ascii: "\""): piece.put("\\\"")
        case UInt8(ascii: "\\"): piece.put("\\\\")
        case 0x08: piece.put("\\b")
        case 0x09: piece.put("\\t")
        case 0x0A: piece.put("\\n")
        case 0x0C: piece.put("\\f")
        case 0x0D: piece.put("\\r")
        default:
            piece.put("\\u00")
            piece.put(UInt8.hexadecimalDigit(byte >> 4))
            piece.put(UInt8.hexadecimalDigit(byte))
        }
    }

    private static func isEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x22 || byte == 0x5C
    }
}
