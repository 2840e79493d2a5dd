import CSQLite

/// A prepared statement and, while it is stepped through, its current row.
///
/// Parameters are numbered from 1 and columns from 0, as in SQLite. What a column lends is valid inside the closure only.
public final class Statement {
    /// The type of a column's value in the current row.
    public enum ColumnType: Sendable {
        /// A signed 64-bit integer.
        case integer
        /// A 64-bit floating-point number.
        case real
        /// A text.
        case text
        /// Bytes.
        case blob
        /// NULL.
        case null
    }

    /// The SQL as it was prepared.
    public let sql: String
    private let pointer: OpaquePointer
    private let handle: Handle

    init(_ sql: String, handle: Handle) throws(SQLiteError) {
        var pointer: OpaquePointer?
        let status = sqlite3_prepare_v3(
            handle.pointer, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &pointer, nil)
        guard status == SQLITE_OK else { throw handle.lastError(sql: sql) }
        guard let pointer else {
            throw SQLiteError(extendedCode: SQLITE_MISUSE, message: "no statement in the text", sql: sql)
        }
        self.sql = sql
        self.pointer = pointer
        self.handle = handle
    }

    deinit {
        sqlite3_finalize(pointer)
    }

    // MARK: Running

    /// Goes to the next row.
    ///
    /// - Returns: Whether there is one.
    public func step() throws(SQLiteError) -> Bool {
        switch sqlite3_step(pointer) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw handle.lastError(sql: sql)
        }
    }

    /// Runs to the end and goes back to the start; parameters keep their values.
    public func run() throws(SQLiteError) {
        defer { reset() }
        while try step() {}
    }

    /// Goes back to the start; parameters keep their values.
    public func reset() {
        // The status repeats the last step's, which `step` has thrown already.
        sqlite3_reset(pointer)
    }

    /// Sets every parameter to NULL.
    public func clearParameters() {
        sqlite3_clear_bindings(pointer)
    }

    // MARK: Parameters

    /// How many parameters the statement has.
    public var parameterCount: Int { Int(sqlite3_bind_parameter_count(pointer)) }

    /// Sets a parameter to an integer, or to NULL.
    public func bind(_ value: Int64?, at index: Int) throws(SQLiteError) {
        guard let value else { return try bindNull(at: index) }
        try check(sqlite3_bind_int64(pointer, Int32(clamping: index), value))
    }

    /// Sets a parameter to an integer, or to NULL.
    public func bind(_ value: Int?, at index: Int) throws(SQLiteError) {
        try bind(value.map(Int64.init), at: index)
    }

    /// Sets a parameter to 1 or 0.
    public func bind(_ value: Bool, at index: Int) throws(SQLiteError) {
        try bind(value ? 1 : 0 as Int64, at: index)
    }

    /// Sets a parameter to a number, or to NULL; NaN becomes NULL, as SQLite has none.
    public func bind(_ value: Double?, at index: Int) throws(SQLiteError) {
        guard let value else { return try bindNull(at: index) }
        try check(sqlite3_bind_double(pointer, Int32(clamping: index), value))
    }

    /// Sets a parameter to a text, which SQLite copies, or to NULL.
    public func bind(_ value: String?, at index: Int) throws(SQLiteError) {
        guard var value else { return try bindNull(at: index) }
        let status = value.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                // An empty text may have no address, and a null pointer would bind NULL.
                guard let start = characters.baseAddress else {
                    return sqlite3_bind_text(pointer, Int32(clamping: index), "", 0, Self.transient)
                }
                return sqlite3_bind_text64(
                    pointer, Int32(clamping: index), start, UInt64(bytes.count), Self.transient, UInt8(SQLITE_UTF8))
            }
        }
        try check(status)
    }

    /// Sets a parameter to bytes, which SQLite copies.
    public func bind(_ bytes: [UInt8], at index: Int) throws(SQLiteError) {
        let status =
            bytes.isEmpty
            ? sqlite3_bind_zeroblob(pointer, Int32(clamping: index), 0)
            : bytes.withUnsafeBytes { buffer in
                sqlite3_bind_blob64(
                    pointer, Int32(clamping: index), buffer.baseAddress, UInt64(buffer.count), Self.transient)
            }
        try check(status)
    }

    /// Sets a parameter to NULL.
    public func bindNull(at index: Int) throws(SQLiteError) {
        try check(sqlite3_bind_null(pointer, Int32(clamping: index)))
    }

    /// Sets a parameter to a pointer that only a function of SQLite's own, which asks for the type, can see.
    func bind(pointer: UnsafeMutableRawPointer, type: StaticString, at index: Int) {
        type.withUTF8Buffer { name in
            name.withMemoryRebound(to: CChar.self) { name in
                // SQLite keeps the name's address: a static string stays.
                _ = sqlite3_bind_pointer(self.pointer, Int32(clamping: index), pointer, name.baseAddress, nil)
            }
        }
    }

    private func check(_ status: Int32) throws(SQLiteError) {
        guard status == SQLITE_OK else { throw handle.lastError(sql: sql) }
    }

    /// Asks SQLite to copy what is bound before the call returns (`SQLITE_TRANSIENT`, a macro that Swift cannot see).
    private static var transient: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

    // MARK: Columns of the current row

    /// How many columns a row has.
    public var columnCount: Int { Int(sqlite3_column_count(pointer)) }

    /// The type of a column's value; ask before any accessor converts it.
    public func type(at index: Int) -> ColumnType {
        switch sqlite3_column_type(pointer, Int32(truncatingIfNeeded: index)) {
        case SQLITE_INTEGER: .integer
        case SQLITE_FLOAT: .real
        case SQLITE_TEXT: .text
        case SQLITE_BLOB: .blob
        default: .null
        }
    }

    /// Whether a column is NULL.
    public func isNull(at index: Int) -> Bool {
        sqlite3_column_type(pointer, Int32(truncatingIfNeeded: index)) == SQLITE_NULL
    }

    /// A column as an integer; 0 for NULL.
    public func int64(at index: Int) -> Int64 {
        sqlite3_column_int64(pointer, Int32(truncatingIfNeeded: index))
    }

    /// A column as a number; 0 for NULL.
    public func double(at index: Int) -> Double {
        sqlite3_column_double(pointer, Int32(truncatingIfNeeded: index))
    }

    /// A column's UTF-8 bytes, uncopied, or `nil` for NULL; valid until the statement moves on.
    ///
    /// It is the plain form of ``withUTF8(at:_:)`` for those who read many columns of one row: no closure passes between.
    public func utf8(at index: Int) -> UnsafeBufferPointer<UInt8>? {
        // The order matters: `column_text` may convert, and `column_bytes` then tells the length of what it made.
        guard let start = sqlite3_column_text(pointer, Int32(truncatingIfNeeded: index)) else { return nil }
        let count = sqlite3_column_bytes(pointer, Int32(truncatingIfNeeded: index))
        return UnsafeBufferPointer(start: start, count: Int(count))
    }

    /// Lends a column's UTF-8 bytes, uncopied; none for NULL.
    public func withUTF8<Result, Failure: Error>(
        at index: Int, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(utf8(at: index) ?? UnsafeBufferPointer(start: nil, count: 0))
    }

    /// A column's bytes as they are stored, uncopied, none for NULL; valid until the statement moves on.
    ///
    /// It is the plain form of ``withBlob(at:_:)`` for those who read a row's bytes piece by piece.
    public func blob(at index: Int) -> UnsafeRawBufferPointer {
        let start = sqlite3_column_blob(pointer, Int32(truncatingIfNeeded: index))
        let count = sqlite3_column_bytes(pointer, Int32(truncatingIfNeeded: index))
        return UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : Int(count))
    }

    /// Lends a column's bytes as they are stored, uncopied; none for NULL.
    public func withBlob<Result, Failure: Error>(
        at index: Int, _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(blob(at: index))
    }

    /// A copy of a column as a string, or `nil` for NULL; ill-formed UTF-8 is repaired.
    public func string(at index: Int) -> String? {
        utf8(at: index).map { String(decoding: $0, as: UTF8.self) }
    }
}
