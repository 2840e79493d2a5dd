import KoreanText
import SQLite

/// What a search found, before a part of it is read.
struct SearchOutcome {
    var hits: RankedHits
    var query: SearchQuery
    var didYouMean: String?
}

extension PassageSearch {
    /// How far a term may be from a passage's own text.
    enum Reach {
        /// The text itself, and who speaks it.
        case text
        /// Also the talk's title, the topics and the affiliation of who speaks.
        case shared
    }

    /// Finds what a person typed; where that is nowhere, what was probably meant.
    func found(
        _ text: String, _ condition: Condition?
    ) throws(StoreError) -> SearchOutcome {
        let words = SearchWords(text)
        return try reader.withDeadline { () throws(StoreError) in
            let asTyped = try found(words, condition)
            guard asTyped.hits.all.isEmpty, let corrected = try corrected(words) else { return asTyped }
            var other = try found(corrected, condition)
            guard !other.hits.all.isEmpty else { return asTyped }
            other.didYouMean = corrected.text
            return other
        }
    }

    /// Finds words as they are.
    func found(
        _ words: SearchWords, _ condition: Condition?
    ) throws(StoreError) -> SearchOutcome {
        var query = SearchQuery(words, knowledge, joinsSyllables: true)
        var hits = try hits(of: query, condition)
        if hits.all.isEmpty {
            let apart = SearchQuery(words, knowledge, joinsSyllables: false)
            if apart.expression() != query.expression() {
                hits = try self.hits(of: apart, condition)
                if !hits.all.isEmpty { query = apart }
            }
        }
        try addLiteral(words, to: &hits, condition)
        if hits.all.isEmpty {
            // Nothing says it itself: what it belongs to may.
            let evidence = try evidence(of: query)
            hits = try joined(query, evidence, .shared, condition)
            hits.add(evidence.all, knowledge.catalogue)
        }
        if hits.all.isEmpty, let parted = knowledge.partingNames(words) {
            let outcome = try found(parted, condition)
            if !outcome.hits.all.isEmpty { return outcome }
        }
        return SearchOutcome(hits: hits, query: query)
    }

    /// Whether anything holds the words of a query.
    func matches(_ query: SearchQuery) throws(StoreError) -> Bool {
        for (table, expression) in [
            ("search_index", query.expression(reach: .insideWords)), ("search_items", query.expression()),
        ] {
            let exists = Condition(
                "SELECT EXISTS (SELECT 1 FROM \(table) WHERE \(table) MATCH ?)", [.text(expression)])
            if try reader.integer(exists) == 1 { return true }
        }
        return false
    }

    private func hits(
        of query: SearchQuery, _ condition: Condition?
    ) throws(StoreError) -> RankedHits {
        let evidence = try evidence(of: query)
        let reach: SearchQuery.Reach = query.hasInner ? .insideWords : .words
        var hits: RankedHits
        if evidence.namesSomeone {
            hits = try joined(query, evidence, .text, condition)
            hits.add(evidence.all, knowledge.catalogue)
            if query.hasInner {
                let known = Set(hits.all.map(\.key))
                var wider: [Int64] = []
                try forEachMatch("rowid", query.expression(reach: reach), condition) { row in
                    let key = row.int64(at: 0)
                    guard !known.contains(key) else { return }
                    // The expression excludes by the text; who speaks is not in it.
                    let isExcluded = evidence.excluded.contains { $0.isSpoken(Int(key), knowledge.catalogue) }
                    if !isExcluded { wider.append(key) }
                }
                hits.append(wider)
            }
        } else {
            hits = RankedHits(try scores(of: query, reach: reach, condition))
            hits.add(evidence.all, knowledge.catalogue)
        }
        return hits
    }

