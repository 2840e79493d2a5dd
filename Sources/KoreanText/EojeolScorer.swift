import Foundation

/// Tells, without a dictionary, whether a line broke inside an eojeol (a word with its particles) or between two.
///
/// It learns from the text itself: after which syllables a space stands, before which, and which words the text knows.
/// A break is then scored by how often the two sides stand joined elsewhere and how often apart, and, since a short text says little, by
/// what the spacing of Korean in general says (``SpacingPatterns``, ``ClosedClass``). Lines are clean UTF-8: in
/// NFC, words parted by single spaces, none at either end.
public struct EojeolScorer: Sendable {
    /// How many scalars of a word are remembered as its beginning.
    static let longestBeginning = 8
    /// How many scalars are learnt from at most; more text teaches nothing new.
    public static let mostLearnt = 300_000

    /// How often a space stands somewhere, and how often none.
    struct Spacing {
        var apart: Float = 0
        var joined: Float = 0

        /// Counts one place within a word, or one at its edge if it has a neighbour there beyond a space.
        mutating func count(isEdge: Bool, neighbour: Unicode.Scalar?) {
            if !isEdge { joined += 1 } else if neighbour != nil { apart += 1 }
        }

        /// The logarithm of apart to joined, drawn towards even where little was seen.
        func odds(prior: Float) -> Float { logf((apart + prior * 0.3) / (joined + prior * 0.7)) }
    }

    /// The spacing around a character.
    struct Neighbours {
        var after = Spacing()
        var before = Spacing()
    }

    /// The spacing around and between two characters, a space between them or not.
    struct PairNeighbours {
        var between = Spacing()
        var after = Spacing()
        var before = Spacing()
    }

    /// How often a word stands by itself, and how often words begin with it.
    struct Occurrences {
        var whole: Float = 0
        var beginning: Float = 0
    }

    var characters = CountTable(zero: Neighbours())
    var pairs = CountTable(zero: PairNeighbours())
    var words = CountTable(zero: Occurrences())
    var learnt = 0
    var latin = LatinBreaks()
    private let patterns = SpacingPatterns.korean

    /// Makes a scorer that knows nothing yet.
    public init() {}

    /// How much speaks for a break inside a word: above 0 it is likelier inside, below 0 between two words.
    ///
    /// - Parameters:
    ///   - left: The line before.
    ///   - right: The line after.
    public func score(left: Span<UInt8>, right: Span<UInt8>) -> Float {
        if let score = latin.score(left: left, right: right) { return score }
        let tail = WordPart(atEndOf: left)
        let head = WordPart(atStartOf: right, after: tail)
        guard tail.count > 0, head.count > 0 else { return -1 }
        guard Hangul.isSyllable(tail.last), Hangul.isSyllable(head.first) else { return scoreAtEdge(tail, head) }
        let ofText = (spacing(tail, head) * Self.weightsOfText).sum()
        let ofClasses = (classes(tail, head) * Self.weightsOfClasses).sum()
        return ofText + ofClasses + patterns.weight(tail, head)
    }

    /// What the text itself says about a break between syllables.
    private func spacing(_ tail: WordPart, _ head: WordPart) -> SIMD16<Float> {
        var result = SIMD16<Float>()
        let known = { (count: Float) in logf(1 + count) }
        let left = words[tail.hash.value]
        let joined = words[head.joinedHash.value]
        result[0] = 1
        result[1] = characters[Self.key(tail.last)].after.odds(prior: 2)
        result[2] = characters[Self.key(head.first)].before.odds(prior: 2)
        result[3] = pairs[Self.key(tail.last, head.first)].between.odds(prior: 1)
        if tail.count >= 2 { result[4] = pairs[Self.key(tail.beforeLast, tail.last)].after.odds(prior: 1) }
        if head.count >= 2 { result[5] = pairs[Self.key(head.first, head.second)].before.odds(prior: 1) }
        result[6] = known(left.whole)
        result[7] = known(left.beginning)
        result[8] = known(words[head.hash.value].whole)
        result[9] = known(tail.count + head.count <= Self.longestBeginning ? joined.beginning : joined.whole)
        result[10] = Float(min(tail.count, 6))
        result[11] = Float(min(head.count, 6))
        result[12] = tail.count == 1 ? 1 : 0
        result[13] = head.count == 1 ? 1 : 0
        return result
    }

