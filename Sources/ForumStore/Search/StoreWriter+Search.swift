import KoreanText
import Proceedings
import SQLite

extension StoreWriter {
    /// Writes the search index, the words that it knows and the forms that stand for one another.
    func writeSearchIndex() throws(StoreError) {
        var words = WordTally()
        var aliases = AliasTable()
        for topic in corpus.topics { aliases.add(topic) }
        let topicNames = Dictionary(
            corpus.topics.map { ($0.id, $0.labels["ko"] ?? $0.labels["en"] ?? $0.id.rawValue) },
            uniquingKeysWith: { first, _ in first })
        var topicsOfPassage: [Passage.ID: Set<String>] = [:]
        for mention in corpus.mentions {
            guard let passage = mention.passage, let name = topicNames[mention.topic] else { continue }
            topicsOfPassage[passage, default: []].insert(name)
        }
        do throws(SQLiteError) {
            let columns = SearchColumn.allCases.map(\.rawValue).joined(separator: ", ")
            let statement = try connection.prepare(
                "INSERT INTO search_index (rowid, \(columns)) VALUES (?, ?, ?, ?, ?, ?, ?)")
            for (talk, _) in corpus.events.lazy.flatMap(\.talks) {
                let voices = talk.participations.filter { $0.role != .moderator }
                for passage in talk.passages {
                    guard let key = keys.passages[passage.id] else { continue }
                    let speakers =
                        passage.speaker.map { speaker in talk.participations.filter { $0.panelist == speaker } }
                        ?? voices
                    let isHeading = passage.kind == .heading
                    try statement.bind([
                        .integer(key), isHeading ? .null : .text(passage.text), Value(talk.title),
                        .text(speakers.map(\.name).joined(separator: " / ")),
                        .text((topicsOfPassage[passage.id] ?? []).sorted().joined(separator: " / ")),
                        isHeading ? .text(passage.text) : .null,
                        .text(speakers.compactMap { $0.affiliation?.text }.joined(separator: " / ")),
                    ])
                    try statement.run()
                    words.add(passage.text)
                    for pair in AliasPair.all(in: passage.text) { aliases.add([pair.form, pair.alternative]) }
                }
            }
            try connection.execute("INSERT INTO search_index (search_index) VALUES ('optimize')")
        } catch {
            throw StoreError(error, path: path)
        }
        for person in corpus.panelists { words.add(name: person.name) }
        for topic in corpus.topics { topic.labels.values.forEach { words.add(name: $0) } }
        for (term, passages) in words.terms {
            try insert("search_terms", ["term": .text(term), "passages": Value(passages)])
        }
        for (form, alternatives) in aliases.forms {
            for alternative in alternatives {
                try insert("search_aliases", ["form": .text(form), "alternative": .text(alternative)])
            }
        }
    }
}
