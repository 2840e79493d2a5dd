import KoreanText

extension StoreReader {
    /// The words with those that are found nowhere replaced by what was probably meant, or `nil` where nothing is near.
    func corrected(_ words: SearchWords, _ knowledge: SearchKnowledge) throws(StoreError) -> SearchWords? {
        var corrected = words
        var changes = 0
        for (index, word) in words.wanted.enumerated() where !word.isQuoted && changes < SearchLimits.corrected {
            var alone = SearchWords("")
            alone.wanted = [word]
            let query = SearchQuery(alone, knowledge, joinsSyllables: false)
            guard try !matches(query, knowledge) else { continue }
            guard let other = try replacement(of: word, knowledge), let meant = SearchWords.Word(other) else {
                return nil
            }
            corrected.wanted[index] = meant
            changes += 1
        }
        return changes > 0 ? corrected : nil
    }

    private func replacement(of word: SearchWords.Word, _ knowledge: SearchKnowledge) throws(StoreError) -> String? {
        guard word.runs.count == 1, let run = word.runs.first, run.kind != .digit else { return nil }
        // Two initials may be joined into what looks like a final (`ㄳ` for ㄱㅅ).
        let typed = Jamo.keystrokes(run.scalars)
        if run.kind == .letter, Jamo.areInitials(typed) { return knowledge.term(withInitials: typed) }
        if run.kind == .letter, let hangul = Jamo.typedInEnglish(run.scalars), let typed = SearchWords.Word(hangul) {
            var alone = SearchWords("")
            alone.wanted = [typed]
            let query = SearchQuery(alone, knowledge, joinsSyllables: false)
            if try matches(query, knowledge) { return hangul }
            // A shifted letter (ㅖ, ㄲ) arrives like the one without the shift.
            if let near = typed.runs.first.flatMap(knowledge.nearestTerm) { return near }
        }
        return knowledge.nearestTerm(to: run)
    }
}

extension SearchKnowledge {
    /// The syllables, or else letters, that a word must have for its misspelling to be recognised.
    static let shortestCorrected = (syllables: 3, letters: 5)
    /// The letters above which two faults are forgiven.
    static let longWord = 9

    /// The most frequent word whose syllables begin with the initials; one that has no more syllables comes first.
    func term(withInitials initials: [Unicode.Scalar]) -> String? {
        guard initials.count >= 2 else { return nil }
        return terms(withInitials: initials).max { left, right in
            let (leftIsWhole, rightIsWhole) = (
                left.text.unicodeScalars.count == initials.count, right.text.unicodeScalars.count == initials.count
            )
            return leftIsWhole == rightIsWhole ? left.passages < right.passages : rightIsWhole
        }?.text
    }

    /// The word nearest to a misspelt one, as it is typed: the least faults, then the most passages.
    func nearestTerm(to run: SearchText.Run) -> String? {
        var spellings = [run.scalars]
        if run.kind == .syllable, let stem = SearchStem.of(run.scalars) { spellings.append(stem) }
        var best: (faults: Int, passages: Int, text: String)?
        for spelling in spellings {
            let least = run.kind == .syllable ? Self.shortestCorrected.syllables : Self.shortestCorrected.letters
            guard spelling.count >= least else { continue }
            let letters = Jamo.letters(spelling)
            let limit = letters.count > Self.longWord ? 2 : 1
            for term in terms {
                var forms = [(text: term.text, letters: term.letters)]
                // A rare word is known with its particle alone (`시뮬레이션의`).
                if let stem = term.stem {
                    forms.append((stem, Array(term.letters.prefix(Jamo.letters(stem.unicodeScalars).count))))
                }
                for form in forms {
                    guard let faults = Jamo.distance(letters, form.letters, atMost: min(limit, best?.faults ?? limit)),
                        faults > 0
                    else { continue }
                    if let known = best, (faults, -term.passages) >= (known.faults, -known.passages) { continue }
                    best = (faults, term.passages, form.text)
                }
            }
        }
        return best?.text
    }
}

extension SearchWords {
    /// The words as they would be typed.
    var text: String {
        let written = { (word: Word) in word.isQuoted ? "\"\(word.squeezed)\"" : word.squeezed }
        return (wanted.map(written) + excluded.map { "-" + written($0) }).joined(separator: " ")
    }
}
