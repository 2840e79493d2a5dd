/// Finds the columns of a page and reads one after another (the chapter on PDFs, rule 3).
struct Columns {
    /// A part of a page that is read from top to bottom before the next is.
    struct Region {
        var words: [PDFWord]
        /// Whether it is one of several columns.
        var isColumn: Bool
    }

    /// How wide a gutter is free at least, in sizes.
    static let leastGutter = 0.7
    /// The share of words that end before it.
    static let freeShare = 0.98
    /// How many lines stand side by side at least.
    static let leastBeside = 3
    /// The part of its column that the median line fills at least.
    static let leastFill = 0.6
    /// How many signs the median line on both sides of a gutter has at least; cells of tables have fewer.
    static let leastSigns = 12
    /// How many signs, and words, and how much of its column, suffice where so many lines stand side by side, or sentences run over
    /// them: narrow columns.
    static let leastNarrow = (signs: 7.0, words: 2.0, fill: 0.7, beside: 8)
    /// How many candidates for a gutter are looked at.
    static let mostCandidates = 16
    /// How much larger than the text a line is that heads what stands below it on both sides.
    static let headingSize = 1.15
    /// How many short lines of the text's size head what stands below at least (a label, a name).
    static let leastHeadRows = 2
    /// How deep columns are nested at most: eight beside one another.
    static let deepest = 3

    /// The commonest size of the text.
    let size: Double
    /// The places of gutters of other pages, tried where a page shows too few lines side by side.
    var known: [Double] = []

    private(set) var regions: [Region] = []
    /// The places of the gutters found.
    private(set) var gutters: [Double] = []

    init(_ words: [PDFWord], size: Double, known: [Double] = []) {
        self.size = size
        self.known = known
        split(PageRows.rows(words), isColumn: false, depth: 0)
    }

    /// How a row lies to a gutter.
    private enum Side { case left, right, both, across }

    private func side(_ row: [PDFWord], _ place: Double) -> Side {
        var (left, right) = (-Double.infinity, Double.infinity)
        for word in row {
            if word.box.right <= place {
                left = max(left, word.box.right)
            } else if word.box.left >= place {
                right = min(right, word.box.left)
            } else {
                return .across
            }
        }
        if right == .infinity { return .left }
        if left == -.infinity { return .right }
        return right - left >= Self.leastGutter * size ? .both : .across
    }

    private mutating func split(_ rows: [[PDFWord]], isColumn: Bool, depth: Int) {
        guard depth < Self.deepest, let (place, bands) = bestGutter(rows) else {
            add(rows, isColumn)
            return
        }
        gutters.append(place)
        var start = 0
        for band in bands {
            let inner = trimmed(rows, band, place)
            if start < inner.lowerBound {
                split(Array(rows[start..<inner.lowerBound]), isColumn: isColumn, depth: depth + 1)
            }
            let words = rows[inner].flatMap(\.self)
            split(PageRows.rows(words.filter { $0.box.centre < place }), isColumn: true, depth: depth + 1)
            split(PageRows.rows(words.filter { $0.box.centre >= place }), isColumn: true, depth: depth + 1)
            start = inner.upperBound
        }
        if start < rows.count { split(Array(rows[start...]), isColumn: isColumn, depth: depth + 1) }
    }

    private mutating func add(_ rows: [[PDFWord]], _ isColumn: Bool) {
        guard !rows.isEmpty else { return }
        regions.append(Region(words: rows.flatMap(\.self), isColumn: isColumn))
    }

    /// A band without the short lines at its head that only its left side has: they stand above both columns.
    private func trimmed(_ rows: [[PDFWord]], _ band: Range<Int>, _ place: Double) -> Range<Int> {
        guard let first = band.first(where: { side(rows[$0], place) == .both }) else { return band }
        let edge = rows[band].flatMap(\.self).filter { $0.box.right <= place }.map(\.box.right).max() ?? place
        var start = first
        while start > band.lowerBound, side(rows[start - 1], place) == .left,
            let right = rows[start - 1].map(\.box.right).max(), edge - right > size
        {
            start -= 1
        }
        // A full line among them is text of the left column, and all before it too.
        return start == band.lowerBound ? first..<band.upperBound : band
    }

    private func bestGutter(_ rows: [[PDFWord]]) -> (place: Double, bands: [Range<Int>])? {
        var best: (place: Double, bands: [Range<Int>], beside: Int)?
        for (place, isKnown) in candidates(rows) {
            let bands = bands(rows, place, least: isKnown ? 1 : Self.leastBeside)
            let beside = bands.reduce(0) { $0 + self.beside(rows[$1], place) }
            if beside > best?.beside ?? 0 { best = (place, bands, beside) }
        }
        return best.map { ($0.place, $0.bands) }
    }

    /// Places that may be a gutter: the middles of wide gaps, those that most rows share first, and the gutters of other pages.
    private func candidates(_ rows: [[PDFWord]]) -> [(place: Double, isKnown: Bool)] {
        var votes: [Int: (sum: Double, count: Int)] = [:]
        for row in rows {
            for (word, next) in zip(row, row.dropFirst())
            where next.box.left - word.box.right >= Self.leastGutter * size {
                // A ragged line ends before the gutter does: the right column's edge is the steady one.
                let place = next.box.left - Self.leastGutter * size / 2
                let key = Int((place / 3).rounded())
                votes[key, default: (0, 0)].sum += place
                votes[key, default: (0, 0)].count += 1
            }
        }
        let best = votes.values.sorted { ($0.count, $0.sum) > ($1.count, $1.sum) }.prefix(Self.mostCandidates)
        return best.map { ($0.sum / Double($0.count), false) } + known.map { ($0, true) }
    }

