import SQLite

extension StoreReader {
    /// Writes what the store holds as an SQLite file that any program reads: every table but those of the search, which
    /// need this program's own tokenizer.
    ///
    /// The same store gives the same bytes, with the same version of SQLite. No more than SQLite's page cache is in memory.
    ///
    /// - Parameter path: The file to make; an empty one may be there.
    public func copy(to path: String) throws(StoreError) {
        do throws(SQLiteError) {
            // VACUUM runs in no transaction. The reader's own is on a file that nobody writes, so nothing slips in between.
            try connection.execute("COMMIT")
            defer { try? connection.execute("BEGIN") }
            let statement = try connection.prepare("VACUUM INTO ?1")
            try statement.bind(path, at: 1)
            _ = try statement.step()
        } catch {
            throw StoreError(error, path: self.path)
        }
        do throws(SQLiteError) {
            try Self.removeSearch(from: path)
        } catch {
            throw StoreError(error, path: path)
        }
    }

    private static func removeSearch(from path: String) throws(SQLiteError) {
        let copy = try Connection(path: path, access: .readWrite, pages: .checked)
        try copy.register(SyllableTokenizer(), named: SyllableTokenizer.name)
        try copy.execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE")
        // Virtual tables come first: their shadows go with them.
        for kind in ["CREATE VIRTUAL TABLE search%", "CREATE TABLE search%"] {
            for name in try tables(like: kind, in: copy) { try copy.execute("DROP TABLE IF EXISTS \"\(name)\"") }
        }
        // It is no store any more, and must not be taken for one.
        try copy.execute("PRAGMA application_id = 0; PRAGMA user_version = 0; VACUUM")
    }

    private static func tables(like definition: String, in connection: Connection) throws(SQLiteError) -> [String] {
        let statement = try connection.prepare(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE ?1 ORDER BY name")
        try statement.bind(definition, at: 1)
        var names: [String] = []
        while try statement.step() { names += [statement.string(at: 0)].compactMap(\.self) }
        return names
    }
}
