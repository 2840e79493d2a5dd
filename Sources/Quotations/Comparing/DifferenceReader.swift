/// Reads the steps of an alignment: stretches where words are the same, and between them what differs.
struct DifferenceReader {
    let given: [QuotedWord]
    let source: [QuotedWord]
    let printed: PrintedText
    let isName: @Sendable (String) -> Bool
    /// The marks behind the last words.
    let ends: (given: String, source: String)
    private(set) var comparison = QuotationComparison()

    init(
        given: [QuotedWord], source: [QuotedWord], printed: PrintedText, isName: @escaping @Sendable (String) -> Bool,
        ends: (given: String, source: String)
    ) {
        self.given = given
        self.source = source
        self.printed = printed
        self.isName = isName
        self.ends = ends
    }

    /// Reads all steps.
    mutating func read(_ aligned: [WordAlignment.Step]) {
        let steps = withNegation(aligned)
        let places = steps.compactMap(\.printed)
        guard let first = places.first, let last = places.last else { return }
        var hunk = Hunk(given: 0..<0, printed: first..<first)
        var pairs = (before: -1, place: -1)
        var stretch: Range<Int>?
        for step in steps {
            switch step {
            case .equal(let index, let place):
                let follows = pairs.before == index - 1 && pairs.place == place - 1
                close(&hunk, &stretch)
                if follows || index == 0 { compareMarks(index, place, isFirst: index == 0) }
                compareForms(index, place)
                stretch = (stretch?.lowerBound ?? source[place].range.lowerBound)..<source[place].range.upperBound
                hunk = Hunk(given: index + 1..<index + 1, printed: place + 1..<place + 1)
                pairs = (index, place)
            case .changed, .added, .left:
                hunk.add(step)
            }
        }
        close(&hunk, &stretch)
        if let stretch { comparison.kept.append(stretch) }
        compareEnds(steps.last, last)
        joinExchanged(steps)
        findElsewhere(steps, first..<last + 1)
        findSplices(steps)
        weigh(steps)
        comparison.differences = Self.merged(comparison.differences)
    }

    /// The steps with the word that denies behind the last of them, or before the first, where that one is changed: what is denied
    /// in print is so by two words (`찬성하지 않습니다`), and a quotation may end with the first.
    private func withNegation(_ steps: [WordAlignment.Step]) -> [WordAlignment.Step] {
        var steps = steps
        if case .changed(_, let place)? = steps.last, place + 1 < source.count, source[place + 1].negations > 0,
            !source[place + 1].beginsSentence
        {
            steps.append(.left(printed: place + 1))
        }
        if case .changed(_, let place)? = steps.first, place > 0, source[place - 1].negations > 0,
            !source[place].beginsSentence
        {
            steps.insert(.left(printed: place - 1), at: 0)
        }
        return steps
    }

    /// Words that stand each for the other have changed places; one that denies only together with others.
    private mutating func joinExchanged(_ steps: [WordAlignment.Step]) {
        var exchanged: [Int] = []
        var pairs: [(given: Int, printed: Int)] = []
        for case .changed(let index, let place) in steps { pairs.append((index, place)) }
        for (number, left) in pairs.enumerated() {
            for right in pairs.dropFirst(number + 1) {
                guard given[left.given].stem == source[right.printed].stem,
                    given[right.given].stem == source[left.printed].stem
                else { continue }
                let ranges = [given[left.given].range, given[right.given].range]
                let changed = comparison.differences.indices.filter {
                    ranges.contains(comparison.differences[$0].given)
                }
                let kinds: [Difference.Kind] = [.word, .negation]
                guard changed.count == 2, changed.allSatisfy({ kinds.contains(comparison.differences[$0].kind) }) else {
                    continue
                }
                exchanged += changed
            }
        }
        let isAll = exchanged.count > 2
        for index in exchanged where isAll || comparison.differences[index].kind == .word {
            comparison.differences[index].kind = .order
            comparison.differences[index].severity = Difference.Kind.order.severity
        }
    }

