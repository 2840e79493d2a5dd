import SQLite

/// A piece of a WHERE clause with the values of its parameters, in order.
struct Condition: Equatable {
    var sql: String
    var values: [Value]

    /// A condition without parameters.
    init(_ sql: String, _ values: [Value] = []) {
        self.sql = sql
        self.values = values
    }

    /// The condition that holds wherever this one is false or unknown.
    var negated: Condition {
        Condition("(\(sql)) IS NOT TRUE", values)
    }

    /// The condition that holds where all of these do.
    static func all(_ conditions: [Condition]) -> Condition? {
        joined(conditions, by: " AND ")
    }

    /// The condition that holds where any of these does.
    static func any(_ conditions: [Condition]) -> Condition? {
        joined(conditions, by: " OR ").map { conditions.count == 1 ? $0 : Condition("(\($0.sql))", $0.values) }
    }

    private static func joined(_ conditions: [Condition], by word: String) -> Condition? {
        guard !conditions.isEmpty else { return nil }
        return Condition(conditions.map(\.sql).joined(separator: word), conditions.flatMap(\.values))
    }

    /// Compares expressions, of which one is enough, with values, of which one is enough; the comparison is a positive one.
    static func comparing(_ expressions: [String], _ comparison: Comparison, _ values: [Value]) -> Condition? {
        any(expressions.flatMap { comparing($0, comparison, values) })
    }

    private static func comparing(_ expression: String, _ comparison: Comparison, _ values: [Value]) -> [Condition] {
        switch comparison {
        case .equal, .notEqual:
            values.count == 1
                ? [Condition("\(expression) = ?", values)]
                : [Condition("\(expression) IN (\(values.map { _ in "?" }.joined(separator: ", ")))", values)]
        case .atLeast: values.map { Condition("\(expression) >= ?", [$0]) }
        case .atMost: values.map { Condition("\(expression) <= ?", [$0]) }
        case .contains: values.map { Condition("instr(\(expression), ?) > 0", [$0]) }
        case .startsWith: values.map { Condition("instr(\(expression), ?) = 1", [$0]) }
        case .isNull: [Condition("\(expression) IS NOT NULL")]
        }
    }
}
