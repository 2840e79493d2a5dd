import KoreanText
import Proceedings
import SQLite

extension QuotationSearch {
    /// What a reader's store says of a text that is given for a quotation, as ``StoreReader/quotation(_:limit:where:)`` says.
    static func quotation(
        _ text: String, limit: Int, where filter: Filter<PassageField>, in reader: StoreReader
    ) throws(StoreError) -> Quotation? {
        guard let pattern = QuotationPattern(text) else { return nil }
        let condition = try filter.condition()
        let end = ContinuousClock.now.advanced(by: reader.limits.deadline)
        return try reader.withDeadline { () throws(StoreError) in
            var search = QuotationSearch(
                reader: reader, text: text, pattern: pattern, limit: limit, end: end, among: condition)
            var found = try search.places()
            guard found.result == .notFound else { return found }
            let fragments = QuotationFragments.of(text)
            if fragments.count > 1, fragments.count <= QuotationFragments.most,
                let elided = try elided(fragments, limit: limit, end: end, among: condition, in: reader)
            {
                return elided
            }
            found.nearest = try search.nearest()
            return found
        }
    }

    /// Seeks what a text with omissions keeps: fragment after fragment, in one talk.
    private static func elided(
        _ fragments: [String], limit: Int, end: ContinuousClock.Instant, among condition: Condition?,
        in reader: StoreReader
    ) throws(StoreError) -> Quotation? {
        let patterns = fragments.compactMap { QuotationPattern($0) }
        guard patterns.count > 1, patterns.allSatisfy({ $0.scalars.count >= reader.limits.minFragment }) else {
            return nil
        }
        // The rarest fragment says which talks are read, for all fragments together.
        var rarest: (search: QuotationSearch, keys: [Int64])?
        for pattern in patterns {
            var search = QuotationSearch(
                reader: reader, text: "", pattern: pattern, limit: limit, end: end, among: condition)
            guard let keys = try search.neighbourhoods() else { continue }
            guard !keys.isEmpty else { return nil }
            if keys.count < rarest?.keys.count ?? .max { rarest = (search, keys) }
        }
        var reading = QuotationSearch(
            reader: reader, text: "", pattern: patterns[0], limit: limit, end: end, among: condition)
        var keys: [Int64]?
        if var rarest { keys = try passages(of: try rarest.search.talks(rarest.keys), in: reader) }
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
    private static func passages(of talks: Set<Int64>, in reader: StoreReader) throws(StoreError) -> [Int64] {
        var keys: [Int64] = []
        for talk in talks {
            try reader.forEachRow(of: "SELECT key FROM passages WHERE talk = ?", [.integer(talk)]) {
                statement throws(StoreError) in keys.append(statement.int64(at: 0))
            }
        }
        return keys.sorted()
    }
}
