import Proceedings

/// The topics of some events with every mention: the vocabulary's in all of them, derived ones where it does not reach.
///
/// An event derives topics unless the vocabulary covers it: unless half of its passages speak of a topic that is not general.
public struct TopicIndex: Sendable {
    /// The share of an event's passages that mention a topic which is not general, from which on the vocabulary covers it.
    public static let coverage = 0.5
    /// How often a derived topic is mentioned at least, where one talk alone mentions it.
    public static let fewestMentions = 3
    /// How many talks mention a derived topic at least, where it is mentioned less often.
    public static let fewestTalks = 2

    /// The share of an event's passages, from which on it speaks of a derived topic however few they are.
    public static let ownShare = 0.25

    /// The vocabulary's topics in its order, then the derived ones, the worthiest first.
    public let topics: [Topic]
    /// Every mention, in the order of the text.
    public let mentions: [Mention]
    /// The events that derived topics were made for.
    public let deriving: Set<Event.ID>

    /// Finds the topics of some events.
    ///
    /// - Parameters:
    ///   - events: The events in the order that the mentions are to have.
    ///   - curated: The vocabulary's topics.
    ///   - choices: Whether an event derives topics, where a person has said so.
    public init(_ events: [Corpus.EventRecord], curated: [Topic], choices: [Event.ID: Bool] = [:]) {
        let vocabulary = TopicMatcher(topics: curated)
        let general = Set(curated.filter(\.isGeneral).map(\.id))
        var found = events.map { event in event.talks.flatMap { vocabulary.mentions(in: $0.talk) } }
        let chosen = events.indices.filter { index in
            choices[events[index].event.id] ?? !Self.isCovered(events[index], by: found[index], general: general)
        }
        let derivation = TopicDeriver(curated: curated).derivation(in: chosen.map { events[$0] })
        let derived = derivation.topics
        let matcher = TopicMatcher(topics: curated + derived)
        for index in chosen where !derived.isEmpty {
            let mentions = events[index].talks.flatMap { matcher.mentions(in: $0.talk) }
            let refused = derivation.refused[events[index].event.id] ?? []
            let own = Self.own(mentions, in: events[index]).subtracting(refused)
            found[index] = mentions.filter { $0.method == .alias || own.contains($0.topic) }
        }
        let kept = Self.kept(derived, mentions: chosen.flatMap { found[$0] })
        topics = curated + derived.filter { kept.contains($0.id) }
        mentions = found.flatMap { $0 }.filter { $0.method == .alias || kept.contains($0.topic) }
        deriving = Set(chosen.map { events[$0].event.id })
    }

    /// The derived topics that one event speaks of itself, and does not only touch.
    private static func own(_ mentions: [Mention], in event: Corpus.EventRecord) -> Set<Topic.ID> {
        let passages = event.talks.reduce(0) { $0 + $1.talk.passages.count }
        return Set(
            tallies(mentions).filter {
                isOften($1) || Double($1.count) >= ownShare * Double(passages)
            }.keys)
    }

    private static func isCovered(
        _ event: Corpus.EventRecord, by mentions: [Mention], general: Set<Topic.ID>
    ) -> Bool {
        let passages = event.talks.reduce(0) { $0 + $1.talk.passages.count }
        let covered = Set(mentions.lazy.filter { !general.contains($0.topic) }.compactMap(\.passage))
        return passages > 0 && Double(covered.count) >= coverage * Double(passages)
    }

    /// The derived topics that the texts mention often enough, counted by the mentions themselves.
    private static func kept(_ derived: [Topic], mentions: [Mention]) -> Set<Topic.ID> {
        let tallies = tallies(mentions)
        return Set(derived.map(\.id).filter { id in tallies[id].map(isOften) ?? false })
    }

    private static func isOften(_ tally: (count: Int, talks: Set<Talk.ID>)) -> Bool {
        tally.count >= fewestMentions || tally.talks.count >= fewestTalks
    }

    private static func tallies(_ mentions: [Mention]) -> [Topic.ID: (count: Int, talks: Set<Talk.ID>)] {
        var tallies: [Topic.ID: (count: Int, talks: Set<Talk.ID>)] = [:]
        for mention in mentions where mention.method == .term {
            tallies[mention.topic, default: (0, [])].count += 1
            tallies[mention.topic, default: (0, [])].talks.insert(mention.talk)
        }
        return tallies
    }
}
