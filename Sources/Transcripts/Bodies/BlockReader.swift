import KoreanText
import Proceedings

/// Cuts the text of one programme item into blocks.
struct BlockReader {
    let layout: Layout
    /// The turns that begin blocks.
    let turns: Turns
    /// The last number seen of each counted style, to tell a heading from a line that happens to begin with a number.
    private var counters: [BlockMarker.Style: Int] = [:]
    private(set) var blocks: [Block] = []
    /// The forms of the markers that began items.
    private var begun: Set<BlockMarker.Style> = []
    /// Which signs stand between spaces within a line, as far as it was asked.
    private var setOff: [Unicode.Scalar: Bool] = [:]
    /// The rows that are read.
    private var rows: ArraySlice<Int> = []
    /// The last row of the note that is read.
    private var noteEnd = -1

    /// Makes a reader.
    init(_ layout: Layout, turns: Turns) {
        self.layout = layout
        self.turns = turns
    }

    /// The blocks of some rows of content, and the separators among them.
    ///
    /// - Parameter span: The rows of the text among which its footnotes stand.
    mutating func read(_ rows: ArraySlice<Int>, span: Range<Int>) -> (blocks: [Block], separators: [Int]) {
        self.rows = rows
        let apart = layout.notes.notes.filter { $0.first.map(span.contains) ?? false }
        var nextApart = 0
        var separators: [Int] = []
        let footnotes = footnoteRows(rows)
        var notes: [Block] = []
        var previous: Int?
        var afterNote: Int?
        for (position, row) in zip(rows.indices, rows) {
            while nextApart < apart.count, apart[nextApart][0] < row {
                notes.append(footnote(apart[nextApart]))
                nextApart += 1
            }
            if footnotes.contains(row) {
                if let last = afterNote, !isFootnoteStart(row) {
                    notes[notes.count - 1].rows.append(row)
                    notes[notes.count - 1].joins.append(layout.decide(last, row).join.within)
                } else if !layout.separators.contains(row) {
                    let marker = layout.hints?.noteLabel(row).map { BlockMarker(layout.manuscript, row, label: $0) }
                    let block = Block(
                        kind: .footnote, marker: marker ?? BlockMarker(layout.manuscript, row), rows: [row])
                    notes.append(block)
                } else {
                    separators.append(row)
                    continue
                }
                afterNote = row
                continue
            }
            if layout.separators.contains(row) {
                separators.append(row)
                previous = nil
                continue
            }
            if afterNote != nil, !notes.isEmpty {
                afterNote = nil
            }
            let next = position + 1 < rows.endIndex ? rows[position + 1] : nil
            append(row, at: position, after: previous, before: next)
            if !notes.isEmpty, blocks.count > 1, blocks.last?.rows == [row] {
                blocks.insert(contentsOf: notes, at: blocks.count - 1)
                notes = []
            }
            previous = row
        }
        blocks += notes + apart[nextApart...].map(footnote)
        return (blocks, separators)
    }

    /// A footnote whose number is its first row.
    private func footnote(_ rows: [Int]) -> Block {
        Block(
            kind: .footnote, marker: rows.first.map { BlockMarker(noteNumber: $0, layout.manuscript) }, rows: rows,
            joins: zip(rows, rows.dropFirst()).map { layout.decide($0, $1).join.within })
    }

