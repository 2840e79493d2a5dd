extension StoreSchema {
    /// The statements that lay out the search index.
    ///
    /// A row of the index has its passage's key. The index holds no text: hits are read from the tables. A passage's own
    /// text stands in `heading` or `body`; the other columns say what it belongs to.
    static let searchTables = """
        CREATE VIRTUAL TABLE search_index USING fts5 (
            \(SearchColumn.allCases.map(\.rawValue).joined(separator: ", ")), content = '',
            tokenize = '\(SyllableTokenizer.name)'
        );

        CREATE TABLE search_terms (
            term TEXT PRIMARY KEY, passages INTEGER NOT NULL CHECK (passages > 0)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE search_aliases (
            form TEXT NOT NULL, alternative TEXT NOT NULL, PRIMARY KEY (form, alternative)
        ) STRICT, WITHOUT ROWID;
        """
}

/// The columns of the search index, in their order; what is in the first one takes the least room.
enum SearchColumn: String, CaseIterable {
    case body, title, person, topics, heading, affiliation

    /// How much a hit in the column counts for the ranking.
    var weight: Int {
        switch self {
        case .title: 8
        case .person: 6
        case .topics: 5
        case .heading: 4
        case .affiliation: 3
        case .body: 1
        }
    }

    /// The columns that decide whether a passage is found: its own text, and who speaks.
    static let deciding: [SearchColumn] = [.person, .heading, .body]
    /// The columns that a passage shares with its neighbours: they rank it, and decide where nothing else is found.
    static let shared: [SearchColumn] = [.title, .topics, .affiliation]
}
