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
    /// - Returns: What was found, or `nil` where the text has nothing but spaces and marks.
    public func quotation(_ text: String, limit: Int) throws(StoreError) -> Quotation? {
        guard let pattern = QuotationPattern(text) else { return nil }
        var search = QuotationSearch(reader: self, text: text, pattern: pattern, limit: limit)
        var found = try search.places()
        guard found.result == .notFound else { return found }
        let fragments = QuotationFragments.of(text)
        if fragments.count > 1, fragments.count <= QuotationFragments.most,
            let elided = try elided(fragments, limit: limit)
        {
            return elided
        }
        found.nearest = try search.nearest()
        return found
    }

    /// Seeks what a text with omissions keeps: fragment after fragment, in one talk.
    private func elided(_ fragments: [String], limit: Int) throws(StoreError) -> Quotation? {
        var found: [[[Quotation.Part]]] = []
        for fragment in fragments {
            guard let pattern = QuotationPattern(fragment) else { continue }
            guard pattern.scalars.count >= QuotationLimits.shortestFragment else { return nil }
            var search = QuotationSearch(
                reader: self, text: fragment, pattern: pattern, limit: QuotationLimits.placesOfFragment)
            let places = try search.places().places
            guard !places.isEmpty else { return nil }
            found.append(places)
        }
        guard found.count > 1, let first = found.first else { return nil }
        var quotation = Quotation(result: .normalised, isElided: true)
        for place in first {
            guard let chain = try chain(from: place, found.dropFirst()) else { continue }
            quotation.total += 1
            if quotation.places.count < limit { quotation.places.append(chain) }
        }
        return quotation.total > 0 ? quotation : nil
    }

    /// The fragments after the first one, each at its next place in the same talk; parts of all of them in a row.
    private func chain(
        from first: [Quotation.Part], _ others: ArraySlice<[[Quotation.Part]]>
    ) throws(StoreError) -> [Quotation.Part]? {
        guard var last = first.last else { return nil }
        let talk = try self.talk(ofPassage: last.key)
        var parts = first
        for places in others {
            var next: [Quotation.Part]?
            for place in places {
                guard let start = place.first,
                    (start.key, start.range.lowerBound) >= (last.key, last.range.upperBound)
                else { continue }
                // Places stand in the order of the document: the first one after the last fragment is the nearest.
                if try self.talk(ofPassage: start.key) == talk { next = place }
                break
            }
            guard let next, let end = next.last else { return nil }
            parts += next
            last = end
        }
        return parts
    }

    private func talk(ofPassage key: Int64) throws(StoreError) -> Int {
        try integer(Condition("SELECT talk FROM passages WHERE key = ?", [.integer(key)]))
    }
}
