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
        let outcome = try found(request.query, request.filter, knowledge)
        let page = try outcome.hits.part(from: request.start, limit: max(0, request.limit))
        let needles = outcome.query.terms.flatMap(\.needles)
        try withCursors { cursors throws(StoreError) in
            for hit in page.hits {
                try cursors.forEach(.passages, of: hit.key) { statement throws(StoreError) in
                    let row = PassageRow(statement: statement, children: cursors)
                    let marks = Highlights(row.text.string, needles)
                    try body(
                        row, SearchHit(score: hit.score, snippet: marks.snippet, highlights: marks.ranges))
                }
            }
        }
        return SearchResult(
            total: outcome.hits.all.count, next: page.next, terms: outcome.query.terms.map(\.interpretation),
            didYouMean: outcome.didYouMean, facets: try facets(outcome.hits, knowledge))
    }

    // MARK: Finding

    private struct Outcome {
        var hits: RankedHits
        var query: SearchQuery
        var didYouMean: String?
    }

    private func found(
        _ text: String, _ filter: Filter<PassageField>, _ knowledge: SearchKnowledge
    ) throws(StoreError) -> Outcome {
        let condition = try FilterCompiler(source: ListSources.passages).condition(filter)
        let words = SearchWords(text)
        return try withDeadline { () throws(StoreError) in
            let asTyped = try found(words, condition, knowledge)
            guard asTyped.hits.all.isEmpty, let corrected = try corrected(words, knowledge) else { return asTyped }
            var other = try found(corrected, condition, knowledge)
            guard !other.hits.all.isEmpty else { return asTyped }
            other.didYouMean = corrected.text
            return other
        }
    }

    private func found(
        _ words: SearchWords, _ condition: Condition?, _ knowledge: SearchKnowledge
    ) throws(StoreError) -> Outcome {
        var outcome = Outcome(
            hits: RankedHits(), query: SearchQuery(words, knowledge, joinsSyllables: true))
        outcome.hits = try hits(of: outcome.query, condition)
        if outcome.hits.all.isEmpty {
            let apart = SearchQuery(words, knowledge, joinsSyllables: false)
            let hits = try hits(of: apart, condition)
            outcome = Outcome(hits: hits, query: apart)
        }
        if outcome.hits.all.isEmpty {
            // Nothing says it itself: what it belongs to may.
            outcome.hits = try ranked(outcome.query.expression(SearchColumn.allCases), condition)
        }
        return outcome
    }

    private func hits(of query: SearchQuery, _ condition: Condition?) throws(StoreError) -> RankedHits {
        var hits = try ranked(query.expression(SearchColumn.deciding), condition)
        if hits.all.count > 1 {
            let isNarrow = hits.all.count <= SearchLimits.narrowRanking
            hits.add(try scores(query.rankingExpression(isNarrow: isNarrow), in: SearchColumn.shared))
        }
        if query.hasInner {
            let known = Set(hits.all.map(\.key))
            let wider = try matching(query.expression(SearchColumn.deciding, reach: .insideWords), condition)
            hits.append(wider.filter { !known.contains($0) })
        }
        return hits
    }

    /// What an expression finds, with its rank.
    private func ranked(_ expression: String, _ condition: Condition?) throws(StoreError) -> RankedHits {
        RankedHits(
            try scores(expression, condition, in: SearchColumn.allCases).map {
                RankedHits.Hit(key: $0.key, score: $0.score)
            })
    }

    private func scores(
        _ expression: String, _ condition: Condition? = nil, in columns: [SearchColumn]
    ) throws(StoreError) -> [(key: Int64, score: Double)] {
        let weights = SearchColumn.allCases.map { columns.contains($0) ? String($0.weight) : "0" }
            .joined(separator: ", ")
        var scores: [(key: Int64, score: Double)] = []
        try forEachMatch("rowid, bm25(search_index, \(weights))", expression, condition) { row in
            scores.append((row.int64(at: 0), -row.double(at: 1)))
        }
        return scores
    }

    /// The keys that an expression finds, in the order of the document.
    private func matching(_ expression: String, _ condition: Condition?) throws(StoreError) -> [Int64] {
        var keys: [Int64] = []
        try forEachMatch("rowid", expression, condition) { keys.append($0.int64(at: 0)) }
        return keys
    }

    /// Whether an expression finds anything.
    func matches(_ expression: String) throws(StoreError) -> Bool {
        try integer(
            Condition("SELECT EXISTS (SELECT 1 FROM search_index WHERE search_index MATCH ?)", [.text(expression)]))
            == 1
    }

    private func forEachMatch(
        _ columns: String, _ expression: String, _ condition: Condition?, _ body: (Statement) -> Void
    ) throws(StoreError) {
        var sql = "SELECT \(columns) FROM search_index WHERE search_index MATCH ?"
        // The plus keeps SQLite from running the match anew for every passage that the filter lets through.
        if let condition { sql += " AND +rowid IN (SELECT p.key FROM passages p WHERE \(condition.sql))" }
        try forEachRow(of: sql, [.text(expression)] + (condition?.values ?? [])) { row throws(StoreError) in body(row) }
    }

    private func withDeadline<Result>(_ body: () throws(StoreError) -> Result) throws(StoreError) -> Result {
        try connection.withDeadline(after: SearchLimits.deadline, body)
    }

    // MARK: Facets

    private func facets(_ hits: RankedHits, _ knowledge: SearchKnowledge) throws(StoreError) -> [SearchFacet] {
        let counts = knowledge.catalogue.facets(of: hits.all.lazy.map(\.key))
        var facets: [SearchFacet] = []
        for kind in SearchFacet.Kind.allCases {
            // The most frequent first; equals in the order of the document.
            let ordered = (counts[kind] ?? [:]).sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            var values: [SearchFacet.Value] = []
            for (key, count) in ordered.prefix(SearchLimits.facetValues) {
                guard let (id, name) = try named(key, kind, knowledge) else { continue }
                values.append(SearchFacet.Value(id: id, name: name, count: count))
            }
            facets.append(SearchFacet(kind: kind, values: values))
        }
        return facets
    }

    private func named(
        _ key: Int, _ kind: SearchFacet.Kind, _ knowledge: SearchKnowledge
    ) throws(StoreError) -> (id: String, name: String)? {
        let sql: String
        switch kind {
        case .kind:
            let kinds = knowledge.catalogue.kinds
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