    private mutating func append(_ row: Int, at position: Int, after previous: Int?, before next: Int?) {
        if appendNote(row, at: position, after: previous) { return }
        if layout.hints != nil, appendKnown(row, after: previous) { return }
        let isTable = isTableRow(row)
        // No copy of the last block is held here: it would be copied whole for each line that is added to it.
        guard let previous, let kind = blocks.last?.kind, kind != .footnote else {
            start(row, isTable: isTable && next.map(isTableRow) == true, before: next)
            return
        }
        if kind == .table {
            if isTable { extend(row, .space) } else { start(row, isTable: false) }
            return
        }
        if isTable, next.map(isTableRow) == true {
            start(row, isTable: true)
            return
        }
        if kind == .quote {
            let goesOn = BlockMarker(layout.manuscript, row)?.style == .quotation
            if goesOn { extend(row, .space) } else { start(row, isTable: false) }
            return
        }
        if isCapitalHeading(row, after: previous, before: next) {
            blocks.append(Block(kind: .heading, rows: [row]))
            return
        }
        if blocks.last?.kind == .heading, blocks.last?.marker == nil, !turns.isEmpty {
            start(row, isTable: false)
            return
        }
        if turns.byRow[row] != nil || turns.remarks.contains(row) || isScene(row) || blocks.last?.kind == .note {
            start(row, isTable: false)
            return
        }
        if loneMarker(row, after: previous, before: next) != nil {
            start(row, isTable: false, before: next)
            return
        }
        // What stands below a marker that has a line to itself is its text.
        if blocks.last?.rows.count == 1, let marker = blocks.last?.marker, marker.isAlone {
            extend(row, .space)
            return
        }
        let decision = layout.decide(previous, row)
        if let marker = BlockMarker(layout.manuscript, row), begins(marker, row, after: previous, decision) {
            start(row, isTable: false)
            return
        }
        if blocks.last?.turn?.isAlone == true, blocks.last?.rows.count == 1 {
            extend(row, .space)
            return
        }
        if decision.join == .end ? !isInterrupted(previous, row) : endsItem(previous, before: row) {
            start(row, isTable: false)
        } else {
            extend(row, decision.join.within, isOpen: decision.isAmbiguous)
        }
    }

    /// Adds a row of a note of the record; `false` where it is none.
    private mutating func appendNote(_ row: Int, at position: Int, after previous: Int?) -> Bool {
        if row <= noteEnd, blocks.last?.kind == .note {
            extend(row, .space)
            return true
        }
        guard let end = recordNote(at: position, after: previous, in: rows) else { return false }
        noteEnd = end
        blocks.append(Block(kind: .note, rows: [row]))
        return true
    }

    /// Whether an item of a list ends in a row that is not full, though not as a sentence does (`…를 도입할 것`).
    private func endsItem(_ previous: Int, before row: Int) -> Bool {
        guard Punctuation.endsItem(layout.manuscript, previous), let marker = blocks.last?.marker,
            !layout.wrap.keepsBlanks, layout.wrap.isWrapped
        else { return false }
        if case .bracketed = marker.style { return false }
        return !layout.gap(previous, row).isInterrupted
            && !layout.isFull(previous, before: row)
    }

    /// Whether a page's end or a footnote stands in the middle of a sentence, however short the line before it is.
    private func isInterrupted(_ previous: Int, _ row: Int) -> Bool {
        guard layout.gap(previous, row).isInterrupted, !layout.endsSentence(previous),
            BlockMarker(layout.manuscript, row) == nil, !layout.labels.begins(row)
        else { return false }
        // What a small letter begins, or an open word ends before, goes on for sure.
        if layout.manuscript.firstScalar(row)?.isLowercase == true { return !isHeadingLike(previous) }
        // The next page may begin with what stands by itself there, and the line before may be a heading or an item.
        let isProse = blocks.last.map { $0.turn != nil || $0.marker == nil && $0.rows.count > 1 } ?? false
        if isProse, Punctuation.leavesOpen(layout.manuscript, previous) { return true }
        guard isProse || (blocks.last?.marker == nil && !layout.wrap.edge.isStrict) else { return false }
        return layout.width(previous) * 3 > layout.wrap.longWidth && !isHeadingLike(previous)
            && !Punctuation.endsItem(layout.manuscript, previous) && !isHeadingLike(row)
    }

    /// Adds a row whose place among the blocks is known beforehand; `false` where the reader has to judge.
    private mutating func appendKnown(_ row: Int, after previous: Int?) -> Bool {
        guard let hints = layout.hints else { return false }
        if hints.role(row) == .table {
            if let previous, hints.role(previous) == .table, blocks.last?.kind == .table {
                extend(row, .space)
            } else {
                blocks.append(Block(kind: .table, rows: [row]))
            }
            return true
        }
        guard let previous, let last = blocks.last?.kind, last != .footnote, last != .table else {
            start(row, isTable: false)
            return true
        }
        switch hints.end(previous) {
        case .unknown, .open: return false
        case .end: start(row, isTable: false)
        case .space, .nothing, .hyphen: extend(row, layout.decide(previous, row).join.within)
        }
        return true
    }

    private mutating func extend(_ row: Int, _ join: LineJoiner.Join, isOpen: Bool = false) {
        let last = blocks.count - 1
        blocks[last].joins.append(join)
        if isOpen { blocks[last].openEnds.append(blocks[last].joins.count - 1) }
        blocks[last].rows.append(row)
    }

