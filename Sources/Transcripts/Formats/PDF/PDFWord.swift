/// A word as it stands on a page.
struct PDFWord: Sendable {
    var text: String
    var box: PDFBox
    /// The size of its typeface, in points.
    var size: Double
    var isBold = false
    /// Whether a blank was set after it, as at the end of a line where a word ends.
    var endsInBlank = false

    /// Whether the next word of the line follows at once: a call stood between that was taken out.
    var joinsNext = false

    /// How many signs it has.
    var length: Int { text.unicodeScalars.count }

    /// The height of a box in sizes of its typeface, where no typeface is known.
    static let sizesPerHeight = 0.87

    init(text: String, box: PDFBox, size: Double? = nil) {
        self.text = text
        self.box = box
        self.size = size ?? box.height * Self.sizesPerHeight
    }
}