    /// The passages that hold all terms, each with its rank.
    private func scores(
        of query: SearchQuery, reach: SearchQuery.Reach, _ condition: Condition?
    ) throws(StoreError) -> [(key: Int64, score: Double)] {
        if query.isSoonerWider {
            ranking.prepare(query.terms, reach: .wider, needsAllTerms: true, knowledge)
            let found = try allowed(scores(query.wanted(reach: .wider), condition), query)
            if let scores = try certain(found, query) { return scores }
        }
        ranking.prepare(query.terms, reach: reach, needsAllTerms: true, knowledge)
        return try allowed(scores(query.wanted(reach: reach), condition), query)
    }

    /// What was found without what the query excludes.
    private func allowed(
        _ found: [(key: Int64, score: Double)], _ query: SearchQuery
    ) throws(StoreError) -> [(key: Int64, score: Double)] {
        guard let unwanted = query.unwanted, !found.isEmpty else { return found }
        var excluded: Set<Int64> = []
        try forEachMatch("rowid", unwanted, nil) { excluded.insert($0.int64(at: 0)) }
        return found.filter { !excluded.contains($0.key) }
    }

    /// What was found without those of which their text tells that they do not hold the query, or `nil` where too many would
    /// have to be read.
    private func certain(
        _ found: [(key: Int64, score: Double)], _ query: SearchQuery
    ) throws(StoreError) -> [(key: Int64, score: Double)]? {
        let doubtful = found.count { PassageRanking.uncertain($0.score).isUncertain }
        guard doubtful <= limits.widerCandidates else { return nil }
        var scores: [(key: Int64, score: Double)] = []
        scores.reserveCapacity(found.count)
        for (key, rank) in found {
            let (isUncertain, score) = PassageRanking.uncertain(rank)
            var isHeld = !isUncertain
            if isUncertain {
                try reader.forEachRow(of: "SELECT text FROM passages WHERE key = ?", [.integer(key)]) {
                    row throws(StoreError) in
                    isHeld = query.isHeld(by: row.string(at: 0) ?? "")
                }
            }
            if isHeld { scores.append((key, score)) }
        }
        return scores
    }

    // MARK: Evidence

    /// What speaks for passages beside their text, for each term.
    private struct Evidence {
        var wanted: [SharedEvidence] = []
        var excluded: [SharedEvidence] = []
        /// All of what is wanted.
        var all = SharedEvidence()

        var namesSomeone: Bool { (wanted + excluded).contains { !$0.speakers.isEmpty } }
    }

    private func evidence(of query: SearchQuery) throws(StoreError) -> Evidence {
        var evidence = Evidence()
        for term in query.terms {
            var own = SharedEvidence()
            let weights = SearchWeight.ofItems.map(String.init).joined(separator: ", ")
            try reader.forEachRow(
                of: "SELECT rowid, bm25(search_items, \(weights)) FROM search_items WHERE search_items MATCH ?",
                [.text(term.clause())]
            ) { row throws(StoreError) in
                if let (item, key) = SearchItem.at(row.int64(at: 0)) {
                    own.add(item, Int(key), score: -row.double(at: 1))
                }
            }
            own.speakers = knowledge.people(named: term)
            evidence.wanted.append(own)
            evidence.all.add(own)
        }
        for term in query.excluded {
            var own = SharedEvidence()
            own.speakers = knowledge.people(named: term)
            evidence.excluded.append(own)
        }
        return evidence
    }

    // MARK: Sets

