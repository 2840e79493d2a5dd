import KoreanText

/// How the lines of a text were broken, measured on the text itself.
struct WrapModel {
    /// The share of full lines with a trailing blank from which the blanks are trusted.
    static let leastBlankShare = 0.10
    /// The share of breaks that must look mid-word before words are taken to be broken.
    static let leastBrokenWordShare = 0.22
    /// The share where the lines are ragged.
    static let leastRaggedBrokenWordShare = 0.4
    /// The share of lines that reach the right edge where lines are not ragged.
    static let leastFilledShare = 0.6
    /// The widest line, in columns, that was broken for want of room; beyond it a line is a whole paragraph.
    static let widestPage = 240
    /// The share of long lines that must end within a sentence for the text to be wrapped.
    static let leastOpenShare = 0.2
    /// The share of blank lines that may stand in the middle of a sentence where they part blocks.
    static let mostOpenShare = 0.02
    /// How many short lines may end a sentence with no blank line after them, to each that has one.
    static let mostUnparted = 0.05
    /// How many breaks are looked at to tell whether words are broken.
    static let mostScoredBreaks = 2000

    /// The share of blank lines after long lines that end no sentence, from which blank lines part nothing.
    static let leastOpenAfterLong = 0.25
    /// How many lines must be indented for the indent to mean anything.
    static let leastIndented = 5
    /// The share of them that must come after a sentence's end or a short line.
    static let leastIndentedAfterEnd = 0.9
    /// The share of long lines among which the longest are passed over as strays.
    static let longPercentile = 0.95

    /// Whether the extraction kept the blank at a line's end where a word ended there.
    private(set) var keepsBlanks = false
    /// Whether lines break inside words.
    private(set) var breaksWords = false
    /// The width of long lines.
    private(set) var longWidth = 0
    /// Whether a blank line parts two blocks.
    private(set) var blankLinesSeparate = false
    /// Whether a block never ends without one, but where a page does.
    private(set) var blankLinesSeparateAll = false
    /// Whether an indented line begins a block.
    private(set) var indentSeparates = false
    /// Whether the text is wrapped at all, or a line is a whole paragraph.
    private(set) var isWrapped = true
    /// The edge at which the lines end.
    private(set) var edge: RightEdge
    /// What the breaks inside words are judged by, where they have to be.
    private(set) var scorer: BreakJudge?

    /// The share of long lines' width from which a line is long itself.
    static let longShare = 0.8
    /// The share up to which a line may be a heading or an item, and no prose.
    static let headingShare = 0.7
    /// The share below which a line ended a block before an indented one.
    static let endedShare = 0.667

    /// Whether a line is about as wide as long lines are.
    func isLong(_ width: Int) -> Bool { width >= Self.part(Self.longShare, of: longWidth) }

    /// Whether a line is narrower than lines of prose are, as headings and items may be.
    func isNarrow(_ width: Int) -> Bool { width < Self.part(Self.headingShare, of: longWidth) }

    /// A share of a width, in whole columns, rounded up: a line has no half ones.
    static func part(_ share: Double, of width: Int) -> Int { Int((Double(width) * share).rounded(.up)) }

    /// Measures a text.
    ///
    /// - Parameters:
    ///   - manuscript: The text.
    ///   - texts: The rows that carry running text, in order.
    ///   - gaps: What stands between each of them and the next, one fewer than `texts`.
    init(_ manuscript: Manuscript, texts: [Int], gaps: [LineGap], ignoresIndent: Bool) {
        edge = RightEdge(length: 0, ignoresIndent: ignoresIndent)
        let rows = manuscript.rows
        guard texts.count > 1 else { return }
        longWidth = LineMetric.percentile(Self.longPercentile, of: texts.lazy.map { rows[$0].width })
        let wide = Self.part(Self.longShare, of: longWidth)
        var wideCount = 0
        var wideBlank = 0
        var open = 0
        var openWithoutBlank = 0
        for row in texts where rows[row].width >= wide {
            wideCount += 1
            let endsSentence = Punctuation.endsSentence(manuscript, row)
            if rows[row].endsInBlank { wideBlank += 1 }
            if !endsSentence {
                open += 1
                if !rows[row].endsInBlank { openWithoutBlank += 1 }
            }
        }
        isWrapped = longWidth <= Self.widestPage && Double(open) >= Double(wideCount) * Self.leastOpenShare
        keepsBlanks = isWrapped && Double(wideBlank) >= Double(wideCount) * Self.leastBlankShare
        measureBreaks(manuscript, texts, wide: wide, open: open, openWithoutBlank: openWithoutBlank)
        measureEdge(manuscript, texts, wide: wide, ignoresIndent: ignoresIndent)
        measureBlankLines(manuscript, texts, gaps)
        if !ignoresIndent { measureIndent(manuscript, texts) }
    }