    /// Ends what differs between two words that are the same.
    private mutating func close(_ hunk: inout Hunk, _ stretch: inout Range<Int>?) {
        guard !hunk.steps.isEmpty else { return }
        let reader = HunkReader(hunk: hunk, given: given, source: source, printed: printed, isName: isName)
        let reading = reader.reading
        comparison.differences += reading.differences
        let isOmission = reading.differences.contains { $0.kind == .omissionMarked }
        if isOmission, let kept = stretch {
            comparison.kept.append(kept)
            stretch = nil
        } else if !hunk.printed.isEmpty {
            let words = source[hunk.printed]
            let start = stretch?.lowerBound ?? words.first?.range.lowerBound ?? 0
            stretch = start..<(words.last?.range.upperBound ?? start)
        }
        hunk.steps = []
    }

    /// Compares the marks before two words that are the same.
    private mutating func compareMarks(_ index: Int, _ place: Int, isFirst: Bool) {
        guard !isFirst else { return }
        let (left, right) = (given[index], source[place])
        // The mark of an omission of nothing.
        let isIdle = left.followsOmission && !right.marks.isOmission
        if isIdle, place > 0 {
            let (start, end) = (given[index - 1].range.upperBound, source[place - 1].range.upperBound)
            comparison.differences.append(
                Difference(.omissionMarked, given: start..<left.range.lowerBound, printed: end..<end))
        }
        let marks = isIdle ? right.marks : left.marks
        let isNumber = { (words: [QuotedWord], index: Int) in
            words[index].script == .digits && words[index - 1].script == .digits
        }
        guard place > 0, let change = MarkChange.kind(marks, right.marks, areNumbers: isNumber(given, index)) else {
            return
        }
        comparison.differences.append(
            Difference(
                change.kind, given: given[index - 1].range.upperBound..<left.range.lowerBound,
                printed: source[place - 1].range.upperBound..<right.range.lowerBound, severity: change.severity))
    }

    /// Compares the marks behind the last words: a question is no statement.
    private mutating func compareEnds(_ step: WordAlignment.Step?, _ last: Int) {
        guard let step, step.given != nil, step.printed != nil else { return }
        let marks = last + 1 < source.count ? source[last + 1].marks : ends.source
        let (asks, isAsked) = (ends.given.contains("?"), marks.contains("?") || marks.contains("？"))
        let isStatement = ends.given.contains(".") && !ends.given.isOmission
        guard
            asks && !isAsked && (marks.contains(".") || marks.isEmpty || marks == " ")
                || isAsked && !asks && isStatement
        else { return }
        let (left, right) = (given[given.count - 1].range.upperBound, source[last].range.upperBound)
        comparison.differences.append(
            Difference(
                .punctuation, given: left..<left + ends.given.utf16.count, printed: right..<right, severity: .altered))
    }

    /// Compares how two words are written that are the same.
    private mutating func compareForms(_ index: Int, _ place: Int) {
        let (left, right) = (given[index], source[place])
        guard left.text != right.text else { return }
        let apostrophes: Set<Unicode.Scalar> = ["’", "ʼ", "'"]
        let plain = [left.text, right.text].map { text in
            text.unicodeScalars.filter { !apostrophes.contains($0) }.map { WordReader.narrow($0).value }
        }
        let kind: Difference.Kind =
            left.script == .digits && left.text.contains(",") != right.text.contains(",")
            ? .punctuation
            : plain[0] == plain[1]
                ? left.text.utf16.count == right.text.utf16.count
                    && left.text.unicodeScalars.contains(where: apostrophes.contains) ? .quotationMarks : .width
                : left.text.lowercased() == right.text.lowercased()
                    || left.text.unicodeScalars.allSatisfy(\.isASCII) && right.text.unicodeScalars.allSatisfy(\.isASCII)
                    ? .letterCase : .width
        comparison.differences.append(Difference(kind, given: left.range, printed: right.range))
    }