    /// The passages for which every term is found in the text or, as far as it may reach, in what they share.
    private func joined(
        _ query: SearchQuery, _ evidence: Evidence, _ reach: Reach, _ condition: Condition?
    ) throws(StoreError) -> RankedHits {
        let catalogue = knowledge.catalogue
        /// How many terms, one after another, were found for each passage.
        var found = Array(repeating: 0, count: catalogue.lastPassage + 1)
        for (index, (term, own)) in zip(query.terms, evidence.wanted).enumerated() {
            try forEachMatch("rowid", term.clause(), nil) { row in
                let key = Int(row.int64(at: 0))
                if found.indices.contains(key), found[key] == index { found[key] = index + 1 }
            }
            guard !own.isEmpty else { continue }
            // What is quoted must stand in the text.
            let isShared = reach == .shared && !term.isQuoted
            for passage in found.indices where found[passage] == index {
                if own.isSpoken(passage, catalogue) || (isShared && own.score(of: passage, catalogue) > 0) {
                    found[passage] = index + 1
                }
            }
        }
        for (term, own) in zip(query.excluded, evidence.excluded) {
            try forEachMatch("rowid", term.clause(), nil) { row in
                let key = Int(row.int64(at: 0))
                if found.indices.contains(key) { found[key] = 0 }
            }
            for passage in found.indices where own.isSpoken(passage, catalogue) { found[passage] = 0 }
        }
        var keys = found.indices.dropFirst().filter { found[$0] == query.terms.count }
        if let condition {
            var allowed: Set<Int> = []
            try reader.forEachRow(of: "SELECT p.key FROM passages p WHERE \(condition.sql)", condition.values) {
                row throws(StoreError) in
                allowed.insert(row.int(at: 0))
            }
            keys = keys.filter(allowed.contains)
        }
        guard !keys.isEmpty else { return RankedHits() }
        var scores = Array(repeating: 0.0, count: found.count)
        ranking.prepare(query.terms, reach: .words, needsAllTerms: false, knowledge)
        for (key, score) in try self.scores(query.anyTerm, nil) where scores.indices.contains(Int(key)) {
            scores[Int(key)] = score
        }
        return RankedHits(keys.map { (Int64($0), scores[$0]) })
    }

    // MARK: The index

    /// What an expression finds, with the rank that was made ready for it.
    private func scores(
        _ expression: String, _ condition: Condition?
    ) throws(StoreError) -> [(key: Int64, score: Double)] {
        var scores: [(key: Int64, score: Double)] = []
        try forEachMatch("rowid, \(PassageRanking.name)(search_index)", expression, condition) { row in
            scores.append((row.int64(at: 0), row.double(at: 1)))
        }
        return scores
    }

    func forEachMatch(
        _ columns: String, _ expression: String, _ condition: Condition?, _ body: (Statement) -> Void
    ) throws(StoreError) {
        var sql = "SELECT \(columns) FROM search_index WHERE search_index MATCH ?"
        // The plus keeps SQLite from running the match anew for every passage that the filter lets through.
        if let condition { sql += " AND +rowid IN (SELECT p.key FROM passages p WHERE \(condition.sql))" }
        try reader.forEachRow(of: sql, [.text(expression)] + (condition?.values ?? [])) { row throws(StoreError) in
            body(row)
        }
    }
}

extension SearchKnowledge {
    /// The syllables of a full name at least.
    private static let shortestName = 3

    /// The words with what follows a person's name at once apart from it (`홍길동교수`), or `nil` where no word begins with one.
    fileprivate func partingNames(_ words: SearchWords) -> SearchWords? {
        var parted = words
        parted.wanted = words.wanted.flatMap { word -> [SearchWords.Word] in
            guard !word.isQuoted, word.runs.count == 1, let run = word.runs.first, run.kind == .syllable else {
                return [word]
            }
            for length in (Self.shortestName..<max(Self.shortestName, run.scalars.count)).reversed() {
                let name = SearchText.string(run.scalars[..<length])
                guard people[name] != nil, let first = SearchWords.Word(name),
                    let second = SearchWords.Word(SearchText.string(run.scalars[length...]))
                else { continue }
                return [first, second]
            }
            return [word]
        }
        return parted.wanted.count > words.wanted.count ? parted : nil
    }

    /// The people whose whole name a term is.
    fileprivate func people(named term: SearchQuery.Term) -> Set<Int> {
        (people[term.interpretation.text] ?? []).union(term.interpretation.stem.flatMap { people[$0] } ?? [])
    }
}
