import CPages
import CSQLite

extension Connection {
    /// How the pages of a database's file are written and read.
    public enum Pages: Sendable {
        /// As SQLite does by itself.
        case plain
        /// With a checksum in every page, 4096 bytes long, which is verified whenever one is read: a page that is not as it was
        /// written fails with ``SQLiteError/Kind/corrupt``, and none of its bytes is handed on. Any SQLite reads such a file.
        case checked

        /// The layer between SQLite and the files; `nil` for the system's own.
        var layer: UnsafePointer<CChar>? {
            get throws(SQLiteError) {
                guard case .checked = self else { return nil }
                guard Self.isRegistered else {
                    throw SQLiteError(extendedCode: SQLITE_ERROR, message: "the layer of checked pages is missing")
                }
                return cpages_layer()
            }
        }

        private static let isRegistered = cpages_register() == SQLITE_OK
    }

    /// What is known of the file's pages, by this connection and all others that have it open; `nil` where they are plain.
    public var health: PageHealth? { cpages_retain(handle.pointer).map(PageHealth.init(adopting:)) }

    /// Has SQLite leave room for a checksum in every page of a new database; one that has pages is as it is.
    func reserveChecksums() throws(SQLiteError) {
        var count = CPAGES_RESERVED
        guard sqlite3_file_control(handle.pointer, "main", SQLITE_FCNTL_RESERVE_BYTES, &count) == SQLITE_OK else {
            throw handle.lastError()
        }
    }

    /// Reads the whole file, which was opened with checked pages, and verifies every page.
    ///
    /// - Returns: The number of the first page that is damaged, from 1; `nil` where there is none. What was refused before is
    ///   forgotten then.
    /// - Throws: ``SQLiteError`` where the system cannot read the file.
    public func firstDamagedPage() throws(SQLiteError) -> Int? {
        switch cpages_first_damaged(handle.pointer) {
        case 0: nil
        case let page where page > 0: Int(page)
        default: throw SQLiteError(extendedCode: SQLITE_IOERR, message: "the file cannot be read to its end")
        }
    }
}
