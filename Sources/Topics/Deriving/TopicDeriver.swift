import KoreanText
import Proceedings

/// Makes topics of what the texts of events say often, together and in several talks, before anyone curates.
///
/// Candidates are stems that different particles show to be nouns, English terms and acronyms, and up to three of them in a row
/// that a particle closes. Persons, their affiliations, words of every text, and what the vocabulary has are none.
public struct TopicDeriver: Sendable {
    /// The version of the rules, a part of the snapshot: raised whenever the topics of a text may change.
    public static let version = 3
    /// How many topics one event gives at most.
    public static let mostTopics = 40

    /// The tag of a language that nobody knows (RFC 5646).
    static let undetermined = "und"

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

    /// What some events give.
    public struct Derivation: Sendable {
        /// The topics, the worthiest first.
        public var topics: [Topic]
        /// The topics of other events that are no words of an event's own: there they are function words, or names of those who speak.
        public var refused: [Event.ID: Set<Topic.ID>]
    }

    /// The topics of some events, the worthiest first.
    ///
    /// The same events give the same topics, whatever their order.
    public func topics(in events: [Corpus.EventRecord]) -> [Topic] { derivation(in: events).topics }

    /// The topics of some events, and where each of them is none.
    ///
    /// The same events give the same topics, whatever their order.
    public func derivation(in events: [Corpus.EventRecord]) -> Derivation {
        let names = KnownNames(events)
        let words = EventWords(events)
        let pairs = TermPairs(events)
        let lexicon = Lexicon(words, names: names)
        let titles = lexicon.numbers(of: CommonWords.titles)
        var use = WordUse(lexicon)
        var labels = TermLabels()
        var chosen: [String: Choice] = [:]
        var places = Array(repeating: TermCounter.none, count: lexicon.stems.count)
        var ends = Array(repeating: false, count: lexicon.stems.count)
        var strange: [Event.ID: Set<Int32>] = [:]
        for (event, parts) in zip(events, words.parts) {
            use.read(parts, in: words.sequence, VoiceNames(event))
            if events.count > 1 { strange[event.event.id] = use.refused }
            let counter = TermCounter(parts, in: words.sequence, lexicon, use, titles: titles, places: &places)
            let ranking = TermRanking(lexicon, use, names: names, titles: titles)
            let language = event.event.language ?? (use.isEnglish ? "en" : Self.undetermined)
            var terms: [[Int32]] = []
            var keys: Set<String> = []
            for term in ranking.ranked(counter) {
                let key = pairs.canonical(TermKey.of(term.stems.map { lexicon.stemWords[Int($0)] }.joined()))
                guard !key.isEmpty, isNew(key, pairs) else { continue }
                guard keys.contains(key) || keys.count < Self.mostTopics else { continue }
                keys.insert(key)
                chosen[key, default: Choice()].add(term, language: language)
                terms.append(term.stems)
            }
            labels.add(terms, parts, words, lexicon, ends: &ends)
        }
        // A store refuses two topics with one identifier; a text must not bring that about.
        var taken = curated
        var derivation = Derivation(topics: [], refused: [:])
        for (key, choice) in chosen.sorted(by: { ($1.value.score, $0.key) < ($0.value.score, $1.key) }) {
            let topic = topic(
                key, choice.writings(labels), alternatives: pairs.alternatives(of: key), language: choice.language)
            guard taken.insert(topic.id).inserted else { continue }
            derivation.topics.append(topic)
            for (event, stems) in strange where choice.terms.keys.allSatisfy({ $0.count == 1 && stems.contains($0[0]) })
            {
                derivation.refused[event, default: []].insert(topic.id)
            }
        }
        return derivation
    }

    /// The writings of one topic, and what it is worth.
    private struct Choice {
        /// Each writing's stems, with the most that it is worth to an event.
        var terms: [[Int32]: Double] = [:]
        var score = 0.0

        /// The language of the event that it is worth most to, for what is not Korean; of equals, the least.
        var language = ""

        mutating func add(_ term: TermRanking.Ranked, language: String) {
            if language.isEmpty || (score, language) < (term.score, self.language) { self.language = language }
            score = max(score, term.score)
            terms[term.stems] = max(terms[term.stems] ?? 0, term.score)
        }

        /// The worthiest first, each as it is written most often, then its other writings; of equals, the least: which event
        /// comes first says nothing.
        func writings(_ labels: TermLabels) -> [String] {
            terms.flatMap { stems, score in
                (labels.writings[stems] ?? [:]).map { (label: $0.key, score: score, count: $0.value) }
            }
            .sorted { ($1.score, $1.count, $0.label) < ($0.score, $0.count, $1.label) }.map(\.label)
        }
    }

    private func isNew(_ key: String, _ pairs: TermPairs) -> Bool {
        !known.contains(key) && !pairs.alternatives(of: key).contains { known.contains(TermKey.of($0)) }
    }

    private func topic(_ key: String, _ writings: [String], alternatives: [String], language: String) -> Topic {
        var aliases: [String] = []
        var folded: Set<String> = []
        for writing in writings + alternatives where folded.insert(FoldedText.folded(writing)).inserted {
            aliases.append(writing)
        }
        aliases = aliases.filter(Self.isKorean) + aliases.filter { !Self.isKorean($0) }
        let korean = aliases.first(where: Self.isKorean)
        let label = korean ?? aliases.first ?? key
        let foreignLanguage = language.hasPrefix("ko") ? "en" : language
        var labels = [Self.isKorean(label) ? "ko" : foreignLanguage: label]
        if korean != nil, let foreign = aliases.first(where: { !Self.isKorean($0) }) {
            labels[foreignLanguage] = foreign
        }
        return Topic(id: Topic.ID(TermKey.slug(label)), labels: labels, aliases: aliases, origin: .derived)
    }

    private static func isKorean(_ text: String) -> Bool { text.unicodeScalars.contains(where: Hangul.isSyllable) }
}
