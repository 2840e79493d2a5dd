import KoreanText
import Proceedings
import SQLite

extension StoreReader {
    /// Tells whether a text is a true quotation of a passage, or of passages of a talk that follow one another.
    ///
    /// The search index says which passages to read; a text without three syllables in a row is sought in all of them.
    ///
    /// - Parameters:
    ///   - text: The text, in NFC, with one space for every run of white space.
    ///   - limit: How many places are wanted at most.
    ///   - filter: What must hold of every passage of a place.
    /// - Returns: What was found, or `nil` where the text has nothing but spaces and marks.
    /// - Throws: ``StoreError/interrupted`` after ``SearchLimits/deadline``.
    public func quotation(
        _ text: String, limit: Int, where filter: Filter<PassageField> = Filter()
    ) throws(StoreError) -> Quotation? {
        guard let pattern = QuotationPattern(text) else { return nil }
        let condition = try FilterCompiler(source: ListSources.passages).condition(filter)
        let end = ContinuousClock.now.advanced(by: searchDeadline)
        return try withSearchDeadline { () throws(StoreError) in
            var search = QuotationSearch(
                reader: self, text: text, pattern: pattern, limit: limit, end: end, among: condition)
            var found = try search.places()
            guard found.result == .notFound else { return found }
            let fragments = QuotationFragments.of(text)
            if fragments.count > 1, fragments.count <= QuotationFragments.most,
                let elided = try elided(fragments, limit: limit, end: end, among: condition)
            {
                return elided
            }
            found.nearest = try search.nearest()
            return found
        }
    }

    /// Seeks what a text with omissions keeps: fragment after fragment, in one talk.
    private func elided(
        _ fragments: [String], limit: Int, end: ContinuousClock.Instant, among condition: Condition?
    ) throws(StoreError) -> Quotation? {
        let patterns = fragments.compactMap { QuotationPattern($0) }
        guard patterns.count > 1, patterns.allSatisfy({ $0.scalars.count >= quotationLimits.shortestFragment }) else {
            return nil
        }
        // The rarest fragment says which talks are read, for all fragments together.
        var rarest: (search: QuotationSearch, keys: [Int64])?
        for pattern in patterns {
            var search = QuotationSearch(
                reader: self, text: "", pattern: pattern, limit: limit, end: end, among: condition)
            guard let keys = try search.neighbourhoods() else { continue }
            guard !keys.isEmpty else { return nil }
            if keys.count < rarest?.keys.count ?? .max { rarest = (search, keys) }
        }
        var reading = QuotationSearch(
            reader: self, text: "", pattern: patterns[0], limit: limit, end: end, among: condition)
        var keys: [Int64]?
        if var rarest { keys = try passages(of: try rarest.search.talks(rarest.keys)) }
        var elision = ElisionSearch(patterns, limit: limit)
        try reading.forEachPassage(keys) { key, talk, text, form in
            form.read(text)
            elision.read(key, of: talk, form.scalars)
        }
        elision.finishTalk()
        guard elision.total > 0 else { return nil }
        var quotation = Quotation(result: .normalised, total: elision.total, isElided: true)
        for place in elision.places {
            var parts: [Quotation.Part] = []
            for spot in place { parts += try reading.parts(of: spot) }
            quotation.places.append(parts)
        }
        return quotation
    }

    /// The passages of some talks, in the order of the document.
    private func passages(of talks: Set<Int64>) throws(StoreError) -> [Int64] {
        var keys: [Int64] = []
        for talk in talks {
            try forEachRow(of: "SELECT key FROM passages WHERE talk = ?", [.integer(talk)]) {
                statement throws(StoreError) in keys.append(statement.int64(at: 0))
            }
        }
        return keys.sorted()
    }
}
