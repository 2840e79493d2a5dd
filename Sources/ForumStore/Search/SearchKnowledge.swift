import KoreanText
import SQLite

/// What the search knows of a whole store: its words, its aliases, and what each passage belongs to.
struct SearchKnowledge {
    /// A word with the number of its passages.
    struct Term {
        let text: String
        let passages: Int
        /// The letters that it is written with.
        let letters: [Unicode.Scalar]
        /// The keys that it is typed with.
        let keystrokes: [Unicode.Scalar]
        /// The word without what may be a particle, where that leaves enough to be recognised.
        let stem: String?

        init(text: String, passages: Int) {
            self.text = text
            self.passages = passages
            let scalars = Array(text.unicodeScalars)
            letters = Jamo.letters(scalars)
            keystrokes = Jamo.keystrokes(scalars)
            stem = SearchStem.ofParticle(scalars).flatMap { stem in
                stem.count >= SearchKnowledge.shortestCorrected.syllables ? SearchText.string(stem) : nil
            }
        }
    }

    /// The words, in the order of the keys that they are typed with.
    let terms: [Term]
    /// The words of foreign letters and the numbers.
    let foreign: [String]
    /// What stands for a form, by the form without gaps.
    let aliases: [String: [String]]
    /// What each passage belongs to.
    let catalogue: PassageCatalogue
    /// The topics and people, for whoever is typing one.
    let names: [KnownName]
    /// The places in `terms`, in the order of the initials.
    private let byInitials: [(initials: [Unicode.Scalar], term: Int)]
    /// The people by their names without gaps.
    let people: [String: Set<Int>]
    private let known: Set<String>

    init(_ reader: StoreReader) throws(StoreError) {
        var terms: [Term] = []
        try reader.forEachRow(of: "SELECT term, passages FROM search_terms", []) { row throws(StoreError) in
            let text = row.string(at: 0) ?? ""
            terms.append(Term(text: text, passages: row.int(at: 1)))
        }
        terms.sort { Self.precedes($0.keystrokes, $1.keystrokes) }
        self.terms = terms
        byInitials = terms.enumerated()
            .filter { $0.element.text.unicodeScalars.allSatisfy(Hangul.isSyllable) }
            .map { (Jamo.initials(of: $0.element.text.unicodeScalars), $0.offset) }
            .sorted { Self.precedes($0.initials, $1.initials) }
        known = Set(terms.map(\.text))
        foreign = terms.map(\.text).filter { $0.unicodeScalars.allSatisfy { !Hangul.isSyllable($0) } }
        var aliases: [String: [String]] = [:]
        try reader.forEachRow(of: "SELECT form, alternative FROM search_aliases ORDER BY form, alternative", []) {
            row throws(StoreError) in
            aliases[row.string(at: 0) ?? "", default: []].append(row.string(at: 1) ?? "")
        }
        self.aliases = aliases
        var people: [String: Set<Int>] = [:]
        try reader.forEachRow(of: "SELECT key, name FROM panelists", []) { row throws(StoreError) in
            people[SearchText(row.string(at: 1) ?? "").squeezed, default: []].insert(row.int(at: 0))
        }
        self.people = people
        names = try KnownName.all(reader)
        catalogue = try PassageCatalogue(reader)
    }

    /// Whether the text knows a word as it stands, so that its end is no particle.
    func contains(_ word: String) -> Bool { known.contains(word) }

    /// The words whose keys begin so: while the last syllable is still being typed, too (`딥ㅅ`).
    func terms(beginningWith keystrokes: [Unicode.Scalar]) -> ArraySlice<Term> {
        terms[Self.firstIndex(terms.count) { Self.precedes(terms[$0].keystrokes, keystrokes) }...]
            .prefix { $0.keystrokes.starts(with: keystrokes) }
    }

    /// The words of Hangul whose syllables begin with the initials (`ㄷㅅ`).
    func terms(withInitials initials: [Unicode.Scalar]) -> [Term] {
        byInitials[Self.firstIndex(byInitials.count) { Self.precedes(byInitials[$0].initials, initials) }...]
            .prefix { $0.initials.starts(with: initials) }.map { terms[$0.term] }
    }

    /// The first of so many places that is no longer before what is sought.
    private static func firstIndex(_ count: Int, _ isBefore: (Int) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isBefore(middle) { low = middle + 1 } else { high = middle }
        }
        return low
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
