import Proceedings

/// The text of a PDF, read from the places of its words.
public struct PDFReading: Sendable {
    /// UTF-8: a line for each printed line of a column in reading order, a form feed after each page but the last.
    public var text: [UInt8]
    /// What the places tell of each line.
    public var hints: LayoutHints
    /// What was doubtful, by page and line.
    public var diagnostics: [Diagnostic]
    /// How many pages the PDF has.
    public var pageCount: Int

    /// Whether the PDF has no text layer: it holds pictures of pages, or nothing.
    public var isEmpty: Bool { !text.contains { $0 > 0x20 } }

    /// Reads what Poppler says of a PDF.
    ///
    /// - Parameters:
    ///   - boxes: The output of `pdftotext -bbox-layout`.
    ///   - fonts: The output of `pdftohtml -xml -i -hidden -noroundcoord -zoom 3`, or `nil` where it was refused.
    public init(boxes: [UInt8], fonts: [UInt8]?) {
        var geometry = PDFGeometry(boxes: boxes, fonts: fonts)
        geometry.compose()
        text = Array(geometry.composer.text.utf8)
        hints = geometry.composer.hints
        diagnostics = geometry.diagnostics
        pageCount = geometry.pages.count
    }
}
