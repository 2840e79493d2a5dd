/// Reads what `pdftohtml -xml` writes: runs of text with their typeface, and the blank at the end of a line.
struct FontReader {
    /// Text that was set in one typeface.
    struct Run {
        var box: PDFBox
        var size: Double
        var isBold: Bool
        /// Whether it ends in a blank, which no form of `pdftotext` keeps.
        var endsInBlank: Bool
    }

    /// How many times larger than points the coordinates are: the `-zoom` that the program is run with.
    static let zoom = 3.0

    /// The runs of each page.
    private(set) var pages: [[Run]] = []

    init(_ bytes: [UInt8]) {
        var scanner = MarkupScanner(bytes)
        var sizes: [Int: Double] = [:]
        var run: Run?
        var isBold = false
        var (bold, all) = (0, 0)
        while let piece = scanner.next() {
            switch piece {
            case .open("page", _): pages.append([])
            case .open("fontspec", let attributes):
                guard let id = MarkupScanner.number("id", in: attributes), abs(id) < 1e9,
                    let size = MarkupScanner.number("size", in: attributes)
                else { continue }
                sizes[Int(id)] = size / Self.zoom
            case .open("text", let attributes):
                run = Self.run(attributes, sizes)
                (isBold, bold, all) = (false, 0, 0)
            case .open("b", _): isBold = true
            case .close("b"): isBold = false
            case .text(let bytes):
                guard run != nil else { continue }
                let text = MarkupScanner.decoded(bytes)
                all += text.utf8.count
                if isBold { bold += text.utf8.count }
                if let last = text.unicodeScalars.last { run?.endsInBlank = last == " " || last == "\u{A0}" }
            case .close("text"):
                run?.isBold = bold * 2 > all
                if let run, !pages.isEmpty { pages[pages.count - 1].append(run) }
                run = nil
            default: break
            }
        }
    }

    private static func run(_ attributes: ArraySlice<UInt8>, _ sizes: [Int: Double]) -> Run? {
        guard let left = MarkupScanner.number("left", in: attributes),
            let top = MarkupScanner.number("top", in: attributes),
            let width = MarkupScanner.number("width", in: attributes),
            let height = MarkupScanner.number("height", in: attributes),
            let font = MarkupScanner.number("font", in: attributes), abs(font) < 1e9, let size = sizes[Int(font)],
            size > 0
        else { return nil }
        let box = PDFBox(
            left: left / zoom, top: top / zoom, right: (left + width) / zoom, bottom: (top + height) / zoom)
        return Run(box: box, size: size, isBold: false, endsInBlank: false)
    }

    /// How far a word may lie outside its run, in points.
    private static let slack = 1.0

    /// Gives the words of a page their typefaces.
    func apply(to page: inout PDFPage, at number: Int) {
        guard pages.indices.contains(number) else { return }
        let runs = pages[number]
        var lastOf: [Int: (line: Int, word: Int)] = [:]
        for line in page.lines.indices {
            for word in page.lines[line].indices {
                guard let index = Self.best(runs, for: page.lines[line][word].box) else { continue }
                page.lines[line][word].size = runs[index].size
                page.lines[line][word].isBold = runs[index].isBold
                guard runs[index].endsInBlank else { continue }
                if let last = lastOf[index],
                    page.lines[last.line][last.word].box.right >= page.lines[line][word].box.right
                {
                    continue
                }
                lastOf[index] = (line, word)
            }
        }
        for place in lastOf.values { page.lines[place.line][place.word].endsInBlank = true }
    }

    /// The run that a word is part of.
    ///
    /// A raised figure lies within the run around it: the nearest in height is its own.
    private static func best(_ runs: [Run], for word: PDFBox) -> Int? {
        var best: (index: Int, distance: Double)?
        for (index, run) in runs.enumerated()
        where word.centre >= run.box.left - slack && word.centre <= run.box.right + slack {
            let apart = abs(run.box.middle - word.middle)
            guard apart < max(run.box.height, word.height) / 2 else { continue }
            let distance = apart + abs(run.box.height - word.height)
            if best.map({ distance < $0.distance }) ?? true { best = (index, distance) }
        }
        return best?.index
    }
}
