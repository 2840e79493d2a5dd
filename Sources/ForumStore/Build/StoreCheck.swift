import SQLite

/// Proves that what was written is whole: every reference holds, every page and index is sound, every row is there.
struct StoreCheck {
    let connection: Connection
    let path: String

    /// Runs all checks.
    func run(expecting counts: StoreCounts) throws(StoreError) {
        try checkReferences()
        try checkIntegrity()
        try checkCounts(counts)
    }

    private func checkReferences() throws(StoreError) {
        if let (table, parent) = try first("PRAGMA foreign_key_check", { ($0.string(at: 0), $0.string(at: 2)) }) {
            throw .inconsistentCorpus(
                detail: "a row of \(table ?? "?") refers to a row of \(parent ?? "?") that is not there")
        }
    }

    private func checkIntegrity() throws(StoreError) {
        let answer = try first("PRAGMA integrity_check(1)", { $0.string(at: 0) }) ?? nil
        guard answer == "ok" else { throw .corrupt(path: path, detail: answer ?? "integrity_check gave no answer") }
    }

    private func checkCounts(_ counts: StoreCounts) throws(StoreError) {
        for column in StoreCounts.columns {
            let found = try first("SELECT count(*) FROM \(column.name)", { $0.int(at: 0) }) ?? 0
            let expected = counts[keyPath: column.count]
            guard found == expected else {
                throw .corrupt(path: path, detail: "\(column.name) has \(found) rows instead of \(expected)")
            }
        }
    }

    private func first<Result>(_ sql: String, _ read: (Statement) -> Result) throws(StoreError) -> Result? {
        do throws(SQLiteError) {
            let statement = try connection.prepare(sql)
            return try statement.step() ? read(statement) : nil
        } catch {
            throw StoreError(error, path: path)
        }
    }
}
