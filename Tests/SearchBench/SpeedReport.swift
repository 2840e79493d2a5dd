import ForumStore
import Foundation
import SQLite
import SeededNumbers

/// Measures loading and searching made corpora, and prints what it found as a table in Markdown.
struct SpeedReport {
    /// How many passages each corpus has.
    let sizes: [Int]
    private static let queryCount = 400

    /// What was measured of one corpus, in the order of ``rows``.
    private struct Column {
        var title: String
        var values: [String] = []
    }

    /// What is measured, and what it should be at 100,000 and at 1,000,000 passages.
    private static let rows: [(name: String, aim: String)] = [
        ("load, passages a second of processor time", "20,000"), ("the same, of wall time", ""),
        ("index, of the text", "1.3"), ("first query after opening", ""),
        ("two words, 50 hits with snippets and facets: p50", ""), ("the same: p95", "10 and 50 ms"),
        ("the same: p95 of processor time", ""), ("hits of the same: p50, p95, most", ""),
        ("a misspelt word: p95", ""), ("suggestions for one to three syllables: p95", "5 ms"),
    ]

    func run() throws {
        var columns: [Column] = []
        for size in sizes { columns.append(try measure(size)) }
        print("| | " + columns.map(\.title).joined(separator: " | ") + " | aim |")
        print("|---|" + columns.map { _ in "---|" }.joined() + "---|")
        for (index, row) in Self.rows.enumerated() {
            print("| \(row.name) | " + columns.map { $0.values[index] }.joined(separator: " | ") + " | \(row.aim) |")
        }
    }

    private func measure(_ passages: Int) throws -> Column {
        let made = MadeCorpus(passages: passages)
        let folder = FileManager.default.temporaryDirectory.appending(path: "rostrum-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = folder.appending(path: "store.sqlite").path
        var column = Column(title: "\(grouped(passages)) passages, \(made.textBytes / 1_000_000) MB")
        let loading = Stopwatch()
        try StoreBuilder(path: store).build(from: made.corpus)
        let load = loading.elapsed
        column.values += [load.processor, load.wall].map { grouped(Int(Double(passages) / $0)) }
        column.values.append(decimal(Double(try indexBytes(store)) / Double(made.textBytes)))
        let opening = Stopwatch()
        let reader = try StoreReader(path: store)
        _ = try reader.search(SearchRequest("가나다", limit: 1)) { _, _ in }
        column.values.append(milliseconds(opening.elapsed.wall))
        var random = Seeded(7)
        let queries = Array(made.queries.shuffled(using: &random).prefix(Self.queryCount))
        column.values += try measureQueries(reader, queries)
        column.values.append(try measureMisspelt(reader, queries))
        column.values.append(try measureSuggestions(reader, made))
        return column
    }

    private func measureQueries(_ reader: StoreReader, _ queries: [String]) throws -> [String] {
        var (wall, processor, totals): ([Double], [Double], [Double]) = ([], [], [])
        for query in queries {
            let watch = Stopwatch()
            let result = try reader.search(SearchRequest(query, limit: 50)) { _, _ in }
            let time = watch.elapsed
            wall.append(time.wall)
            processor.append(time.processor)
            totals.append(Double(result.total))
        }
        let (time, found) = (Percentiles(wall), Percentiles(totals))
        return [
            milliseconds(time.half), milliseconds(time.most), milliseconds(Percentiles(processor).most),
            "\(grouped(Int(found.half))), \(grouped(Int(found.most))), \(grouped(Int(totals.max() ?? 0)))",
        ]
    }

    /// Words of three syllables and more, the last one's vowel wrong.
    private func measureMisspelt(_ reader: StoreReader, _ queries: [String]) throws -> String {
        var wall: [Double] = []
        for word in queries.flatMap({ $0.split(separator: " ") }) where word.count > 2 && wall.count < 100 {
            let watch = Stopwatch()
            _ = try reader.search(SearchRequest(word.dropLast() + "뷁", limit: 50)) { _, _ in }
            wall.append(watch.elapsed.wall)
        }
        return milliseconds(Percentiles(wall).most)
    }

    private func measureSuggestions(_ reader: StoreReader, _ made: MadeCorpus) throws -> String {
        var wall: [Double] = []
        for query in made.queries.prefix(Self.queryCount) {
            for length in 1...3 {
                let watch = Stopwatch()
                _ = try reader.suggestions(for: String(query.prefix(length)), limit: 10)
                wall.append(watch.elapsed.wall)
            }
        }
        return milliseconds(Percentiles(wall).most)
    }

    /// The bytes of all pages of the tables and indexes that the search alone reads.
    private func indexBytes(_ store: String) throws -> Int {
        let connection = try Connection(path: store, access: .readOnly)
        let statement = try connection.prepare("SELECT sum(pgsize) FROM dbstat WHERE name GLOB 'search_*'")
        return try statement.step() ? Int(statement.int64(at: 0)) : 0
    }

    private func grouped(_ number: Int) -> String {
        var text = String(number)
        for place in stride(from: text.count - 3, to: 0, by: -3) {
            text.insert(",", at: text.index(text.startIndex, offsetBy: place))
        }
        return text
    }

    private func milliseconds(_ seconds: Double) -> String { decimal(seconds * 1000) + " ms" }
    private func decimal(_ value: Double) -> String { String(format: "%.2f", value) }
}
