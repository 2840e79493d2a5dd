/// What speaks for a passage beside its own text: the talk's title, who speaks, the topics mentioned.
struct SharedEvidence {
    /// The score of each thing that a term was found in, by its key.
    private var talks: [Int: Double] = [:]
    private var panelists: [Int: Double] = [:]
    private var topics: [Int: Double] = [:]
    /// The people whose whole name the term is: seeking someone finds what they say.
    var speakers: Set<Int> = []

    /// Whether nothing was found.
    var isEmpty: Bool { talks.isEmpty && panelists.isEmpty && topics.isEmpty && speakers.isEmpty }

    mutating func add(_ item: SearchItem, _ key: Int, score: Double) {
        switch item {
        case .talk: talks[key, default: 0] += score
        case .panelist: panelists[key, default: 0] += score
        case .topic: topics[key, default: 0] += score
        }
    }

    mutating func add(_ other: SharedEvidence) {
        talks.merge(other.talks, uniquingKeysWith: +)
        panelists.merge(other.panelists, uniquingKeysWith: +)
        topics.merge(other.topics, uniquingKeysWith: +)
        speakers.formUnion(other.speakers)
    }

    /// How much of it there is for a passage; 0 where there is none.
    func score(of passage: Int, _ catalogue: PassageCatalogue) -> Double {
        var score = talks.isEmpty ? 0 : talks[catalogue.talk(of: passage)] ?? 0
        if !panelists.isEmpty {
            for voice in catalogue.voices(of: passage) { score += panelists[Int(voice)] ?? 0 }
        }
        if !topics.isEmpty {
            for topic in catalogue.topics(of: passage) { score += topics[Int(topic)] ?? 0 }
        }
        return score
    }

    /// Whether one of the people sought speaks.
    func isSpoken(_ passage: Int, _ catalogue: PassageCatalogue) -> Bool {
        !speakers.isEmpty && catalogue.voices(of: passage).contains { speakers.contains(Int($0)) }
    }
}
