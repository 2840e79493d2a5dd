import Foundation

/// Tells, without a dictionary, whether a line broke inside an eojeol (a word with its particles) or between two.
///
/// It learns from the text itself: after which syllables a space stands, before which, and which words the text knows.
/// A break is then scored by how often the two sides stand joined elsewhere and how often apart.
public struct EojeolScorer: Sendable {
    /// How many scalars of a word are remembered as its beginning.
    static let longestPrefix = 8
    /// How many scalars are learnt from at most; more text teaches nothing new.
    public static let mostLearnt = 300_000

    struct Count {
        var apart: Float = 0
        var joined: Float = 0
    }

    private var after: [UInt64: Count] = [:]
    private var before: [UInt64: Count] = [:]
    private var pairs: [UInt64: Count] = [:]
    private var afterTwo: [UInt64: Count] = [:]
    private var beforeTwo: [UInt64: Count] = [:]
    private var words: [UInt64: Float] = [:]
    private var prefixes: [UInt64: Float] = [:]
    private var learnt = 0

    /// Makes a scorer that knows nothing yet.
    public init() {}

    /// Learns from one line of text; the words at its ends may be broken and count as neighbours only.
    public mutating func learn(_ line: [Unicode.Scalar]) {
        guard learnt < Self.mostLearnt else { return }
        learnt += line.count
        let parts = line.split(separator: " ", omittingEmptySubsequences: true)
        for (index, part) in parts.enumerated() {
            let word = Array(part)
            for (left, right) in zip(word, word.dropFirst()) { count(left, right, apart: false) }
            for position in word.indices.dropFirst() {
                if position >= 2 {
                    afterTwo[Self.key(word[position - 2], word[position - 1]), default: Count()].joined += 1
                }
                if position + 1 < word.count {
                    beforeTwo[Self.key(word[position], word[position + 1]), default: Count()].joined += 1
                }
            }
            if index + 1 < parts.count, let last = word.last, let next = parts[index + 1].first {
                count(last, next, apart: true)
                if word.count >= 2 { afterTwo[Self.key(word[word.count - 2], last), default: Count()].apart += 1 }
                let following = parts[index + 1].prefix(2)
                if following.count == 2, let second = following.last {
                    beforeTwo[Self.key(next, second), default: Count()].apart += 1
                }
            }
            guard index > 0, index + 1 < parts.count else { continue }
            var hash = Self.seed
            for (position, scalar) in word.enumerated() {
                hash = Self.extended(hash, scalar)
                if position < Self.longestPrefix { prefixes[hash, default: 0] += 1 }
            }
            words[hash, default: 0] += 1
        }
    }

    private mutating func count(_ left: Unicode.Scalar, _ right: Unicode.Scalar, apart: Bool) {
        let keys = (UInt64(left.value), UInt64(right.value), Self.key(left, right))
        if apart {
            after[keys.0, default: Count()].apart += 1
            before[keys.1, default: Count()].apart += 1
            pairs[keys.2, default: Count()].apart += 1
        } else {
            after[keys.0, default: Count()].joined += 1
            before[keys.1, default: Count()].joined += 1
            pairs[keys.2, default: Count()].joined += 1
        }
    }

    /// The evidence about a break, from which the score is made.
    func features(left: [Unicode.Scalar], right: [Unicode.Scalar]) -> SIMD16<Float> {
        var result = SIMD16<Float>()
        guard let last = left.last, let first = right.first else { return result }
        let tail = left[((left.lastIndex(of: " ") ?? -1) + 1)...]
        let head = right[..<(right.firstIndex(of: " ") ?? right.endIndex)]
        let tailHash = Self.hash(tail)
        let whole = head.reduce(tailHash, Self.extended)
        let known = { (count: Float?) in logf(1 + (count ?? 0)) }
        result[0] = 1
        result[1] = Self.odds(after[UInt64(last.value)], prior: 2)
        result[2] = Self.odds(before[UInt64(first.value)], prior: 2)
        result[3] = Self.odds(pairs[Self.key(last, first)], prior: 1)
        if tail.count >= 2 { result[4] = Self.odds(afterTwo[Self.key(tail[tail.endIndex - 2], last)], prior: 1) }
        if head.count >= 2 { result[5] = Self.odds(beforeTwo[Self.key(first, head[1])], prior: 1) }
        result[6] = known(words[tailHash])
        result[7] = known(prefixes[tailHash])
        result[8] = known(words[Self.hash(head)])
        result[9] = known(tail.count + head.count <= Self.longestPrefix ? prefixes[whole] : words[whole])
        if head.count <= Particle.longest + 1 {
            let bare = head.filter { !",.?!".unicodeScalars.contains($0) }
            result[10] = Particle.couldBeTorn(String(String.UnicodeScalarView(bare)), from: last) ? 1 : 0
        }
        result[11] = Float(min(tail.count, 6))
        result[12] = Float(min(head.count, 6))
        result[13] = tail.count == 1 ? 1 : 0
        result[14] = head.count == 1 ? 1 : 0
        return result
    }

