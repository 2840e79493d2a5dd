import CSQLite

/// The one owner of an open database: closes it when the connection, its statements and its interrupters are gone.
final class Handle {
    let pointer: OpaquePointer

    init(adopting pointer: OpaquePointer) {
        self.pointer = pointer
    }

    deinit {
        sqlite3_close_v2(pointer)
    }

    /// What the last failed call on this database left behind.
    func lastError(sql: String? = nil) -> SQLiteError {
        SQLiteError(
            extendedCode: sqlite3_extended_errcode(pointer), systemCode: sqlite3_system_errno(pointer),
            message: String(cString: sqlite3_errmsg(pointer)), sql: sql)
    }
}
