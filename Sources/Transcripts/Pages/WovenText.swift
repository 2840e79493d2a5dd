import KoreanText

/// Finds pages of plain text whose lines hold two columns side by side, as `pdftotext -layout` writes them: read from the left to
/// the right, their sentences are woven into one another.
///
/// Tables, programmes and indexes have wide gaps too. What tells them apart is that on both sides of the gap sentences end within
/// lines, and lines within sentences.
struct WovenText {
    /// A page with woven lines.
    struct Page {
        var number: Int
        /// The row of the first woven line.
        var row: Int
        /// How many lines are woven.
        var count: Int
    }

    /// How many columns of white space lie between the sides of a line at least.
    static let leastGap = 3
    /// How many signs both sides have at least; cells of tables have fewer (the chapter on PDFs, rule 7).
    static let leastSigns = 12
    /// How far from one another, in columns, the right sides of a page begin at most.
    static let steady = 2
    /// How many lines with two sides show that a page is woven, and how many together with those that have the right side alone.
    static let leastBoth = 4
    static let leastWoven = 8
    /// The share of a page's lines that are woven at least.
    static let leastShare = 0.4
    /// How far right, in columns, a line begins at least that may be the right side alone.
    static let leastIndent = 16
    /// How many lines count as a page where none ends.
    static let pageLength = 70

    /// A line's text from a column on.
    private struct Side {
        var column: Int
        /// The column after its last.
        var end: Int
        var text: String
    }

    private(set) var pages: [Page] = []

    init(_ manuscript: Manuscript, _ pagination: Pagination) {
        let rows = manuscript.rows
        guard rows.lazy.filter({ Self.mayBeWoven($0) }).prefix(Self.leastWoven / 2).count == Self.leastWoven / 2 else {
            return
        }
        var start = 0
        while start < rows.count {
            var end = start
            var filled = 0
            while end < rows.count, pagination.pages[end] == pagination.pages[start], filled < Self.pageLength {
                if !rows[end].isBlank { filled += 1 }
                end += 1
            }
            // A page of fixed columns gives a syllable two; `pdftotext -layout` counts it as one.
            if let page = Self.woven(manuscript, start..<end, wide: 2) ?? Self.woven(manuscript, start..<end, wide: 1) {
                pages.append(Page(number: pagination.pages[start], row: page.row, count: page.count))
            }
            start = end
        }
    }

    private static func mayBeWoven(_ row: Manuscript.Row) -> Bool {
        !row.isBlank && (row.wideGaps > 0 || row.indent >= leastIndent)
    }

    /// - Parameter wide: How many columns a syllable takes.
    private static func woven(_ manuscript: Manuscript, _ range: Range<Int>, wide: Int) -> (row: Int, count: Int)? {
        let rows = range.filter { !manuscript.rows[$0].isBlank }
        guard rows.count(where: { mayBeWoven(manuscript.rows[$0]) }) * 2 >= leastWoven else { return nil }
        let sides = rows.map { (row: $0, sides: Self.sides(manuscript.rawText($0), wide: wide)) }
        guard let column = rightColumn(sides.map(\.sides)) else { return nil }
        var (left, right): ([String], [String]) = ([], [])
        var first: Int?
        var (both, leftAlone, rightAlone) = (0, 0, 0)
        for (row, sides) in sides {
            if let place = sides.firstIndex(where: { abs($0.column - column) <= steady }) {
                if place > 0 { left.append(sides[place - 1].text) }
                right.append(sides[place].text)
                if place > 0 { both += 1 } else { rightAlone += 1 }
                first = first ?? row
            } else if sides.count == 1, let side = sides.first, side.end <= column - leastGap {
                left.append(side.text)
                leftAlone += 1
            }
        }
        // Lines of two columns stand at one height, or alternate.
        let woven = both + 2 * min(leftAlone, rightAlone)
        guard let first, both >= leastBoth || min(leftAlone, rightAlone) >= leastWoven, woven >= leastWoven,
            Double(woven) >= Double(rows.count) * leastShare, isProse(left), isProse(right)
        else { return nil }
        return (first, woven)
    }

    /// The column at which most right sides begin.
    private static func rightColumn(_ lines: [[Side]]) -> Int? {
        var starts: [Int: Int] = [:]
        for sides in lines {
            for (left, right) in zip(sides, sides.dropFirst()) where isLong(left) && isLong(right) {
                starts[right.column, default: 0] += 1
            }
            if sides.count == 1, let side = sides.first, side.column >= leastIndent, isLong(side) {
                starts[side.column, default: 0] += 1
            }
        }
        return starts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
    }

    private static func isLong(_ side: Side) -> Bool { side.text.unicodeScalars.count > leastSigns }

    private static func isProse(_ texts: [String]) -> Bool {
        texts.count { $0.unicodeScalars.count > leastSigns } * 2 > texts.count && ProseLines.areSentences(texts)
    }

    /// The parts of a line between wide gaps, with the columns at which they begin.
    private static func sides(_ line: String, wide: Int) -> [Side] {
        var result: [Side] = []
        var text = String.UnicodeScalarView()
        var (column, start, blanks, end) = (0, 0, 0, 0)
        for scalar in line.unicodeScalars where scalar.value != 0x0C {
            if TextForm.isWhiteSpace(scalar) {
                blanks += scalar.value == 0x09 ? 4 : 1
            } else {
                if blanks >= leastGap, !text.isEmpty {
                    result.append(Side(column: start, end: end, text: String(text)))
                    text = String.UnicodeScalarView()
                }
                if text.isEmpty { start = column } else if blanks > 0 { text.append(" ") }
                text.append(scalar)
                blanks = 0
            }
            column += scalar.value == 0x09 ? 4 : min(TextForm.columns(scalar), wide)
            if blanks == 0 { end = column }
        }
        if !text.isEmpty { result.append(Side(column: start, end: end, text: String(text))) }
        return result
    }
}
