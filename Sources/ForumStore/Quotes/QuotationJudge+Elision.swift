import KoreanText
import Proceedings
import SQLite

extension QuotationJudge {
    /// Seeks what a text with omissions keeps: fragment after fragment, in one talk.
    func elided(among condition: Condition?) throws(StoreError) -> Quotation? {
        let fragments = QuotationFragments.of(text)
        guard fragments.count > 1, fragments.count <= QuotationFragments.most else { return nil }
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
        guard rarest != nil || reader.counts.passages <= reader.limits.readPassages else { return nil }
        var reading = QuotationSearch(
            reader: reader, text: "", pattern: patterns[0], limit: limit, end: end, among: condition)
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
            try reader.forEachRow(of: "SELECT key FROM passages WHERE talk = ?", [.integer(talk)]) {
                statement throws(StoreError) in keys.append(statement.int64(at: 0))
            }
        }
        return keys.sorted()
    }
}
