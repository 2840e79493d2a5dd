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
        let (from, to) = (UnsafeRawPointer(source), UnsafeMutableRawPointer(target))
        var offset = 0
        // Most texts need no escape, so many bytes are copied and looked at together.
        while offset + 32 <= count {
            let first = from.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            let second = from.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self)
            let third = from.loadUnaligned(fromByteOffset: offset + 16, as: UInt64.self)
            let fourth = from.loadUnaligned(fromByteOffset: offset + 24, as: UInt64.self)
            let found = marks(first) | marks(second) | marks(third) | marks(fourth)
            if found & every(0x80) != 0 { break }
            to.storeBytes(of: first, toByteOffset: offset, as: UInt64.self)
            to.storeBytes(of: second, toByteOffset: offset + 8, as: UInt64.self)
            to.storeBytes(of: third, toByteOffset: offset + 16, as: UInt64.self)
            to.storeBytes(of: fourth, toByteOffset: offset + 24, as: UInt64.self)
            offset += 32
        }
        while offset + 8 <= count {
            let word = from.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            if marks(word) & every(0x80) != 0 { break }
            to.storeBytes(of: word, toByteOffset: offset, as: UInt64.self)
            offset += 8
        }
        while offset < count, !isEscaped(source[offset]) {
            target[offset] = source[offset]
            offset += 1
        }
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

    /// A word in which the high bit of some byte is set exactly where the given word has a byte to escape.
    ///
    /// In `x &- n & ~x`, the high bit of some byte is set exactly where a byte of x is less than n's.
    @inline(__always)
    private static func marks(_ word: UInt64) -> UInt64 {
        let quote = word ^ every(0x22)
        let backslash = word ^ every(0x5C)
        let control = (word &- every(0x20)) & ~word
        return control | (quote &- every(1)) & ~quote | (backslash &- every(1)) & ~backslash
    }

    /// A word of eight equal bytes.
    @inline(__always)
    private static func every(_ byte: UInt64) -> UInt64 {
        byte &* 0x0101_0101_0101_0101
    }
}