    /// What grammar says about a break between syllables.
    private func classes(_ tail: WordPart, _ head: WordPart) -> SIMD16<Float> {
        var result = SIMD16<Float>()
        let before = ClosedClass(of: tail.withoutMarks)
        let after = ClosedClass(of: head.withoutMarks)
        let isParticle = after.isParticle(after: tail.last)
        if isParticle { result[0] = 1 }
        if after.contains(.ending) { result[1] = 1 }
        if after.contains(.boundNoun) { result[Hangul.endsAdnominally(tail.last) ? 2 : 3] = 1 }
        if before.contains(.standing) { result[4] = 1 }
        if ClosedClass.beginsBeing(head.first) { result[ClosedClass.comesBeforeBeing(tail.last) ? 5 : 6] = 1 }
        if before.contains(.bareBoundNoun) {
            result[before.contains(.followsVerb) && Hangul.endsAdnominally(tail.lastBefore) ? 7 : 8] = 1
        }
        if !isParticle, after.contains(.standing), !after.contains(.ending) { result[9] = 1 }
        return result
    }

    /// The score where one side is no Hangul: marks cling to what is before or after them, particles to Latin words.
    private func scoreAtEdge(_ tail: WordPart, _ head: WordPart) -> Float {
        let (last, first) = (tail.last, head.first)
        if ".,!?;:…)]}”’」』》〉%".unicodeScalars.contains(first) { return 2 }
        if "([{“‘「『《〈-_/.･·".unicodeScalars.contains(last) { return last == "." ? -0.5 : 2 }
        if ",!?;:…".unicodeScalars.contains(last) { return -2 }
        let isWord = { (scalar: Unicode.Scalar) in
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }
        guard Hangul.isSyllable(first) else {
            // An ordinal's prefix is the only word that numbers follow at once.
            if tail.withoutMarks == "제", first.properties.numericType == .decimal { return 1 }
            if isWord(last), isWord(first), !Hangul.isSyllable(last) {
                let isKnown = words[head.joinedHash.value].beginning > 0
                return isKnown || words[tail.hash.value].whole == 0 || words[head.hash.value].whole == 0 ? 0.5 : -0.5
            }
            return "([{".unicodeScalars.contains(first) && isWord(last) ? 0.5 : -1
        }
        // A unit follows a number at once; a particle follows a Latin word, a sign or what closes brackets and quotations.
        if last.properties.numericType != nil { return 0.5 }
        let word = head.syllables
        let classes = ClosedClass(of: word)
        let isTorn = Particle.follows(word) || !classes.isDisjoint(with: .anyParticle)
        if isWord(last) { return isTorn ? 1 : -0.5 }
        guard ")]}”’」』》〉\"'%℃".unicodeScalars.contains(last) else { return -1 }
        return isTorn || classes.contains(.afterQuotation) ? 1 : -0.5
    }

    /// How much each thing that the text says counts, and each that grammar says, fitted together with the patterns to breaks whose right
    /// join is known.
    private static let weightsOfText = SIMD16<Float>(
        -0.117, -0.286, -0.228, -0.96, -0.431, -0.845, -0.39, 0.019, 0.043, 0.81, -0.467, -0.337, 3.198,
        2.025, 0, 0)
    private static let weightsOfClasses = SIMD16<Float>(
        4.406, 2.18, -0.696, -0.098, -3.135, -2.601, -1.882, -2.253, -0.687, -2.308, 0, 0, 0,
        0, 0, 0)

    static func key(_ scalar: Unicode.Scalar) -> UInt64 { UInt64(scalar.value) }

    static func key(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> UInt64 { key(left) << 32 | key(right) }
}
