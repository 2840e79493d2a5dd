import KoreanText
import Proceedings
import SQLite

extension QuotationJudge {
    /// What is said of a text that stands in the title of a talk; `nil` where none has it.
    func title() throws(StoreError) -> Quotation? {
        let tokens = QuotationSearch.spread(QuotationCandidates.tokens(of: text), reader.limits.maxAnchors)
        guard !tokens.isEmpty else { return nil }
        var quotation = Quotation()
        var keys: [Int64] = []
        let expression = tokens.map(QuotationSearch.any).joined(separator: " AND ")
        try reader.forEachRow(
            of: "SELECT rowid FROM search_items WHERE search_items MATCH ? ORDER BY rowid LIMIT ?",
            [.text("title : (\(expression))"), Value(reader.limits.pairPassages)]
        ) { statement throws(StoreError) in
            if let (item, key) = SearchItem.at(statement.int64(at: 0)), item == .talk { keys.append(key) }
        }
        var isExact = true
        for key in keys {
            try reader.forEachRow(of: "SELECT id, title FROM talks WHERE key = ?", [.integer(key)]) {
                statement throws(StoreError) in
                let (id, title) = (statement.string(at: 0) ?? "", statement.string(at: 1) ?? "")
                let form = QuotationForm(title)
                let length = pattern.scalars.count
                var pattern = pattern
                pattern.forEachEnd(in: form.scalars) { last in
                    let places = form.places[last + 1 - length...last]
                    let range = (places.first?.lowerBound ?? 0)..<(places.last?.upperBound ?? 0)
                    let words = title.utf16Text(range)
                    isExact = isExact && words == text
                    quotation.total += 1
                    guard quotation.titles.count < limit else { return }
                    quotation.titles.append(.init(talk: .init(id), range: range, text: words))
                }
            }
        }
        guard quotation.total > 0 else { return nil }
        quotation.result = isExact ? .exact : .normalised
        return quotation
    }
}