    private mutating func start(_ row: Int, isTable: Bool, before next: Int? = nil) {
        if isTable {
            blocks.append(Block(kind: .table, rows: [row]))
            return
        }
        if let turn = turns.byRow[row] {
            blocks.append(Block(kind: .paragraph, turn: turn, rows: [row]))
            for next in turns.inner[row] ?? [] { blocks.append(Block(kind: .paragraph, turn: next, rows: [row])) }
            return
        }
        if turns.remarks.contains(row) {
            blocks.append(Block(kind: .note, rows: [row]))
            return
        }
        if isScene(row) {
            blocks.append(Block(kind: .note, rows: [row]))
            return
        }
        if let marker = loneMarker(row, after: nil, before: next) {
            counters[marker.style] = marker.number
            blocks.append(Block(kind: .bullet, marker: marker, rows: [row]))
            return
        }
        guard let marker = BlockMarker(layout.manuscript, row), isMarker(marker, row) else {
            blocks.append(Block(kind: layout.hints?.role(row) == .heading ? .heading : .paragraph, rows: [row]))
            return
        }
        if marker.style.isCounted { counters[marker.style] = marker.number } else { begun.insert(marker.style) }
        let kind: Passage.Kind =
            switch marker.style {
            case _ where layout.hints?.role(row) == .heading: .heading
            case .quotation: .quote
            case .bracketed: .heading
            default: .bullet
            }
        blocks.append(Block(kind: kind, marker: marker, rows: [row]))
    }

    /// The greatest number that a list begins with or goes on with after a gap; a greater one is a year or a quantity.
    private static let mostFirstNumber = 30
    /// The width of long lines, in columns, where a text has none.
    private static let narrowestLong = 30

    /// Whether a marker at a block's start is one, and not a word or number that looks like it.
    private func isMarker(_ marker: BlockMarker, _ row: Int) -> Bool {
        switch marker.style {
        case .decimal, .letter, .letterParentheses, .hangulPoint, .hangulParenthesis, .hangulParentheses:
            continuesCount(marker)
        case .arabicPoint, .arabicParenthesis:
            continuesCount(marker) || (marker.number <= Self.mostFirstNumber && !marker.isTight)
        case .bracketed: layout.width(row) * 3 < max(layout.wrap.longWidth * 2, Self.narrowestLong * 2)
        default: true
        }
    }

    /// The marker that a row is, where it stands by itself above its text.
    ///
    /// - Parameter previous: The row before it in the same block, or `nil` where a block begins in any case.
    private func loneMarker(_ row: Int, after previous: Int?, before next: Int?) -> BlockMarker? {
        guard let below = next, layout.manuscript.rows[row].clean.count <= BlockMarker.longestAlone,
            !layout.separators.contains(below), turns.byRow[below] == nil, !layout.labels.begins(below),
            !isScene(below),
            BlockMarker(layout.manuscript, below) == nil
        else { return nil }
        let readings = BlockMarker.alone(layout.manuscript, row)
        guard !readings.isEmpty, BlockMarker.alone(layout.manuscript, below).isEmpty else { return nil }
        if let previous {
            // A number may be the last word of a sentence.
            let isOpen =
                layout.gap(previous, row).blankLines == 0 && layout.isFull(previous, before: row)
                && !layout.endsSentence(previous) && !Punctuation.announces(layout.manuscript, previous)
            if isOpen { return nil }
        }
        // `(i)` is a letter behind `(h)`, and a number otherwise.
        let next = readings.first { marker in counters[marker.style] == marker.number - 1 }
        return next ?? readings.first { $0.number == 1 }
    }

    /// Whether a number is the first of its style or follows the last one.
    private func continuesCount(_ marker: BlockMarker) -> Bool {
        guard let last = counters[marker.style] else { return marker.number == 1 }
        return marker.number == 1 || marker.number == last + 1
    }

    /// Signs that begin items, and stand in no sentence.
    private static let plainBullets: ScalarSet = "•‣⁃▪▫◾◽∎◦⦁▸►➤➢✓✔"
    /// Whether items with such a marker have begun already.
    private func isItem(_ marker: BlockMarker) -> Bool { begun.contains(marker.style) }

