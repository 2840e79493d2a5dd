import KoreanText
import SQLite

/// Seeks passages, and the rows of lists, by words; with what it needs to know of the whole store.
///
/// A reader makes one when it is first needed: ``StoreReader/search``.
final class PassageSearch {
    unowned let reader: StoreReader
    /// The words, names and aliases of the store, and what each passage belongs to.
    var knowledge: SearchKnowledge
    /// Ranks what the index finds.
    let ranking = PassageRanking()
    var limits: StoreLimits { reader.limits }

    init(_ reader: StoreReader) throws(StoreError) {
        self.reader = reader
        knowledge = try SearchKnowledge(reader)
        ranking.measure(knowledge.catalogue.lengths)
        let ranking = ranking
        try reader.sqlite { () throws(SQLiteError) in
            try reader.connection.register(ranking, named: PassageRanking.name)
        }
    }

    /// Why a query cannot be sought, or `nil` where it can.
    static func refusal(of query: String) -> SearchRefusal? {
        let limits = StoreLimits.standard
        guard query.unicodeScalars.count <= limits.queryLength else { return .tooLong }
        let words = SearchWords(query)
        guard !words.wanted.isEmpty else { return .nothingToSeek }
        return words.wanted.count + words.excluded.count > limits.queryWords ? .tooManyWords : nil
    }

    /// Hands over the passages that a query finds, the best first, as ``StoreReader/search(_:_:)`` says.
    func search(
        _ request: SearchRequest, _ body: (borrowing PassageRow, SearchHit) throws(StoreError) -> Void
    ) throws(StoreError) -> SearchResult {
        guard Self.refusal(of: request.query) == nil else {
            return SearchResult(
                total: 0, terms: [], facets: SearchFacet.Kind.allCases.map { .init(kind: $0, values: []) })
        }
        let outcome = try found(request.query, try request.filter.condition())
        let page = try outcome.hits.part(from: request.start, limit: max(0, request.limit))
        let needles = outcome.query.terms.flatMap(\.needles)
        try reader.withCursors { cursors throws(StoreError) in
            for hit in page.hits {
                try cursors.forEach(.passages, of: hit.key) { statement throws(StoreError) in
                    let row = PassageRow(statement: statement, children: cursors)
                    let marks = Highlights(row.text.string, needles, limits)
                    try body(
                        row,
                        SearchHit(
                            score: hit.score, snippet: marks.snippet, snippetStart: marks.snippetStart,
                            isCutShort: marks.isCutShort, highlights: marks.ranges, matches: marks.matches))
                }
            }
        }
        return SearchResult(
            total: outcome.hits.all.count, next: page.next, terms: outcome.query.terms.map(\.interpretation),
            didYouMean: outcome.didYouMean, facets: try facets(outcome.hits))
    }

    // MARK: Facets

    private func facets(_ hits: RankedHits) throws(StoreError) -> [SearchFacet] {
        let counts = knowledge.catalogue.facets(of: hits.all.lazy.map(\.key))
        var facets: [SearchFacet] = []
        for kind in SearchFacet.Kind.allCases {
            // The most frequent first; equals in the order of the document.
            let ordered = (counts[kind] ?? []).first(limits.facetValues) { left, right in
                left.count == right.count ? left.key < right.key : left.count > right.count
            }
            var values: [SearchFacet.Value] = []
            for (key, count) in ordered {
                guard let (id, name) = try named(key, kind) else { continue }
                values.append(SearchFacet.Value(id: id, name: name, count: count))
            }
            facets.append(SearchFacet(kind: kind, values: values))
        }
        return facets
    }

    private func named(
        _ key: Int, _ kind: SearchFacet.Kind
    ) throws(StoreError) -> (id: String, name: String)? {
        let sql: String
        switch kind {
        case .kind:
            let kinds = PassageCatalogue.kinds
            return kinds.indices.contains(key) ? (kinds[key], kinds[key]) : nil
        case .event: sql = "SELECT id, coalesce(name, label, id) FROM events WHERE key = ?"
        case .panelist: sql = "SELECT id, name FROM panelists WHERE key = ?"
        case .topic: sql = "SELECT id, name FROM topics WHERE key = ?"
        }
        var result: (id: String, name: String)?
        try reader.forEachRow(of: sql, [Value(key)]) { row throws(StoreError) in
            result = (row.string(at: 0) ?? "", row.string(at: 1) ?? "")
        }
        return result
    }
}
