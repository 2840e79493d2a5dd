import KoreanText
import SQLite

extension StoreReader {
    /// Why a query cannot be sought, or `nil` where it can.
    public static func refusal(of query: String) -> SearchRefusal? {
        guard query.unicodeScalars.count <= SearchLimits.queryLength else { return .tooLong }
        let words = SearchWords(query)
        guard !words.wanted.isEmpty else { return .nothingToSeek }
        return words.wanted.count + words.excluded.count > SearchLimits.words ? .tooManyWords : nil
    }

    /// Hands over the passages that a query finds, the best first.
    ///
    /// Words must all be found, in any of their forms. What is found only inside longer foreign words comes after
    /// everything else; equals stand in the order of the document.
    ///
    /// - Parameters:
    ///   - request: The query and the part that is wanted; a query with a ``SearchRefusal`` finds nothing.
    ///   - body: Receives each passage with what was found in it.
    /// - Throws: ``StoreError/interrupted`` after ``SearchLimits/deadline``.
    public func search(
        _ request: SearchRequest, _ body: (borrowing PassageRow, SearchHit) throws(StoreError) -> Void
    ) throws(StoreError) -> SearchResult {
        guard Self.refusal(of: request.query) == nil else {
            return SearchResult(
                total: 0, terms: [], facets: SearchFacet.Kind.allCases.map { .init(kind: $0, values: []) })
        }
        let knowledge = try knowledge()
        let condition = try FilterCompiler(source: ListSources.passages).condition(request.filter)
        let outcome = try found(request.query, condition, knowledge)
        let page = try outcome.hits.part(from: request.start, limit: max(0, request.limit))
        let needles = outcome.query.terms.flatMap(\.needles)
        try withCursors { cursors throws(StoreError) in
            for hit in page.hits {
                try cursors.forEach(.passages, of: hit.key) { statement throws(StoreError) in
                    let row = PassageRow(statement: statement, children: cursors)
                    let marks = Highlights(row.text.string, needles)
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
            didYouMean: outcome.didYouMean, facets: try facets(outcome.hits, knowledge))
    }

    // MARK: Facets

    private func facets(_ hits: RankedHits, _ knowledge: SearchKnowledge) throws(StoreError) -> [SearchFacet] {
        let counts = knowledge.catalogue.facets(of: hits.all.lazy.map(\.key))
        var facets: [SearchFacet] = []
        for kind in SearchFacet.Kind.allCases {
            // The most frequent first; equals in the order of the document.
            let ordered = (counts[kind] ?? []).first(SearchLimits.facetValues) { left, right in
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
        try forEachRow(of: sql, [Value(key)]) { row throws(StoreError) in
            result = (row.string(at: 0) ?? "", row.string(at: 1) ?? "")
        }
        return result
    }
}
