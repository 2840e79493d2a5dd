/// The arithmetic of Hangul syllables: Unicode lays them out so that letters and syllables follow from one another.
///
/// Source: The Unicode Standard, section 3.12, "Conjoining Jamo Behavior".
public enum Hangul {
    private static let firstSyllable: UInt32 = 0xAC00
    private static let lastSyllable: UInt32 = 0xD7A3
    private static let firstLeading: UInt32 = 0x1100
    private static let firstVowel: UInt32 = 0x1161
    private static let beforeFirstTrailing: UInt32 = 0x11A7
    private static let leadingCount: UInt32 = 19
    private static let vowelCount: UInt32 = 21
    private static let trailingCount: UInt32 = 28

    /// Whether a scalar is a whole Hangul syllable (`가`…`힣`).
    public static func isSyllable(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= firstSyllable && scalar.value <= lastSyllable
    }

    /// Whether a scalar is a jamo that joins with its neighbours into a syllable, as in decomposed text.
    public static func isConjoiningJamo(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x1100 && scalar.value <= 0x11FF
    }

    /// Whether a syllable ends in a consonant, or `nil` for what is no syllable.
    public static func endsInConsonant(_ scalar: Unicode.Scalar) -> Bool? {
        guard isSyllable(scalar) else { return nil }
        return (scalar.value - firstSyllable) % trailingCount != 0
    }

    /// Which final consonant a syllable has, 0 where it has none, or `nil` for what is no syllable.
    static func finalIndex(_ scalar: Unicode.Scalar) -> Int? {
        isSyllable(scalar) ? Int((scalar.value - firstSyllable) % trailingCount) : nil
    }

    /// Whether a syllable ends in ㄹ.
    static func endsInRieul(_ scalar: Unicode.Scalar) -> Bool { finalIndex(scalar) == 8 }

    /// Whether a syllable ends in ㄴ or ㄹ, as what is put before a noun does (`간 곳`, `할 것`).
    static func endsAdnominally(_ scalar: Unicode.Scalar) -> Bool {
        finalIndex(scalar).map { $0 == 4 || $0 == 8 } ?? false
    }

    /// Joins decomposed jamo into syllables and leaves everything else as it is.
    public static func composed(_ scalars: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        for scalar in scalars {
            if let last = result.last, let joined = joined(last, scalar) {
                result[result.count - 1] = joined
            } else {
                result.append(scalar)
            }
        }
        return result
    }

    private static func joined(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Unicode.Scalar? {
        if left.value >= firstLeading, left.value < firstLeading + leadingCount,
            right.value >= firstVowel, right.value < firstVowel + vowelCount
        {
            let index = (left.value - firstLeading) * vowelCount + right.value - firstVowel
            return Unicode.Scalar(firstSyllable + index * trailingCount)
        }
        if isSyllable(left), (left.value - firstSyllable) % trailingCount == 0,
            right.value > beforeFirstTrailing, right.value < beforeFirstTrailing + trailingCount
        {
            return Unicode.Scalar(left.value + right.value - beforeFirstTrailing)
        }
        return nil
    }
}
