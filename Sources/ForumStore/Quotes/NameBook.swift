import KoreanText

/// The names of the people and organizations of a store, as they stand in running text.
final class NameBook: Sendable {
    private let names: Set<String>

    init(_ reader: StoreReader) throws(StoreError) {
        var names: Set<String> = []
        let sql = "SELECT name FROM panelists WHERE kind = 'person' UNION SELECT name FROM organizations"
        try reader.forEachRow(of: sql, []) { statement throws(StoreError) in
            let name = statement.string(at: 0) ?? ""
            let words = name.lowercased().split { !$0.isLetter }
            // Of a foreign person every word is a name; an organization's words are any words.
            if words.count <= 1
                || words.count <= 4 && words.allSatisfy({ $0.first?.isASCII == true && $0.count > 2 })
                    && PersonName(name)?.name == name
            {
                names.formUnion(words.map(String.init))
            }
        }
        self.names = names
    }

    /// Whether a word in small letters is a name, or one of its words.
    func contains(_ word: String) -> Bool { names.contains(word) }
}

extension StoreReader {
    /// The names, read when they are first needed.
    var names: NameBook { get throws(StoreError) { try derived(NameBook.init) } }
}
