import Proceedings
import SQLite

/// What the mentions add up to, by passage and by talk.
struct MentionTally {
    private var passages: [Int64: [(topic: Int64, mentions: Int)]] = [:]
    private var talks: [Int64: TopicWeights] = [:]

    mutating func add(topic: Int64, talk: Int64, passage: Int64?, place: TopicWeights.Place) {
        if let passage { Self.count(topic, in: &passages[passage, default: []]) }
        talks[talk, default: TopicWeights()].add(topic: topic, passage: passage, place: place)
    }

    /// The topics that a passage mentions, by key, and how often.
    func topics(inPassage passage: Int64) -> [(topic: Int64, mentions: Int)] {
        (passages[passage] ?? []).sorted { $0.topic < $1.topic }
    }

    private static func count(_ topic: Int64, in topics: inout [(topic: Int64, mentions: Int)]) {
        if let index = topics.firstIndex(where: { $0.topic == topic }) {
            topics[index].mentions += 1
        } else {
            topics.append((topic, 1))
        }
    }

    func weights(inTalk talk: Int64) -> TopicWeights {
        talks[talk] ?? TopicWeights()
    }
}

extension StoreWriter {
    static let mentionColumns = ["key", "topic", "talk", "passage", "start", "end", "surface", "method"]

    func writeTopics() throws(StoreError) {
        for (index, topic) in corpus.topics.enumerated() {
            let name = topic.id.rawValue
            var broader: Int64?
            if let id = topic.broader { broader = try keys.key(id, for: name) }
            let labels = topic.labels.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            let preferred = topic.labels["ko"] ?? topic.labels["en"] ?? labels.first?.value ?? name
            try insert(
                "topics", isCounted: true,
                [
                    "key": Value(index + 1), "id": .text(name), "name": .text(preferred), "broader": Value(broader),
                    "is_general": Value(topic.isGeneral), "origin": .text(topic.origin.rawValue),
                    "mention_count": 0, "passage_count": 0, "talk_count": 0,
                ])
            for (language, label) in labels {
                try insert(
                    "topic_labels", ["topic": Value(index + 1), "language": .text(language), "label": .text(label)])
            }
            for (position, alias) in topic.aliases.enumerated() {
                try insert(
                    "topic_aliases",
                    ["topic": Value(index + 1), "position": Value(position + 1), "alias": .text(alias)])
            }
        }
    }

    /// Writes every mention, and adds them up.
    func writeMentions() throws(StoreError) -> MentionTally {
        var tally = MentionTally()
        // Passages are numbered in the order of their talks.
        var places: [(talk: Int, isHeading: Bool)] = [(0, false)]
        places.reserveCapacity(keys.counts.passages + 1)
        for (index, (talk, _)) in corpus.events.lazy.flatMap(\.talks).enumerated() {
            for passage in talk.passages { places.append((index + 1, passage.kind == .heading)) }
        }
        for (index, mention) in corpus.mentions.enumerated() {
            var name: String { "mention of \(mention.topic)" }
            let topic = try keys.key(mention.topic, for: name)
            let talk = try keys.key(mention.talk, for: name)
            var passage: Int64?
            var place = TopicWeights.Place.title
            if let id = mention.passage {
                let key = try keys.key(id, for: name)
                passage = key
                let (ownTalk, isHeading) = places[Int(key)]
                place = isHeading ? .heading : .body
                guard ownTalk == talk else {
                    throw .inconsistentCorpus(detail: "'\(name)': the passage '\(id)' is not one of '\(mention.talk)'")
                }
            }
            try insert(into: mentionRows, isCounted: true, for: name) { row throws(SQLiteError) in
                try row.append(index + 1)
                try row.append(topic)
                try row.append(talk)
                try row.append(passage)
                try row.append(mention.start)
                try row.append(mention.end)
                try row.append(mention.surface)
                try row.append(mention.method.rawValue)
            }
            tally.add(topic: topic, talk: talk, passage: passage, place: place)
        }
        return tally
    }

    /// What a talk is about.
    func weights(of talk: Int64, _ mentions: MentionTally) -> [(tally: TopicWeights.Tally, weight: Double)] {
        mentions.weights(inTalk: talk).ranked(isGeneral: isGeneral)
    }

    private func isGeneral(_ topic: Int64) -> Bool {
        let index = Int(topic) - 1
        return corpus.topics.indices.contains(index) && corpus.topics[index].isGeneral
    }

    /// The rows of what a talk is about, for its own.
    func packed(_ weights: [(tally: TopicWeights.Tally, weight: Double)]) -> PackedRowsWriter {
        var rows = PackedRowsWriter()
        for (tally, weight) in weights {
            TalkTopicRow.pack(tally, weight: weight, isGeneral: isGeneral(tally.topic), into: &rows)
        }
        return rows
    }

    /// Writes what a talk is about.
    func write(_ weights: [(tally: TopicWeights.Tally, weight: Double)], of talk: Int64) throws(StoreError) {
        for (index, (tally, weight)) in weights.enumerated() {
            try insert(
                "talk_topics",
                [
                    "talk": .integer(talk), "position": Value(index + 1), "topic": .integer(tally.topic),
                    "mentions": Value(tally.mentions), "passages": Value(tally.passages),
                    "in_title": Value(tally.isInTitle),
                    "in_heading": Value(tally.isInHeading), "is_primary": Value(tally.isPrimary),
                    "weight": .real(weight),
                ])
        }
    }
}