    /// How much speaks for a break inside a word: above 0 it is likelier inside, below 0 between two words.
    ///
    /// - Parameters:
    ///   - left: The end of the line before, back to its last few words.
    ///   - right: The beginning of the line after.
    public func score(left: [Unicode.Scalar], right: [Unicode.Scalar]) -> Float {
        guard let last = left.last, let first = right.first else { return -1 }
        guard Hangul.isSyllable(last), Hangul.isSyllable(first) else { return scoreAtEdge(left, last, first, right) }
        return (features(left: left, right: right) * Self.weights).sum()
    }

    /// The score where one side is no Hangul: marks cling to what is before or after them, particles to Latin words.
    private func scoreAtEdge(
        _ left: [Unicode.Scalar], _ last: Unicode.Scalar, _ first: Unicode.Scalar, _ right: [Unicode.Scalar]
    ) -> Float {
        if ".,!?;:…)]}”’」』》〉%".unicodeScalars.contains(first) { return 2 }
        if "([{“‘「『《〈-_/.･·".unicodeScalars.contains(last) { return last == "." ? -0.5 : 2 }
        if ",!?;:…".unicodeScalars.contains(last) { return -2 }
        let isWord = { (scalar: Unicode.Scalar) in
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }
        let tail = Array(left.reversed().prefix { $0 != " " }.reversed())
        let head = right.prefix { $0 != " " }
        if Hangul.isSyllable(first), isWord(last) {
            // A unit follows a number at once, a particle a Latin word.
            if last.properties.numericType != nil { return 0.5 }
            let word = head.prefix(while: Hangul.isSyllable)
            return Particle.follows(String(String.UnicodeScalarView(word))) ? 1 : -0.5
        }
        if isWord(last), isWord(first), !Hangul.isSyllable(last), !Hangul.isSyllable(first) {
            let isKnown = prefixes[head.reduce(Self.hash(tail), Self.extended)] != nil
            return isKnown || words[Self.hash(tail)] == nil || words[Self.hash(Array(head))] == nil ? 0.5 : -0.5
        }
        return "([{".unicodeScalars.contains(first) && isWord(last) ? 0.5 : -1
    }

    /// How much each feature counts, fitted to breaks whose right join is known.
    private static let weights = SIMD16<Float>(
        -0.895, -0.498, -0.37, -1.107, -0.483, -0.924, -0.711, 0.141, -0.288, 1.991, 2.417, -0.406, -0.332, 1.345,
        1.235, 0)

    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    private static func extended(_ hash: UInt64, _ scalar: Unicode.Scalar) -> UInt64 {
        (hash ^ UInt64(scalar.value)) &* 0x0000_0100_0000_01B3 ^ hash >> 29
    }

    private static func hash(_ word: some Sequence<Unicode.Scalar>) -> UInt64 { word.reduce(seed, extended) }

    private static func key(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> UInt64 {
        UInt64(left.value) << 32 | UInt64(right.value)
    }

    /// The logarithm of apart to joined, drawn towards even where little was seen.
    private static func odds(_ count: Count?, prior: Float) -> Float {
        let count = count ?? Count()
        return logf((count.apart + prior * 0.3) / (count.joined + prior * 0.7))
    }
}
