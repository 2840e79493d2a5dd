extension TurnText {
    /// The text of laid-out proceedings; labels of items and lines that name people with their part begin no turns.
    init(_ layout: Layout) {
        let manuscript = layout.manuscript
        let rows = layout.content.filter { !layout.separators.contains($0) }
        let indent = Self.usualIndent(manuscript, rows)
        let quoted = Self.quoted(layout, rows)
        self.init(rows: rows, clean: manuscript.clean, text: manuscript.text) { place in
            let row = rows[place]
            let isStrong = place == 0 || Self.isStrongStart(layout, row, after: rows[place - 1], indent)
            let isStart = isStrong || layout.endsSentence(rows[place - 1])
            guard LineProbe.mayBegin(manuscript, row), quoted.isEmpty || !quoted.contains(place) else {
                return (isStart, nil)
            }
            let line = TurnLine(
                row: row, text: manuscript.text(row), gapWords: manuscript.gapWords(row), isBlockStart: isStart,
                isWeakStart: isStart && !isStrong)
            return (isStart, line)
        }
    }

    /// Whether a blank line, an indent or a short line before shows that a paragraph begins.
    private static func isStrongStart(_ layout: Layout, _ row: Int, after previous: Int, _ indent: Int) -> Bool {
        let gap = layout.gap(previous, row)
        if gap.blankLines > 0, !gap.isInterrupted { return true }
        return !layout.wrap.isWrapped || !layout.isFull(previous, before: row)
            || layout.manuscript.rows[row].indent > layout.manuscript.rows[previous].indent + 1
            || layout.manuscript.rows[row].indent > indent + 1
                && layout.manuscript.rows[row].indent <= indent + deepestIndent
    }

    /// The most lines of a conversation that is quoted.
    private static let mostQuoted = 12

    /// The places of lines within a quotation that opens at the start of a line and closes at the end of another.
    private static func quoted(_ layout: Layout, _ rows: [Int]) -> Set<Int> {
        var result: Set<Int> = []
        for (place, row) in rows.enumerated() {
            guard let first = layout.manuscript.firstScalar(row), first == "\"" || first == "“" else { continue }
            let close: Character = first == "“" ? "”" : "\""
            guard !layout.text(row).dropFirst().contains(close) else { continue }
            let rest = rows[(place + 1)...].prefix(mostQuoted)
            guard let end = rest.firstIndex(where: { layout.text($0).contains(close) }),
                layout.text(rows[end]).last == close
            else { continue }
            result.formUnion((place + 1)...end)
        }
        return result
    }

    /// How much deeper, in columns, the first line of a paragraph stands at the most.
    private static let deepestIndent = 12

    /// The indent that most lines have.
    private static func usualIndent(_ manuscript: Manuscript, _ rows: [Int]) -> Int {
        var counts: [Int: Int] = [:]
        for row in rows { counts[manuscript.rows[row].indent, default: 0] += 1 }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
    }
}

extension Manuscript {
    /// How many wide gaps of a line are of use.
    static let mostGaps = 3

    /// After how many words of a row wide gaps stand: two blanks or more, a tab, or a wide space.
    func gapWords(_ row: Int) -> [Int] {
        guard rows[row].hasGaps else { return [] }
        var gaps: [Int] = []
        var words = 0
        var isInWord = false
        var blanks = 0
        for scalar in rawText(row).unicodeScalars {
            if scalar == " " || scalar == "\u{A0}" {
                blanks += 1
            } else if scalar == "\t" || scalar == "\u{3000}" {
                blanks += 2
            } else {
                if blanks > 1, words > 0 { gaps.append(words) }
                if gaps.count == Self.mostGaps { break }
                if !isInWord { words += 1 }
                isInWord = true
                blanks = 0
                continue
            }
            isInWord = false
        }
        return gaps
    }
}
