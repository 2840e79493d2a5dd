/// A set of scalars of the Basic Multilingual Plane, asked for every line and therefore without hashing.
struct ScalarSet: ExpressibleByStringLiteral {
    /// A bit for each scalar.
    private var bits = [UInt64](repeating: 0, count: 1 << 10)

    init(_ scalars: some Sequence<Unicode.Scalar>) {
        for scalar in scalars where scalar.value < 1 << 16 {
            bits[Int(scalar.value >> 6)] |= 1 << UInt64(scalar.value & 63)
        }
    }

    init(stringLiteral value: String) {
        self.init(value.unicodeScalars)
    }

    func union(_ other: ScalarSet) -> ScalarSet {
        var result = self
        for index in bits.indices { result.bits[index] |= other.bits[index] }
        return result
    }

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 1 << 16 && bits[Int(scalar.value >> 6)] & (1 << UInt64(scalar.value & 63)) != 0
    }
}
