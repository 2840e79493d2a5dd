extension StoreSchema {
    /// How many values of a field are stored with their counts, the most frequent first: as many as any response tells of.
    static let countedValues = 200

    /// How many windows that show a pair of topics are stored.
    static let evidence = 3

    /// The statements that lay out what is counted of the whole store while loading, so that no request counts it again.
    ///
    /// `counted_fields` says of a list's field how many values it has, and `counted_values` how many rows each of the most
    /// frequent has. `passage_cells` says how many passages share two properties (``CountedProperty``), whose values are keys
    /// or words. `topic_pairs` says in how many windows two topics are spoken of together, and `topic_evidence` which
    /// passages show it in the first of them.
    static let countTables = """
        CREATE TABLE counted_fields (
            list TEXT NOT NULL, field TEXT NOT NULL, value_count INTEGER NOT NULL, PRIMARY KEY (list, field)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE counted_values (
            list TEXT NOT NULL, field TEXT NOT NULL, rank INTEGER NOT NULL, value TEXT NOT NULL,
            row_count INTEGER NOT NULL, PRIMARY KEY (list, field, rank)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE passage_cells (
            first_property INTEGER NOT NULL, second_property INTEGER NOT NULL, first ANY NOT NULL, second ANY NOT NULL,
            passage_count INTEGER NOT NULL, PRIMARY KEY (first_property, second_property, first, second)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE topic_pairs (
            span TEXT NOT NULL, window_count INTEGER NOT NULL, first INTEGER NOT NULL REFERENCES topics,
            second INTEGER NOT NULL REFERENCES topics, is_general INTEGER NOT NULL CHECK (is_general IN (0, 1)),
            similarity REAL NOT NULL, PRIMARY KEY (span, window_count DESC, first, second)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE topic_evidence (
            span TEXT NOT NULL, first INTEGER NOT NULL REFERENCES topics, second INTEGER NOT NULL REFERENCES topics,
            first_passage INTEGER NOT NULL REFERENCES passages, second_passage INTEGER NOT NULL REFERENCES passages,
            PRIMARY KEY (span, first, second, first_passage)
        ) STRICT, WITHOUT ROWID;
        """
}
