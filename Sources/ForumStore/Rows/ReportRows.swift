import SQLite

/// How many lines of a source have one thing in common: how they were joined with the next, or why they were dropped.
public struct LineTallyRow {
    let statement: Statement

    /// What they have in common.
    public var name: TextColumn { TextColumn(statement, 0) }
    /// How many lines.
    public var lines: Int { statement.int(at: 1) }
}

/// What the reader of a source had to say about it.
public struct DiagnosticRow {
    static let columns = "severity, code, line, column, message"

    let statement: Statement

    /// How bad it is.
    public var severity: TextColumn { TextColumn(statement, 0) }
    /// The stable name of what was found.
    public var code: TextColumn { TextColumn(statement, 1) }
    /// The 1-based line, where there is one.
    public var line: Int? { statement.optionalInt(at: 2) }
    /// The 1-based column in characters, where there is one.
    public var column: Int? { statement.optionalInt(at: 3) }
    /// A sentence that a person understands.
    public var message: TextColumn { TextColumn(statement, 4) }
}
