import Proceedings
import SQLite

extension StoreReader {
    /// The files and folders of which nothing could be used when the store was loaded.
    public func leftOut() throws(StoreError) -> [Corpus.LeftOut] {
        var leftOut: [Corpus.LeftOut] = []
        try forEachRow(of: "SELECT place, reason FROM left_out ORDER BY key", []) { statement throws(StoreError) in
            leftOut.append(
                Corpus.LeftOut(place: statement.string(at: 0) ?? "", reason: statement.string(at: 1) ?? ""))
        }
        return leftOut
    }

    /// Hands over how many lines of a source were joined with the next one in which way.
    public func joins(
        of source: Source.ID, _ body: (borrowing LineTallyRow) throws(StoreError) -> Void
    ) throws(StoreError) {
        try tallies(of: source, "SELECT joined, lines FROM line_joins WHERE source = ? ORDER BY joined", body)
    }

    /// Hands over how many lines of a source were dropped for which reason.
    public func dropReasons(
        of source: Source.ID, _ body: (borrowing LineTallyRow) throws(StoreError) -> Void
    ) throws(StoreError) {
        try tallies(of: source, "SELECT reason, lines FROM drop_reasons WHERE source = ? ORDER BY reason", body)
    }

    /// Hands over the first lines of a source that were dropped.
    public func droppedLines(
        of source: Source.ID, limit: Int, _ body: (borrowing SourceLineRow) throws(StoreError) -> Void
    ) throws(StoreError) {
        guard let key = try key(.source, source.rawValue) else { return }
        let sql = """
            SELECT \(SourceLineRow.columns) FROM source_lines l LEFT JOIN talks t ON t.key = l.talk \
            LEFT JOIN passages p ON p.key = l.passage WHERE l.source = ? AND l.class = 'dropped' \
            ORDER BY l.number LIMIT ?
            """
        try forEachRow(of: sql, [.integer(key), Value(limit)]) { statement throws(StoreError) in
            try body(SourceLineRow(statement: statement))
        }
    }

    /// Hands over the first diagnostics of a source, in the order of its reader.
    ///
    /// - Returns: How many there are.
    @discardableResult
    public func diagnostics(
        of source: Source.ID, limit: Int, _ body: (borrowing DiagnosticRow) throws(StoreError) -> Void
    ) throws(StoreError) -> Int {
        guard let key = try key(.source, source.rawValue) else { return 0 }
        let sql = "SELECT \(DiagnosticRow.columns) FROM diagnostics WHERE source = ? ORDER BY position LIMIT ?"
        try forEachRow(of: sql, [.integer(key), Value(limit)]) { statement throws(StoreError) in
            try body(DiagnosticRow(statement: statement))
        }
        return try integer(Condition("SELECT count(*) FROM diagnostics WHERE source = ?", [.integer(key)]))
    }

    /// What was understood of a source's turns, or `nil` where there are none.
    public func turns(of source: Source.ID) throws(StoreError) -> TurnSummary? {
        guard let key = try key(.source, source.rawValue) else { return nil }
        var summary: TurnSummary?
        let totals = "SELECT turns, voices, unresolved, unread FROM turn_summaries WHERE source = ?"
        try forEachRow(of: totals, [.integer(key)]) { row throws(StoreError) in
            summary = TurnSummary(
                turns: row.int(at: 0), voices: row.int(at: 1), unresolved: row.int(at: 2), unread: row.int(at: 3))
        }
        guard var summary else { return nil }
        let forms = "SELECT pattern, turns, first_line FROM turn_forms WHERE source = ? ORDER BY position"
        try forEachRow(of: forms, [.integer(key)]) { row throws(StoreError) in
            summary.forms.append(
                .init(pattern: row.string(at: 0) ?? "", turns: row.int(at: 1), firstLine: row.int(at: 2)))
        }
        return summary
    }

    private func tallies(
        of source: Source.ID, _ sql: String, _ body: (borrowing LineTallyRow) throws(StoreError) -> Void
    ) throws(StoreError) {
        guard let key = try key(.source, source.rawValue) else { return }
        try forEachRow(of: sql, [.integer(key)]) { statement throws(StoreError) in
            try body(LineTallyRow(statement: statement))
        }
    }
}
