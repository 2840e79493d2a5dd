import Proceedings

/// Goes from the words of pages to a text, one stage after another.
struct PDFGeometry {
    /// How much larger than the text a heading is at least, and how many lines it has at most.
    static let headingSize = 1.08
    static let mostHeadingLines = 3
    /// How many lines of prose side by side in one column make its order doubtful.
    static let leastWoven = 4

    let pages: [PDFPage]
    /// The commonest size of the text.
    let size: Double
    private(set) var composer = TextComposer()
    private(set) var diagnostics: [Diagnostic] = []

    /// The lines of all pages in reading order, with the notes of each page.
    private var lines: [PDFLine] = []
    private var notes: [[FootnoteFinder.Note]] = []
    private var spacing = WordSpacing([])

    init(boxes: [UInt8], fonts: [UInt8]?) {
        var pages = BoundingBoxReader(boxes).pages
        if let fonts {
            let reader = FontReader(fonts)
            for index in pages.indices { reader.apply(to: &pages[index], at: index) }
        }
        self.pages = pages
        size = PDFLine.commonestSize(pages.flatMap { $0.isSideways ? [] : $0.words })
    }

    /// Reads the pages and writes their text.
    mutating func compose() {
        let upright = pages.map { $0.isSideways ? [] : $0.words }
        let furniture = GeometricFurniture(upright, size: size)
        readColumns(furniture.rest)
        spacing = WordSpacing(lines + notes.flatMap(\.self).flatMap(\.lines))
        write(furniture)
    }

    /// Reads the columns of every page; a second time where other pages show a gutter that the page itself does not.
    private mutating func readColumns(_ pages: [[PDFWord]]) {
        var columns = pages.map { Columns($0, size: size) }
        let gutters = Set(columns.flatMap { Set($0.gutters.map { $0.rounded() }) }).sorted()
        if !gutters.isEmpty {
            for index in columns.indices where columns[index].gutters.isEmpty {
                columns[index] = Columns(pages[index], size: size, known: gutters.prefix(8).map { $0 })
            }
        }
        for (page, column) in columns.enumerated() {
            var read: [PDFLine] = []
            for (region, part) in column.regions.enumerated() {
                for row in PageRows.rows(part.words) {
                    guard var line = PDFLine(row, page: page) else { continue }
                    line.region = region
                    read.append(line)
                }
            }
            TableFinder.mark(&read)
            ColumnEdges.assign(&read, size: size) { column.regions[$0.region].isColumn }
            let finder = FootnoteFinder(read, size: size)
            lines += finder.text
            notes.append(finder.notes)
        }
        // Once more with the edges of all pages, without the notes.
        ColumnEdges.assign(&lines, size: size) { columns[$0.page].regions[$0.region].isColumn }
    }

    private mutating func write(_ furniture: GeometricFurniture) {
        let texts = lines.map(spacing.text)
        let keepsWords = WordBreaks.keepsWords(lines, texts: texts, spacing: spacing)
        let ends = ParagraphFinder(lines, texts: texts, size: size, spacing: spacing, keepsWords: keepsWords).ends
        let pairs = lines.indices.dropLast().filter { ends[$0] != .end }
            .map { (line: lines[$0], next: lines[$0 + 1], place: $0) }
        let breaks = WordBreaks(texts, pairs: pairs, spacing: spacing, keepsWords: keepsWords)
        let headings = headings(texts, ends)
        var index = 0
        for page in pages.indices {
            if page > 0 { composer.endPage() }
            if pages[page].isSideways {
                writeSideways(page)
                continue
            }
            composer.write(furniture: furniture.heads[page], spacing)
            if !furniture.heads[page].isEmpty { composer.part() }
            let start = index
            let firstLine = composer.lineCount + 1
            while index < lines.count, lines[index].page == page {
                var end = LayoutHints.End.end
                if ends[index] != .end {
                    let join = breaks.join(lines[index], lines[index + 1], texts[index], texts[index + 1])
                    end = Self.end(join, ends[index])
                }
                let isTable = lines[index].isTable
                composer.write(texts[index], isTable ? .table : headings.contains(index) ? .heading : .text, end)
                index += 1
                let goesOnInTable = isTable && index < lines.count && lines[index].isTable
                if end == .end, index < lines.count, lines[index].page == page, !goesOnInTable { composer.part() }
            }
            write(notes[page], breaks)
            if !furniture.feet[page].isEmpty {
                composer.part()
                composer.write(furniture: furniture.feet[page], spacing)
            }
            doubt(Array(lines[start..<index]), page, line: firstLine)
        }
        composer.finish()
    }

