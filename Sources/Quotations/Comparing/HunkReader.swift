/// Says in what the words between two that are the same differ.
struct HunkReader {
    /// What was found.
    struct Reading {
        var differences: [Difference] = []
    }

    /// The number of words from which what is left out is a clause of its own, and not the word that denies or counts in it.
    static let clause = 4
    /// The likeness from which several words together are one word in another form.
    private static let oneWord = 0.6

    let hunk: Hunk
    let given: [QuotedWord]
    let source: [QuotedWord]
    let printed: PrintedText
    let isName: @Sendable (String) -> Bool

    /// What differs.
    var reading: Reading {
        var reading = Reading()
        var steps = hunk.steps
        readNotes(&steps, &reading)
        readOmissions(&steps, &reading)
        guard !steps.isEmpty else { return reading }
        let added = steps.compactMap(\.given), left = steps.compactMap(\.printed)
        if added.isEmpty {
            reading.differences.append(leftOut(left))
        } else if left.isEmpty {
            readAdded(added, &reading)
        } else {
            readChanged(steps, added, left, &reading)
        }
        return reading
    }

    // MARK: What an editor adds

    private func readNotes(_ steps: inout [WordAlignment.Step], _ reading: inout Reading) {
        let notes = steps.compactMap(\.given).filter { given[$0].role != .spoken }
        let glosses = steps.compactMap(\.left).filter { source[$0].role == .gloss }
        var start = 0
        while start < notes.count {
            var end = start + 1
            while end < notes.count, notes[end] == notes[end - 1] + 1,
                given[notes[end]].role == given[notes[start]].role
            { end += 1 }
            let words = Array(notes[start..<end])
            let role = given[words[0]].role
            if role == .gloss, !glosses.isEmpty {
                reading.differences.append(
                    Difference(.name, given: range(words), printed: range(printed: glosses)))
            } else if role == .insertion {
                readInsertion(words, &steps, &reading)
            } else {
                reading.differences.append(
                    Difference(kind(of: role), given: range(words), printed: place(at: hunk.printed.lowerBound)))
            }
            start = end
        }
        if !glosses.isEmpty, !notes.contains(where: { given[$0].role == .gloss }) {
            reading.differences.append(
                Difference(.gloss, given: gap(at: hunk.given.lowerBound), printed: range(printed: glosses)))
        }
        steps.removeAll { step in
            if let index = step.given, given[index].role != .spoken { return true }
            return step.left.map { source[$0].role == .gloss } ?? false
        }
    }

    /// An insertion may stand for words of its place, which it then leaves out.
    private func readInsertion(_ words: [Int], _ steps: inout [WordAlignment.Step], _ reading: inout Reading) {
        let denies = words.contains { given[$0].negations > 0 }
        let spoken = steps.contains { step in step.given.map { given[$0].role == .spoken } ?? false }
        let left = spoken ? [] : steps.compactMap(\.left).filter { source[$0].role != .gloss }
        let drops = left.map { source[$0] }.weights
        let isPronoun = left.count <= 2 && left.allSatisfy { QuotationWords.pronoun.contains(source[$0].folded) }
        let severity: Difference.Severity =
            denies || !drops.isEmpty
            ? .meaning : left.isEmpty || isPronoun || left.count <= words.count ? .convention : .altered
        reading.differences.append(
            Difference(
                .insertion, given: range(words),
                printed: left.isEmpty ? place(at: hunk.printed.lowerBound) : range(printed: left), severity: severity,
                drops: drops))
        steps.removeAll { $0.printed.map(left.contains) ?? false }
    }

    private func kind(of role: QuotedWord.Role) -> Difference.Kind {
        switch role {
        case .gloss: .gloss
        case .emphasisNote: .emphasisNote
        case .sic: .sic
        case .insertion, .spoken: .insertion
        }
    }

    // MARK: What is left out

    /// Takes out the printed words that the quotation says it leaves out.
    private func readOmissions(_ steps: inout [WordAlignment.Step], _ reading: inout Reading) {
        let next = hunk.given.upperBound
        let isMarked =
            next < given.count && given[next].followsOmission
            || steps.contains { step in
                step.given.map { given[$0].followsOmission } ?? false
            }
        guard isMarked else { return }
        let left = steps.compactMap(\.left)
        guard !left.isEmpty else { return }
        let drops = left.map { source[$0] }.weights
        let index = steps.compactMap(\.given).first { given[$0].followsOmission } ?? next
        reading.differences.append(
            Difference(
                .omissionMarked, given: gap(at: index), printed: range(printed: left),
                severity: drops.isEmpty ? .convention : .meaning, drops: drops))
        steps.removeAll { $0.left != nil }
    }