    /// Says which share of the quotation is printed here.
    private mutating func weigh(_ steps: [WordAlignment.Step]) {
        var (found, all) = (0.0, 0.0)
        let copied = comparison.differences.filter { $0.kind == .pageBreak }.map(\.given)
        for step in steps {
            guard let index = step.given, given[index].role == .spoken,
                !copied.contains(where: { $0.contains(given[index].range.lowerBound) })
            else { continue }
            let weight = Double(given[index].weight)
            all += weight
            switch step {
            case .equal: found += weight
            case .changed(_, let place): found += weight * given[index].likeness(to: source[place])
            case .added, .left: break
            }
        }
        comparison.likeness = all > 0 ? min(1, (found + Double(comparison.moved)) / all) : 0
    }

    // MARK: What stands elsewhere

    /// The number of words from which what is left out parts two places.
    private static let farWords = 60
    /// The share of words that must be the same for others to be the same words.
    private static let sameWords = 0.8
    /// The likeness from which a word is the same in another form.
    private static let sameWord = 0.75
    /// The weight up to which a word that is the same by itself says nothing.
    private static let lightWord = 4

    /// The stretches of the quotation's words that are laid on other words or on none.
    private func misfits(_ steps: [WordAlignment.Step]) -> [Range<Int>] {
        var fits = Array(repeating: false, count: given.count)
        for step in steps {
            switch step {
            case .equal(let index, _): fits[index] = true
            case .changed(let index, let place):
                fits[index] = given[index].role != .spoken || given[index].likeness(to: source[place]) >= Self.sameWord
            case .added(let index): fits[index] = given[index].role != .spoken
            case .left: break
            }
        }
        // Small words are the same anywhere.
        for index in fits.indices.dropFirst().dropLast()
        where fits[index] && !fits[index - 1] && !fits[index + 1] && given[index].weight <= Self.lightWord {
            fits[index] = false
        }
        var stretches: [Range<Int>] = []
        for index in fits.indices where !fits[index] {
            if let last = stretches.last, last.upperBound == index {
                stretches[stretches.count - 1] = last.lowerBound..<index + 1
            } else {
                stretches.append(index..<index + 1)
            }
        }
        return stretches
    }

    /// Words that are not printed where they are given may stand nearby, in another order, said by another voice or behind much
    /// that is left out; else they are to be sought in other places.
    private mutating func findElsewhere(_ steps: [WordAlignment.Step], _ region: Range<Int>) {
        comparison.strays = []
        let copied = comparison.differences.filter { $0.kind == .pageBreak }.map(\.given)
        for stretch in misfits(steps) {
            let words = Array(given[stretch])
            let range = words[0].range.lowerBound..<words[words.count - 1].range.upperBound
            guard words.count > 1,
                !copied.contains(where: { $0.overlaps(range) })
            else { continue }
            // Where the words before them end, and from where they might go on.
            let before = steps.last { $0.given.map { $0 < stretch.lowerBound } ?? false && $0.printed != nil }?.printed
            let next = steps.first { $0.given.map { $0 >= stretch.upperBound } ?? false && $0.printed != nil }?.printed
            guard let place = place(of: words, aside: steps, region) else {
                if words.reduce(0, { $0 + $1.weight }) >= QuotationComparison.minStray {
                    comparison.strays.append(
                        .init(given: range, printed: before.map { source[$0].range.upperBound } ?? 0))
                }
                continue
            }
            let beside = before ?? next ?? region.lowerBound
            let parts = [place.lowerBound, beside].map { printed.part(at: source[$0].range.lowerBound) }
            let after = before.map { place.lowerBound > $0 } ?? (place.upperBound <= region.lowerBound)
            let keepsOrder = after && (next.map { place.upperBound <= $0 + 1 } ?? true)
            let isFar = place.lowerBound > region.upperBound + Self.farWords
            let kind: Difference.Kind =
                printed.parts[parts[0]].voice != printed.parts[parts[1]].voice || isFar
                ? .splice : keepsOrder ? .omissionUnmarked : .order
            let left = source[place.lowerBound].range.lowerBound..<source[place.upperBound - 1].range.upperBound
            let ends = [given.first?.range.lowerBound, given.last?.range.upperBound]
            comparison.differences.removeAll { difference in
                // Beyond the last words nothing is left out, though others were laid on what follows there.
                difference.given.isEmpty
                    && (range.lowerBound < difference.given.lowerBound && difference.given.lowerBound < range.upperBound
                        || range.upperBound == ends[1] && difference.given.lowerBound >= range.lowerBound
                        || range.lowerBound == ends[0] && difference.given.lowerBound <= range.upperBound)
                    || !difference.given.isEmpty && difference.given.overlaps(range)
                    || difference.given.isEmpty && difference.printed == left
                    || difference.given.isEmpty && !difference.printed.isEmpty
                        && left.contains(difference.printed.lowerBound)
                        && left.upperBound >= difference.printed.upperBound
            }
            comparison.differences.append(Difference(kind, given: range, printed: left))
            comparison.moved += words.reduce(0) { $0 + $1.weight }
        }
    }

