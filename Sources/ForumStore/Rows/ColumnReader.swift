import SQLite

/// Reads the columns of a statement's row one after another.
struct ColumnReader: RowReader {
    private let statement: Statement
    private var place: Int

    init(_ statement: Statement, from first: Int) {
        self.statement = statement
        place = first
    }

    mutating func column() -> TextColumn {
        defer { place += 1 }
        return TextColumn(statement, place)
    }

    mutating func optionalInt() -> Int? {
        defer { place += 1 }
        return statement.optionalInt(at: place)
    }
}
