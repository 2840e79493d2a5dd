import SQLite
import SeededNumbers
import Testing

@testable import ForumStore

/// What the search keeps in columns of bytes may be damaged like anything else in a file.
@Suite("A search in a damaged store")
struct DamagedKnowledgeTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try StoreBuilder(path: folder.store).build(from: SampleCorpus.corpus)
    }

    /// Runs statements on the store's file, which nobody else does.
    private func execute(_ sql: String, _ values: [Value] = []) throws {
        let connection = try Connection(path: folder.store, access: .readWrite, pages: .checked)
        try connection.execute("PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF")
        try connection.withStatement(sql) { statement throws(SQLiteError) in
            try statement.bind(values)
            _ = try statement.step()
        }
    }

    private func blob(_ column: String, _ table: String) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try StoreReader(path: folder.store).forEachRow(of: "SELECT \(column) FROM \(table)", []) {
            row throws(StoreError) in row.withBlob(at: 0) { bytes = Array($0) }
        }
        return bytes
    }

    /// Searches and completes; what is thrown is a ``StoreError``.
    private func use() throws(StoreError) {
        let reader = try StoreReader(path: folder.store)
        for query in ["인공지능", "규제", "김하나", "AI", "없는낱말", "ㄱㅎㄴ"] {
            _ = try reader.search(SearchRequest(query, limit: 50)) { row, hit in _ = (row.text.string, hit.snippet) }
            _ = try reader.suggestions(for: query, limit: 10)
        }
    }

    private func isRefused() -> Bool {
        do throws(StoreError) {
            try use()
            return false
        } catch {
            if case .corrupt = error { return true }
            return false
        }
    }

    /// Nine bytes that are the greatest number there can be.
    private static let greatest = [UInt8](repeating: 0xFF, count: 8) + [0x7F]

    @Test(
        "counts that the bytes cannot hold are refused",
        arguments: [
            ("search_words", "words", []), ("search_words", "words", [5]), ("search_words", "words", greatest),
            ("search_words", "words", [1] + greatest), ("search_words", "words", [1, 0, 1]),
            ("search_words", "words", [1, 1] + greatest + [0x41]), ("search_words", "words", [1, 2, 1, 0x41]),
            ("search_words", "words", [0, 1]), ("search_passages", "topics", greatest),
            ("search_passages", "topics", []), ("search_passages", "topics", greatest + greatest),
            ("search_passages", "kinds", []), ("search_passages", "lengths", [1]),
            ("search_passages", "speakers", [1]), ("search_passages", "kinds", [UInt8](repeating: 0, count: 5000)),
        ] as [(String, String, [UInt8])])
    func impossible(table: String, column: String, bytes: [UInt8]) throws {
        #expect(!isRefused())
        try execute("UPDATE \(table) SET \(column) = ?", [.blob(bytes)])
        #expect(isRefused())
    }

    @Test(
        "numbers of rows that are not there are refused",
        arguments: [
            "UPDATE talks SET passage_count = 9000000000000000000", "UPDATE talks SET passage_count = -1",
            "UPDATE meta SET passages = 9223372036854775807", "UPDATE meta SET passages = -9",
            "UPDATE meta SET panelists = 9223372036854775807", "UPDATE meta SET events = -1",
            "UPDATE meta SET topics = 9223372036854775807",
        ])
    func rows(statement: String) throws {
        try execute(statement)
        #expect(isRefused())
    }

    @Test("keys of nothing trap nobody", arguments: [-1, 0, 99, 2_147_483_647, 4_294_967_295, Int.min, Int.max])
    func keys(key: Int) throws {
        for statement in ["UPDATE talks SET event = ?", "UPDATE participations SET panelist = ? WHERE position = 1"] {
            try execute(statement, [.integer(Int64(key))])
            do throws(StoreError) { try use() } catch { #expect(error != .interrupted, "\(statement)") }
        }
    }

    @Test("bytes changed anywhere give an error or hits, and never a trap", arguments: 0..<40)
    func mutated(seed: UInt64) throws {
        var random = Seeded(seed)
        for (table, column) in [
            ("search_words", "words"), ("search_passages", "kinds"), ("search_passages", "lengths"),
            ("search_passages", "speakers"), ("search_passages", "topics"),
        ] {
            let whole = try blob(column, table)
            var bytes = whole
            for _ in 0...Int.random(in: 0..<6, using: &random) where !bytes.isEmpty {
                let index = Int.random(in: bytes.indices, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[index] = .random(in: .min ... .max, using: &random)
                case 1: bytes.insert(0xFF, at: index)
                case 2: bytes.remove(at: index)
                default: bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &random)
                }
            }
            try execute("UPDATE \(table) SET \(column) = ?", [.blob(bytes)])
            do throws(StoreError) { try use() } catch { #expect(error != .interrupted, "seed \(seed), \(column)") }
            try execute("UPDATE \(table) SET \(column) = ?", [.blob(whole)])
        }
    }
}
