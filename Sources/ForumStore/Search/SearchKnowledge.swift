import KoreanText
import SQLite

/// What the search knows of a whole store: its words, its aliases, and what each passage belongs to.
struct SearchKnowledge {
    /// A word with the number of its passages.
    struct Term {
        let text: String
        let passages: Int
        /// The letters that it is typed with.
        let letters: [Unicode.Scalar]
    }

    /// The words, in the order of the letters that they are typed with.
    let terms: [Term]
    /// The words of foreign letters and the numbers.
    let foreign: [String]
    /// What stands for a form, by the form without gaps.
    let aliases: [String: [String]]
    /// What each passage belongs to.
    let catalogue: PassageCatalogue
    private let known: Set<String>

    init(_ reader: StoreReader) throws(StoreError) {
        var terms: [Term] = []
        try reader.forEachRow(of: "SELECT term, passages FROM search_terms", []) { row throws(StoreError) in
            let text = row.string(at: 0) ?? ""
            terms.append(
                Term(text: text, passages: row.int(at: 1), letters: Jamo.letters(text.unicodeScalars)))
        }
        terms.sort { Self.precedes($0.letters, $1.letters) }
        self.terms = terms
        known = Set(terms.map(\.text))
        foreign = terms.map(\.text).filter { $0.unicodeScalars.allSatisfy { !Hangul.isSyllable($0) } }
        var aliases: [String: [String]] = [:]
        try reader.forEachRow(of: "SELECT form, alternative FROM search_aliases ORDER BY form, alternative", []) {
            row throws(StoreError) in
            aliases[row.string(at: 0) ?? "", default: []].append(row.string(at: 1) ?? "")
        }
        self.aliases = aliases
        catalogue = try PassageCatalogue(reader)
    }

    /// Whether the text knows a word as it stands, so that its end is no particle.
    func contains(_ word: String) -> Bool { known.contains(word) }

    /// The words whose letters begin so: while the last syllable is still being typed, too (`딥ㅅ`).
    func terms(beginningWith letters: [Unicode.Scalar]) -> ArraySlice<Term> {
        var (low, high) = (0, terms.count)
        while low < high {
            let middle = (low + high) / 2
            if Self.precedes(terms[middle].letters, letters) { low = middle + 1 } else { high = middle }
        }
        return terms[low...].prefix { $0.letters.starts(with: letters) }
    }

    private static func precedes(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Bool {
        left.lexicographicallyPrecedes(right)
    }
}

extension StoreReader {
    /// What the search knows, read when it is first asked for.
    func knowledge() throws(StoreError) -> SearchKnowledge {
        if let searchKnowledge { return searchKnowledge }
        let knowledge = try SearchKnowledge(self)
        searchKnowledge = knowledge
        return knowledge
    }
}
