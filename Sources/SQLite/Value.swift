/// A value on its way into a statement.
public enum Value: Hashable, Sendable {
    /// NULL.
    case null
    /// A signed 64-bit integer.
    case integer(Int64)
    /// A 64-bit floating-point number.
    case real(Double)
    /// A text.
    case text(String)
    /// Bytes.
    case blob([UInt8])
}

extension Value {
    /// An integer, or NULL.
    public init(_ value: Int?) {
        self = value.map { .integer(Int64($0)) } ?? .null
    }

    /// An integer, or NULL.
    public init(_ value: Int64?) {
        self = value.map(Value.integer) ?? .null
    }

    /// A text, or NULL.
    public init(_ value: String?) {
        self = value.map(Value.text) ?? .null
    }

    /// 1 or 0.
    public init(_ value: Bool) {
        self = .integer(value ? 1 : 0)
    }
}

extension Statement {
    /// Sets a parameter to a value.
    public func bind(_ value: Value, at index: Int) throws(SQLiteError) {
        switch value {
        case .null: try bindNull(at: index)
        case .integer(let value): try bind(value, at: index)
        case .real(let value): try bind(value, at: index)
        case .text(let value): try bind(value, at: index)
        case .blob(let value): try bind(value, at: index)
        }
    }

    /// Sets the parameters to values, beginning with the first.
    public func bind(_ values: some Sequence<Value>) throws(SQLiteError) {
        var index = 1
        for value in values {
            try bind(value, at: index)
            index += 1
        }
    }
}

extension Value: ExpressibleByIntegerLiteral {
    /// An integer.
    public init(integerLiteral value: Int64) {
        self = .integer(value)
    }
}