    /// Where words stand that the quotation has not laid on any other, nearly as they are.
    private func place(of words: [QuotedWord], aside steps: [WordAlignment.Step], _ region: Range<Int>) -> Range<Int>? {
        var used = Array(repeating: false, count: source.count)
        for case .equal(_, let place) in steps { used[place] = true }
        var sides = [0..<region.lowerBound, region.upperBound..<source.count]
        var start = region.lowerBound
        for place in region where used[place] {
            if place > start { sides.append(start..<place) }
            start = place + 1
        }
        for side in sides where !side.isEmpty {
            let steps = WordAlignment(words, Array(source[side])).steps
            let same = steps.reduce(0.0) { sum, step in
                switch step {
                case .equal(let index, _): sum + Double(words[index].weight)
                case .changed(let index, let place):
                    sum + Double(words[index].weight) * words[index].likeness(to: source[side.lowerBound + place])
                case .added, .left: sum
                }
            }
            let places = steps.compactMap(\.printed)
            guard let first = places.first, let last = places.last, last - first < 2 * words.count,
                same >= Self.sameWords * Double(words.reduce(0) { $0 + $1.weight })
            else { continue }
            return side.lowerBound + first..<side.lowerBound + last + 1
        }
        return nil
    }

    /// What is kept must be said by one voice.
    private mutating func findSplices(_ steps: [WordAlignment.Step]) {
        var voices: [(voice: String, given: Range<Int>, printed: Range<Int>)] = []
        for step in steps {
            guard case .equal(let index, let place) = step, given[index].role == .spoken,
                let voice = printed.parts[printed.part(at: source[place].range.lowerBound)].voice
            else { continue }
            if voices.last?.voice == voice {
                voices[voices.count - 1].given =
                    voices[voices.count - 1].given.lowerBound..<given[index].range.upperBound
                voices[voices.count - 1].printed =
                    voices[voices.count - 1].printed.lowerBound..<source[place].range.upperBound
            } else {
                voices.append((voice, given[index].range, source[place].range))
            }
        }
        guard voices.count > 1 else { return }
        // What lies between two voices is nothing that either left out.
        for (left, right) in zip(voices, voices.dropFirst()) {
            comparison.differences.removeAll { difference in
                (difference.kind == .omissionMarked || difference.kind == .omissionUnmarked)
                    && difference.printed.lowerBound >= left.printed.upperBound
                    && difference.printed.upperBound <= right.printed.lowerBound
            }
        }
        comparison.differences.append(
            contentsOf: voices.dropFirst().map { Difference(.splice, given: $0.given, printed: $0.printed) })
    }

    /// Harmless differences of one kind that follow one another stand once; everything in the quotation's order.
    private static func merged(_ differences: [Difference]) -> [Difference] {
        var seen: Set<Difference> = []
        return differences.filter { seen.insert($0).inserted }.sorted {
            ($0.given.lowerBound, $0.printed.lowerBound) < ($1.given.lowerBound, $1.printed.lowerBound)
        }
    }
}

extension WordAlignment.Step {
    /// The printed word that stands alone.
    var left: Int? { if case .left(let place) = self { place } else { nil } }

    var given: Int? {
        switch self {
        case .equal(let given, _), .changed(let given, _), .added(let given): given
        case .left: nil
        }
    }

    var printed: Int? {
        switch self {
        case .equal(_, let printed), .changed(_, let printed), .left(let printed): printed
        case .added: nil
        }
    }
}
