import KoreanText

/// Something that a query may become while it is typed.
public struct SearchSuggestion: Hashable, Sendable {
    /// What it is; the raw value is the API's `type`.
    public enum Kind: String, CaseIterable, Sendable {
        /// A topic.
        case topic
        /// A person.
        case panelist
        /// A word of the text.
        case term
    }

    /// What it is.
    public var kind: Kind
    /// The name, or the word.
    public var text: String
    /// The identifier; words have none.
    public var id: String?
    /// How many passages there are for it.
    public var passages: Int
}

extension StoreReader {
    /// What a query may become: topics and people whose names begin so first, then words, each the most frequent first.
    ///
    /// Names and words are compared by the letters that they are typed with, so that half a syllable is enough (`딥ㅅ`), and
    /// where initials alone are typed, by those (`ㄷㅅ`).
    public func suggestions(for query: String, limit: Int) throws(StoreError) -> [SearchSuggestion] {
        let typed = SearchText(query).squeezed
        let letters = Jamo.letters(typed.unicodeScalars)
        guard !letters.isEmpty, limit > 0 else { return [] }
        let byInitials = Jamo.areInitials(letters)
        let fits = { (name: String) in
            let squeezed = SearchText(name).squeezed.unicodeScalars
            return Jamo.letters(squeezed).starts(with: letters)
                || (byInitials && Jamo.initials(of: squeezed).starts(with: letters))
        }
        let knowledge = try knowledge()
        var names: [SearchSuggestion] = []
        for entry in try knowledge.names(self) where entry.forms.contains(where: fits) {
            names.append(entry.suggestion)
        }
        names.sort { ($1.passages, $0.text) < ($0.passages, $1.text) }
        var seen = Set(names.map { SearchText($0.text).squeezed })
        var words = Array(knowledge.terms(beginningWith: letters))
        if byInitials, letters.count > 1 {
            words += knowledge.terms.filter { Jamo.initials(of: $0.text.unicodeScalars).starts(with: letters) }
        }
        words = words.filter { $0.text.unicodeScalars.contains { $0.properties.numericType == nil } }
        words.sort { ($1.passages, $0.text) < ($0.passages, $1.text) }
        for word in words where names.count < limit && seen.insert(word.text).inserted {
            names.append(SearchSuggestion(kind: .term, text: word.text, id: nil, passages: word.passages))
        }
        return Array(names.prefix(limit))
    }
}

extension SearchKnowledge {
    /// The topics and people with the forms that they are known by.
    fileprivate func names(
        _ reader: StoreReader
    ) throws(StoreError) -> [(suggestion: SearchSuggestion, forms: [String])] {
        var names: [(suggestion: SearchSuggestion, forms: [String])] = []
        try reader.forEachRow(
            of: """
                SELECT tp.id, tp.name, tp.passage_count, l.label FROM topics tp \
                LEFT JOIN topic_labels l ON l.topic = tp.key ORDER BY tp.key
                """, []
        ) { row throws(StoreError) in
            let id = row.string(at: 0) ?? ""
            if names.last?.suggestion.id != id {
                names.append(
                    (
                        SearchSuggestion(kind: .topic, text: row.string(at: 1) ?? id, id: id, passages: row.int(at: 2)),
                        [row.string(at: 1) ?? id]
                    ))
            }
            names[names.count - 1].forms.append(row.string(at: 3) ?? "")
        }
        try reader.forEachRow(of: "SELECT id, name, passage_count FROM panelists ORDER BY key", []) {
            row throws(StoreError) in
            let (id, name) = (row.string(at: 0) ?? "", row.string(at: 1) ?? "")
            names.append((SearchSuggestion(kind: .panelist, text: name, id: id, passages: row.int(at: 2)), [name]))
        }
        return names
    }
}
