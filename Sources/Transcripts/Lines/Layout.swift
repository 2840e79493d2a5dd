import KoreanText

/// A manuscript with everything that was found out about its pages and lines before its programme is read.
struct Layout {
    let manuscript: Manuscript
    let labels: ItemLabels
    let furniture: PageFurniture
    let pagination: Pagination
    let wrap: WrapModel
    /// What is known of the lines beforehand.
    let hints: LayoutHints?
    private let joiner: LineJoiner
    /// The footnotes whose number stands on a line by itself.
    let notes: LoneNotes
    /// The rows that carry text or separators; running headers, page numbers and those footnotes are left out.
    let content: [Int]
    /// Which of them are separators.
    let separators: Set<Int>

    init(_ manuscript: Manuscript, hints: LayoutHints? = nil) {
        self.manuscript = manuscript
        self.hints = hints
        labels = ItemLabels(manuscript)
        furniture = hints.map { PageFurniture(manuscript, $0) } ?? PageFurniture(manuscript, labels)
        pagination = Pagination(manuscript, furniture, labels)
        notes = LoneNotes(manuscript, furniture, labels)
        var content: [Int] = []
        content.reserveCapacity(manuscript.rows.count)
        var separators: Set<Int> = []
        for (row, line) in manuscript.rows.enumerated()
        where !line.isBlank && furniture.kinds[row] == .text && !notes.rows.contains(row) {
            content.append(row)
            if Separator.isOne(manuscript, row) { separators.insert(row) }
        }
        let texts = content.filter { !separators.contains($0) }
        let gaps = zip(texts, texts.dropFirst()).map { [pagination] in LineGap(manuscript, pagination, $0, $1) }
        wrap = WrapModel(manuscript, texts: texts, gaps: gaps, ignoresIndent: pagination.hasLostFormFeeds)
        joiner = LineJoiner(wrap, manuscript, texts: texts)
        self.content = content
        self.separators = separators
    }

    /// What stands between two rows of text.
    func gap(_ row: Int, _ next: Int) -> LineGap {
        LineGap(manuscript, pagination, row, next)
    }

    /// What becomes of the break between two rows of running text.
    func decide(_ row: Int, _ next: Int) -> LineJoiner.Decision {
        hints.flatMap { known($0, row, next) } ?? joiner.decide(manuscript, row, next, gap(row, next))
    }

    /// What hints tell of the break between two rows.
    private func known(_ hints: LayoutHints, _ row: Int, _ next: Int) -> LineJoiner.Decision? {
        switch hints.end(row) {
        case .unknown: nil
        case .end: LineJoiner.Decision(join: .end)
        case .space: LineJoiner.Decision(join: .space)
        case .nothing: LineJoiner.Decision(join: .nothing)
        case .open: LineJoiner.Decision(join: .space, isAmbiguous: true)
        case .hyphen: LineJoiner.Decision(join: joiner.hyphenated(manuscript, row, next, true) ?? .nothing)
        }
    }

    func text(_ row: Int) -> String { manuscript.text(row) }

    func width(_ row: Int) -> Int { manuscript.rows[row].width }

    /// Whether a row was broken because what follows did not fit.
    func isFull(_ row: Int, before next: Int) -> Bool {
        if let end = hints?.end(row), end != .unknown { return end != .end }
        return wrap.edge.isFull(manuscript, row, before: next)
    }

    func endsSentence(_ row: Int) -> Bool { Punctuation.endsSentence(manuscript, row) }
}
