import KoreanText

extension PassageSearch {
    /// Adds the passages that hold a query letter by letter though none of its words as a word: where it begins or ends inside
    /// a foreign word or a number (`PT-4`), or between words that were put together.
    ///
    /// They come after all others. What is quoted or excluded is meant otherwise, and adds nothing.
    func addLiteral(
        _ words: SearchWords, to hits: inout RankedHits, _ condition: Condition?
    ) throws(StoreError) {
        guard words.excluded.isEmpty, words.wanted.allSatisfy({ !$0.isQuoted }),
            let query = LiteralQuery(words, knowledge)
        else { return }
        let known = Set(hits.all.map(\.key))
        var candidates: [Int64] = []
        try forEachMatch("rowid", query.expression, condition) { row in
            let key = row.int64(at: 0)
            if candidates.count < limits.literalCandidates, !known.contains(key) { candidates.append(key) }
        }
        var found: [Int64] = []
        for key in candidates {
            try reader.forEachRow(of: "SELECT text FROM passages WHERE key = ?", [.integer(key)]) {
                row throws(StoreError) in
                if query.isHeld(by: SearchText(row.string(at: 0) ?? "")) { found.append(key) }
            }
        }
        hits.append(found)
    }
}

/// A query as one stretch of text.
struct LiteralQuery {
    /// The characters that a text must hold one after another, and whether a gap stands before each.
    private let characters: [(scalar: Unicode.Scalar, followsGap: Bool)]
    private let phrases: [SearchPhrase]

    /// Makes one, or `nil` where finding every word already finds the stretch.
    init?(_ words: SearchWords, _ knowledge: SearchKnowledge) {
        let runs = words.wanted.flatMap(\.runs)
        guard runs.count > 1, let first = runs.first, let last = runs.last else { return nil }
        let isCut = first.kind != .syllable || last.kind != .syllable
        // Words that were put together are found together only.
        let isJoined = words.wanted.contains { $0.squeezed.unicodeScalars.count == 1 }
        guard isCut || isJoined else { return nil }
        characters = words.wanted.flatMap { Self.characters($0.text) }
        phrases = Self.beginnings(first, followedBy: Array(runs.dropFirst()), knowledge).map { phrase in
            var phrase = phrase
            if last.kind != .syllable { phrase.endsInPrefix = true }
            return phrase
        }
    }

    /// The phrases for a first run that may be the end of a longer one.
    private static func beginnings(
        _ first: SearchText.Run, followedBy rest: [SearchText.Run], _ knowledge: SearchKnowledge
    ) -> [SearchPhrase] {
        guard first.kind != .syllable else { return SearchPhrase.anywhere([first] + rest) }
        let end = Array(first.text.utf8)
        var phrases = SearchPhrase.anywhere([first] + rest)
        for place in knowledge.words.foreign {
            guard knowledge.words.withBytes(place, { $0.count > end.count && $0.suffix(end.count).elementsEqual(end) })
            else { continue }
            phrases += SearchPhrase.anywhere(SearchText(knowledge.words.text(place)).runs + rest)
            // Too many: the rest alone finds them all, and each is looked at.
            guard phrases.count <= knowledge.innerWords else {
                return SearchPhrase.anywhere(rest).filter(\.isAtStart)
            }
        }
        return phrases
    }

    /// The MATCH expression that finds all that hold the stretch, and more.
    var expression: String { SearchQuery.clause(phrases) }

    /// Whether a text holds the stretch.
    func isHeld(by text: SearchText) -> Bool {
        let text = Self.characters(text)
        guard let first = characters.first?.scalar, text.count >= characters.count else { return false }
        for start in 0...(text.count - characters.count) where text[start].scalar == first {
            let isHere = characters.indices.dropFirst().allSatisfy { offset in
                text[start + offset] == characters[offset]
            }
            if isHere { return true }
        }
        return false
    }

    private static func characters(_ text: SearchText) -> [(scalar: Unicode.Scalar, followsGap: Bool)] {
        var characters: [(scalar: Unicode.Scalar, followsGap: Bool)] = []
        var followsGap = true
        for unit in text.units {
            if unit.kind != .gap { characters.append((unit.scalar, followsGap)) }
            followsGap = unit.kind == .gap
        }
        return characters
    }
}
