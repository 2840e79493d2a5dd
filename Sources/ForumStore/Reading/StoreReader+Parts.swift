import Proceedings
import SQLite

extension StoreReader {
    /// Hands over a talk's sections in printed order, parents before their children.
    public func sections(
        of talk: Talk.ID, _ body: (borrowing SectionRow) throws(StoreError) -> Void
    ) throws(StoreError) {
        guard let key = try key(.talk, talk.rawValue) else { return }
        try withCursors { cursors throws(StoreError) in
            cursors.bound = key
            try cursors.forEach(.sections, of: key) { statement throws(StoreError) in
                try body(SectionRow(statement: statement))
            }
        }
    }

    /// Hands over a passage with its neighbours in the talk, in printed order.
    ///
    /// - Parameters:
    ///   - passage: The passage; where there is none, nothing is handed over.
    ///   - before: How many passages before it are wanted.
    ///   - after: How many passages after it are wanted.
    ///   - body: Receives the passages, the one in question among them.
    public func context(
        of passage: Passage.ID, before: Int, after: Int, _ body: (borrowing PassageRow) throws(StoreError) -> Void
    ) throws(StoreError) {
        guard let key = try key(.passage, passage.rawValue) else { return }
        let sql = """
            SELECT key FROM passages WHERE key BETWEEN ?1 - ?2 AND ?1 + ?3 \
            AND talk = (SELECT talk FROM passages WHERE key = ?1) ORDER BY key
            """
        // No talk is longer than all passages together, so that the bounds cannot overflow.
        let (before, after) = (max(0, min(before, counts.passages)), max(0, min(after, counts.passages)))
        var keys: [Int64] = []
        try forEachRow(of: sql, [.integer(key), Value(before), Value(after)]) { statement throws(StoreError) in
            keys.append(statement.int64(at: 0))
        }
        try withCursors { cursors throws(StoreError) in
            cursors.bound = keys.last ?? 0
            for key in keys {
                try cursors.forEach(.passages, of: key) { statement throws(StoreError) in
                    try body(PassageRow(statement: statement, children: cursors))
                }
            }
        }
    }

    /// Hands over lines of a source, in order.
    ///
    /// - Parameters:
    ///   - source: The source; where there is none, nothing is handed over.
    ///   - numbers: The 1-based numbers of the lines; those that do not exist are left out.
    ///   - classes: What the lines were taken for; `nil` is anything.
    ///   - offset: How many of these lines are passed over.
    ///   - limit: How many are handed over at most.
    ///   - body: Receives the lines.
    public func lines(
        of source: Source.ID, _ numbers: ClosedRange<Int>, takenFor classes: [SourceLine.Class]? = nil,
        offset: Int = 0, limit: Int = .max, _ body: (borrowing SourceLineRow) throws(StoreError) -> Void
    ) throws(StoreError) {
        guard let key = try key(.source, source.rawValue) else { return }
        let condition = Self.lines(of: key, numbers, takenFor: classes)
        let sql = """
            SELECT \(SourceLineRow.columns) FROM source_lines l LEFT JOIN talks t ON t.key = l.talk \
            LEFT JOIN passages p ON p.key = l.passage WHERE \(condition.sql) ORDER BY l.number LIMIT ? OFFSET ?
            """
        try forEachRow(of: sql, condition.values + [Value(limit), Value(offset)]) { statement throws(StoreError) in
            try body(SourceLineRow(statement: statement))
        }
    }

    /// How many lines of a source there are of those numbers and classes.
    public func lineCount(
        of source: Source.ID, _ numbers: ClosedRange<Int>, takenFor classes: [SourceLine.Class]
    ) throws(StoreError) -> Int {
        guard let key = try key(.source, source.rawValue) else { return 0 }
        let condition = Self.lines(of: key, numbers, takenFor: classes)
        return try integer(
            Condition("SELECT count(*) FROM source_lines l WHERE \(condition.sql)", condition.values))
    }

    private static func lines(
        of source: Int64, _ numbers: ClosedRange<Int>, takenFor classes: [SourceLine.Class]?
    ) -> Condition {
        let words = (classes ?? []).map { Value.text($0.rawValue) }
        let places = words.map { _ in "?" }.joined(separator: ", ")
        return Condition(
            "l.source = ? AND l.number BETWEEN ? AND ?" + (classes == nil ? "" : " AND l.class IN (\(places))"),
            [.integer(source), Value(numbers.lowerBound), Value(numbers.upperBound)] + words)
    }

    /// Tells whether an identifier names something in the store.
    public func contains(_ kind: ReferenceKind, _ id: String) throws(StoreError) -> Bool {
        if try key(kind, id) != nil { return true }
        guard kind == .affiliation else { return false }
        return try integer(Condition("SELECT EXISTS (SELECT 1 FROM participations WHERE affiliation = ?)", [.text(id)]))
            == 1
    }

    /// Hands over all identifiers of a kind, in the order of the document; organizations in the order of their names.
    public func identifiers(
        of kind: ReferenceKind, _ body: (TextColumn) throws(StoreError) -> Void
    ) throws(StoreError) {
        let order = kind == .affiliation ? kind.nameColumn : "key"
        try forEachRow(of: "SELECT \(kind.nameColumn) FROM \(kind.table) ORDER BY \(order)", []) {
            statement throws(StoreError) in
            try body(TextColumn(statement, 0))
        }
    }
}
