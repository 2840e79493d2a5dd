import Proceedings

/// Finds the mentions of a vocabulary's topics in talks.
///
/// An alias is found only as a word of its own or as a plain part of a compound, whatever particle or ending follows: see
/// ``WordBoundary``. Of two forms of one topic that lie one in the other, the longer is the mention.
public struct TopicMatcher: Sendable {
    /// The version of the rules, a part of the snapshot: raised whenever the mentions of a text may change.
    public static let version = 2

    private let topics: [Topic]
    /// The aliases by their first folded scalar.
    private let patterns: [UInt32: [AliasPattern]]
    /// Whether an alias may begin with a scalar, by the scalar's low bits: most scalars begin none.
    private let beginnings: [Bool]

    private static let beginningBits: UInt32 = 0xFFFF

    /// Prepares a vocabulary.
    public init(topics: [Topic]) {
        self.topics = topics
        var patterns: [UInt32: [AliasPattern]] = [:]
        for (index, topic) in topics.enumerated() {
            for alias in topic.aliases {
                for form in [alias, AliasPattern.plural(of: alias)].compactMap(\.self) {
                    guard let pattern = AliasPattern(alias: form, topic: index) else { continue }
                    patterns[pattern.scalars[0].value, default: []].append(pattern)
                }
            }
        }
        self.patterns = patterns
        var beginnings = Array(repeating: false, count: Int(Self.beginningBits) + 1)
        for scalar in patterns.keys { beginnings[Int(scalar & Self.beginningBits)] = true }
        self.beginnings = beginnings
    }

    /// The mentions in a talk's title and passages, in the order of the text.
    public func mentions(in talk: Talk) -> [Mention] {
        guard !patterns.isEmpty else { return [] }
        var mentions: [Mention] = []
        var folded = FoldedText()
        func add(_ text: String, passage: Passage.ID?) {
            folded.read(text)
            for match in matches(in: folded) {
                let topic = topics[match.topic]
                mentions.append(
                    Mention(
                        topic: topic.id, talk: talk.id, passage: passage, start: match.start, end: match.end,
                        surface: match.surface, method: topic.origin == .derived ? .term : .alias))
            }
        }
        if let title = talk.title { add(title, passage: nil) }
        for passage in talk.passages { add(passage.text, passage: passage.id) }
        return mentions
    }

    private struct Match {
        var topic: Int
        /// UTF-16 offsets.
        var start: Int
        var end: Int
        var surface: String
    }

    private func matches(in text: FoldedText) -> [Match] {
        var found: [(topic: Int, range: Range<Int>)] = []
        for start in text.scalars.indices {
            let first = text.scalars[start].value
            guard beginnings[Int(first & Self.beginningBits)], let candidates = patterns[first] else { continue }
            for pattern in candidates {
                guard let end = pattern.end(in: text, at: start),
                    WordBoundary.holds(in: text, range: start..<end)
                else { continue }
                found.append((pattern.topic, start..<end))
            }
        }
        return Self.outermost(found).map { match in
            Match(
                topic: match.topic, start: text.offset(of: match.range.lowerBound),
                end: text.offset(of: match.range.upperBound), surface: text.surface(match.range))
        }
    }

    /// Leaves out what lies within a longer match of the same topic; ordered by place, then by the vocabulary.
    private static func outermost(
        _ found: [(topic: Int, range: Range<Int>)]
    ) -> [(topic: Int, range: Range<Int>)] {
        let ordered = found.sorted { left, right in
            (left.range.lowerBound, -left.range.upperBound, left.topic)
                < (right.range.lowerBound, -right.range.upperBound, right.topic)
        }
        var reach: [Int: Int] = [:]
        return ordered.filter { match in
            guard match.range.upperBound > reach[match.topic, default: 0] else { return false }
            reach[match.topic] = match.range.upperBound
            return true
        }
    }
}
