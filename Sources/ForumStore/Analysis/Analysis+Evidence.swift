import SQLite

/// A window in which two topics are spoken of together, with the first passage for each.
public struct CooccurrenceEvidenceRow {
    static let columns = "\(TalkReferenceView.columns), \(SectionReferenceView.columns), a.id, b.id"

    let statement: Statement

    /// The talk.
    public var talk: TalkReferenceView { TalkReferenceView(statement: statement, first: 0) }
    /// The section of the passage that speaks of the first topic.
    public var section: SectionReferenceView { SectionReferenceView(statement: statement, first: 5) }
    /// The passage that speaks of the first topic.
    public var firstPassageID: TextColumn { TextColumn(statement, 8) }
    /// The passage that speaks of the second topic; it may be the same.
    public var secondPassageID: TextColumn { TextColumn(statement, 9) }
}

extension Analysis {
    /// Hands over the first windows in which pairs of topics are spoken of together: pair by pair, each in the order of the
    /// document, all by one query.
    ///
    /// - Parameters:
    ///   - pairs: The pairs.
    ///   - limit: How many windows are wanted of a pair.
    ///   - body: Receives the place of the pair among the others, and a window.
    public func evidence(
        for pairs: [CooccurringTopics], within window: CooccurrenceWindow, where filter: Filter<PassageField>,
        limit: Int,
        _ body: (Int, borrowing CooccurrenceEvidenceRow) throws(StoreError) -> Void
    ) throws(StoreError) {
        let keys = pairs.map { "[\($0.first.key),\($0.second.key)]" }.joined(separator: ",")
        let found =
            filter.isEmpty && limit <= StoreSchema.evidence
            ? Self.countedWindows(within: window, limit: limit)
            : try Self.windows(within: window, where: filter, limit: limit)
        let sql = """
            WITH pairs (number, first, second) AS (SELECT key, value ->> 0, value ->> 1 FROM json_each(?)), \(found.sql)
            SELECT \(CooccurrenceEvidenceRow.columns), found.number FROM found
            JOIN passages a ON a.key = found.first JOIN passages b ON b.key = found.second
            JOIN talks t ON t.key = a.talk LEFT JOIN sections s ON s.key = a.section
            WHERE found.rank <= ? ORDER BY found.number, a.key
            """
        try reader.forEachRow(of: sql, [.text("[\(keys)]")] + found.values + [Value(limit)]) {
            statement throws(StoreError) in
            try body(statement.int(at: 10), CooccurrenceEvidenceRow(statement: statement))
        }
    }

    /// The windows that were noted while loading.
    private static func countedWindows(within window: CooccurrenceWindow, limit: Int) -> Condition {
        Condition(
            """
            found AS (
                SELECT pairs.number, e.first_passage AS first, e.second_passage AS second,
                    row_number() OVER (PARTITION BY pairs.number ORDER BY e.first_passage) AS rank
                FROM pairs CROSS JOIN topic_evidence e
                ON e.span = ? AND e.first = pairs.first AND e.second = pairs.second)
            """, [.text(window.rawValue)])
    }

    private static func windows(
        within window: CooccurrenceWindow, where filter: Filter<PassageField>, limit: Int
    ) throws(StoreError) -> Condition {
        let condition = try filter.condition()
        return Condition(
            """
            spoken AS MATERIALIZED (
                SELECT \(window.key) AS place, pt.topic, min(p.key) AS passage
                FROM passage_topics pt JOIN passages p ON p.key = pt.passage
                WHERE pt.topic IN (SELECT first FROM pairs UNION SELECT second FROM pairs)\(
                    condition.map { " AND \($0.sql)" } ?? "")
                GROUP BY 1, 2),
            found AS (
                SELECT pairs.number, one.passage AS first, other.passage AS second,
                    row_number() OVER (PARTITION BY pairs.number ORDER BY one.passage) AS rank
                FROM pairs JOIN spoken one ON one.topic = pairs.first
                JOIN spoken other ON other.topic = pairs.second AND other.place = one.place)
            """, condition?.values ?? [])
    }
}
