/// Reads what `pdftotext -bbox-layout` writes: pages, lines, words and their boxes.
struct BoundingBoxReader {
    private(set) var pages: [PDFPage] = []

    /// The most words that are read; a document of ten thousand full pages has fewer.
    static let mostWords = 8_000_000

    init(_ bytes: [UInt8]) {
        var scanner = MarkupScanner(bytes)
        var box: PDFBox?
        var text = ""
        var count = 0
        while let piece = scanner.next() {
            switch piece {
            case .open("page", let attributes):
                let width = MarkupScanner.number("width", in: attributes) ?? 0
                pages.append(
                    PDFPage(width: width, height: MarkupScanner.number("height", in: attributes) ?? 0, lines: []))
            case .open("line", _):
                if !pages.isEmpty { pages[pages.count - 1].lines.append([]) }
            case .open("word", let attributes):
                box = Self.box(attributes)
                text = ""
            case .text(let bytes):
                if box != nil { text += MarkupScanner.decoded(bytes) }
            case .close("word"):
                if let place = box { append(text, place) }
                box = nil
                count += 1
                if count >= Self.mostWords { return }
            default: break
            }
        }
    }

    private mutating func append(_ text: String, _ box: PDFBox) {
        guard !pages.isEmpty else { return }
        let clean = String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F }))
        guard !clean.isEmpty else { return }
        let page = pages.count - 1
        if pages[page].lines.isEmpty { pages[page].lines.append([]) }
        pages[page].lines[pages[page].lines.count - 1].append(PDFWord(text: clean, box: box))
    }

    private static func box(_ attributes: ArraySlice<UInt8>) -> PDFBox? {
        guard let left = MarkupScanner.number("xMin", in: attributes),
            let top = MarkupScanner.number("yMin", in: attributes),
            let right = MarkupScanner.number("xMax", in: attributes),
            let bottom = MarkupScanner.number("yMax", in: attributes), abs(left) < 1e6, abs(right) < 1e6,
            abs(top) < 1e6, abs(bottom) < 1e6
        else { return nil }
        return PDFBox(left: min(left, right), top: min(top, bottom), right: max(left, right), bottom: max(top, bottom))
    }
}
