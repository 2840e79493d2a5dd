/// The bytes of a string that JSON wants escaped: `"`, `\` and the controls below U+0020 (RFC 8259 §7).
enum JSONEscape {
    /// The most bytes that one byte becomes.
    static let longest = 6

    /// The offset of the first byte to escape, or the text's length where there is none.
    static func firstOffset(in text: UnsafeBufferPointer<UInt8>) -> Int {
        let raw = UnsafeRawBufferPointer(text)
        var offset = 0
        // Most texts need no escape, so eight bytes are looked at together. In `x &- n & ~x`, the high bit of some byte is
        // set exactly where a byte of x is less than n's.
        while offset + 8 <= raw.count {
            let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            let quote = word ^ every(0x22)
            let backslash = word ^ every(0x5C)
            let control = (word &- every(0x20)) & ~word
            let found = control | (quote &- every(1)) & ~quote | (backslash &- every(1)) & ~backslash
            if found & every(0x80) != 0 { break }
            offset += 8
        }
        while offset < text.count, !isEscaped(text[offset]) { offset += 1 }
        return offset
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

    /// A word of eight equal bytes.
    private static func every(_ byte: UInt64) -> UInt64 {
        byte &* 0x0101_0101_0101_0101
    }
}
