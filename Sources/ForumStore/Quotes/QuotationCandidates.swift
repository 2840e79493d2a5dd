import KoreanText
import SQLite

/// Chooses the passages that a text may come from, altered or not, by the rarest of its tokens.
///
/// What it costs is bounded: so many tokens, and of each no more passages than ``StoreLimits/pairPassages``.
struct QuotationCandidates {
    private let reader: StoreReader
    private let tokens: [[String]]
    private var limits: StoreLimits { reader.limits }

    /// Prepares to choose for a text.
    init(_ text: String, in reader: StoreReader) {
        self.reader = reader
        tokens = QuotationSearch.spread(Self.tokens(of: text), reader.limits.maxPairs)
    }

    /// The tokens of a text that a passage shares with it, each with its forms.
    static func tokens(of text: String) -> [[String]] {
        var tokens = QuotationAnchors(QuotationForm(text).scalars).pairs
        // A word of letters or digits is a token whole; those of Hangul are among the pairs.
        for token in Set(SearchTokenizer.tokens(of: text)).sorted() {
            guard let first = token.unicodeScalars.first, first != "^", !SearchText.isSyllable(first) else { continue }
            tokens.append([token])
        }
        return tokens
    }

    /// Whether there is anything to choose by.
    var isEmpty: Bool { tokens.count < limits.minPairs }

    /// The keys of passages that share most with the text, rare tokens before common ones; the best first.
    func keys(limit: Int) throws(StoreError) -> [Int64] {
        var lists: [[Int64]] = []
        var common: [[String]] = []
        for token in tokens {
            let keys = try passages(QuotationSearch.any(token))
            if keys.count > limits.pairPassages { common.append(token) } else { lists.append(keys) }
        }
        if lists.allSatisfy(\.isEmpty) { lists = try grouped(common) }
        var weights: [Int64: Double] = [:]
        for list in lists where !list.isEmpty {
            let weight = 1 / Double(list.count).squareRoot()
            for key in list { weights[key, default: 0] += weight }
        }
        return weights.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(limit).map(\.key)
    }

    /// The passages of several tokens together, where each of them is in too many.
    private func grouped(_ tokens: [[String]]) throws(StoreError) -> [[Int64]] {
        guard !tokens.isEmpty else { return [] }
        var lists: [[Int64]] = []
        let size = max(1, min(limits.maxAnchors, (tokens.count + limits.tokenGroups - 1) / limits.tokenGroups))
        var start = 0
        while start < tokens.count {
            let group = tokens[start..<min(start + max(size, 2), tokens.count)]
            lists.append(try passages(group.map(QuotationSearch.any).joined(separator: " AND ")))
            start += max(size, 2)
        }
        return lists
    }

    private func passages(_ expression: String) throws(StoreError) -> [Int64] {
        var keys: [Int64] = []
        try reader.forEachRow(
            of: "SELECT rowid FROM search_index WHERE search_index MATCH ? ORDER BY rowid LIMIT ?",
            [.text("body : (\(expression))"), Value(limits.pairPassages + 1)]
        ) { statement throws(StoreError) in keys.append(statement.int64(at: 0)) }
        return keys
    }
}
