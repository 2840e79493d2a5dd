import Proceedings
import SQLite

extension StoreReader {
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

    private func tallies(
        of source: Source.ID, _ sql: String, _ body: (borrowing LineTallyRow) throws(StoreError) -> Void
    ) throws(StoreError) {
        guard let key = try key(.source, source.rawValue) else { return }
        try forEachRow(of: sql, [.integer(key)]) { statement throws(StoreError) in
            try body(LineTallyRow(statement: statement))
        }
    }
}
