/// A word of up to four characters as one number, to be compared at once.
///
/// What is longer, or holds a character beyond the basic plane, equals no word that is short enough.
struct ShortWord: Hashable {
    private static let tooLong = UInt64.max

    private var packed: UInt64 = 0

    init() {}

    init(_ word: some Sequence<Unicode.Scalar>) {
        for scalar in word { append(scalar) }
    }

    mutating func append(_ scalar: Unicode.Scalar) {
        let fits = (1...0xFFFE).contains(scalar.value) && packed >> 48 == 0
        packed = fits ? packed << 16 | UInt64(scalar.value) : Self.tooLong
    }

    /// The number that stands for it.
    var key: UInt64 { packed }

    /// Whether it is short enough to equal another.
    var isShort: Bool { packed != Self.tooLong }
}

extension ShortWord: ExpressibleByStringLiteral {
    init(stringLiteral word: String) { self.init(word.unicodeScalars) }
}
