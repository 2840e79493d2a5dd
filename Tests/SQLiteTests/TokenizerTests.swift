import SQLite
import Testing

@Suite("A tokenizer of one's own")
struct TokenizerTests {
    /// Cuts at hyphens.
    private struct HyphenTokenizer: IndexTokenizer {
        func forEachToken(of text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
            for token in text.split(separator: UInt8(ascii: "-")) { body(UnsafeBufferPointer(rebasing: token)) }
        }
    }

    @Test(
        "text is cut by the tokenizer, and a query's strings hold finished tokens",
        arguments: [("\"b c\"", [1]), ("\"c b\"", []), ("\"b-c\"", []), ("\"b\" *", [1, 2])])
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

    /// Gives ten times what stands in the second column, and the row's key.
    private final class Ranking: IndexRanking {
        func rank(_ row: Int64, _ places: borrowing IndexPlaces) -> Double {
            var score = Double(row) / 100
            places.forEach(ofFirst: 1) { phrase, column in score += phrase == 0 ? (column == 1 ? 10 : 1) : 1000 }
            return score
        }
    }

    @Test("a ranking sees the places of the phrases that it asks for, row by row")
    func ranking() throws {
        let connection = try Connection(path: ":memory:", access: .create)
        try connection.register(HyphenTokenizer(), named: "hyphen")
        try connection.register(Ranking(), named: "own_rank")
        try connection.execute(
            """
            CREATE VIRTUAL TABLE t USING fts5 (x, y, content = '', columnsize = 0, tokenize = 'hyphen');
            INSERT INTO t (rowid, x, y) VALUES (1, 'a-b-a', 'a'), (2, 'b', NULL), (3, 'c', 'a-a');
            """)
        let statement = try connection.prepare(
            "SELECT own_rank(t) FROM t WHERE t MATCH '\"a\" OR \"b\"' ORDER BY rowid")
        var ranks: [Double] = []
        while try statement.step() { ranks.append(statement.double(at: 0)) }
        #expect(ranks == [12.01, 0.02, 20.03])
    }

    @Test("a connection without the tokenizer refuses the index")
    func missing() throws {
        let connection = try Connection(path: ":memory:", access: .create)
        #expect(throws: SQLiteError.self) {
            try connection.execute("CREATE VIRTUAL TABLE t USING fts5 (x, tokenize = 'hyphen')")
        }
    }
}
