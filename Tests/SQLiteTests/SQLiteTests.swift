import Foundation
import Testing

@testable import SQLite

@Suite("The layer over SQLite")
struct SQLiteTests {
    let connection: Connection

    init() throws {
        connection = try Connection(path: ":memory:", access: .create)
    }

    // MARK: Values

    static let values: [Value] = [
        .null, .integer(0), .integer(.max), .integer(.min), .real(0.1), .real(-.infinity),
        .real(.greatestFiniteMagnitude),
        .text(""), .text("가나다 🇰🇷"), .text("a\u{0}b"), .text("e\u{301}"), .text(String(repeating: "글", count: 1_000_000)),
        .blob([]), .blob([0, 255, 0]),
    ]

    @Test("every value comes back as it went in, with its type", arguments: values.indices)
    func roundTrip(_ index: Int) throws {
        let value = Self.values[index]
        let read = try connection.withStatement("SELECT ?") { statement throws(SQLiteError) -> Value in
            try statement.bind(value, at: 1)
            #expect(try statement.step())
            switch statement.type(at: 0) {
            case .null: return .null
            case .integer: return .integer(statement.int64(at: 0))
            case .real: return .real(statement.double(at: 0))
            case .text: return .text(statement.string(at: 0) ?? "nothing")
            case .blob: return .blob(statement.withBlob(at: 0) { Array($0) })
            }
        }
        #expect(read == value)
    }

    @Test("NaN becomes NULL, as SQLite has none")
    func nan() throws {
        let statement = try connection.prepare("SELECT ?")
        try statement.bind(Double.nan, at: 1)
        #expect(try statement.step())
        #expect(statement.isNull(at: 0))
    }

    @Test("NULL reads as nothing, zero and no bytes")
    func null() throws {
        let statement = try connection.prepare("SELECT NULL")
        #expect(try statement.step())
        #expect(statement.string(at: 0) == nil)
        #expect(statement.int64(at: 0) == 0)
        #expect(statement.double(at: 0) == 0)
        #expect(statement.withUTF8(at: 0) { $0.count } == 0)
        #expect(statement.withBlob(at: 0) { $0.count } == 0)
    }

    @Test("a column lends its UTF-8 bytes")
    func bytes() throws {
        let statement = try connection.prepare("SELECT '가', x'ff41'")
        #expect(try statement.step())
        #expect(statement.withUTF8(at: 0) { Array($0) } == [0xea, 0xb0, 0x80])
        #expect(statement.columnCount == 2)
        // Ill-formed bytes are repaired in a copy and lent as they are.
        #expect(statement.withUTF8(at: 1) { Array($0) } == [0xff, 0x41])
        #expect(statement.string(at: 1) == "\u{FFFD}A")
    }

    @Test("a column or parameter that is not there gives nothing or an error, and no trap", arguments: [-1, 5, .max])
    func outOfRange(_ index: Int) throws {
        let statement = try connection.prepare("SELECT ?")
        #expect(try statement.step())
        #expect(statement.string(at: index) == nil)
        #expect(statement.int64(at: index) == 0)
        #expect(throws: SQLiteError.self) { try statement.bind("x", at: index) }
    }

    // MARK: Statements

    @Test("a statement runs again after a reset, and keeps its parameters until they are cleared")
    func reset() throws {
        let statement = try connection.prepare("SELECT ?1, ?2")
        #expect(statement.parameterCount == 2)
        try statement.bind([.integer(7), .text("x")])
        for _ in 0..<2 {
            #expect(try statement.step())
            #expect(statement.int64(at: 0) == 7)
            #expect(try !statement.step())
            statement.reset()
        }
        statement.clearParameters()
        #expect(try statement.step())
        #expect(statement.isNull(at: 0))
    }

    @Test("a statement that rests is taken again, cleared, and one in use is never handed out twice")
    func cache() throws {
        let sql = "SELECT ?"
        let first = try connection.checkOut(sql)
        let second = try connection.checkOut(sql)
        #expect(first !== second)
        try first.bind(1 as Int64, at: 1)
        connection.checkIn(first)
        let third = try connection.checkOut(sql)
        #expect(third === first)
        #expect(try third.step())
        #expect(third.isNull(at: 0))
    }

