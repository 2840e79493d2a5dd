import SQLite

/// Writes the rows of a table that has very many: each value is bound as it comes, where an array of them, with the names of
/// their columns, would take as long as the row itself.
final class RowInsertion {
    let table: String
    private let statement: Statement
    private var place = 0

    /// Prepares to write.
    init(_ table: String, _ columns: [String], to connection: Connection) throws(SQLiteError) {
        self.table = table
        statement = try connection.prepare(StoreWriter.insertion(into: table, columns))
    }

    func append(_ value: Int64?) throws(SQLiteError) {
        place += 1
        try statement.bind(value, at: place)
    }

    func append(_ value: Int?) throws(SQLiteError) { try append(value.map(Int64.init)) }

    func append(_ value: String?) throws(SQLiteError) {
        place += 1
        try statement.bind(value, at: place)
    }

    func append(_ value: [UInt8]) throws(SQLiteError) {
        place += 1
        try statement.bind(value, at: place)
    }

    /// Writes the row of the values that were appended.
    func run() throws(SQLiteError) {
        place = 0
        try statement.run()
    }
}
