import SQLite

extension Analysis {
    /// Counts a field's values over a filtered list whose query, if any, is resolved.
    func counts<Field: ListField>(
        of field: Field, where filter: Filter<Field>, limit: Int, _ body: (TextColumn, Int) throws(StoreError) -> Void
    ) throws(StoreError) {
        let condition = try filter.condition()
        guard let plain = field.counting(where: condition)?.limited(to: limit) else { return }
        let query = Self.counted(field, where: filter, limit: limit) ?? plain
        try reader.forEachRow(of: query.sql, query.values) { statement throws(StoreError) in
            try body(TextColumn(statement, 0), statement.int(at: 1))
        }
    }

    /// What was counted while loading; `nil` where it does not say so much.
    private static func counted<Field: ListField>(
        _ field: Field, where filter: Filter<Field>, limit: Int
    ) -> Condition? {
        guard filter.isEmpty, limit <= StoreSchema.countedValues else { return nil }
        return Condition(
            "SELECT value, row_count FROM counted_values WHERE list = ? AND field = ? ORDER BY rank LIMIT ?",
            [.text(Field.table.name), .text(field.rawValue), Value(limit)])
    }
}

extension Condition {
    fileprivate func limited(to limit: Int) -> Condition {
        Condition("\(sql) ORDER BY 2 DESC, 1 LIMIT ?", values + [Value(limit)])
    }
}

extension ListField {
    /// Whether the field's values can be counted over a list.
    public var isCountable: Bool { countedRows != nil }

    /// The query that gives the field's values, each with how many of the list's rows have it, in no order; `nil` where they
    /// cannot be counted.
    func counting(where condition: Condition?) -> Condition? {
        countedRows.map { rows in
            Condition(
                """
                SELECT CAST(\(rows.value) AS TEXT), count(DISTINCT \(Self.table.alias).key) FROM \(rows.tables) \
                WHERE \(rows.value) IS NOT NULL\(condition.map { " AND (\($0.sql))" } ?? "") GROUP BY \(rows.value)
                """, condition?.values ?? [])
        }
    }

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