    @Test("the cache stays within its capacity")
    func cacheCapacity() throws {
        for number in 0..<Connection.statementCacheCapacity * 2 {
            connection.checkIn(try connection.checkOut("SELECT \(number)"))
            #expect(connection.idleCount <= Connection.statementCacheCapacity)
        }
    }

    @Test("a statement outlives its connection's owner, and closes the file when it goes")
    func ownership() throws {
        var owner: Connection? = try Connection(path: ":memory:", access: .create)
        let statement = try #require(try owner?.prepare("SELECT 1"))
        owner = nil
        #expect(try statement.step())
        #expect(statement.int64(at: 0) == 1)
    }

    // MARK: Errors

    @Test(
        "an error has its codes, its kind, SQLite's message and the SQL",
        arguments: [
            ("SELEC 1", SQLiteError.Kind.other, 1), ("SELECT * FROM nothing", .other, 1),
            ("  -- nothing", .other, 21),
        ])
    func prepareErrors(sql: String, kind: SQLiteError.Kind, code: Int32) {
        #expect {
            try connection.prepare(sql)
        } throws: { error in
            guard let error = error as? SQLiteError else { return false }
            return error.kind == kind && error.code == code && error.sql == sql && !error.message.isEmpty
                && error.description.contains(error.message)
        }
    }

    // The numbers are those of https://sqlite.org/rescode.html; as macros made of others, Swift does not see their names.
    @Test(
        "a broken constraint is told by its extended code",
        arguments: [
            ("INSERT INTO t VALUES (1, 'b', 1)", 1555),
            ("INSERT INTO t VALUES (2, 'a', 1)", 2067),
            ("INSERT INTO t VALUES (2, NULL, 1)", 1299),
            ("INSERT INTO t VALUES (2, 'b', 0)", 275),
            ("INSERT INTO t VALUES (2, 'b', 'x')", 3091),
        ])
    func constraints(sql: String, code: Int32) throws {
        try connection.execute(
            """
            CREATE TABLE t (k INTEGER PRIMARY KEY, u TEXT NOT NULL UNIQUE, c INTEGER CHECK (c > 0)) STRICT;
            INSERT INTO t VALUES (1, 'a', 1);
            """)
        let statement = try connection.prepare(sql)
        #expect {
            try statement.run()
        } throws: { error in
            guard let error = error as? SQLiteError else { return false }
            return error.kind == .constraint && error.extendedCode == code && error.sql == sql
        }
    }

    @Test("a text beyond the limit is too big")
    func limits() throws {
        connection.set(.length, to: 1000)
        connection.set(.parameters, to: 2)
        connection.set(.sqlLength, to: 100)
        let statement = try connection.prepare("SELECT ?")
        #expect {
            try statement.bind(String(repeating: "x", count: 1001), at: 1)
        } throws: { error in
            (error as? SQLiteError)?.kind == .tooBig
        }
        #expect(throws: SQLiteError.self) { try connection.prepare("SELECT ?3") }
        #expect(throws: SQLiteError.self) { try connection.prepare("SELECT '\(String(repeating: "x", count: 200))'") }
    }

    @Test("a statement ends once its condition holds, within another or around it, and the connection goes on")
    func interruption() throws {
        // It has no end of its own.
        let endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT count(*) FROM n"
        func isInterrupted(_ body: () throws -> Void) -> Bool {
            do { try body() } catch { return (error as? SQLiteError)?.kind == .interrupted }
            return false
        }
        var asked = 0
        let soon = {
            asked += 1
            return asked > 3
        }
        #expect(isInterrupted { try connection.withInterruption(when: soon) { try connection.execute(endless) } })
        #expect(asked == 4)
        asked = 0
        let within = { [connection] () throws in
            // The inner one never ends it, but does not hide the outer.
            try connection.withInterruption(when: { false }) { try connection.execute(endless) }
        }
        #expect(isInterrupted { try connection.withInterruption(when: soon, within) })
        asked = 0
        let after = { [connection] () throws in
            try connection.withInterruption(when: { false }) { try connection.execute("SELECT 1") }
            // The outer one holds again.
            try connection.execute(endless)
        }
        #expect(isInterrupted { try connection.withInterruption(when: soon, after) })
        asked = 0
        try connection.execute("SELECT count(*) FROM (\(endless.replacing("count(*)", with: "i")) LIMIT 100000)")
        #expect(asked == 0)
    }

    // MARK: Transactions

    @Test("a transaction is kept when its body returns and undone when it throws")
    func transactions() throws {
        try connection.execute("CREATE TABLE t (a INTEGER UNIQUE)")
        try connection.transaction { () throws(SQLiteError) in try connection.execute("INSERT INTO t VALUES (1)") }
        #expect(connection.isAutocommit)
        #expect(throws: SQLiteError.self) {
            try connection.transaction { () throws(SQLiteError) in
                try connection.execute("INSERT INTO t VALUES (2)")
                #expect(!connection.isAutocommit)
                try connection.execute("INSERT INTO t VALUES (1)")
            }
        }
        #expect(connection.isAutocommit)
        let count = try connection.withStatement("SELECT count(*) FROM t") { statement throws(SQLiteError) in
            _ = try statement.step()
            return statement.int64(at: 0)
        }
        #expect(count == 1)
    }
}

