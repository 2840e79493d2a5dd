/// Eight bytes of a text side by side, to be looked at together; the first stands lowest.
struct EightBytes {
    /// The highest bit of each byte: the places at which answers about them stand.
    static let marks: UInt64 = 0x8080_8080_8080_8080

    let bits: UInt64

    /// Takes the bytes from an index on, or gives `nil` where not all are there.
    @inline(__always)
    init?(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
        guard index >= 0, index + 8 <= bytes.count else { return nil }
        bits = UInt64(
            littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self))
    }

    /// Marks the bytes in which a bit is set.
    @inline(__always)
    func bit(_ bit: UInt64) -> UInt64 { bits << (7 - bit) & Self.marks }

    /// Marks ASCII.
    var ascii: UInt64 { ~bit(7) & Self.marks }
    /// Marks the bytes that continue a character.
    var continuations: UInt64 { bit(7) & ~bit(6) }
    /// Marks the first bytes of characters of three.
    var leadsOfThree: UInt64 { bit(7) & bit(6) & bit(5) & ~bit(4) }

    /// Whether one of them, of those bits that a mask keeps, is a certain byte.
    @inline(__always)
    func holds(_ byte: UInt8, mask: UInt8 = 0xFF) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let rest = bits & (ones * UInt64(mask)) ^ (ones * UInt64(byte))
        return (rest &- ones) & ~rest & Self.marks != 0
    }
}
