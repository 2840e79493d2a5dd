import ForumStore
import Foundation
import Proceedings
import SQLite

/// Something that finds passages; they are named by their place in the text.
protocol SearchEngine {
    /// Everything that a query finds, the best first.
    func find(_ query: String) throws -> [Int]
}

/// The project's search over a store of its own.
final class RostrumEngine: SearchEngine {
    private let reader: StoreReader
    private let folder: URL
    private var places: [String: Int] = [:]

    /// Builds the store in a temporary folder, which goes when the engine does.
    init(_ corpus: Corpus) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "rostrum-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let store = folder.appending(path: "store.sqlite").path
        try StoreBuilder(path: store).build(from: corpus)
        reader = try StoreReader(path: store)
        for passage in corpus.passages { places[passage.id.rawValue] = places.count }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Everything that a query finds, the best first.
    func find(_ query: String) throws -> [Int] {
        var found: [Int] = []
        _ = try reader.search(SearchRequest(query, limit: .max)) { row, _ in
            if let place = places[row.id.string] { found.append(place) }
        }
        return found
    }
}

/// What SQLite offers by itself: one of its own tokenizers, every word in quotation marks.
final class PlainEngine: SearchEngine {
    private let connection: Connection

    /// Indexes the passages in memory.
    init(_ passages: [String], tokenizer: String) throws {
        connection = try Connection(path: ":memory:", access: .create)
        try connection.execute("CREATE VIRTUAL TABLE t USING fts5 (x, tokenize = '\(tokenizer)')")
        let insertion = try connection.prepare("INSERT INTO t (rowid, x) VALUES (?, ?)")
        for (index, text) in passages.enumerated() {
            try insertion.bind([.integer(Int64(index)), .text(text)])
            try insertion.run()
        }
    }

    /// Everything that a query finds, the best first.
    func find(_ query: String) throws -> [Int] {
        // A phrase stays one; what excludes is FTS5's NOT.
        var wanted: [String] = []
        var excluded: [String] = []
        if query.hasPrefix("\"") {
            wanted = [query]
        } else {
            for word in query.split(separator: " ") {
                let quoted = "\"\(word.replacing("\"", with: ""))\""
                if word.hasPrefix("-") { excluded.append(quoted) } else { wanted.append(quoted) }
            }
        }
        let expression = ([wanted.joined(separator: " AND ")] + excluded).joined(separator: " NOT ")
        let statement = try connection.prepare("SELECT rowid FROM t WHERE t MATCH ? ORDER BY rank")
        try statement.bind(expression, at: 1)
        var found: [Int] = []
        while try statement.step() { found.append(Int(statement.int64(at: 0))) }
        return found
    }
}

extension Corpus {
    /// All passages in the order of the document.
    var passages: [Passage] { events.flatMap(\.talks).flatMap(\.talk.passages) }
}