@Suite("Databases in files")
struct FileTests {
    /// A folder that goes with the test.
    final class Folder {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("sqlite-\(UUID().uuidString)").path

        init() throws {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        }

        deinit {
            try? FileManager.default.removeItem(atPath: path)
        }
    }

    let folder: Folder
    var path: String { folder.path + "/a.sqlite" }

    init() throws {
        folder = try Folder()
    }

    func kind(_ body: () throws -> Void) -> SQLiteError.Kind? {
        do {
            try body()
            return nil
        } catch {
            return (error as? SQLiteError)?.kind
        }
    }

    @Test("only `create` makes a file")
    func access() throws {
        #expect(kind { _ = try Connection(path: path, access: .readOnly) } == .cannotOpen)
        #expect(kind { _ = try Connection(path: path, access: .readWrite) } == .cannotOpen)
        #expect(!FileManager.default.fileExists(atPath: path))
        try Connection(path: path, access: .create).execute("CREATE TABLE t (a)")
        try Connection(path: path, access: .readWrite).execute("INSERT INTO t VALUES (1)")
    }

    @Test("a read-only connection refuses to write")
    func readOnly() throws {
        try Connection(path: path, access: .create).execute("CREATE TABLE t (a)")
        let connection = try Connection(path: path, access: .readOnly)
        #expect(kind { try connection.execute("INSERT INTO t VALUES (1)") } == .readOnly)
    }

    @Test("a file that is no database is told as such")
    func notADatabase() throws {
        try Data(repeating: 65, count: 4096).write(to: URL(fileURLWithPath: path))
        let connection = try Connection(path: path, access: .readOnly)
        #expect(kind { try connection.execute("SELECT * FROM sqlite_schema") } == .notADatabase)
    }

    @Test("a file cut short is told as damaged")
    func corrupt() throws {
        let writer = try Connection(path: path, access: .create)
        try writer.execute("CREATE TABLE t (a); INSERT INTO t VALUES (zeroblob(100000))")
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path)).prefix(8192)
        let cut = folder.path + "/cut.sqlite"
        try bytes.write(to: URL(fileURLWithPath: cut))
        let reader = try Connection(path: cut, access: .readOnly)
        #expect(kind { try reader.execute("SELECT * FROM t") } == .corrupt)
    }

    @Test("a lock that another connection holds is told as busy, after the time it was given")
    func busy() throws {
        let first = try Connection(path: path, access: .create)
        try first.execute("CREATE TABLE t (a); BEGIN EXCLUSIVE")
        let second = try Connection(path: path, access: .readWrite, busyTimeout: .milliseconds(1))
        #expect(kind { try second.execute("INSERT INTO t VALUES (1)") } == .busy)
        try first.execute("COMMIT")
        try second.execute("INSERT INTO t VALUES (1)")
    }

    @Test("a disk without room is told as full")
    func full() throws {
        let connection = try Connection(path: path, access: .create)
        try connection.execute("CREATE TABLE t (a); PRAGMA max_page_count = 3")
        #expect(kind { try connection.execute("INSERT INTO t VALUES (zeroblob(100000))") } == .full)
    }

    @Test("a path that looks like a URI is a path")
    func uri() throws {
        let name = "file:\(UUID().uuidString)?mode=memory"
        defer { try? FileManager.default.removeItem(atPath: "./" + name) }
        try Connection(path: name, access: .create).execute("CREATE TABLE t (a)")
        #expect(FileManager.default.fileExists(atPath: "./" + name))
    }
}