    /// The bands of rows in which a gutter is free and text stands on both sides.
    private func bands(_ rows: [[PDFWord]], _ place: Double, least: Int) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = 0
        func close(_ end: Int) {
            if start < end, isBand(rows[start..<end], place, least: least) { result.append(start..<end) }
        }
        for index in rows.indices {
            if side(rows[index], place) == .across {
                close(index)
                start = index + 1
            } else if index >= start, let head = headRows(rows, index, place) {
                close(head.lowerBound)
                start = head.upperBound
            }
        }
        close(rows.count)
        return result
    }

    /// The short lines that begin at a row of the left side and head what stands below on both sides: nothing is beside them on the
    /// right, and none is the end of a paragraph.
    private func headRows(_ rows: [[PDFWord]], _ index: Int, _ place: Double) -> Range<Int>? {
        guard index > 0, side(rows[index], place) == .left, !endsSentence(rows[index]) else { return nil }
        // The first line that has nothing beside it may be the last of the left column, in the middle of a sentence.
        if side(rows[index - 1], place) != .left,
            let before = rows[..<index].last(where: { side($0, place) != .right }),
            !endsSentence(before.filter { $0.box.right <= place })
        {
            return nil
        }
        var end = index
        while end < rows.count, side(rows[end], place) == .left, !endsSentence(rows[end]) { end += 1 }
        // A single line has to be larger, and to stand free.
        let isSingle = end - index < Self.leastHeadRows
        guard end < rows.count, side(rows[end], place) != .across,
            !isSingle || PDFLine.commonestSize(rows[index]) >= size * Self.headingSize,
            rows[..<index].contains(where: { [.both, .right].contains(side($0, place)) })
        else { return nil }
        let margin = isSingle ? size / 2 : -size / 4
        let head = rows[index..<end].flatMap(\.self)
        let edge = rows.flatMap(\.self).filter { $0.box.right <= place }.map(\.box.right).max() ?? place
        guard let top = head.map(\.box.top).min(), let bottom = head.map(\.box.bottom).max(),
            let right = head.map(\.box.right).max(), edge - right > size
        else { return nil }
        let isBeside = rows.contains { row in
            row.contains { $0.box.left >= place && $0.box.bottom > top - margin && $0.box.top < bottom + margin }
        }
        return isBeside ? nil : index..<end
    }

    private func endsSentence(_ row: [PDFWord]) -> Bool {
        row.last.map { ParagraphFinder.endsSentence($0.text) } ?? false
    }

    /// How many lines stand side by side: the lines of two columns need not stand at one height.
    private func beside(_ rows: ArraySlice<[PDFWord]>, _ place: Double) -> Int {
        var (left, right): ([Double], [Double]) = ([], [])
        for row in rows {
            let middle = row[0].box.middle
            switch side(row, place) {
            case .left: left.append(middle)
            case .right: right.append(middle)
            case .both:
                left.append(middle)
                right.append(middle)
            case .across: break
            }
        }
        guard let top = [left.min(), right.min()].compactMap(\.self).max(), !left.isEmpty, !right.isEmpty,
            let bottom = [left.max(), right.max()].compactMap(\.self).min()
        else { return 0 }
        let shared = (top - size)...max(bottom + size, top)
        return min(left.count(where: shared.contains), right.count(where: shared.contains))
    }

    private func isBand(_ rows: ArraySlice<[PDFWord]>, _ place: Double, least: Int) -> Bool {
        guard beside(rows, place) >= least else { return false }
        let words = rows.flatMap(\.self)
        let left = words.filter { $0.box.right <= place }
        let right = words.filter { $0.box.left >= place }
        // A call or a mark may hang out of its column.
        let end = Statistics.percentile(Self.freeShare, of: left.map(\.box.right))
        guard let begin = right.map(\.box.left).min(), begin - end >= Self.leastGutter * size else { return false }
        let isLong = beside(rows, place) >= Self.leastNarrow.beside
        return isProse(left, isLong: isLong) && isProse(right, isLong: isLong)
    }

    /// Whether the lines on one side fill their column as prose does.
    private func isProse(_ words: [PDFWord], isLong: Bool) -> Bool {
        let rows = PageRows.rows(words)
        let left = words.map(\.box.left).min() ?? 0
        let width = (words.map(\.box.right).max() ?? 0) - left
        let fills = rows.map { row in (row.map(\.box.right).max() ?? left) - (row.map(\.box.left).min() ?? left) }
        let fill = Statistics.percentile(0.5, of: fills) / max(width, 1)
        let signs = Statistics.percentile(0.5, of: rows.map { row in Double(row.reduce(0) { $0 + $1.length }) })
        if fill >= Self.leastFill, signs > Double(Self.leastSigns) { return true }
        let count = Statistics.percentile(0.5, of: rows.map { Double($0.count) })
        return fill >= Self.leastNarrow.fill && signs >= Self.leastNarrow.signs && count >= Self.leastNarrow.words
            && (isLong || ProseLines.areSentences(rows.map { $0.map(\.text).joined(separator: " ") }))
    }
}
