import KoreanText

/// The words of a corpus and in how many passages each stands, particles taken off where the corpus bears it out.
struct WordTally {
    /// The words that a store remembers at most; the rarest go first.
    static let mostTerms = 200_000
    /// The characters of a word that is remembered.
    static let longestTerm = 24

    private var runs: [String: Int] = [:]
    private var names: Set<String> = []

    mutating func add(_ text: String) {
        var seen: Set<String> = []
        for run in SearchText(text).runs where run.scalars.count <= Self.longestTerm {
            if run.scalars.count >= 2, seen.insert(run.text).inserted { runs[run.text, default: 0] += 1 }
        }
    }

    /// Adds a name that may be sought though no passage holds it.
    mutating func add(name: String) {
        let squeezed = SearchText(name).squeezed
        if squeezed.unicodeScalars.count >= 2 { names.insert(squeezed) }
    }

    /// The words with their passages, in the order of their UTF-8 bytes.
    ///
    /// A run loses its particle where what is left stands alone somewhere, or before another particle, or where the
    /// particle can hardly be anything else.
    var terms: [(term: String, passages: Int)] {
        var stems: [String: (passages: Int, runs: Int)] = [:]
        for (run, count) in runs {
            guard let stem = Self.stem(run) else { continue }
            let known = stems[stem] ?? (0, 0)
            stems[stem] = (known.passages + count, known.runs + 1)
        }
        var result: [String: Int] = [:]
        for (run, count) in runs {
            if let stem = Self.stem(run), runs[stem] != nil || (stems[stem]?.runs ?? 0) > 1 || Self.endsAsObject(run) {
                result[stem, default: 0] += count
            } else {
                result[run, default: 0] += count
            }
        }
        for name in names { result[name, default: 0] += 1 }
        var terms = result.map { (term: $0.key, passages: $0.value) }
        if terms.count > Self.mostTerms {
            terms.sort { ($1.passages, $0.term) < ($0.passages, $1.term) }
            terms.removeLast(terms.count - Self.mostTerms)
        }
        return terms.sorted { $0.term.utf8.lexicographicallyPrecedes($1.term.utf8) }
    }

    private static func endsAsObject(_ run: String) -> Bool { run.hasSuffix("를") || run.hasSuffix("을") }

    private static func stem(_ run: String) -> String? {
        let scalars = Array(run.unicodeScalars)
        guard scalars.allSatisfy(Hangul.isSyllable), let stem = SearchStem.ofParticle(scalars) else { return nil }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: stem)
        return String(view)
    }
}
