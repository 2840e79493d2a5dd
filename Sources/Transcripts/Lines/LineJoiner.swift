/// Decides whether two lines of running text are joined, and how, by their form and by how their text was broken.
struct LineJoiner {
    /// What becomes of a break between two lines.
    struct Decision {
        var join: Join
        /// Whether the block may as well end here: a full line that ends a sentence, where blanks tell nothing.
        var isAmbiguous = false
    }

    /// How two lines are joined, or that they are not.
    enum Join {
        case space, nothing, hyphen, end

        /// The join within a block, where the block goes on whatever the form of the lines says.
        var within: Join { self == .end ? .space : self }
    }

    /// How many blank lines end a block wherever they stand.
    private static let surelyParting = 4

    private let wrap: WrapModel
    /// What the hyphens at the ends of lines are judged by.
    private let hyphenation: Hyphenation

    /// Reads how a text writes the words that its line ends part.
    ///
    /// - Parameters:
    ///   - wrap: How the text was broken.
    ///   - texts: The rows that carry running text, in order.
    init(_ wrap: WrapModel, _ manuscript: Manuscript, texts: [Int]) {
        self.wrap = wrap
        hyphenation = wrap.isWrapped ? Hyphenation(manuscript, texts) : Hyphenation()
    }

    /// What becomes of the break between two rows of running text, by their form alone.
    func decide(_ manuscript: Manuscript, _ row: Int, _ next: Int, _ gap: LineGap) -> Decision {
        if !gap.isInterrupted, gap.blankLines >= (wrap.blankLinesSeparate ? 1 : Self.surelyParting) {
            return Decision(join: .end)
        }
        let endsSentence = Punctuation.endsSentence(manuscript, row)
        if wrap.indentSeparates, manuscript.rows[next].indent > 0, endsSentence { return Decision(join: .end) }
        guard wrap.isWrapped else { return unwrapped(manuscript, row, gap, endsSentence) }
        let isFull = wrap.edge.isFull(manuscript, row, before: next)
        if let join = hyphenated(manuscript, row, next, isFull) { return Decision(join: join) }
        if wrap.keepsBlanks { return withBlanks(manuscript, row, next, gap, isFull, endsSentence) }
        var decision = withoutBlanks(manuscript, row, next, isFull, endsSentence)
        if !gap.isInterrupted, wrap.blankLinesSeparateAll { decision.isAmbiguous = false }
        return decision
    }

    /// How a row is joined to the next that ends in a hyphen: without it where it only broke a word.
    func hyphenated(_ manuscript: Manuscript, _ row: Int, _ next: Int, _ isFull: Bool) -> Join? {
        if Hyphenation.endsInSoftHyphen(manuscript, row) {
            return Hyphenation.beginsWord(manuscript, next) ? .nothing : nil
        }
        guard Hyphenation.endsInHyphen(manuscript, row), let first = manuscript.firstScalar(next) else { return nil }
        guard ("a"..."z").contains(first) else {
            // A range, a name or a number that is broken after its hyphen (`2020-` / `2024`).
            return isFull && Hyphenation.beginsWord(manuscript, next) ? .nothing : nil
        }
        return hyphenation.breaksWord(manuscript, row, next) ? .hyphen : .nothing
    }

    private func unwrapped(_ manuscript: Manuscript, _ row: Int, _ gap: LineGap, _ endsSentence: Bool) -> Decision {
        Decision(join: gap.isInterrupted && !endsSentence && manuscript.rows[row].endsInBlank ? .space : .end)
    }

    private func withBlanks(
        _ manuscript: Manuscript, _ row: Int, _ next: Int, _ gap: LineGap, _ isFull: Bool, _ endsSentence: Bool
    ) -> Decision {
        let line = manuscript.rows[row]
        let edge = wrap.edge
        if line.endsInBlank {
            if isFull { return Decision(join: .space) }
            if endsSentence { return Decision(join: .end) }
            let isFarFromFull = edge.metric.length(line) * 5 < edge.length * 4
            return Decision(join: edge.isStrict && isFarFromFull ? .end : .space)
        }
        // An extraction that keeps blanks still loses them where a page ends.
        if gap.hasPageBreak, isFull, !endsSentence, !wrap.breaksWords { return Decision(join: .space) }
        guard isFull, !endsSentence || !Self.mayEndWith(manuscript, row, next) else { return Decision(join: .end) }
        // Where words are whole, a line without a blank is the last of its block, unless a mark says that more follows.
        return Decision(join: wrap.breaksWords || Punctuation.expectsMore(manuscript, row) ? .nothing : .end)
    }

    private func withoutBlanks(
        _ manuscript: Manuscript, _ row: Int, _ next: Int, _ isFull: Bool, _ endsSentence: Bool
    ) -> Decision {
        let edge = wrap.edge
        let line = manuscript.rows[row]
        guard wrap.breaksWords, let scorer = wrap.scorer else {
            if !isFull {
                let isEnd =
                    endsSentence || edge.isStrict && !Punctuation.leavesOpen(manuscript, row) || edge.isShort(line)
                return Decision(join: isEnd ? .end : .space)
            }
            return Decision(join: .space, isAmbiguous: endsSentence)
        }
        let character = manuscript.firstUnitLength(next, edge.metric)
        if edge.isStrict || endsSentence || edge.isShort(line), edge.hasRoom(line, for: edge.metric.space + character) {
            return Decision(join: .end)
        }
        if endsSentence, Self.mayEndWith(manuscript, row, next) { return Decision(join: .space, isAmbiguous: true) }
        if edge.isStrict, edge.hasRoom(line, for: character) { return Decision(join: .space) }
        return Decision(join: scorer.isInsideWord(manuscript, row, next) ? .nothing : .space)
    }

    /// Whether the mark at a row's end can be the end of its sentence, given what follows it.
    private static func mayEndWith(_ manuscript: Manuscript, _ row: Int, _ next: Int) -> Bool {
        guard let first = manuscript.firstScalar(next) else { return true }
        if ".,!?…)]”’」』》〉".unicodeScalars.contains(first) { return false }
        guard manuscript.lastScalar(row) == ".", first.properties.numericType == .decimal else { return true }
        return manuscript.lastScalars(row, 2).last?.properties.numericType != .decimal
    }
}
