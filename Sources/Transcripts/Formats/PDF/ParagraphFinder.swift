import KoreanText

/// Tells where the paragraphs of a text end (the chapter on PDFs, rule 6).
///
/// A column's or a page's end by itself ends none.
struct ParagraphFinder {
    /// The step between lines of two paragraphs at least, in steps between lines.
    static let leastGap = 1.22
    /// The indent of a first line, in sizes.
    static let indents = 0.7...3.2
    /// How far lines that begin alike are apart at most, in sizes.
    static let alike = 0.4
    /// The room behind a line that ends its paragraph, in sizes: in justified text, and after the end of a sentence.
    static let shortLine = 3.0
    static let shortSentence = 1.2
    /// How much the size changes from one paragraph to another kind.
    static let sizeChange = 0.06
    /// The share of lines that end at the right edge in justified text.
    static let leastJustified = 0.6
    /// The room on both sides of a centred line at least, in sizes.
    static let centredMargin = 2.0

    /// What stands after a line.
    enum End { case end, goesOn, open }

    private let lines: [PDFLine]
    private let texts: [String]
    private let size: Double
    private let spacing: WordSpacing
    private let keepsWords: Bool
    private let isJustified: Bool
    private let pitches: [Int: Double]
    private let pitch: Double

    /// The last number of each style of markers that began a paragraph.
    private var counters: [BlockMarker.Style: Int] = [:]

    /// What stands after each line.
    private(set) var ends: [End] = []

    init(_ lines: [PDFLine], texts: [String], size: Double, spacing: WordSpacing, keepsWords: Bool) {
        self.lines = lines
        self.texts = texts
        self.size = size
        self.spacing = spacing
        self.keepsWords = keepsWords
        let long = lines.filter { !$0.isTable && $0.cells.isEmpty && abs($0.size - size) < size * Self.sizeChange }
        isJustified =
            Double(long.count { $0.room < Self.shortSentence * $0.size }) >= Double(long.count) * Self.leastJustified
        var steps: [Int: [Double]] = [:]
        for (line, next) in zip(lines, lines.dropFirst()) where line.page == next.page && line.region == next.region {
            guard next.foot > line.foot, abs(line.size - next.size) < 0.1 else { continue }
            steps[Int((line.size * 2).rounded()), default: []].append(next.foot - line.foot)
        }
        pitches = steps.compactMapValues { $0.count >= 4 ? Statistics.commonest($0, step: 0.5) : nil }
        pitch = pitches[Int((size * 2).rounded())] ?? size * 1.5
        find()
    }

    private mutating func find() {
        var first = 0
        for index in lines.indices {
            guard index + 1 < lines.count else {
                ends.append(.end)
                break
            }
            let end = end(index, first: first)
            ends.append(end)
            guard end == .end else { continue }
            first = index + 1
            if let marker = Self.marker(texts[first]) { counters[marker.style] = marker.number }
        }
    }

    private func end(_ index: Int, first: Int) -> End {
        let (line, next) = (lines[index], lines[index + 1])
        if line.isTable || next.isTable || !line.cells.isEmpty || !next.cells.isEmpty { return .end }
        if abs(line.size - next.size) > Self.sizeChange * max(line.size, next.size) { return .end }
        if line.isBold != next.isBold { return .end }
        let isBeside = line.page == next.page && line.region == next.region
        if isBeside, next.foot - line.foot > Self.leastGap * pitch(of: line) { return .end }
        if isCentred(line) || isCentred(next) { return .end }
        let endsSentence = Self.endsSentence(texts[index])
        let isShort = isShort(line, next, endsSentence)
        if begins(index, first: first, endsSentence, isShort) { return .end }
        if let isEnd = endsByIndent(index, first: first, endsSentence) { return isEnd ? .end : .goesOn }
        if isShort { return .end }
        return endsSentence && !isBeside ? .open : .goesOn
    }

