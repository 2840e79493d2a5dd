/// What the spacing of Korean in general says about a break: how much syllables on its two sides speak for a break inside a word.
///
/// A pattern is at most four characters before the break and four after it, where a word's edge counts as one, or the final consonant before
/// it and what follows. Digits are one character, and so are Latin letters. No pattern is a word that is looked up as such: what a text
/// says of its own words stands beside it in ``EojeolScorer``.
struct SpacingPatterns: Sendable {
    /// How many characters on a side a pattern has at most.
    static let reach = 4
    /// What stands for a syllable's missing final consonant.
    private static let noFinal: UInt64 = 0x2205

    private var weights = CountTable(zero: Float())
    /// A bit for the beginning of each key: most of what is asked for is no pattern.
    private var filter = [UInt64](repeating: 0, count: 1024)

    /// Reads patterns, each line a weight and all that have it.
    ///
    /// - Parameter table: Lines of `2.5 습|니 ㄹ|수_`, where `|` is the break and `_` a word's edge.
    init(_ table: some StringProtocol) {
        for line in table.split(separator: "\n") {
            let fields = line.split(separator: " ")
            guard let weight = fields.first.flatMap({ Float($0) }) else { continue }
            for pattern in fields.dropFirst() {
                let sides = pattern.split(separator: "|", omittingEmptySubsequences: false)
                guard sides.count == 2 else { continue }
                let key = Self.key(Self.packed(sides[0]), Self.packed(sides[1]))
                weights.count(key) { $0 = weight }
                filter[Int(key >> 54)] |= 1 << (key >> 48 & 63)
            }
        }
    }

    /// What all patterns at a break say together: above 0 for one inside a word.
    func weight(_ tail: WordPart, _ head: WordPart) -> Float {
        let before = Side(last: tail)
        let after = Side(first: head)
        var sum: Float = 0
        for count in 1...before.count { sum += weight(before.suffix(count), 0) }
        for count in 1...after.count { sum += weight(0, after.prefix(count)) }
        let final = Self.final(of: tail.last)
        if final != 0 { sum += weight(final, 0) }
        for count in 1...min(2, after.count) {
            let right = after.prefix(count)
            sum += weight(before.suffix(1), right) + weight(before.suffix(2), right)
            if final != 0 { sum += weight(final, right) }
        }
        return sum
    }

    @inline(__always)
    private func weight(_ left: UInt64, _ right: UInt64) -> Float {
        let key = Self.key(left, right)
        return filter[Int(key >> 54)] >> (key >> 48 & 63) & 1 == 0 ? 0 : weights[key]
    }

    /// The characters next to a break on one of its sides, 16 bits each, the first in the highest.
    private struct Side {
        var packed: UInt64
        var count: Int

        init(last part: WordPart) {
            packed = part.lastCharacters
            count = min(part.count + 1, SpacingPatterns.reach)
        }

        init(first part: WordPart) {
            let hasEdge = part.count < SpacingPatterns.reach
            packed = hasEdge ? part.firstCharacters << 16 | 0x20 : part.firstCharacters
            count = min(part.count + 1, SpacingPatterns.reach)
        }

        func suffix(_ length: Int) -> UInt64 { length >= 4 ? packed : packed & (1 << UInt64(length * 16) - 1) }

        func prefix(_ length: Int) -> UInt64 { packed >> UInt64((count - length) * 16) }
    }

    /// A character as patterns have it.
    static func unit(_ scalar: Unicode.Scalar) -> UInt64 {
        switch scalar {
        case "0"..."9": 0x30
        case "a"..."z", "A"..."Z": 0x61
        case "_": 0x20
        default: scalar.value <= 0xFFFF ? UInt64(scalar.value) : 0xFFFD
        }
    }

    /// The final consonant of a syllable, or 0 for what is no syllable.
    private static func final(of scalar: Unicode.Scalar) -> UInt64 {
        guard let index = Hangul.finalIndex(scalar) else { return 0 }
        return index == 0 ? noFinal : UInt64(Jamo.finals[index - 1].value)
    }

    private static func packed(_ text: some StringProtocol) -> UInt64 {
        text.unicodeScalars.reduce(0) { $0 << 16 | unit($1) }
    }

    @inline(__always)
    private static func key(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = right &* 0xC2B2_AE3D_27D4_EB4F
        return left &* 0x9E37_79B9_7F4A_7C15 ^ (product << 32 | product >> 32)
    }
}
