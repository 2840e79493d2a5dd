import SQLite
import Testing

@Suite("A tokenizer of one's own")
struct TokenizerTests {
    /// Cuts at hyphens, and gives every token in capitals too, at the same place.
    private struct HyphenTokenizer: IndexTokenizer {
        func forEachToken(
            of text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>, _ isColocated: Bool) -> Void
        ) {
            for token in text.split(separator: UInt8(ascii: "-")) {
                body(UnsafeBufferPointer(rebasing: token), false)
                Array(String(decoding: token, as: UTF8.self).uppercased().utf8).withUnsafeBufferPointer {
                    body($0, true)
                }
            }
        }
    }

    @Test(
        "text is cut by the tokenizer, and a query's strings hold finished tokens",
        arguments: [("\"b c\"", [1]), ("\"B C\"", [1]), ("\"c b\"", []), ("\"b-c\"", []), ("\"b\" *", [1, 2])])
    func matching(query: String, rows: [Int64]) throws {
        let connection = try Connection(path: ":memory:", access: .create)
        try connection.register(HyphenTokenizer(), named: "hyphen")
        try connection.execute(
            """
            CREATE VIRTUAL TABLE t USING fts5 (x, content = '', tokenize = 'hyphen');
            INSERT INTO t (rowid, x) VALUES (1, 'a-b-c'), (2, 'bb'), (3, '');
            """)
        let statement = try connection.prepare("SELECT rowid FROM t WHERE t MATCH ? ORDER BY rowid")
        try statement.bind(query, at: 1)
        var found: [Int64] = []
        while try statement.step() { found.append(statement.int64(at: 0)) }
        #expect(found == rows)
    }

    @Test("a connection without the tokenizer refuses the index")
    func missing() throws {
        let connection = try Connection(path: ":memory:", access: .create)
        #expect(throws: SQLiteError.self) {
            try connection.execute("CREATE VIRTUAL TABLE t USING fts5 (x, tokenize = 'hyphen')")
        }
    }
}
