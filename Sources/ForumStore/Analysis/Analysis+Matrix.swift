import SQLite

/// One value of a matrix's axis with how many passages have it.
public struct MatrixValue: Hashable, Sendable {
    /// The identifier, or the word.
    public var id: String
    /// What it goes by.
    public var name: String
    /// How many passages have it.
    public var count: Int
}

/// A cell of a matrix that is not empty.
public struct MatrixCell: Hashable, Sendable {
    /// The identifier of the row's value.
    public var row: String
    /// The identifier of the column's value.
    public var column: String
    /// How many passages have both.
    public var count: Int
}

extension Analysis {
    /// The values of an axis over filtered passages, the most frequent first, equals in the order of their bytes.
    ///
    /// A filter of an axis' own field, or of a field kept in the same rows, must hold for the very row that has the value:
    /// the count is that of the passages that the filter and the value together let through.
    ///
    /// - Returns: The first values, and how many there are.
    public func matrixValues(
        _ axis: MatrixAxis, where filter: Filter<PassageField>, limit: Int
    ) throws(StoreError) -> (values: [MatrixValue], total: Int) {
        if filter.isEmpty, limit <= StoreSchema.countedValues { return try countedValues(axis, limit: limit) }
        let query = try counting([axis], where: filter, of: "\(axis.value), min(\(axis.name))")
        var values: [MatrixValue] = []
        var total = 0
        try reader.forEachRow(of: query.sql, query.values) { statement throws(StoreError) in
            total += 1
            guard total <= limit else { return }
            values.append(statement.matrixValue)
        }
        return (values, total)
    }

    /// The cells of two axes over filtered passages that are not empty, the fullest first.
    ///
    /// - Parameters:
    ///   - rows: The values that a cell's row may have, as ``matrixValues(_:where:limit:)`` returns them for the filter.
    ///   - columns: The values that a cell's column may have, likewise.
    public func matrixCells(
        _ rows: (axis: MatrixAxis, values: [MatrixValue]), _ columns: (axis: MatrixAxis, values: [MatrixValue]),
        where filter: Filter<PassageField>
    ) throws(StoreError) -> [MatrixCell] {
        let isCounted = filter.isEmpty && max(rows.values.count, columns.values.count) <= StoreSchema.countedValues
        let query =
            isCounted
            ? try countedCells((rows.axis, rows.values.count), (columns.axis, columns.values.count))
            : try counting(
                [rows.axis, columns.axis], where: filter, of: "\(rows.axis.value), \(columns.axis.value)")
        let (inRows, inColumns) = (Set(rows.values.map(\.id)), Set(columns.values.map(\.id)))
        var cells: [MatrixCell] = []
        try reader.forEachRow(of: query.sql, query.values) { statement throws(StoreError) in
            guard let row = statement.string(at: 0), let column = statement.string(at: 1),
                inRows.contains(row), inColumns.contains(column)
            else { return }
            cells.append(MatrixCell(row: row, column: column, count: statement.int(at: 2)))
        }
        return cells
    }

    private func counting(
        _ axes: [MatrixAxis], where filter: Filter<PassageField>, of expressions: String, and further: Condition? = nil
    ) throws(StoreError) -> Condition {
        let joins = MatrixAxis.Join.allCases.filter { join in axes.contains { $0.join == join } }.map(\.rawValue)
        let filtering = try filter.condition(joined: Set(axes.compactMap(\.relation)))
        let condition = Condition.all([filtering, further].compactMap(\.self))
        let present = axes.map { "\($0.value) IS NOT NULL" }.joined(separator: " AND ")
        return Condition(
            """
            SELECT \(expressions), count(DISTINCT p.key) FROM passages p \(joins.joined(separator: " ")) \
            WHERE \(present)\(condition.map { " AND \($0.sql)" } ?? "") \
            GROUP BY \(axes.map(\.value).joined(separator: ", ")) ORDER BY 3 DESC, 1, 2
            """, condition?.values ?? [])
    }

    // MARK: Counted while loading

    private func countedValues(
        _ axis: MatrixAxis, limit: Int
    ) throws(StoreError) -> (values: [MatrixValue], total: Int) {
        let names = [Value.text(PassageField.table.name), .text(axis.field.rawValue)]
        let named = axis.named.map { named in
            (axis.name, " JOIN \(named.table) \(named.alias) ON \(named.alias).\(named.column) = cv.value")
        }
        let (name, join) = named ?? ("cv.value", "")
        var values: [MatrixValue] = []
        try reader.forEachRow(
            of: """
                SELECT cv.value, \(name), cv.row_count FROM counted_values cv\(join) \
                WHERE cv.list = ? AND cv.field = ? AND cv.rank <= ? ORDER BY cv.rank
                """, names + [Value(limit)]
        ) { statement throws(StoreError) in values.append(statement.matrixValue) }
        let total = try reader.integer(
            Condition("SELECT value_count FROM counted_fields WHERE list = ? AND field = ?", names))
        return (values, total)
    }

    /// The cells of the first values of two axes.
    private func countedCells(
        _ rows: (axis: MatrixAxis, count: Int), _ columns: (axis: MatrixAxis, count: Int)
    ) throws(StoreError) -> Condition {
        guard let row = rows.axis.field.property, let column = columns.axis.field.property else {
            // A talk has few passages.
            let talks = Condition(
                "p.talk IN (SELECT t.key FROM (\(Self.firstValues)) cv JOIN talks t ON t.id = cv.value)",
                Self.firstValues(of: .talk, rows.axis == .talk ? rows.count : columns.count))
            return try counting(
                [rows.axis, columns.axis], where: Filter(), of: "\(rows.axis.value), \(columns.axis.value)",
                and: talks)
        }
        let (first, second) = row < column ? ("rows", "columns") : ("columns", "rows")
        return Condition(
            """
            WITH rows AS MATERIALIZED (\(Self.firstKeys(rows.axis))),
                columns AS MATERIALIZED (\(Self.firstKeys(columns.axis)))
            SELECT rows.value, columns.value, cells.passage_count FROM rows CROSS JOIN columns CROSS JOIN passage_cells cells
            WHERE cells.first_property = ? AND cells.second_property = ? \
            AND cells.first = +\(first).key AND cells.second = +\(second).key ORDER BY 3 DESC, 1, 2
            """,
            Self.firstValues(of: rows.axis, rows.count) + Self.firstValues(of: columns.axis, columns.count)
                + [Value(min(row, column).rawValue), Value(max(row, column).rawValue)])
    }

    private static let firstValues = "SELECT value FROM counted_values WHERE list = ? AND field = ? AND rank <= ?"

    private static func firstValues(of axis: MatrixAxis, _ count: Int) -> [Value] {
        [.text(PassageField.table.name), .text(axis.field.rawValue), Value(count)]
    }

    /// The first values of an axis with what stands for them in `passage_cells`.
    private static func firstKeys(_ axis: MatrixAxis) -> String {
        guard let named = axis.named else { return "SELECT value, value AS key FROM (\(firstValues))" }
        return """
            SELECT cv.value, \(named.alias).key AS key FROM (\(firstValues)) cv \
            JOIN \(named.table) \(named.alias) ON \(named.alias).\(named.column) = cv.value
            """
    }
}

extension Statement {
    fileprivate var matrixValue: MatrixValue {
        MatrixValue(id: string(at: 0) ?? "", name: string(at: 1) ?? "", count: int(at: 2))
    }
}