    private func pitch(of line: PDFLine) -> Double {
        pitches[Int((line.size * 2).rounded())] ?? pitch * max(line.size / size, 1)
    }

    /// Whether a line stands in the middle of its column with room on both sides.
    private func isCentred(_ line: PDFLine) -> Bool {
        line.indent > Self.centredMargin * size && line.room > Self.centredMargin * size
            && abs(line.indent - line.room) < size
    }

    /// Whether a label begins the next line, and its paragraph with it.
    private func begins(_ index: Int, first: Int, _ endsSentence: Bool, _ isShort: Bool) -> Bool {
        guard let marker = Self.marker(texts[index + 1]) else { return false }
        switch marker.style {
        case .hangulPoint, .hangulParenthesis, .hangulParentheses:
            // `다.` is the end of a verb: a syllable counts only where it is the next.
            guard marker.number == 1 || counters[marker.style] == marker.number - 1 else { return false }
        default: break
        }
        if isShort || endsSentence { return true }
        let (line, next) = (lines[index], lines[index + 1])
        let isHanging =
            index + 2 < lines.count && lines[index + 2].indent - next.indent > Self.indents.lowerBound * size
        let isOut = index > first && line.indent - next.indent > Self.indents.lowerBound * size
        if isOut || isHanging { return !marker.isTight }
        if case .bullet = marker.style, marker.isTight { return false }
        return Self.marker(texts[first])?.style == marker.style
    }

    /// Whether the next line begins a paragraph by its indent, or goes on within a hanging one; `nil` where neither.
    private func endsByIndent(_ index: Int, first: Int, _ endsSentence: Bool) -> Bool? {
        let (line, next) = (lines[index], lines[index + 1])
        let step = next.indent - line.indent
        let isFirst = index == first
        if step > Self.indents.lowerBound * size {
            guard step <= Self.indents.upperBound * size * 2 else { return true }
            // The text of an item hangs behind its label.
            if isFirst, Self.marker(texts[first]) != nil, let text = textStart(line),
                abs(next.indent - text) < size || !endsSentence && line.room < Self.shortLine * size
            {
                return nil
            }
            return true
        }
        if step < -Self.indents.lowerBound * size {
            // After the first line of a paragraph its others begin further left; after others, another kind of paragraph.
            return isFirst && line.indent <= (Self.indents.upperBound + 0.5) * size ? nil : true
        }
        // Paragraphs of one line, all indented: more than one in a row only where each ends.
        if isFirst, endsSentence, Self.indents.contains(next.indent / size), Self.marker(texts[index]) == nil,
            index + 2 < lines.count, lines[index + 2].indent < Self.alike * size, lines[index + 2].size == next.size
        {
            return true
        }
        return nil
    }

    /// How far from the edge of its column the text of a labelled line begins.
    private func textStart(_ line: PDFLine) -> Double? {
        line.words.count > 1 ? line.words[1].box.left - line.edges.lowerBound : nil
    }

    /// Whether a line is shorter than it had to be.
    private func isShort(_ line: PDFLine, _ next: PDFLine, _ endsSentence: Bool) -> Bool {
        let room = line.room / line.size
        if keepsWords, !isJustified { return fits(next, behind: line) }
        if endsSentence, room > Self.shortSentence { return true }
        guard room > (keepsWords ? Self.shortSentence : Self.shortLine) else { return false }
        return !keepsWords || fits(next, behind: line)
    }

    /// Whether the first word of a line had fitted on the line before.
    private func fits(_ next: PDFLine, behind line: PDFLine) -> Bool {
        guard let word = next.words.first else { return false }
        return line.room > word.box.width + (spacing.natural + 0.3) * line.size
    }

    /// The marker at the head of a line.
    static func marker(_ text: String) -> BlockMarker? {
        let bytes = Array(text.utf8)
        return BlockMarker(bytes, 0..<bytes.count)
    }

    static func endsSentence(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return SentenceEnd.isOne(bytes, 0..<bytes.count)
    }
}
