import Proceedings

/// Writes what ``PassageCatalogue`` reads beside the tables, passage by passage.
struct PassageCatalogueWriter {
    private var kinds: [UInt8] = []
    private var lengths: [UInt8] = []
    private var speakers = NumberWriter()
    private var hasSpeakers = false
    private var topics = NumberWriter()

    mutating func add(_ passage: Passage, speaker: Int64?, topics: [Int64]) {
        kinds.append(PassageCatalogue.number(of: passage.kind))
        lengths.append(PassageRanking.length(ofBytes: passage.text.utf8.count))
        speakers.append(Int(speaker ?? 0))
        if speaker != nil { hasSpeakers = true }
        self.topics.append(topics.count)
        for topic in topics { self.topics.append(Int(topic)) }
    }

    /// The columns of `search_passages` with their values.
    var row: InsertedRow {
        [
            "kinds": .blob(kinds), "lengths": .blob(lengths), "speakers": .blob(hasSpeakers ? speakers.bytes : []),
            "topics": .blob(topics.bytes),
        ]
    }
}
