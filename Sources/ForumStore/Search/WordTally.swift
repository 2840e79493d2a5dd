import KoreanText

/// The words of a corpus and in how many passages each stands, particles taken off where the corpus bears it out.
struct WordTally {
    /// The words that a store remembers at most; the rarest go first.
    static let mostTerms = 60_000

    private struct Count {
        var passages = 0
        /// The last passage that was counted.
        var last = 0
    }

    private var runs: [WordKey: Count] = [:]
    private var names: Set<WordKey> = []
    private var passages = 0

    /// Adds a passage's words.
    mutating func add(_ text: String) {
        passages += 1
        SearchRunScanner.forEachRun(of: text) { kind, run in
            guard run.count >= (kind == .syllable ? 4 : 2), let key = WordKey(run) else { return }
            let (passages, none) = (passages, Count())
            let known = runs[key, default: none]
            if known.last != passages { runs[key] = Count(passages: known.passages + 1, last: passages) }
        }
    }

    /// Adds a name that may be sought though no passage holds it.
    mutating func add(name: String) {
        var squeezed = SearchText(name).squeezed
        guard squeezed.unicodeScalars.count >= 2, let key = squeezed.withUTF8({ WordKey($0) }) else { return }
        names.insert(key)
    }

    /// The words with their passages, in the order of their UTF-8 bytes.
    ///
    /// A run loses its particle where what is left stands alone somewhere, or before another particle, or where the
    /// particle can hardly be anything else.
    var terms: [(term: String, passages: Int)] {
        var stems: [WordKey: WordKey] = [:]
        var runsOfStem: [WordKey: Int] = [:]
        for run in runs.keys {
            guard let stem = Self.stem(run) else { continue }
            stems[run] = stem
            runsOfStem[stem, default: 0] += 1
        }
        var kept: [WordKey: Int] = [:]
        for (run, count) in runs {
            if let stem = stems[run], runs[stem] != nil || runsOfStem[stem, default: 0] > 1 || Self.endsAsObject(run) {
                kept[stem, default: 0] += count.passages
            } else {
                kept[run, default: 0] += count.passages
            }
        }
        for name in names where kept[name] == nil { kept[name] = 1 }
        var result = kept.map { (word: $0.key, passages: $0.value) }
        if result.count > Self.mostTerms {
            result.sort { ($1.passages, $0.word) < ($0.passages, $1.word) }
            result.removeLast(result.count - Self.mostTerms)
        }
        return result.sorted { $0.word < $1.word }.map { ($0.word.text, $0.passages) }
    }

    private static func endsAsObject(_ run: WordKey) -> Bool { objectMarks.contains(where: run.hasSuffix) }

    private static let objectMarks = [Array("를".utf8), Array("을".utf8)]

    private static func stem(_ run: WordKey) -> WordKey? {
        guard run.isMadeOfSyllables, let stem = SearchStem.ofParticle(Array(run.text.unicodeScalars)) else {
            return nil
        }
        return run.prefix(stem.count * WordKey.syllableWidth)
    }
}
