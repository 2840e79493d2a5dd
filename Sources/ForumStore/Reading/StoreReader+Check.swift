import SQLite

extension StoreReader {
    /// Reads the whole store once, and fails with ``StoreError/corrupt(path:detail:)`` where a page is damaged.
    ///
    /// It takes as long as reading the file.
    public func check() throws(StoreError) {
        let answer: String?
        do throws(SQLiteError) {
            let statement = try connection.prepare("PRAGMA quick_check(1)")
            answer = try statement.step() ? statement.string(at: 0) : nil
        } catch {
            throw StoreError(error, path: path)
        }
        guard answer == "ok" else { throw .corrupt(path: path, detail: answer ?? "quick_check gave no answer") }
    }

    /// Reads one row of a table that every request depends on, and fails where the file can no longer be read.
    public func probe() throws(StoreError) {
        guard try integer(Condition("SELECT count(*) FROM meta")) == 1 else {
            throw .corrupt(path: path, detail: "the table meta does not hold one row")
        }
        _ = try integer(Condition("SELECT max(key) FROM passages"))
    }
}
