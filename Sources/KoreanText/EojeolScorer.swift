import Foundation

/// Tells, without a dictionary, whether a line broke inside an eojeol (a word with its particles) or between two.
///
/// It learns from the text itself: after which syllables a space stands, before which, and which words the text knows.
/// A break is then scored by how often the two sides stand joined elsewhere and how often apart. Lines are clean UTF-8: in
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

    /// Makes a scorer that knows nothing yet.
    public init() {}

    /// How much speaks for a break inside a word: above 0 it is likelier inside, below 0 between two words.
    ///
    /// - Parameters:
    ///   - left: The line before.
    ///   - right: The line after.
    public func score(left: Span<UInt8>, right: Span<UInt8>) -> Float {
        let tail = WordPart(atEndOf: left)
        let head = WordPart(atStartOf: right, after: tail)
        guard tail.count > 0, head.count > 0 else { return -1 }
        guard Hangul.isSyllable(tail.last), Hangul.isSyllable(head.first) else { return scoreAtEdge(tail, head) }
        return (features(tail, head) * Self.weights).sum()
    }

    /// The evidence about a break between syllables, from which the score is made.
    private func features(_ tail: WordPart, _ head: WordPart) -> SIMD16<Float> {
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
        if head.count <= Particle.longest + 1 {
            result[10] = Particle.couldBeTorn(head.withoutMarks, from: tail.last) ? 1 : 0
        }
        result[11] = Float(min(tail.count, 6))
        result[12] = Float(min(head.count, 6))
        result[13] = tail.count == 1 ? 1 : 0
        result[14] = head.count == 1 ? 1 : 0
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
        if Hangul.isSyllable(first), isWord(last) {
            // A unit follows a number at once, a particle a Latin word.
            if last.properties.numericType != nil { return 0.5 }
            return Particle.follows(head.syllables) ? 1 : -0.5
        }
        if isWord(last), isWord(first), !Hangul.isSyllable(last), !Hangul.isSyllable(first) {
            let isKnown = words[head.joinedHash.value].beginning > 0
            return isKnown || words[tail.hash.value].whole == 0 || words[head.hash.value].whole == 0 ? 0.5 : -0.5
        }
        return "([{".unicodeScalars.contains(first) && isWord(last) ? 0.5 : -1
    }

    /// How much each feature counts, fitted to breaks whose right join is known.
    private static let weights = SIMD16<Float>(
        -0.895, -0.498, -0.37, -1.107, -0.483, -0.924, -0.711, 0.141, -0.288, 1.991, 2.417, -0.406, -0.332, 1.345,
        1.235, 0)

    static func key(_ scalar: Unicode.Scalar) -> UInt64 { UInt64(scalar.value) }

    static func key(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> UInt64 { key(left) << 32 | key(right) }
}
