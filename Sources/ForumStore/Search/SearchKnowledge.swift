import KoreanText
import SQLite

/// What the search knows of a whole store: its words, its aliases, and what each passage belongs to.
struct SearchKnowledge {
    /// The words of the text, and the names.
    let words: KnownWords
    /// What stands for a form, by the form without gaps.
    let aliases: [String: [String]]
    /// What each passage belongs to.
    let catalogue: PassageCatalogue
    /// The topics and people, for whoever is typing one.
    let names: [KnownName]
    /// How many longer words one is sought inside of at most.
    var innerWords: Int
    /// The people by their names without gaps.
    let people: [String: Set<Int>]

    init(_ reader: StoreReader) throws(StoreError) {
        innerWords = reader.limits.innerWords
        var words: KnownWords?
        try reader.forEachRow(of: "SELECT words FROM search_words", []) { row throws(StoreError) in
            words = row.withBlob(at: 0) { KnownWords(stored: $0) }
        }
        guard let words else { throw .corrupt(path: reader.path, detail: "search_words holds no list of words") }
        self.words = words
        var aliases: [String: [String]] = [:]
        try reader.forEachRow(of: "SELECT form, alternative FROM search_aliases ORDER BY form, alternative", []) {
            row throws(StoreError) in
            aliases[row.string(at: 0) ?? "", default: []].append(row.string(at: 1) ?? "")
        }
        self.aliases = aliases
        var people: [String: Set<Int>] = [:]
        try reader.forEachRow(of: "SELECT key, name FROM panelists", []) { row throws(StoreError) in
            people[SearchText(row.string(at: 1) ?? "").squeezed, default: []].insert(row.int(at: 0))
        }
        self.people = people
        names = try KnownName.all(reader)
        catalogue = try PassageCatalogue(reader)
    }

    /// Whether the text knows a word as it stands, so that its end is no particle.
    func contains(_ word: String) -> Bool { words.place(of: word) != nil }
}
