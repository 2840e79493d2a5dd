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
        let query = try counting([axis], where: filter, of: "\(axis.value), min(\(axis.name))")
        var values: [MatrixValue] = []
        var total = 0
        try reader.forEachRow(of: query.sql, query.values) { statement throws(StoreError) in
            total += 1
            guard total <= limit else { return }
            values.append(
                MatrixValue(
                    id: statement.string(at: 0) ?? "", name: statement.string(at: 1) ?? "",
                    count: statement.int(at: 2)))
        }
        return (values, total)
    }

    /// The cells of two axes over filtered passages that are not empty, the fullest first.
    ///
    /// - Parameters:
    ///   - rows: The values that a cell's row may have.
    ///   - columns: The values that a cell's column may have.
    public func matrixCells(
        _ rows: (axis: MatrixAxis, values: Set<String>), _ columns: (axis: MatrixAxis, values: Set<String>),
        where filter: Filter<PassageField>
    ) throws(StoreError) -> [MatrixCell] {
        let query = try counting(
            [rows.axis, columns.axis], where: filter, of: "\(rows.axis.value), \(columns.axis.value)")
        var cells: [MatrixCell] = []
        try reader.forEachRow(of: query.sql, query.values) { statement throws(StoreError) in
            guard let row = statement.string(at: 0), let column = statement.string(at: 1),
                rows.values.contains(row), columns.values.contains(column)
            else { return }
            cells.append(MatrixCell(row: row, column: column, count: statement.int(at: 2)))
        }
        return cells
    }

    private func counting(
        _ axes: [MatrixAxis], where filter: Filter<PassageField>, of expressions: String
    ) throws(StoreError) -> Condition {
        let joins = MatrixAxis.Join.allCases.filter { join in axes.contains { $0.join == join } }.map(\.rawValue)
        let condition = try filter.condition(joined: Set(axes.compactMap(\.relation)))
        let present = axes.map { "\($0.value) IS NOT NULL" }.joined(separator: " AND ")
        return Condition(
            """
            SELECT \(expressions), count(DISTINCT p.key) FROM passages p \(joins.joined(separator: " ")) \
            WHERE \(present)\(condition.map { " AND \($0.sql)" } ?? "") \
            GROUP BY \(axes.map(\.value).joined(separator: ", ")) ORDER BY 3 DESC, 1, 2
            """, condition?.values ?? [])
    }
}
