import CSQLite

/// An open database with its cache of prepared statements.
///
/// A connection belongs to one thread at a time. It is not Sendable; only its ``interrupter`` may be used from elsewhere.
public final class Connection {
    /// What a connection may do with its file.
    public enum Access: Sendable {
        /// Reads a file that exists (`mode=ro`).
        case readOnly
        /// Reads and writes a file that exists.
        case readWrite
        /// Reads and writes a file, which is made where it does not exist.
        case create

        fileprivate var flags: Int32 {
            switch self {
            case .readOnly: SQLITE_OPEN_READONLY
            case .readWrite: SQLITE_OPEN_READWRITE
            case .create: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
            }
        }
    }

    /// The limits of a connection that can be lowered.
    public enum Limit: Sendable {
        /// The bytes of a text, a blob or a row.
        case length
        /// The bytes of a statement's SQL.
        case sqlLength
        /// The highest number of a parameter.
        case parameters

        fileprivate var identifier: Int32 {
            switch self {
            case .length: SQLITE_LIMIT_LENGTH
            case .sqlLength: SQLITE_LIMIT_SQL_LENGTH
            case .parameters: SQLITE_LIMIT_VARIABLE_NUMBER
            }
        }
    }

    /// How many prepared statements a connection caches; beyond it, all are finalized and prepared anew on use.
    public static let statementCacheCapacity = 128

    /// The path that was opened.
    public let path: String
    let handle: Handle
    private var idle: [String: Statement] = [:]
    /// What the running statements are asked by whether they go on, the innermost.
    var interruption: Interruption?

    /// Opens a database.
    ///
    /// - Parameters:
    ///   - path: The file's path, or `:memory:`. It is taken literally, never as a URI.
    ///   - access: What may be done with the file.
    ///   - pages: How the pages of the file are written and read.
    ///   - busyTimeout: How long a statement waits for another connection's lock.
    public init(
        path: String, access: Access, pages: Pages = .plain, busyTimeout: Duration = .seconds(5)
    ) throws(SQLiteError) {
        _ = Self.keepsMemoryStatistics
        let layer = try pages.layer
        var pointer: OpaquePointer?
        // A path that begins with `file:` would be read as a URI where the library was built so; `./` prevents it.
        let literal = path.hasPrefix("file:") ? "./" + path : path
        let status = sqlite3_open_v2(
            literal, &pointer, access.flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, layer)
        guard let pointer else {
            throw SQLiteError(extendedCode: status, message: String(cString: sqlite3_errstr(status)))
        }
        handle = Handle(adopting: pointer)
        self.path = path
        guard status == SQLITE_OK else { throw handle.lastError() }
        let (seconds, attoseconds) = busyTimeout.components
        let milliseconds = seconds * 1000 + attoseconds / 1_000_000_000_000_000
        sqlite3_busy_timeout(pointer, Int32(clamping: milliseconds))
        if case .checked = pages, access != .readOnly { try reserveChecksums() }
    }

    /// Whether SQLite counts its memory; it does where it was in use before the first connection.
    private static let keepsMemoryStatistics = csqlite_disable_memory_statistics() != SQLITE_OK

    /// Whether no transaction is open.
    public var isAutocommit: Bool { sqlite3_get_autocommit(handle.pointer) != 0 }

    /// How many statements are prepared and idle.
    var idleCount: Int { idle.count }

    /// Lowers a limit.
    ///
    /// - Parameters:
    ///   - limit: The limit.
    ///   - value: Its new value; SQLite cuts it to its compiled maximum.
    public func set(_ limit: Limit, to value: Int) {
        sqlite3_limit(handle.pointer, limit.identifier, Int32(clamping: max(0, value)))
    }

    /// Prepares a statement that its caller keeps.
    public func prepare(_ sql: String) throws(SQLiteError) -> Statement {
        try Statement(sql, handle: handle)
    }

    /// Checks a statement out of the cache, or prepares it; ``checkIn(_:)`` returns it.
    ///
    /// Checking out the same SQL again before it is returned prepares a second statement, so nested uses never meet.
    public func checkOut(_ sql: String) throws(SQLiteError) -> Statement {
        if let statement = idle.removeValue(forKey: sql) { return statement }
        return try Statement(sql, handle: handle)
    }

    /// Resets a statement, clears its parameters and caches it for the next ``checkOut(_:)``.
    public func checkIn(_ statement: Statement) {
        statement.reset()
        statement.clearParameters()
        if idle.count >= Self.statementCacheCapacity { idle.removeAll(keepingCapacity: true) }
        idle[statement.sql] = statement
    }

    /// Lends a cached statement for one use.
    public func withStatement<Result>(
        _ sql: String, _ body: (Statement) throws(SQLiteError) -> Result
    ) throws(SQLiteError) -> Result {
        let statement = try checkOut(sql)
        defer { checkIn(statement) }
        return try body(statement)
    }

    /// FTS5's table of functions, which it hands out through a statement (https://sqlite.org/fts5.html §7).
    func fullTextInterface() throws(SQLiteError) -> UnsafeMutablePointer<fts5_api> {
        var interface: UnsafeMutablePointer<fts5_api>?
        try withUnsafeMutablePointer(to: &interface) { pointer throws(SQLiteError) in
            let statement = try prepare("SELECT fts5(?1)")
            statement.bind(pointer: pointer, type: "fts5_api_ptr", at: 1)
            _ = try statement.step()
        }
        guard let interface else { throw SQLiteError(extendedCode: SQLITE_ERROR, message: "FTS5 is not built in") }
        return interface
    }

    /// Runs one or more statements of which no row is wanted.
    public func execute(_ sql: String) throws(SQLiteError) {
        guard sqlite3_exec(handle.pointer, sql, nil, nil, nil) == SQLITE_OK else { throw handle.lastError(sql: sql) }
    }

    /// Runs the body in an immediate transaction, which is rolled back when the body throws.
    public func transaction<Result>(_ body: () throws(SQLiteError) -> Result) throws(SQLiteError) -> Result {
        try execute("BEGIN IMMEDIATE")
        do throws(SQLiteError) {
            let result = try body()
            try execute("COMMIT")
            return result
        } catch {
            // A full disk or an I/O error may have rolled back already; the first error is the one worth telling.
            if !isAutocommit { try? execute("ROLLBACK") }
            throw error
        }
    }
}