    private mutating func measureBreaks(
        _ manuscript: Manuscript, _ texts: [Int], wide: Int, open: Int, openWithoutBlank: Int
    ) {
        guard isWrapped else { return }
        if keepsBlanks {
            // Where few lines lack their blank, words are whole; where many do, they may all be the last of their blocks.
            breaksWords =
                Double(openWithoutBlank) > Double(open) * Self.leastBrokenWordShare
                && breaksWords(manuscript, texts, wide: wide, most: open)
            return
        }
        let rows = manuscript.rows
        var pairs: [(Int, Int)] = []
        var extents: [Int] = []
        for (row, next) in zip(texts, texts.dropFirst()) where rows[row].width >= wide {
            guard !Punctuation.endsSentence(manuscript, row) else { continue }
            extents.append(edge.extent(rows[row], .columns))
            if BreakJudge.canJudge(manuscript, row, next) { pairs.append((row, next)) }
        }
        let scorer = BreakJudge(manuscript, texts) { rows[$0].width >= wide && !rows[$0].endsSentence }
        let stride = max(1, pairs.count / Self.mostScoredBreaks)
        var scored = 0
        var broken = 0
        for index in Swift.stride(from: 0, to: pairs.count, by: stride) {
            scored += 1
            if scorer.isInsideWord(manuscript, pairs[index].0, pairs[index].1) { broken += 1 }
        }
        // A page of fixed columns that breaks inside words fills every line; one that does not leaves them ragged.
        let isFilled = Self.filledShare(extents) >= Self.leastFilledShare
        let least = isFilled ? Self.leastBrokenWordShare : Self.leastRaggedBrokenWordShare
        // A break is misjudged now and then: one by itself says nothing about a text of few lines.
        breaksWords = broken > 0 && Double(broken) >= Double(scored) * least + 1
        if breaksWords { self.scorer = scorer }
    }

    /// Whether enough of the long lines that lack a blank are broken inside a word, and are not the last before a marker.
    private func breaksWords(_ manuscript: Manuscript, _ texts: [Int], wide: Int, most: Int) -> Bool {
        let rows = manuscript.rows
        let pairs = zip(texts, texts.dropFirst()).filter { row, next in
            rows[row].width >= wide && !rows[row].endsInBlank && !Punctuation.endsSentence(manuscript, row)
                && BlockMarker(manuscript, next) == nil
        }
        guard Double(pairs.count) > Double(most) * Self.leastBrokenWordShare else { return false }
        let judged = pairs.filter { BreakJudge.canJudge(manuscript, $0.0, $0.1) }
        // The spacing of Korean tells nothing about other scripts.
        guard !judged.isEmpty else { return true }
        let scorer = BreakJudge(manuscript, texts) { rows[$0].width >= wide && !rows[$0].endsSentence }
        let broken = judged.prefix(Self.mostScoredBreaks).count { scorer.isInsideWord(manuscript, $0.0, $0.1) }
        let scored = min(judged.count, Self.mostScoredBreaks)
        return broken > 0 && Double(broken) >= Double(scored) * Self.leastBrokenWordShare
    }

