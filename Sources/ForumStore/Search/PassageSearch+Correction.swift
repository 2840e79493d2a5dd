import KoreanText

extension PassageSearch {
    /// The words with those that are found nowhere replaced by what was probably meant, or `nil` where nothing is near.
    func corrected(_ words: SearchWords) throws(StoreError) -> SearchWords? {
        var corrected = words
        var changes = 0
        for (index, word) in words.wanted.enumerated() where !word.isQuoted && changes < limits.corrections {
            var alone = SearchWords("")
            alone.wanted = [word]
            let query = SearchQuery(alone, knowledge, joinsSyllables: false)
            guard try !matches(query) else { continue }
            guard let other = try replacement(of: word), let meant = SearchWords.Word(other) else {
                return nil
            }
            corrected.wanted[index] = meant
            changes += 1
        }
        return changes > 0 ? corrected : nil
    }

    private func replacement(of word: SearchWords.Word) throws(StoreError) -> String? {
        // What the keyboard has half composed comes first: every letter of it is as it will be.
        if let whole = knowledge.completed(word) { return whole }
        guard word.runs.count == 1, let run = word.runs.first, run.kind != .digit else { return nil }
        // Two initials may be joined into what looks like a final (`ㄳ` for ㄱㅅ).
        let typed = Jamo.keystrokes(run.scalars)
        if run.kind == .letter, Jamo.areInitials(typed) { return knowledge.term(withInitials: typed) }
        if run.kind == .letter, let hangul = Jamo.typedInEnglish(run.scalars), let typed = SearchWords.Word(hangul) {
            var alone = SearchWords("")
            alone.wanted = [typed]
            let query = SearchQuery(alone, knowledge, joinsSyllables: false)
            if try matches(query) { return hangul }
            // A shifted letter (ㅖ, ㄲ) arrives like the one without the shift.
            if let near = typed.runs.first.flatMap(knowledge.nearestTerm) { return near }
        }
        return knowledge.nearestTerm(to: run)
    }
}

extension SearchKnowledge {
    /// The syllables, or else letters, that a word must have for its misspelling to be recognised.
    static let shortestCorrected = (syllables: 3, letters: 5)
    /// The keys that a single syllable must have to be taken for two (`딦` on the way to `딥시크`).
    static let fewestKeys = 4
    /// The letters above which two faults are forgiven.
    static let longWord = 9

    /// The most frequent word that is on the way where a word's last syllable is only half typed: its final consonant begins
    /// the next one (`딥싴` for `딥시크`), or stands alone still (`딥ㅅ`).
    func completed(_ word: SearchWords.Word) -> String? {
        let scalars = word.runs.flatMap(\.scalars)
        let keys = KeyBytes.keystrokes(scalars)
        guard scalars.count > 1 || keys.count >= Self.fewestKeys, let last = scalars.last,
            scalars.dropLast().allSatisfy(Hangul.isSyllable),
            Hangul.endsInConsonant(last) == true || Jamo.areInitials([last])
        else { return nil }
        let candidates = words.beginning(with: keys)
        return candidates.max { words.passages($0) < words.passages($1) }.map { words.text($0) }
    }

    /// The most frequent word whose syllables begin with the initials; one that has no more syllables comes first.
    func term(withInitials initials: [Unicode.Scalar]) -> String? {
        guard initials.count >= 2 else { return nil }
        var best: (isWhole: Bool, passages: Int, place: KnownWords.Place)?
        words.forEach(withInitials: initials) { place, syllables in
            let (isWhole, passages) = (syllables == initials.count, words.passages(place))
            if let known = best, known.isWhole == isWhole ? known.passages >= passages : known.isWhole { return }
            best = (isWhole, passages, place)
        }
        return best.map { words.text($0.place) }
    }

    /// The word nearest to a misspelt one, as it is typed: the least faults, then the most passages.
    func nearestTerm(to run: SearchText.Run) -> String? {
        var spellings = [run.scalars]
        if run.kind == .syllable, let stem = SearchStem.of(run.scalars) { spellings.append(stem) }
        var best: (faults: Int, passages: Int, scalars: [Unicode.Scalar])?
        var (scalars, letters): ([Unicode.Scalar], [UInt8]) = ([], [])
        for spelling in spellings {
            let least = run.kind == .syllable ? Self.shortestCorrected.syllables : Self.shortestCorrected.letters
            guard spelling.count >= least, let measure = SpellingDistance(from: KeyBytes.letters(spelling)) else {
                continue
            }
            let limit = measure.count > Self.longWord ? 2 : 1
            for place in run.kind == .syllable ? words.hangul : words.ascii {
                words.read(place, &scalars)
                // A rare word is known with its particle alone (`시뮬레이션의`).
                let stemSyllables = SearchStem.particleLength(of: scalars).map { scalars.count - $0 } ?? 0
                var stemLetters = -1
                letters.removeAll(keepingCapacity: true)
                for (index, scalar) in scalars.enumerated() {
                    KeyBytes.append(scalar, to: &letters, splitsLetters: false)
                    if index + 1 == stemSyllables, stemSyllables >= Self.shortestCorrected.syllables {
                        stemLetters = letters.count
                    }
                }
                guard letters.count + limit >= measure.count else { continue }
                var (whole, stem) = (Int.max, Int.max)
                measure.forEachBeginning(of: letters) { count, distance in
                    if count == stemLetters { stem = distance }
                    if count == letters.count { whole = distance }
                }
                for (faults, syllables) in [(whole, scalars.count), (stem, stemSyllables)] {
                    guard faults > 0, faults <= limit else { continue }
                    let passages = words.passages(place)
                    if let known = best, (faults, -passages) >= (known.faults, -known.passages) { continue }
                    best = (faults, passages, Array(scalars.prefix(syllables)))
                }
            }
        }
        // A word with a misspelt particle comes after a misspelt word: nearly every syllable is like some particle.
        if best.map({ $0.faults > 1 }) ?? true, run.kind == .syllable, let word = wordBeforeParticle(run.scalars) {
            return word
        }
        return best.map { SearchText.string($0.scalars) }
    }

    /// The known word that is left when a misspelt particle is taken off (`시각화롤`).
    private func wordBeforeParticle(_ scalars: [Unicode.Scalar]) -> String? {
        for length in 1...2 where scalars.count - length >= Self.shortestCorrected.syllables {
            let word = SearchText.string(scalars.dropLast(length))
            if contains(word), SearchStem.resemblesParticle(Array(scalars.suffix(length))) { return word }
        }
        return nil
    }
}

extension SearchWords {
    /// The words as they would be typed.
    var text: String {
        let written = { (word: Word) in
            // What stands between its parts stays: `3.5` is not `35`.
            let units = word.text.units.drop { $0.kind == .gap }
            let end = (units.lastIndex { $0.kind != .gap } ?? units.startIndex - 1) + 1
            let text = SearchText.string(units[..<end].map(\.scalar))
            return word.isQuoted ? "\"\(text)\"" : text
        }
        return (wanted.map(written) + excluded.map { "-" + written($0) }).joined(separator: " ")
    }
}
