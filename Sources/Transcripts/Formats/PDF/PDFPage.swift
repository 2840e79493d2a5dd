/// A page of a PDF: its words, in the order in which Poppler gives them.
struct PDFPage: Sendable {
    var width: Double
    var height: Double
    /// The words of each printed line that Poppler saw.
    var lines: [[PDFWord]]

    var words: [PDFWord] { lines.flatMap(\.self) }

    /// How many words at least tell how a page is turned.
    static let leastSidewaysWords = 3
    /// How much higher than wide a word of three signs is that runs up or down the page.
    static let sidewaysHeight = 1.5

    /// The lines of a sideways page in the order in which they are read with the page turned.
    var turnedLines: [[PDFWord]] {
        let filled = lines.filter { !$0.isEmpty }
        // Text that runs up the page is read from its left edge on, text that runs down from its right.
        let up = filled.count { line in (line.first?.box.top ?? 0) > (line.last?.box.top ?? 0) }
        let isUp = up * 2 >= filled.count
        let key = { (line: [PDFWord]) in line.first.map { isUp ? $0.box.left : -$0.box.right } ?? 0 }
        return filled.enumerated().sorted { (key($0.element), $0.offset) < (key($1.element), $1.offset) }
            .map(\.element)
    }

    /// Whether most words run up or down the page.
    var isSideways: Bool {
        let long = words.filter { $0.length >= 3 }
        let turned = long.count { $0.box.height > $0.box.width * Self.sidewaysHeight }
        return turned >= Self.leastSidewaysWords && turned * 2 > long.count
    }
}