    /// Whether a row says by the blank that it lacks that its last word ends a block, or goes on on the next line.
    func lacksBlank(_ manuscript: Manuscript, _ row: Int) -> Bool {
        keepsBlanks && !manuscript.rows[row].endsInBlank
    }

    /// The share of lines that end within a full-width character of the widest.
    private static func filledShare(_ extents: [Int]) -> Double {
        let widest = LineMetric.percentile(0.98, of: extents)
        return extents.isEmpty ? 0 : Double(extents.count { $0 >= widest - 2 }) / Double(extents.count)
    }

    private mutating func measureEdge(
        _ manuscript: Manuscript, _ texts: [Int], wide: Int, ignoresIndent: Bool
    ) {
        guard isWrapped else {
            edge = RightEdge(length: RightEdge.unbounded, ignoresIndent: ignoresIndent)
            return
        }
        let rows = manuscript.rows
        // What comes before a marker may have ended its block with room for more.
        let broken = zip(texts, texts.dropFirst()).filter { row, next in
            (rows[row].width >= wide || (keepsBlanks && rows[row].endsInBlank))
                && !Punctuation.endsSentence(manuscript, row) && BlockMarker(manuscript, next) == nil
        }
        edge = RightEdge(
            manuscript, texts, broken: broken, longWidth: longWidth, breaksWords: breaksWords,
            ignoresIndent: ignoresIndent)
    }

    private mutating func measureBlankLines(_ manuscript: Manuscript, _ texts: [Int], _ gaps: [LineGap]) {
        var blank = 0
        var open = 0
        var surelyOpen = 0
        for (index, gap) in gaps.enumerated() where gap.blankLines > 0 && !gap.isInterrupted {
            blank += 1
            let row = texts[index]
            guard isLong(manuscript.rows[row].width), !Punctuation.endsSentence(manuscript, row) else {
                continue
            }
            open += 1
            if Self.goesOn(manuscript, row, texts[index + 1]) { surelyOpen += 1 }
        }
        // Where all lines stand apart, a list of short items has few that go on; that any does is enough to tell.
        let isApart = Double(surelyOpen) <= Double(blank) * Self.mostOpenShare || surelyOpen < 2
        blankLinesSeparate = blank > 0 && Double(open) < Double(blank) * Self.leastOpenAfterLong && isApart
        guard blankLinesSeparate else { return }
        let unparted = zip(texts, gaps).count { row, gap in
            gap.blankLines == 0 && !gap.isInterrupted && edge.isShort(manuscript.rows[row])
                && Punctuation.endsSentence(manuscript, row)
        }
        blankLinesSeparateAll = Double(unparted) < Double(blank) * Self.mostUnparted
    }

    /// Whether what stands on both sides of a break says that the sentence goes on.
    private static func goesOn(_ manuscript: Manuscript, _ row: Int, _ next: Int) -> Bool {
        guard let last = manuscript.lastScalar(row), let first = manuscript.firstScalar(next) else { return false }
        let letters: ClosedRange<Unicode.Scalar> = "a"..."z"
        if Punctuation.leavesOpen(manuscript, row) || (letters.contains(last) && letters.contains(first)) {
            return true
        }
        // A particle by itself, or the end of a verb.
        guard SentenceWords.brokenEnds.contains(first), Hangul.isSyllable(last) else { return false }
        let clean = manuscript.rows[next].clean
        return clean.count > 3 && " .,".utf8.contains(manuscript.clean[clean.lowerBound + 3])
    }

    private mutating func measureIndent(_ manuscript: Manuscript, _ texts: [Int]) {
        var indented = 0
        var afterEnd = 0
        for (previous, row) in zip(texts, texts.dropFirst()) where manuscript.rows[row].indent > 0 {
            indented += 1
            if Punctuation.endsSentence(manuscript, previous)
                || manuscript.rows[previous].width < Self.part(Self.endedShare, of: longWidth)
            {
                afterEnd += 1
            }
        }
        indentSeparates =
            indented >= Self.leastIndented && indented * 2 < texts.count
            && Double(afterEnd) >= Double(indented) * Self.leastIndentedAfterEnd
    }
}