    /// Whether a sign stands between spaces within lines of the item so often that a line may begin with it by chance.
    private mutating func setsOff(_ sign: Unicode.Scalar) -> Bool {
        if let known = setOff[sign] { return known }
        let clean = layout.manuscript.clean
        let bytes = Array(" \(Character(sign)) ".utf8)
        var within = 0
        var beginning = 0
        for row in rows {
            var index = layout.manuscript.rows[row].clean.lowerBound
            let end = layout.manuscript.rows[row].clean.upperBound - bytes.count
            if index < end, clean[index..<(index + bytes.count - 1)].elementsEqual(bytes.dropFirst()) { beginning += 1 }
            while index <= end {
                if clean[index + 1] == bytes[1], clean[index] == 0x20,
                    clean[index..<(index + bytes.count)].elementsEqual(bytes)
                {
                    within += 1
                }
                index += 1
            }
        }
        let result = within * Self.leastBeginning > beginning
        setOff[sign] = result
        return result
    }

    /// How many lines begin with a sign of lists at least for each time that it stands between words.
    private static let leastBeginning = 4

    /// Whether a row that begins with a marker begins a block, where the break before it may be within a sentence.
    private mutating func begins(
        _ marker: BlockMarker, _ row: Int, after previous: Int, _ decision: LineJoiner.Decision
    ) -> Bool {
        guard isMarker(marker, row) else { return false }
        if decision.join == .end { return true }
        let endsSentence = layout.endsSentence(previous)
        let isPlain = continuesCount(marker) && !containsSentence(row, from: marker.textStart)
        let isFull = layout.isFull(previous, before: row)
        let saysItGoesOn =
            layout.wrap.keepsBlanks && layout.wrap.edge.isStrict && isFull
            && layout.manuscript.rows[previous].endsInBlank
        if decision.isAmbiguous || endsSentence {
            guard !marker.style.isCounted else { return isPlain }
            return !saysItGoesOn || blocks.last?.marker?.style == marker.style
        }
        if !marker.isTight {
            let isAnnounced = Punctuation.announces(layout.manuscript, previous)
            switch marker.style {
            case .bullet(let sign): if isAnnounced || Self.plainBullets.contains(sign) { return true }
            // What is announced begins with the first of its kind.
            default: if isAnnounced, marker.number == 1, continuesCount(marker) { return true }
            }
        }
        if Punctuation.expectsMore(layout.manuscript, previous) { return false }
        if case .chapter = marker.style, isPlain, !layout.endsSentence(row),
            layout.wrap.isNarrow(layout.width(row))
        {
            return true
        }
        if !marker.isTight, layout.wrap.lacksBlank(layout.manuscript, previous),
            !layout.gap(previous, row).hasPageBreak
        {
            // A word that is broken goes on with no sign and no number in its order.
            switch marker.style {
            case .bullet: return true
            case .arabicPoint, .roman, .chapter, .decimal: if isPlain { return true }
            default: break
            }
        }
        if case .bullet(let sign) = marker.style, !marker.isTight, isItem(marker) || blocks.last?.marker != nil,
            !layout.wrap.keepsBlanks || !layout.manuscript.rows[previous].endsInBlank, !setsOff(sign)
        {
            return true
        }
        if isNext(marker, row, after: previous) { return true }
        if !isFull, !layout.wrap.keepsBlanks || !layout.manuscript.rows[previous].endsInBlank {
            return marker.style.isCounted ? isPlain : true
        }
        switch marker.style {
        case .sign: return true
        case .bullet: return blocks.last?.marker?.style == marker.style && !layout.manuscript.rows[previous].endsInBlank
        default: return false
        }
    }

    /// Whether a number is the next of its style, at the beginning of what is too short for a line of prose or of an item like the one before.
    private func isNext(_ marker: BlockMarker, _ row: Int, after previous: Int) -> Bool {
        guard marker.style.isCounted, !marker.isTight, marker.number > 1, counters[marker.style] == marker.number - 1,
            !layout.wrap.keepsBlanks || !layout.manuscript.rows[previous].endsInBlank,
            !Punctuation.leavesOpen(layout.manuscript, previous)
        else { return false }
        if blocks.last?.marker?.style == marker.style { return true }
        return blocks.last?.marker != nil && !layout.endsSentence(row)
            && layout.wrap.isNarrow(layout.width(row))
    }
}
