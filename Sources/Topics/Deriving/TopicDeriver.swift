import KoreanText
import Proceedings

/// Makes topics of what the texts of events say often, together and in several talks, before anyone curates.
///
/// Candidates are stems that different particles show to be nouns, English terms and acronyms, and up to three of them in a row
/// that a particle closes. Persons, their affiliations, words of every text, and what the vocabulary has are none.
public struct TopicDeriver: Sendable {
    /// The version of the rules, a part of the snapshot: raised whenever the topics of a text may change.
    public static let version = 2
    /// How many topics one event gives at most.
    public static let mostTopics = 40

    /// The vocabulary's forms, as keys.
    private let known: Set<String>
    private let curated: Set<Topic.ID>

    /// Prepares to derive.
    ///
    /// - Parameter curated: The topics that a derived one must not repeat.
    public init(curated: [Topic]) {
        let forms = curated.flatMap { [$0.id.rawValue] + $0.labels.values + $0.aliases }
        known = Set((forms + Topic.ID.reserved.map(\.rawValue)).map(TermKey.of))
        self.curated = Set(curated.map(\.id))
    }

    /// The topics of some events, the worthiest first.
    ///
    /// The same events give the same topics, whatever their order.
    public func topics(in events: [Corpus.EventRecord]) -> [Topic] {
        let names = KnownNames(events)
        let words = EventWords(events)
        let pairs = TermPairs(events)
        let lexicon = Lexicon(words, names: names)
        let titles = lexicon.numbers(of: CommonWords.titles)
        let ranking = TermRanking(lexicon, names: names, titles: titles)
        var chosen: [String: Choice] = [:]
        var places = Array(repeating: TermCounter.none, count: lexicon.stems.count)
        for parts in words.parts {
            let counter = TermCounter(parts, in: words.sequence, lexicon, titles: titles, places: &places)
            var keys: Set<String> = []
            for term in ranking.ranked(counter) {
                let key = pairs.canonical(TermKey.of(term.stems.map { lexicon.stemWords[Int($0)] }.joined()))
                guard !key.isEmpty, isNew(key, pairs) else { continue }
                guard keys.contains(key) || keys.count < Self.mostTopics else { continue }
                keys.insert(key)
                chosen[key, default: Choice()].add(term)
            }
        }
        let labels = TermLabels(chosen.values.flatMap(\.terms.keys), words, lexicon)
        let topics = chosen.sorted { ($1.value.score, $0.key) < ($0.value.score, $1.key) }.map { key, choice in
            topic(key, choice.writings(labels), alternatives: pairs.alternatives(of: key))
        }
        // A store refuses two topics with one identifier; a text must not bring that about.
        var taken = curated
        return topics.filter { taken.insert($0.id).inserted }
    }

    /// The writings of one topic, and what it is worth.
    private struct Choice {
        /// Each writing's stems, with the most that it is worth to an event.
        var terms: [[Int32]: Double] = [:]
        var score = 0.0

        mutating func add(_ term: TermRanking.Ranked) {
            score = max(score, term.score)
            terms[term.stems] = max(terms[term.stems] ?? 0, term.score)
        }

        /// The worthiest first; of equals, the least: which event comes first says nothing.
        func writings(_ labels: TermLabels) -> [String] {
            terms.map { (label: labels[$0.key], score: $0.value) }
                .sorted { ($1.score, $0.label) < ($0.score, $1.label) }.map(\.label)
        }
    }

    private func isNew(_ key: String, _ pairs: TermPairs) -> Bool {
        !known.contains(key) && !pairs.alternatives(of: key).contains { known.contains(TermKey.of($0)) }
    }

    private func topic(_ key: String, _ writings: [String], alternatives: [String]) -> Topic {
        var aliases: [String] = []
        var folded: Set<String> = []
        for writing in writings + alternatives where folded.insert(FoldedText.folded(writing)).inserted {
            aliases.append(writing)
        }
        aliases = aliases.filter(Self.isKorean) + aliases.filter { !Self.isKorean($0) }
        let korean = aliases.first(where: Self.isKorean)
        let label = korean ?? aliases.first ?? key
        var labels = [Self.isKorean(label) ? "ko" : "en": label]
        if korean != nil, let foreign = aliases.first(where: { !Self.isKorean($0) }) { labels["en"] = foreign }
        return Topic(id: Topic.ID(TermKey.slug(label)), labels: labels, aliases: aliases, origin: .derived)
    }

    private static func isKorean(_ text: String) -> Bool { text.unicodeScalars.contains(where: Hangul.isSyllable) }
}
