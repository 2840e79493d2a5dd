import SQLite

/// The statements that answer a list request: the keys of the wanted part, and the exact total.
///
/// Pure; made once for every request. Only keys and sort values pass through the sorting, never whole rows.
struct ListQuery: Equatable {
    /// Gives the sort values of each row, then its key; one row more than wanted, to tell whether anything follows.
    let keys: Condition
    /// Gives the number of rows that the filter lets through, or `nil` where it lets everything through.
    let count: Condition?
    /// How many sort values stand before the key.
    let sortCount: Int

    init<Field, Key>(
        _ request: ListRequest<Field, Key>, over source: ListSource<Field, Key>
    ) throws(StoreError) {
        let filter = try FilterCompiler(source: source).condition(request.filter)
        count = filter.map { Condition("SELECT count(*) FROM \(source.table) WHERE \($0.sql)", $0.values) }
        // Nothing sorts after the order of the document: it leaves no equals.
        let key = "\(source.alias).key"
        var sorts: [(expression: String, isDescending: Bool)] = []
        var keyIsDescending = false
        for term in request.order {
            guard let expression = source.expression(term.key) else {
                keyIsDescending = term.isDescending
                break
            }
            if !sorts.contains(where: { $0.expression == expression }) {
                sorts.append((expression, term.isDescending))
            }
        }
        sortCount = sorts.count
        sorts.append((key, keyIsDescending))
        var conditions = filter.map { [$0] } ?? []
        var offset = 0
        switch request.start {
        case .offset(let rows):
            offset = max(0, rows)
            if filter == nil, sortCount == 0, !keyIsDescending, offset > 0 {
                // Keys have no gaps, so that the rows left out need not be read.
                conditions.append(Condition("\(key) > ?", [Value(offset)]))
                offset = 0
            }
        case .after(let position):
            guard position.values.count == sortCount else {
                throw .invalidPosition(detail: "it was made for another order")
            }
            let values = position.values.map { value -> Value in
                switch value {
                case .integer(let number): .integer(number)
                case .text(let text): .text(text)
                }
            }
            conditions.append(Self.after(sorts[...], (values + [.integer(position.key)])[...]))
        }
        let columns = sorts.map(\.expression).joined(separator: ", ")
        let order = sorts.map { $0.expression + ($0.isDescending ? " DESC" : "") }.joined(separator: ", ")
        let condition = Condition.all(conditions)
        let limit = max(0, min(request.limit, Int(Int32.max)))
        keys = Condition(
            "SELECT \(columns) FROM \(source.table)\(condition.map { " WHERE \($0.sql)" } ?? "") ORDER BY \(order) LIMIT ? OFFSET ?",
            (condition?.values ?? []) + [Value(limit + 1), Value(offset)])
    }

    /// The condition that a row stands after the given values in the order.
    private static func after(
        _ sorts: ArraySlice<(expression: String, isDescending: Bool)>, _ values: ArraySlice<Value>
    ) -> Condition {
        guard let sort = sorts.first, let value = values.first else { return Condition("FALSE") }
        let sign = sort.isDescending ? "<" : ">"
        guard sorts.count > 1 else { return Condition("\(sort.expression) \(sign) ?", [value]) }
        let rest = after(sorts.dropFirst(), values.dropFirst())
        return Condition(
            "(\(sort.expression) \(sign) ? OR \(sort.expression) = ? AND \(rest.sql))", [value, value] + rest.values)
    }
}
