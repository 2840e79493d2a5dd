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
    /// Names and words are compared by the keys that they are typed with, so that half a syllable is enough (`딥ㅅ`), and
    /// where initials alone are typed, by those (`ㄷㅅ`).
    public func suggestions(for query: String, limit: Int) throws(StoreError) -> [SearchSuggestion] {
        let typed = Jamo.keystrokes(SearchText(query).squeezed.unicodeScalars)
        guard !typed.isEmpty, limit > 0 else { return [] }
        let byInitials = Jamo.areInitials(typed)
        let knowledge = try knowledge()
        var names: [SearchSuggestion] = []
        for name in knowledge.names
        where name.forms.contains(where: {
            $0.keystrokes.starts(with: typed) || byInitials && $0.initials.starts(with: typed)
        }) {
            names.append(name.suggestion)
        }
        names.sort { ($1.passages, $0.text) < ($0.passages, $1.text) }
        var seen = Set(names.map { SearchText($0.text).squeezed })
        var words = MostFrequent(limit: limit + seen.count)
        knowledge.terms(beginningWith: typed).forEach { words.add($0) }
        if byInitials, typed.count > 1 {
            for term in knowledge.terms(withInitials: typed) { words.add(term) }
        }
        for word in words.terms where names.count < limit && seen.insert(word.text).inserted {
            names.append(SearchSuggestion(kind: .term, text: word.text, id: nil, passages: word.passages))
        }
        return Array(names.prefix(limit))
    }
}

/// The most frequent of many terms, without sorting all of them.
private struct MostFrequent {
    let limit: Int
    private(set) var terms: [SearchKnowledge.Term] = []

    init(limit: Int) {
        self.limit = limit
    }

    mutating func add(_ term: SearchKnowledge.Term) {
        if terms.count == limit, let last = terms.last, !Self.precedes(term, last) { return }
        // A number is no word that a query becomes.
        guard term.text.unicodeScalars.contains(where: { $0.properties.numericType == nil }) else { return }
        let place = terms.firstIndex { Self.precedes(term, $0) } ?? terms.endIndex
        terms.insert(term, at: place)
        if terms.count > limit { terms.removeLast() }
    }

    private static func precedes(_ left: SearchKnowledge.Term, _ right: SearchKnowledge.Term) -> Bool {
        left.passages == right.passages ? left.text < right.text : left.passages > right.passages
    }
}
