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

extension PassageSearch {
    /// What a query may become, as ``StoreReader/suggestions(for:limit:)`` says.
    func suggestions(for query: String, limit: Int) throws(StoreError) -> [SearchSuggestion] {
        let squeezed = Array(SearchText(query).squeezed.unicodeScalars)
        let typed = KeyBytes.keystrokes(squeezed)
        guard !typed.isEmpty, limit > 0 else { return [] }
        // Two initials may be joined into what looks like a final (`ㄳ` for ㄱㅅ).
        let initials = Jamo.keystrokes(squeezed)
        let byInitials = Jamo.areInitials(initials)
        var names: [SearchSuggestion] = []
        for name in knowledge.names
        where name.forms.contains(where: {
            $0.keystrokes.starts(with: typed) || byInitials && $0.initials.starts(with: initials)
        }) {
            names.append(name.suggestion)
        }
        names.sort { ($1.passages, $0.text) < ($0.passages, $1.text) }
        var seen = Set(names.map { SearchText($0.text).squeezed })
        let words = knowledge.words
        var frequent = MostFrequent(limit: limit + seen.count)
        for place in words.beginning(with: typed) { frequent.add(place, words) }
        if byInitials, initials.count > 1 {
            words.forEach(withInitials: initials) { place, _ in frequent.add(place, words) }
        }
        for place in frequent.places where names.count < limit {
            let text = words.text(place)
            guard seen.insert(text).inserted else { continue }
            names.append(SearchSuggestion(kind: .term, text: text, id: nil, passages: words.passages(place)))
        }
        return Array(names.prefix(limit))
    }
}

/// The most frequent of many words, without sorting all of them.
private struct MostFrequent {
    let limit: Int
    private(set) var places: [KnownWords.Place] = []

    init(limit: Int) {
        self.limit = limit
    }

    mutating func add(_ place: KnownWords.Place, _ words: KnownWords) {
        let passages = words.passages(place)
        if places.count == limit, let last = places.last, words.passages(last) >= passages { return }
        // A number is no word that a query becomes, and a name that no passage holds is suggested as a name.
        guard passages > 0, !words.isNumber(place) else { return }
        // Equals stay in the order of their keys.
        places.insert(place, at: places.firstIndex { words.passages($0) < passages } ?? places.endIndex)
        if places.count > limit { places.removeLast() }
    }
}
