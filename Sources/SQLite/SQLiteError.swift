import CSQLite

/// What SQLite refused, with the code that it gave.
///
/// The message and the SQL are for logs and for the people who run the program, never for a client.
public struct SQLiteError: Error, Hashable, Sendable {
    /// The kinds of failure that a caller acts on, by primary result code.
    public enum Kind: Hashable, Sendable {
        /// Another connection holds a lock (`SQLITE_BUSY`, `SQLITE_LOCKED`).
        case busy
        /// The file or its folder cannot be opened (`SQLITE_CANTOPEN`, `SQLITE_PERM`, `SQLITE_AUTH`).
        case cannotOpen
        /// A constraint of the schema was broken (`SQLITE_CONSTRAINT`).
        case constraint
        /// The file is damaged (`SQLITE_CORRUPT`), or a page is not as it was written (`SQLITE_IOERR_DATA`).
        case corrupt
        /// There is no room left to write (`SQLITE_FULL`).
        case full
        /// The statement was interrupted (`SQLITE_INTERRUPT`).
        case interrupted
        /// The system failed to read or write (`SQLITE_IOERR`).
        case inputOutput
        /// The file is no database (`SQLITE_NOTADB`).
        case notADatabase
        /// The database cannot be written (`SQLITE_READONLY`).
        case readOnly
        /// A text, a blob or a statement exceeds a limit (`SQLITE_TOOBIG`).
        case tooBig
        /// Anything else: a fault in the SQL or in its use.
        case other
    }

    /// The primary result code, `SQLITE_CONSTRAINT` for instance.
    public let code: Int32
    /// The extended result code, `SQLITE_CONSTRAINT_UNIQUE` for instance.
    public let extendedCode: Int32
    /// The system's error number behind a failure to open, read or write; 0 where there is none.
    public let systemCode: Int32
    /// SQLite's own message.
    public let message: String
    /// The statement that failed, where there is one.
    public let sql: String?

    init(extendedCode: Int32, systemCode: Int32 = 0, message: String, sql: String? = nil) {
        code = extendedCode & 0xff
        self.extendedCode = extendedCode
        self.systemCode = systemCode
        self.message = message
        self.sql = sql
    }

    /// `SQLITE_IOERR_DATA`, which Swift does not see: a page's checksum is wrong (https://sqlite.org/rescode.html).
    static let damagedPage = SQLITE_IOERR | 32 << 8

    /// The kind of failure.
    public var kind: Kind {
        switch code {
        case SQLITE_BUSY, SQLITE_LOCKED: .busy
        case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH: .cannotOpen
        case SQLITE_CONSTRAINT: .constraint
        case SQLITE_CORRUPT: .corrupt
        case SQLITE_FULL: .full
        case SQLITE_INTERRUPT: .interrupted
        case SQLITE_IOERR: extendedCode == Self.damagedPage ? .corrupt : .inputOutput
        case SQLITE_NOTADB: .notADatabase
        case SQLITE_READONLY: .readOnly
        case SQLITE_TOOBIG: .tooBig
        default: .other
        }
    }
}

extension SQLiteError: CustomStringConvertible {
    /// The message with the extended code, and the statement where there is one.
    public var description: String {
        "SQLite \(extendedCode): \(message)" + (sql.map { " in: \($0)" } ?? "")
    }
}
