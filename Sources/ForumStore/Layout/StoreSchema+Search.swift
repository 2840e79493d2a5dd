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
