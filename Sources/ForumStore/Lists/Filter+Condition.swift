import SQLite

// The only place where a filter's values meet SQL: as parameters.
extension Filter {
    /// The filter as a WHERE clause, or `nil` where it lets everything through.
    ///
    /// - Parameters:
    ///   - joined: The relations whose rows the query joins itself: the terms over them must hold for the joined row.
    ///   - key: The expression of the list's keys.
    func condition(
        joined: Set<Relation> = [], key: String = "\(Field.table.alias).key"
    ) throws(StoreError) -> Condition? {
        var conditions: [Condition] = []
        // Positive terms over the same related rows must hold for one and the same of them.
        var related: [(relation: Relation, conditions: [Condition])] = []
        for term in terms {
            let definition = term.field.definition
            let values = try Self.values(of: term, definition.type)
            let isNegative = term.comparison == .notEqual || values == [.integer(1)] && term.comparison == .isNull
            if let span = definition.span, term.comparison == .equal, values.count == 1 {
                conditions.append(span.condition(on: key, values[0]))
                continue
            }
            guard let (positive, relation) = Self.positive(definition.column, term.comparison, values) else { continue }
            switch (relation, isNegative) {
            case (let relation?, true): conditions.append(Self.membership(relation, positive).negated)
            case (let relation?, false):
                if let index = related.firstIndex(where: { $0.relation == relation }) {
                    related[index].conditions.append(positive)
                } else {
                    related.append((relation, [positive]))
                }
            case (nil, true): conditions.append(positive.negated)
            case (nil, false): conditions.append(positive)
            }
        }
        if let found {
            let keys = "[\(found.map(String.init).joined(separator: ","))]"
            conditions.append(Condition("\(key) IN (SELECT value FROM json_each(?))", [.text(keys)]))
        }
        for (relation, parts) in related {
            guard let condition = Condition.all(parts) else { continue }
            conditions.append(
                joined.contains(relation)
                    ? Condition("(\(condition.sql))", condition.values) : Self.membership(relation, condition))
        }
        return .all(conditions)
    }

    /// The conditions that the filter sets on one and the same row of a relation, or `nil` where it sets none.
    func condition(over relation: Relation) throws(StoreError) -> Condition? {
        var conditions: [Condition] = []
        for term in terms where term.comparison != .notEqual {
            let definition = term.field.definition
            guard case .related(relation, let expressions) = definition.column else { continue }
            let values = try Self.values(of: term, definition.type)
            if term.comparison == .isNull, values == [.integer(1)] { continue }
            if let condition = Condition.comparing(expressions, term.comparison, values) {
                conditions.append(condition)
            }
        }
        return .all(conditions)
    }

    private static func membership(_ relation: Relation, _ condition: Condition) -> Condition {
        Condition("\(relation.column) IN (\(relation.head)\(condition.sql)\(relation.tail))", condition.values)
    }

    /// The condition of a term without its negation, and the relation within which it is to hold.
    private static func positive(
        _ column: FieldColumn, _ comparison: Comparison, _ values: [Value]
    ) -> (Condition, Relation?)? {
        switch column {
        case .own(let expressions):
            return Condition.comparing(expressions, comparison, values).map { ($0, nil) }
        case .related(let relation, let expressions):
            return Condition.comparing(expressions, comparison, values).map { ($0, relation) }
        case .reference(let column, let table):
            if comparison == .isNull { return (Condition("\(column) IS NOT NULL"), nil) }
            guard let inner = Condition.comparing(["id"], comparison, values) else { return nil }
            // One identifier is one row at most: an equation lets an index give the order of the document.
            let isSingle = values.count == 1 && (comparison == .equal || comparison == .notEqual)
            let relation = isSingle ? "=" : "IN"
            return (Condition("\(column) \(relation) (SELECT key FROM \(table) WHERE \(inner.sql))", inner.values), nil)
        case .run(let first, let last):
            let alternatives: [Condition] = values.compactMap { value in
                switch comparison {
                case .atLeast: Condition("\(last) >= ?", [value])
                case .atMost: Condition("\(first) <= ?", [value])
                default: Condition("\(first) <= ? AND \(last) >= ?", [value, value])
                }
            }
            if comparison == .isNull { return (Condition("\(first) IS NOT NULL"), nil) }
            return Condition.any(alternatives).map { ($0, nil) }
        }
    }

    private static func values(of term: Term, _ type: FieldType) throws(StoreError) -> [Value] {
        func refused(_ detail: String) -> StoreError {
            .invalidFilter(field: term.field.rawValue, detail: detail)
        }
        guard type.comparisons.contains(term.comparison) else {
            throw refused("cannot be compared by '\(term.comparison.rawValue)'")
        }
        guard !term.values.isEmpty else { throw refused("needs a value") }
        if term.comparison == .isNull {
            guard term.values.count == 1, case .flag(let isNull) = term.values[0] else {
                throw refused("'isnull' takes one yes or no")
            }
            return [Value(isNull)]
        }
        var values: [Value] = []
        for value in term.values {
            switch (value, type) {
            case (.text(let text), .reference), (.text(let text), .choice), (.text(let text), .text):
                values.append(.text(text))
            case (.integer(let number), .integer): values.append(Value(number))
            case (.flag(let flag), .flag): values.append(Value(flag))
            default: throw refused("the value does not fit the field")
            }
        }
        return values
    }
}
