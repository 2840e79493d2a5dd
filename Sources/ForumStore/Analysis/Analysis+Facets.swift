import SQLite

extension Analysis {
    /// Counts a field's values over a filtered list whose query, if any, is resolved.
    func counts<Field: ListField>(
        of field: Field, where filter: Filter<Field>, limit: Int, _ body: (TextColumn, Int) throws(StoreError) -> Void
    ) throws(StoreError) {
        guard let rows = field.countedRows else { return }
        let condition = try filter.condition()
        let sql = """
            SELECT CAST(\(rows.value) AS TEXT), count(DISTINCT \(Field.table.alias).key) FROM \(rows.tables) \
            WHERE \(rows.value) IS NOT NULL\(condition.map { " AND (\($0.sql))" } ?? "") \
            GROUP BY \(rows.value) ORDER BY 2 DESC, 1 LIMIT ?
            """
        try reader.forEachRow(of: sql, (condition?.values ?? []) + [Value(limit)]) { statement throws(StoreError) in
            try body(TextColumn(statement, 0), statement.int(at: 1))
        }
    }
}

extension ListField {
    /// Whether the field's values can be counted over a list.
    public var isCountable: Bool { countedRows != nil }

    /// The tables whose rows give the list's rows with a field's values, and the value; `nil` where they cannot be counted.
    fileprivate var countedRows: (tables: String, value: String)? {
        let table = Self.table.sql
        switch definition.column {
        case .own(let expressions):
            return expressions.first.map { (table, $0) }
        case .reference(let column, let referred):
            return ("\(table) JOIN \(referred) value ON value.key = \(column)", "value.id")
        case .run: return nil
        case .related(let relation, let expressions):
            return expressions.first.flatMap { value in relation.joined(to: table).map { ($0, value) } }
        }
    }
}

extension Relation {
    /// The relation's tables joined with the list's own; `nil` where the relation is no plain query.
    fileprivate func joined(to table: String) -> String? {
        let (start, from, end) = ("SELECT ", " FROM ", " WHERE ")
        guard tail.isEmpty, head.hasPrefix(start), head.hasSuffix(end), let middle = head.firstRange(of: from) else {
            return nil
        }
        let key = head[..<middle.lowerBound].dropFirst(start.count)
        return "\(head[middle.upperBound...].dropLast(end.count)) JOIN \(table) ON \(key) = \(column)"
    }
}
