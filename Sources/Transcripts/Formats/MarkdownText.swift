import Proceedings

/// The lines of Markdown that may hold what is said: all but front matter, comments and code.
struct MarkdownText {
    private let rows: [Int]
    /// Where its code stands.
    let code: MarkdownCode
    /// Whether every line is a paragraph of its own, as programs that write down speech have it.
    let linesAreParagraphs: Bool

    /// How many lines follow another at least, and what share of them ends a sentence, where lines are paragraphs.
    static let leastLines = 4, leastEnded = 0.8

    init(_ manuscript: Manuscript, _ range: Range<Int>) {
        var rows: [Int] = []
        let code = MarkdownCode(manuscript, range)
        self.code = code
        var isInComment = false
        var (pairs, ended) = (0, 0)
        for row in range where !manuscript.rows[row].isBlank {
            let line = MarkdownLine(manuscript.text(row))
            if code.fences.contains(row) || code.rows.contains(row) { continue }
            if isInComment || line.text.hasPrefix("<!--") {
                isInComment = !line.text.contains("-->")
                continue
            }
            if let last = rows.last, last == row - 1, line.bullet == nil, !line.isHeading, line.quote == nil,
                !line.text.hasPrefix("|")
            {
                pairs += 1
                if manuscript.rows[last].endsSentence { ended += 1 }
            }
            rows.append(row)
        }
        self.rows = rows
        linesAreParagraphs = pairs >= Self.leastLines && Double(ended) >= Double(pairs) * Self.leastEnded
    }

    /// The lines as the turn reader sees them.
    func turnText(_ manuscript: Manuscript) -> TurnText {
        var lines: [(Int, TurnLine)] = []
        var blocks = 0
        for (place, row) in rows.enumerated() {
            let line = MarkdownLine(manuscript.text(row))
            let previous = place > 0 ? rows[place - 1] : nil
            let isStart =
                previous.map { $0 < row - 1 || manuscript.rows[$0].endsSentence } ?? true
                || line.bullet != nil || line.isHeading
                || previous.map { MarkdownLine(manuscript.text($0)).isHeading } == true
            if isStart { blocks += 1 }
            guard !line.text.hasPrefix("|"), line.footnote == nil else { continue }
            lines.append(
                (
                    place,
                    TurnLine(
                        row: row, text: line.text, gapWords: manuscript.gapWords(row), isBlockStart: isStart)
                ))
        }
        return TurnText(rows: rows, clean: manuscript.clean, blockCount: blocks, lines: lines) { manuscript.text($0) }
    }
}

extension KnownPerson {
    /// Somebody whom a head or front matter names.
    init(_ participation: Participation) {
        self.init(name: participation.name, office: participation.roleTitle)
    }
}
