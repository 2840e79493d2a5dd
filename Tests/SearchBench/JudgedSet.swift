import Foundation

/// Queries with what a passage must say to be relevant to each.
struct JudgedSet {
    /// One query with its judgement.
    struct Query {
        /// The kind of difficulty that it stands for.
        public var group: String
        /// What is typed.
        public var text: String
        /// What a relevant passage says.
        public var rule: NSRegularExpression

        /// The places of the relevant ones among some passages.
        func relevant(among passages: [String]) -> Set<Int> {
            Set(
                passages.indices.filter { index in
                    let text = passages[index]
                    return rule.firstMatch(in: text, range: NSRange(location: 0, length: text.utf16.count)) != nil
                })
        }
    }

    /// The queries, in the order of the file.
    var queries: [Query] = []

    /// Reads a set of `Judgements/`.
    init(_ name: String) throws {
        let folder = Bundle.module.resourceURL?.appending(path: "Judgements")
        guard let file = folder?.appending(path: "\(name).tsv") else { throw CocoaError(.fileNoSuchFile) }
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
            let columns = line.split(separator: "\t").map(String.init)
            guard columns.count == 3 else { throw CocoaError(.fileReadCorruptFile) }
            queries.append(
                Query(
                    group: columns[0], text: columns[1],
                    rule: try NSRegularExpression(pattern: columns[2], options: [.caseInsensitive])))
        }
    }
}

/// How well some queries were answered: the means over the queries.
struct Relevance {
    /// How many queries were asked.
    private(set) var queries = 0
    private var sums = SIMD4<Double>()

    /// The share of what was found that is relevant.
    var precision: Double { mean(0) }
    /// The share of what is relevant that was found.
    var recall: Double { mean(1) }
    /// The harmonic mean of both, query by query.
    var f1: Double { mean(2) }
    /// The inverse of the first relevant one's rank.
    var reciprocalRank: Double { mean(3) }

    /// Makes one of no queries.
    init() {}

    /// Adds a query's answer, the best first.
    mutating func add(found: [Int], relevant: Set<Int>) {
        let hits = Double(found.filter(relevant.contains).count)
        let precision = found.isEmpty ? 0 : hits / Double(found.count)
        let recall = relevant.isEmpty ? 0 : hits / Double(relevant.count)
        let first = found.firstIndex(where: relevant.contains)
        sums += SIMD4(
            precision, recall, hits == 0 ? 0 : 2 * precision * recall / (precision + recall),
            first.map { 1 / Double($0 + 1) } ?? 0)
        queries += 1
    }

    /// Adds the queries of another.
    mutating func add(_ other: Relevance) {
        sums += other.sums
        queries += other.queries
    }

    private func mean(_ index: Int) -> Double { queries == 0 ? 0 : sums[index] / Double(queries) }
}
