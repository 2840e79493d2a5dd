/// What stands between a line of text and a later one.
struct LineGap {
    /// How many blank lines stand between.
    let blankLines: Int
    /// Whether a running header, a page number or a footnote stands between.
    let hasFurniture: Bool
    /// Whether a page ends between.
    let hasPageBreak: Bool

    /// Whether a page's end, or what is printed at one, stands between, so that the blank lines tell nothing.
    var isInterrupted: Bool { hasFurniture || hasPageBreak }

    init(_ manuscript: Manuscript, _ pagination: Pagination, _ row: Int, _ next: Int) {
        let between = row < next ? manuscript.rows[(row + 1)..<next] : []
        blankLines = between.count(where: \.isBlank)
        hasFurniture = blankLines < between.count
        hasPageBreak = row < next && pagination.pages[row] != pagination.pages[next]
    }
}
