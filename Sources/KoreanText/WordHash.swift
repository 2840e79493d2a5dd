/// The hash of a word, made character by character, so that those of its beginnings are made on the way.
struct WordHash {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always)
    mutating func extend(by scalar: Unicode.Scalar) {
        value = (value ^ UInt64(scalar.value)) &* 0x0000_0100_0000_01B3 ^ value >> 29
    }
}
