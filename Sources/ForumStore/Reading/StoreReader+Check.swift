import SQLite

extension StoreReader {
    /// Reads the whole store once, and fails with ``StoreError/corrupt(path:detail:)`` where a page is damaged.
    ///
    /// It takes as long as reading the file.
    public func check() throws(StoreError) {
        let damaged: Int?
        do throws(SQLiteError) {
            damaged = try connection.firstDamagedPage()
        } catch {
            throw StoreError(error, path: path)
        }
        if let damaged { throw .corrupt(path: path, detail: "page \(damaged) is not as it was written") }
    }

    /// Reads one row of a table that every request depends on, and fails where the file can no longer be read, or where some
    /// page of it was found damaged.
    public func probe() throws(StoreError) {
        guard !health.isDamaged else { throw .corrupt(path: path, detail: "a page is not as it was written") }
        guard try integer(Condition("SELECT count(*) FROM meta")) == 1 else {
            throw .corrupt(path: path, detail: "the table meta does not hold one row")
        }
        _ = try integer(Condition("SELECT max(key) FROM passages"))
    }
}