    private static func end(_ join: WordBreaks.Join, _ end: ParagraphFinder.End) -> LayoutHints.End {
        switch join {
        case .space: end == .open ? .open : .space
        case .nothing: .nothing
        case .hyphen: .hyphen
        }
    }

    private mutating func write(_ notes: [FootnoteFinder.Note], _ breaks: WordBreaks) {
        for note in notes {
            composer.part()
            let texts = note.lines.map(spacing.text)
            for (index, line) in note.lines.enumerated() {
                var end = LayoutHints.End.end
                if index + 1 < note.lines.count {
                    end = Self.end(breaks.join(line, note.lines[index + 1], texts[index], texts[index + 1]), .goesOn)
                }
                let rest = texts[index].utf8.dropFirst(note.labelLength)
                let length = note.labelLength + (rest.first == 0x20 ? 1 : 0)
                composer.write(texts[index], index == 0 ? .noteStart(label: length) : .note, end)
            }
        }
    }

    /// A page that runs up or down the sheet has the lines that Poppler saw, and is told.
    private mutating func writeSideways(_ page: Int) {
        let first = composer.lineCount + 1
        for line in pages[page].turnedLines {
            composer.write(line.map(\.text).joined(separator: " "), .text, .unknown)
        }
        diagnostics.append(
            Diagnostic(
                severity: .warning, code: .doubtfulPage, line: first,
                message:
                    "page \(page + 1) is printed sideways: its lines stand as the PDF gives them, and paragraphs in it are doubtful"
            ))
    }

    /// The lines of headings: larger or bold, short, no sentence, and text below.
    private func headings(_ texts: [String], _ ends: [ParagraphFinder.End]) -> Set<Int> {
        var result: Set<Int> = []
        var first = 0
        for index in lines.indices where ends[index] == .end {
            defer { first = index + 1 }
            let line = lines[first]
            guard line.size >= size * Self.headingSize || (line.isBold && line.size >= size * 0.97),
                index - first < Self.mostHeadingLines, !line.isTable, line.cells.isEmpty,
                !ParagraphFinder.endsSentence(texts[index]), index + 1 < lines.count, !lines[index + 1].isTable,
                texts[index].unicodeScalars.contains(where: \.isAlphabetic)
            else { continue }
            result.formUnion(first...index)
        }
        return result
    }

    /// Tells where prose stands beside prose and was read across: its order is doubtful.
    private mutating func doubt(_ lines: [PDFLine], _ page: Int, line first: Int) {
        let beside = lines.filter { line in
            guard !line.isTable, line.cells.count == 1, let cell = line.cells.first else { return false }
            let left = line.words[..<cell].reduce(0) { $0 + $1.length }
            return min(left, line.length - left) > TableFinder.mostSigns
        }
        let starts = beside.compactMap { line in line.cells.first.map { line.words[$0].box.left } }
        let steady = Statistics.commonest(starts, step: size)
        let woven = starts.count { start in steady.map { abs(start - $0) <= size } ?? false }
        guard woven >= Self.leastWoven else { return }
        diagnostics.append(
            Diagnostic(
                severity: .warning, code: .wovenColumns, line: first,
                message:
                    "page \(page + 1) has \(woven) lines with text beside text that may be two columns: compare their order with the PDF"
            ))
    }
}
