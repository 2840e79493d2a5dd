import ForumStore

extension Route {
    /// The route of the matrix: who speaks of what, what is said at which event, and the like.
    static var matrix: Route {
        Route(
            "matrix", "/v1/matrix",
            "How many passages two properties share: who speaks of what; every cell links to its passages.",
            answers: .one(.named(.matrix)),
            parameters: [
                .choice(.rows, initial: .panelist, "What the rows are."),
                .choice(.columns, initial: .topic, "What the columns are."),
                .integer(
                    .limit, 1...Limits.matrixValues, initial: Limits.defaultPageSize,
                    "How many rows and how many columns are given at most, the most frequent first."),
            ] + Parameter.filters(PassageField.self)
        ) { call, store, writer throws(Problem) in
            let matrix = try Problem.reading { () throws(StoreError) in try Matrix(call, store) }
            guard let matrix else {
                throw Problem(parameter: "cols", "rows and cols are the same; give two different ones.")
            }
            matrix.write(call, snapshot: store.snapshot, to: &writer)
        }
    }
}

/// How many passages two properties share.
private struct Matrix {
    private let rows: MatrixAxis
    private let columns: MatrixAxis
    private let rowValues: (values: [MatrixValue], total: Int)
    private let columnValues: (values: [MatrixValue], total: Int)
    private let cells: [MatrixCell]

    /// Counts; `nil` where both axes are the same.
    init?(_ call: Call, _ store: StoreReader) throws(StoreError) {
        rows = call.arguments[.rows]
        columns = call.arguments[.columns]
        guard rows != columns else { return nil }
        let filter = call.arguments.filter(PassageField.self)
        let limit = call.arguments[.limit]
        rowValues = try Analysis(store).matrixValues(rows, where: filter, limit: limit)
        columnValues = try Analysis(store).matrixValues(columns, where: filter, limit: limit)
        cells = try Analysis(store).matrixCells(
            (rows, rowValues.values), (columns, columnValues.values), where: filter)
    }

    func write(_ call: Call, snapshot: String, to writer: inout JSONWriter) {
        let own: Set = [
            ParameterKey.rows.name, ParameterKey.columns.name, ParameterKey.limit.name, ParameterKey.pretty.name,
            ParameterKey.fields.name, ParameterKey.format.name,
        ]
        let filters = call.arguments.canonical.filter { !own.contains($0.name) }
        writer.object { writer in
            writer.member("id", "\(rows.rawValue)-\(columns.rawValue)")
            writer.member("type", "matrix")
            writer.member("url", call.address)
            writer.key("rows")
            writer.axis(rows, rowValues, filters)
            writer.key("cols")
            writer.axis(columns, columnValues, filters)
            writer.array("cells") { writer in
                for cell in cells {
                    writer.object { writer in
                        writer.member("row", cell.row)
                        writer.member("col", cell.column)
                        writer.member("count", cell.count)
                        writer.member("url", passages: [(rows, cell.row), (columns, cell.column)], filters)
                    }
                }
            }
            writer.member("snapshot", snapshot)
        }
    }
}

extension JSONWriter {
    fileprivate mutating func axis(
        _ axis: MatrixAxis, _ values: (values: [MatrixValue], total: Int), _ filters: [Target.QueryItem]
    ) {
        object { writer in
            writer.member("axis", axis.rawValue)
            writer.member("total", values.total)
            writer.array("data") { writer in
                for value in values.values {
                    writer.object { writer in
                        writer.member("id", value.id)
                        writer.member("name", value.name)
                        writer.member("count", value.count)
                        writer.member("url", passages: [(axis, value.id)], filters)
                    }
                }
            }
        }
    }

    /// Writes the address of the passages that have the values; a value takes the place of a filter of its own field.
    fileprivate mutating func member(
        _ name: StaticString, passages values: [(axis: MatrixAxis, id: String)], _ filters: [Target.QueryItem]
    ) {
        let items =
            values.map { Target.QueryItem(name: $0.axis.field.rawValue, value: $0.id) }
            + filters.filter { filter in !values.contains { $0.axis.field.rawValue == filter.name } }
        member(
            name,
            "/v1/passages?" + items.encoded)
    }
}
