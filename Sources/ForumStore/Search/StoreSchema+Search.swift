extension StoreSchema {
    /// The statements that lay out the search index.
    ///
    /// A row of `search_index` has its passage's key. What a passage shares with others stands once, in `search_items`: a row
    /// for every talk, person and topic. The indexes hold no text: hits are read from the tables. What is needed of every
    /// word and passage at once stands in one row each, so that opening a store reads it in one piece.
    static let searchTables = """
        CREATE VIRTUAL TABLE search_index USING fts5 (
            body, heading, content = '', columnsize = 0, tokenize = '\(SyllableTokenizer.name)'
        );

        CREATE VIRTUAL TABLE search_items USING fts5 (
            title, person, topics, affiliation, content = '', tokenize = '\(SyllableTokenizer.name)'
        );

        CREATE TABLE search_words (one INTEGER PRIMARY KEY CHECK (one = 1), words BLOB NOT NULL) STRICT;

        CREATE TABLE search_passages (
            one INTEGER PRIMARY KEY CHECK (one = 1), kinds BLOB NOT NULL, lengths BLOB NOT NULL,
            speakers BLOB NOT NULL, topics BLOB NOT NULL
        ) STRICT;

        CREATE TABLE search_aliases (
            form TEXT NOT NULL, alternative TEXT NOT NULL, PRIMARY KEY (form, alternative)
        ) STRICT, WITHOUT ROWID;
        """
}

/// How much what is found counts for the ranking, by where it stands.
enum SearchWeight {
    static let title = 8
    static let person = 6
    static let topics = 5
    static let heading = 4
    static let affiliation = 3
    static let body = 1

    /// In the order of the columns of `search_index`.
    static let ofIndex = [body, heading]
    /// In the order of the columns of `search_items`.
    static let ofItems = [title, person, topics, affiliation]
}

/// What a row of `search_items` stands for.
enum SearchItem: Int64, CaseIterable {
    case talk, panelist, topic

    /// The row of the thing with a key.
    func row(_ key: Int64) -> Int64 { key * Self.count + rawValue }

    /// What a row stands for, with its key.
    static func at(_ row: Int64) -> (item: SearchItem, key: Int64)? {
        SearchItem(rawValue: row % count).map { ($0, row / count) }
    }

    private static let count = Int64(allCases.count)
}
