/// Writes the lines of pages as a text, and beside it what is known of each line.
struct TextComposer {
    private(set) var text = ""
    private(set) var hints = LayoutHints(lines: [])
    private var isPageStart = true

    /// How many lines are written.
    var lineCount: Int { hints.lines.count }

    /// Writes a line; a blank follows where a word ends and its block goes on.
    mutating func write(_ line: String, _ role: LayoutHints.Role, _ end: LayoutHints.End) {
        text += end == .space || end == .open ? line + " \n" : line + "\n"
        hints.lines.append(LayoutHints.Line(role, end))
        isPageStart = false
    }

    /// Writes a blank line, though not at the head of a page.
    mutating func part() {
        guard !isPageStart else { return }
        text += "\n"
        hints.lines.append(LayoutHints.Line())
        isPageStart = true
    }

    /// Ends a page: a form feed stands before the first line of the next.
    mutating func endPage() {
        text += "\u{0C}"
        isPageStart = true
    }

    /// Ends the text: a page without a line leaves a line that has nothing but its form feed.
    mutating func finish() {
        guard text.utf8.last == 0x0C else { return }
        text += "\n"
        hints.lines.append(LayoutHints.Line())
    }

    /// Writes running heads or feet, and page numbers.
    mutating func write(furniture lines: [PDFLine], _ spacing: WordSpacing) {
        for line in lines {
            let text = spacing.text(line)
            if let (number, _) = PageFurniture.pageNumber(text) {
                write(text, .pageNumber(number), .end)
            } else {
                write(text, .header(number: Self.number(beside: text)), .end)
            }
        }
    }

    /// The number that begins or ends a running head.
    private static func number(beside text: String) -> String? {
        let words = text.split(separator: " ")
        let isNumber = { (word: Substring) in
            word.utf8.count <= 4 && word.utf8.allSatisfy { (0x30...0x39).contains($0) }
        }
        if let last = words.last, words.count > 1, isNumber(last) { return String(last) }
        if let first = words.first, words.count > 1, isNumber(first) { return String(first) }
        return nil
    }
}
