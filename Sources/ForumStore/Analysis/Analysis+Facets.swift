import SQLite

extension Analysis {
    /// Counts a field's values over a filtered list whose query, if any, is resolved.
    func counts<Field: ListField>(
        of field: Field, where filter: Filter<Field>, limit: Int, _ body: (TextColumn, Int) throws(StoreError) -> Void
    ) throws(StoreError) {
        let condition = try filter.condition()
        guard let plain = field.counting(where: condition)?.limited(to: limit) else { return }
        let query =
            Self.counted(field, where: filter, limit: limit) ?? Self.cells(field, where: filter, limit: limit) ?? plain
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

extension Analysis {
    /// What was counted while loading of the passages that a filter fixes one property of.
    private static func cells<Field: ListField>(
        _ field: Field, where filter: Filter<Field>, limit: Int
    ) -> Condition? {
        guard let counted = (field as? PassageField)?.property,
            let fixed = (filter as? Filter<PassageField>)?.properties, fixed.count == 1,
            let (property, value) = fixed.first,
            property != counted, !(property.isOfVoices && counted.isOfVoices)
        else { return nil }
        let properties = [min(property, counted), max(property, counted)].map { Value($0.rawValue) }
        let (given, other) = property < counted ? ("cells.first", "cells.second") : ("cells.second", "cells.first")
        // A field of few words is looked up word by word; of any other, every value would be read.
        guard property < counted || !counted.words.isEmpty else { return nil }
        let words =
            property < counted ? "" : " AND \(other) IN (\(counted.words.map { "'\($0)'" }.joined(separator: ", ")))"
        let (name, join) =
            counted.named.map { named in
                ("value.\(named.column)", " JOIN \(named.table) value ON value.key = \(other)")
            } ?? (other, "")
        return Condition(
            """
            SELECT \(name), cells.passage_count FROM passage_cells cells\(join) \
            WHERE cells.first_property = ? AND cells.second_property = ? AND \(given) = \(property.stored)\(words)
            """, properties + [value]
        ).limited(to: limit)
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
