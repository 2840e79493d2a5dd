import KoreanText
import Proceedings
import SQLite

extension StoreWriter {
    /// Writes the search index, the words that it knows and the forms that stand for one another.
    func writeSearchIndex() throws(StoreError) {
        var aliases = AliasTable()
        var catalogue = PassageCatalogueWriter()
        for topic in corpus.topics { aliases.add(topic) }
        do throws(SQLiteError) {
            // Nobody reads while the index grows: it is cut into few pieces, which are put together once at the end.
            try connection.execute(
                """
                INSERT INTO search_index (search_index, rank) VALUES ('hashsize', \(Self.indexMemory)), ('automerge', 0)
                """)
            let topics = try connection.prepare("SELECT passage, topic FROM passage_topics ORDER BY passage, topic")
            var hasTopic = try topics.step()
            tokenizer.isCounting = true
            let insertion = try connection.prepare("INSERT INTO search_index (rowid, body, heading) VALUES (?, ?, ?)")
            // Passages are numbered in the order of their talks.
            var key: Int64 = 0
            for (talk, _) in corpus.events.lazy.flatMap(\.talks) {
                for passage in talk.passages {
                    key += 1
                    let isHeading = passage.kind == .heading
                    tokenizer.words.beginPassage()
                    try insertion.bind(key, at: 1)
                    try insertion.bind(isHeading ? nil : passage.text, at: 2)
                    try insertion.bind(isHeading ? passage.text : nil, at: 3)
                    try insertion.run()
                    for pair in AliasPair.all(in: passage.text) { aliases.add([pair.form, pair.alternative]) }
                    var mentioned: [Int64] = []
                    while hasTopic, topics.int64(at: 0) <= key {
                        if topics.int64(at: 0) == key { mentioned.append(topics.int64(at: 1)) }
                        hasTopic = try topics.step()
                    }
                    catalogue.add(passage, speaker: passage.speaker.flatMap { keys.panelists[$0] }, topics: mentioned)
                }
            }
            tokenizer.isCounting = false
            try writeSearchItems()
            try connection.execute("INSERT INTO search_index (search_index) VALUES ('optimize')")
            try connection.execute("INSERT INTO search_items (search_items) VALUES ('optimize')")
        } catch {
            throw StoreError(error, path: path)
        }
        for person in corpus.panelists { tokenizer.words.add(name: person.name) }
        for topic in corpus.topics { topic.labels.values.sorted().forEach { tokenizer.words.add(name: $0) } }
        try insert("search_words", ["words": .blob(tokenizer.words.words().stored)])
        try insert("search_passages", catalogue.row)
        for (form, alternatives) in aliases.forms {
            for alternative in alternatives {
                try insert("search_aliases", ["form": .text(form), "alternative": .text(alternative)])
            }
        }
    }

    /// How many bytes of the index are collected before they are written.
    private static let indexMemory = 64 << 20

    /// Writes what passages share with one another: titles, people, topics.
    private func writeSearchItems() throws(SQLiteError) {
        let insertion = try connection.prepare(
            "INSERT INTO search_items (rowid, title, person, topics, affiliation) VALUES (?, ?, ?, ?, ?)")
        var affiliations: [Panelist.ID: [String]] = [:]
        for (talk, _) in corpus.events.lazy.flatMap(\.talks) {
            for part in talk.participations {
                for text in [part.affiliation?.text, part.roleTitle].compactMap(\.self)
                where affiliations[part.panelist]?.contains(text) != true {
                    affiliations[part.panelist, default: []].append(text)
                }
            }
            guard let key = keys.talks[talk.id], let title = talk.title else { continue }
            try insertion.bind([.integer(SearchItem.talk.row(key)), .text(title), .null, .null, .null])
            try insertion.run()
        }
        for person in corpus.panelists {
            guard let key = keys.panelists[person.id] else { continue }
            try insertion.bind([
                .integer(SearchItem.panelist.row(key)), .null, .text(person.name), .null,
                .text(Self.listed(affiliations[person.id] ?? [])),
            ])
            try insertion.run()
        }
        for topic in corpus.topics {
            guard let key = keys.topics[topic.id] else { continue }
            let names = topic.labels.sorted { $0.key < $1.key }.map(\.value) + topic.aliases
            try insertion.bind([
                .integer(SearchItem.topic.row(key)), .null, .null, .text(Self.listed(names)), .null,
            ])
            try insertion.run()
        }
    }

    /// Texts one after another.
    private static func listed(_ texts: [String]) -> String {
        texts.joined(separator: " / ")
    }
}
