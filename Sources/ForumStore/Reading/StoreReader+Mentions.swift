import SQLite

extension StoreReader {
    /// Hands over mentions of all topics, in the order of the document.
    ///
    /// - Parameters:
    ///   - place: The place after which to begin; `nil` for the beginning.
    ///   - limit: How many are wanted at most.
    ///   - body: Receives the rows.
    /// - Returns: The place of the last row handed over, or `nil` where fewer than `limit` were left.
    public func mentions(
        after place: ListPosition?, limit: Int, _ body: (borrowing MentionListRow) throws(StoreError) -> Void
    ) throws(StoreError) -> ListPosition? {
        let sql = """
            SELECT \(MentionListRow.columns) FROM mentions m CROSS JOIN topics tp ON tp.key = m.topic \
            CROSS JOIN talks t ON t.key = m.talk LEFT JOIN passages p ON p.key = m.passage \
            WHERE m.key > ? ORDER BY m.key LIMIT ?
            """
        var count = 0
        var last: Int64 = 0
        try forEachRow(of: sql, [.integer(place?.key ?? 0), Value(limit)]) { statement throws(StoreError) in
            let row = MentionListRow(statement: statement)
            count += 1
            last = row.key
            try body(row)
        }
        return count < limit ? nil : ListPosition(values: [], key: last)
    }
}