    private func leftOut(_ left: [Int]) -> Difference {
        let words = left.map { source[$0] }
        let drops = words.weights
        let at = gap(at: hunk.given.upperBound)
        let place = range(printed: left)
        if words.count == 1, let word = words.first, word.isAttached, word.isParticle {
            return Difference(.particle, given: at, printed: place)
        }
        if words.count < Self.clause, drops.contains(.negation) {
            return Difference(.negation, given: at, printed: place, drops: drops)
        }
        if words.count < Self.clause, drops.contains(.number) || words.allSatisfy(\.mayCount) {
            return Difference(.number, given: at, printed: place, drops: drops)
        }
        if words.count == 1, let word = words.first, let index = left.first, index > 0,
            word.isUnit && source[index - 1].mayCount || word.isAttached && source[index - 1].script == .sign
        {
            return Difference(.unit, given: at, printed: place)
        }
        return Difference(
            .omissionUnmarked, given: at, printed: place, severity: drops.isEmpty ? .altered : .meaning, drops: drops)
    }

    // MARK: What is added or changed

    private func readAdded(_ added: [Int], _ reading: inout Reading) {
        let words = added.map { given[$0] }
        let place = place(at: hunk.printed.lowerBound)
        if isFurniture(words) {
            return reading.differences.append(Difference(.pageBreak, given: range(added), printed: place))
        }
        var kind = Difference.Kind.word
        if words.count < Self.clause {
            if words.negations > 0 {
                kind = .negation
            } else if words.contains(where: \.isNumber) || words.allSatisfy(\.mayCount) {
                kind = .number
            } else if words.count == 1, words[0].isAttached, words[0].isParticle {
                kind = .particle
            } else if words.count == 1, added[0] > 0,
                words[0].isUnit && given[added[0] - 1].mayCount
                    || words[0].isAttached && given[added[0] - 1].script == .sign
            {
                kind = .unit
            }
        }
        reading.differences.append(Difference(kind, given: range(added), printed: place))
    }

    /// Whether words are running heads and page numbers, line after line.
    private func isFurniture(_ words: [QuotedWord]) -> Bool {
        var rest = words.joinedKey[...]
        let lines = printed.furniture.map { WordReader($0).words.joinedKey }.filter { !$0.isEmpty }
            .sorted { $0.count > $1.count }
        while !rest.isEmpty {
            guard let line = lines.first(where: { rest.starts(with: $0) }) else { return false }
            rest = rest.dropFirst(line.count)
        }
        return !words.isEmpty
    }

    private func readChanged(
        _ steps: [WordAlignment.Step], _ added: [Int], _ left: [Int], _ reading: inout Reading
    ) {
        let (words, originals) = (added.map { given[$0] }, left.map { source[$0] })
        let (all, place) = (range(added), range(printed: left))
        if words.negations != originals.negations {
            if let cut = cutEdge(words, originals), cut != .negation { return }
            return reading.differences.append(
                Difference(.negation, given: all, printed: place, drops: originals.weights))
        }
        if words.joinedKey == originals.joinedKey {
            let marks = words.dropFirst().map(\.marks) + originals.dropFirst().map(\.marks)
            let isHyphen = marks.contains { MarkChange.folded($0) == "-" }
            return reading.differences.append(
                Difference(isHyphen ? .hyphenation : .spacing, given: all, printed: place))
        }
        if let cut = cutEdge(words, originals) {
            if cut != .spacing { reading.differences.append(Difference(cut, given: all, printed: place)) }
            return
        }
        let isLike = { (words: [QuotedWord]) in Dictionary(words.map { ($0.stem, 1) }, uniquingKeysWith: +) }
        if words.count > 1, words.map(\.key) != originals.map(\.key), isLike(words) == isLike(originals),
            !words.contains(where: \.isNumber), words.map(\.stem) != originals.map(\.stem)
        {
            let names = zip(words, originals).contains { change($0, $1, at: left[0]).kind == .name }
            return reading.differences.append(Difference(names ? .name : .order, given: all, printed: place))
        }
        if words.count != originals.count, max(words.count, originals.count) <= 3,
            let kind = asOneWord(words, originals)
        {
            return reading.differences.append(Difference(kind, given: all, printed: place))
        }
        readPairs(steps, &reading)
    }

