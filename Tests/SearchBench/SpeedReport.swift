import ForumStore
import Foundation
import SQLite

/// Measures loading and searching a made corpus.
struct SpeedReport {
    let passages: Int
    private static let queryCount = 400

    func run() throws {
        let made = MadeCorpus(passages: passages)
        let folder = FileManager.default.temporaryDirectory.appending(path: "rostrum-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = folder.appending(path: "store.sqlite").path
        print("\(passages) passages, \(made.textBytes / 1_000_000) MB of text")
        let loading = Stopwatch()
        try StoreBuilder(path: store).build(from: made.corpus)
        let load = loading.elapsed
        print(
            "load: \(Int(Double(passages) / load.processor)) passages/s of processor time, "
                + "\(Int(Double(passages) / load.wall)) of wall time")
        let bytes = try indexBytes(store)
        print("index: \(bytes / 1_000_000) MB, \(decimal(Double(bytes) / Double(made.textBytes))) of the text")
        let reader = try StoreReader(path: store)
        let opening = Stopwatch()
        _ = try reader.search(SearchRequest("가나다", limit: 1)) { _, _ in }
        print("first query: \(milliseconds(opening.elapsed.wall))")
        var random = SplitMix(state: 7)
        try measureQueries(reader, Array(made.queries.shuffled(using: &random).prefix(Self.queryCount)))
        try measureSuggestions(reader, made)
    }

    private func measureQueries(_ reader: StoreReader, _ queries: [String]) throws {
        var (wall, processor, totals): ([Double], [Double], [Double]) = ([], [], [])
        for query in queries {
            let watch = Stopwatch()
            let result = try reader.search(SearchRequest(query, limit: 50)) { _, _ in }
            let time = watch.elapsed
            wall.append(time.wall)
            processor.append(time.processor)
            totals.append(Double(result.total))
        }
        report("two words, 50 hits with snippets, facets", wall, processor)
        let found = Percentiles(totals)
        print("  found: p50 \(Int(found.half)), p95 \(Int(found.most)), most \(Int(totals.max() ?? 0))")
    }

    private func measureSuggestions(_ reader: StoreReader, _ made: MadeCorpus) throws {
        var (wall, processor): ([Double], [Double]) = ([], [])
        for query in made.queries.prefix(Self.queryCount) {
            for length in 1...3 {
                let watch = Stopwatch()
                _ = try reader.suggestions(for: String(query.prefix(length)), limit: 10)
                let time = watch.elapsed
                wall.append(time.wall)
                processor.append(time.processor)
            }
        }
        report("suggestions for 1 to 3 syllables", wall, processor)
    }

    private func report(_ name: String, _ wall: [Double], _ processor: [Double]) {
        let (wall, processor) = (Percentiles(wall), Percentiles(processor))
        print(
            "\(name): p50 \(milliseconds(wall.half)), p95 \(milliseconds(wall.most)); processor p50 "
                + "\(milliseconds(processor.half)), p95 \(milliseconds(processor.most))")
    }

    /// The bytes of the tables that the search alone reads.
    private func indexBytes(_ store: String) throws -> Int {
        let connection = try Connection(path: store, access: .readOnly)
        let statement = try connection.prepare(
            "SELECT sum(pgsize) FROM dbstat WHERE name GLOB 'search_*'")
        return try statement.step() ? Int(statement.int64(at: 0)) : 0
    }

    private func milliseconds(_ seconds: Double) -> String { decimal(seconds * 1000) + " ms" }
    private func decimal(_ value: Double) -> String { String(format: "%.2f", value) }
}
