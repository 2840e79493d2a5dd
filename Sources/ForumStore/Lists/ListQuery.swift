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

    /// Makes the statements.
    ///
    /// - Parameters:
    ///   - request: What is wanted.
    ///   - place: Where the request's offset falls, where that is known: after which key, and how many rows come between.
    init<Field, Key>(
        _ request: ListRequest<Field, Key>, from place: (key: Int64, offset: Int)? = nil
    ) throws(StoreError) {
        let table = Field.table
        let filter = try request.filter.condition()
        count = filter.map { Condition("SELECT count(*) FROM \(table.sql) WHERE \($0.sql)", $0.values) }
        // Nothing sorts after the order of the document: it leaves no equals.
        let source = try request.isInDocumentOrder ? Self.run(of: request.filter) : nil
        let (tables, key, condition) = source ?? (table.sql, "\(table.alias).key", filter)
        let scope = try table.scope.flatMap { scope throws(StoreError) in
            try request.filter.condition(over: scope.relation).map { (scope, $0) }
        }
        let sorts = Self.sorts(request.order, endingIn: key, within: scope)
        sortCount = sorts.count - 1
        var conditions = condition.map { [$0] } ?? []
        var offset = 0
        switch request.start {
        case .offset(let rows):
            offset = max(0, rows)
            if let place {
                conditions.append(Condition("\(key) > ?", [.integer(place.key)]))
                offset = place.offset
            } else if filter == nil, sortCount == 0, !sorts[0].isDescending, offset > 0 {
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
        let columns = sorts.map { $0.column ?? $0.expression }.joined(separator: ", ")
        let order = sorts.map { $0.expression + ($0.isDescending ? " DESC" : "") }.joined(separator: ", ")
        let all = Condition.all(conditions)
        let limit = max(0, min(request.limit, Int(Int32.max)))
        keys = Condition(
            "SELECT \(columns) FROM \(tables)\(all.map { " WHERE \($0.sql)" } ?? "") ORDER BY \(order) LIMIT ? OFFSET ?",
            sorts.flatMap(\.values) + (all?.values ?? []) + [Value(limit + 1), Value(offset)])
    }

    /// What a list is sorted by.
    private struct Sort {
        /// What stands for it in the query.
        var expression: String
        /// What is selected for it, where that is more than the expression, with the values of its parameters.
        var column: String?
        var values: [Value] = []
        var isDescending: Bool
    }

    /// The tables that give a filter's rows in the order of the document without a sort, the expression of their keys, and
    /// what must hold; `nil` where no table does.
    private static func run<Field>(
        of filter: Filter<Field>
    ) throws(StoreError) -> (tables: String, key: String, condition: Condition?)? {
        guard let (run, owner, rest) = filter.run.map({ ($0.run, $0.owner, $0.rest) }) else { return nil }
        let key = "run.\(run.key)"
        let narrowed = Condition("run.\(run.owner) = (SELECT key FROM \(run.owners) WHERE id = ?)", [owner])
        let further = try rest.condition(key: key)
        // What is narrowed to keys alone needs no other row.
        let needsRows = rest.terms.contains { $0.field.definition.span == nil || $0.singleText == nil }
        let (table, alias) = (Field.table.sql, Field.table.alias)
        return (
            "\(run.table) run" + (needsRows ? " CROSS JOIN \(table) ON \(alias).key = \(key)" : ""), key,
            .all([narrowed, further].compactMap(\.self))
        )
    }

    /// The expressions that an order sorts by, each once, the key last.
    ///
    /// - Parameter scope: The related rows that counts are to be of, with the condition that they meet.
    private static func sorts<Key>(
        _ order: [SortTerm<Key>], endingIn key: String, within scope: (ListScope, Condition)?
    ) -> [Sort] {
        var sorts: [Sort] = []
        for term in order {
            guard let expression = term.key.expression.sql else {
                return sorts + [Sort(expression: key, isDescending: term.isDescending)]
            }
            var sort = Sort(expression: expression, isDescending: term.isDescending)
            if let (scope, condition) = scope, let scoped = term.key.expression.scoped {
                // SQLite lets a column's name stand for it in WHERE, so that its parameters are given once.
                sort.expression = "counted_\(term.key.rawValue)"
                sort.column = "(\(scope.query(scoped, of: key, where: condition))) AS \(sort.expression)"
                sort.values = condition.values
            }
            if !sorts.contains(where: { $0.expression == sort.expression }) { sorts.append(sort) }
        }
        return sorts + [Sort(expression: key, isDescending: false)]
    }

    /// The condition that a row stands after the given values in the order.
    private static func after(
        _ sorts: ArraySlice<Sort>, _ values: ArraySlice<Value>
    ) -> Condition {
        guard let sort = sorts.first, let value = values.first else { return Condition("FALSE") }
        let sign = sort.isDescending ? "<" : ">"
        guard sorts.count > 1 else { return Condition("\(sort.expression) \(sign) ?", [value]) }
        let rest = after(sorts.dropFirst(), values.dropFirst())
        return Condition(
            "(\(sort.expression) \(sign) ? OR \(sort.expression) = ? AND \(rest.sql))", [value, value] + rest.values)
    }
}
