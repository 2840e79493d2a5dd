import Proceedings

/// The keys of everything in a corpus, numbered in the order of the document, and the check that its references hold.
struct CorpusKeys {
    private(set) var events: [Event.ID: Int64] = [:]
    private(set) var sources: [Source.ID: Int64] = [:]
    private(set) var talks: [Talk.ID: Int64] = [:]
    private(set) var sections: [Section.ID: Int64] = [:]
    private(set) var passages: [Passage.ID: Int64] = [:]
    private(set) var panelists: [Panelist.ID: Int64] = [:]
    private(set) var topics: [Topic.ID: Int64] = [:]
    private(set) var organizations: [String: Int64] = [:]
    /// What the store must hold once it is written.
    private(set) var counts = StoreCounts()

    init(_ corpus: Corpus) throws(StoreError) {
        for panelist in corpus.panelists { try Self.number(panelist.id, "panelist", &panelists) }
        for topic in corpus.topics { try Self.number(topic.id, "topic", &topics) }
        for record in corpus.events {
            try Self.number(record.event.id, "event", &events)
            counts.corrections += record.corrections.count
            for source in record.sources {
                try Self.number(source.id, "source", &sources)
                counts.sourceLines += source.lines.count
            }
            for (talk, _) in record.talks {
                try Self.number(talk.id, "talk", &talks)
                counts.participations += talk.participations.count
                for section in talk.sections { try Self.number(section.id, "section", &sections) }
                for passage in talk.passages { try Self.number(passage.id, "passage", &passages) }
                for participation in talk.participations {
                    guard let name = participation.affiliation?.organization else { continue }
                    if organizations[name] == nil { organizations[name] = Int64(organizations.count + 1) }
                }
            }
        }
        counts.events = events.count
        counts.sources = sources.count
        counts.talks = talks.count
        counts.panelists = panelists.count
        counts.organizations = organizations.count
        counts.sections = sections.count
        counts.passages = passages.count
        counts.topics = topics.count
        counts.mentions = corpus.mentions.count
        counts.leftOut = corpus.leftOut.count
    }

    func key(_ id: Source.ID, for owner: @autoclosure () -> String) throws(StoreError) -> Int64 {
        try Self.find(id, "source", sources, owner)
    }

    func key(_ id: Talk.ID, for owner: @autoclosure () -> String) throws(StoreError) -> Int64 {
        try Self.find(id, "talk", talks, owner)
    }

    func key(_ id: Section.ID, for owner: @autoclosure () -> String) throws(StoreError) -> Int64 {
        try Self.find(id, "section", sections, owner)
    }

    func key(_ id: Passage.ID, for owner: @autoclosure () -> String) throws(StoreError) -> Int64 {
        try Self.find(id, "passage", passages, owner)
    }

    func key(_ id: Panelist.ID, for owner: @autoclosure () -> String) throws(StoreError) -> Int64 {
        try Self.find(id, "panelist", panelists, owner)
    }

    func key(_ id: Topic.ID, for owner: @autoclosure () -> String) throws(StoreError) -> Int64 {
        try Self.find(id, "topic", topics, owner)
    }

    private static func number<Entity>(
        _ id: Identifier<Entity>, _ kind: String, _ keys: inout [Identifier<Entity>: Int64]
    ) throws(StoreError) {
        let key = Int64(keys.count + 1)
        guard keys.updateValue(key, forKey: id) == nil else {
            throw .inconsistentCorpus(detail: "two \(kind)s are called '\(id)'")
        }
    }

    private static func find<Entity>(
        _ id: Identifier<Entity>, _ kind: String, _ keys: [Identifier<Entity>: Int64], _ owner: () -> String
    ) throws(StoreError) -> Int64 {
        guard let key = keys[id] else {
            throw .inconsistentCorpus(detail: "'\(owner())' refers to the \(kind) '\(id)', which is not there")
        }
        return key
    }
}
