import KoreanText

/// Values by Hangul syllable, found without hashing.
struct SyllableMap<Value> {
    private var values: [Value]
    private let other: Value

    private static var first: UInt32 { 0xAC00 }
    private static var count: Int { 11_172 }

    /// Makes a map where every syllable, and whatever is none, has one value.
    init(repeating value: Value) {
        values = Array(repeating: value, count: Self.count)
        other = value
    }

    /// The value of a scalar; one that is no syllable keeps the first value.
    subscript(_ scalar: Unicode.Scalar) -> Value {
        get { Hangul.isSyllable(scalar) ? values[Int(scalar.value - Self.first)] : other }
        set { if Hangul.isSyllable(scalar) { values[Int(scalar.value - Self.first)] = newValue } }
    }
}

extension SyllableMap: Sendable where Value: Sendable {}