    private func readPairs(_ steps: [WordAlignment.Step], _ reading: inout Reading) {
        var (added, left): ([Int], [Int]) = ([], [])
        func flush() {
            if !added.isEmpty { readAdded(added, &reading) }
            if !left.isEmpty { reading.differences.append(leftOut(left)) }
            (added, left) = ([], [])
        }
        for step in steps {
            switch step {
            case .changed(let index, let place):
                flush()
                guard let kind = change(given[index], source[place], at: place).kind else { continue }
                reading.differences.append(
                    Difference(kind, given: given[index].range, printed: source[place].range))
            case .added(let index): added.append(index)
            case .left(let place): left.append(place)
            case .equal: break
            }
        }
        flush()
    }

    private func change(_ word: QuotedWord, _ original: QuotedWord, at place: Int) -> WordChange {
        WordChange(
            given: word, printed: original, before: place > 0 ? source[place - 1] : nil,
            after: place + 1 < source.count ? source[place + 1] : nil, isName: isName)
    }

    /// What differs where the words together are one word, written apart or not.
    private func asOneWord(_ words: [QuotedWord], _ originals: [QuotedWord]) -> Difference.Kind? {
        guard var word = words.first, var original = originals.first,
            words.allSatisfy({ $0.script == word.script }), originals.allSatisfy({ $0.script == word.script }),
            word.script == .hangul || word.script == .letters
        else { return nil }
        word.key = words.joinedKey
        original.key = originals.joinedKey
        word.text = words.map(\.text).joined()
        original.text = originals.map(\.text).joined()
        let groups = [words, originals].map { QuotationWords.contraction[$0.map(\.folded).joined(separator: " ")] }
        if let group = groups[0], group == groups[1] { return .ending }
        guard word.likeness(to: original) >= Self.oneWord else { return nil }
        return change(word, original, at: hunk.printed.lowerBound).kind
    }

    /// Whether the quotation only begins or ends inside a word: of Korean words it may, of numbers and others not.
    ///
    /// - Returns: What that makes of it, ``Difference/Kind/spacing`` where it is no difference.
    private func cutEdge(_ words: [QuotedWord], _ originals: [QuotedWord]) -> Difference.Kind? {
        guard words.count == 1, originals.count == 1, let word = words.first, let original = originals.first,
            word.script == original.script, word.key.count < original.key.count
        else { return nil }
        let (start, next) = (hunk.given.lowerBound, hunk.given.upperBound)
        let begins = start == 0 || given[start].followsOmission
        let ends = next == given.count || given[next].followsOmission
        let isFirst = begins && original.key.suffix(word.key.count).elementsEqual(word.key)
        let isLast = ends && original.key.starts(with: word.key)
        guard isFirst || isLast else { return nil }
        if word.script == .digits { return .number }
        if word.negations != original.negations || isFirst && WordChange.areOpposite(word.folded, original.folded) {
            return .negation
        }
        if word.script == .hangul {
            let front = String(original.folded.prefix(original.key.count - word.key.count))
            let denies = isFirst && word.key.count > 1 && QuotationWords.negationPrefixes.contains(front)
            return denies ? .negation : .spacing
        }
        return nil
    }

    // MARK: Places

    private func range(_ words: [Int]) -> Range<Int> {
        guard let first = words.first, let last = words.last else { return gap(at: hunk.given.lowerBound) }
        return given[first].range.lowerBound..<given[last].range.upperBound
    }

    private func range(printed words: [Int]) -> Range<Int> {
        guard let first = words.first, let last = words.last else { return place(at: hunk.printed.lowerBound) }
        return source[first].range.lowerBound..<source[last].range.upperBound
    }

    /// The empty place before a word of the quotation.
    private func gap(at index: Int) -> Range<Int> {
        let offset = index > 0 ? given[index - 1].range.upperBound : given.first?.range.lowerBound ?? 0
        return offset..<offset
    }

    /// The empty place before a printed word.
    private func place(at index: Int) -> Range<Int> {
        let offset = index > 0 ? source[min(index, source.count) - 1].range.upperBound : 0
        return offset..<offset
    }
}
