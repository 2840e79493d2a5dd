/// The blocks of code of a Markdown text.
///
/// A fence that nothing closes begins none, and what holds most of a text is its text, fenced or not.
struct MarkdownCode {
    /// The rows of fences.
    private(set) var fences: Set<Int> = []
    /// The rows between them.
    private(set) var rows: Set<Int> = []

    /// The share of a text's lines beyond which a fenced block is the text itself.
    static let mostShare = 0.5

    init(_ manuscript: Manuscript, _ range: Range<Int>) {
        let texts = range.count { !manuscript.rows[$0].isBlank }
        var open: (row: Int, mark: Character, hasInfo: Bool)?
        for row in range {
            guard let first = manuscript.firstScalar(row), first == "`" || first == "~" else { continue }
            let line = MarkdownLine(manuscript.text(row))
            guard let fence = line.fence else { continue }
            fences.insert(row)
            guard let start = open else {
                open = (row, fence.mark, fence.hasInfo)
                continue
            }
            guard fence.mark == start.mark else { continue }
            if fence.hasInfo {
                // A bare fence before one that opens a block closed nothing and opens nothing.
                if !start.hasInfo { open = (row, fence.mark, true) }
                continue
            }
            open = nil
            let inside = (start.row + 1)..<row
            guard Double(inside.count { !manuscript.rows[$0].isBlank }) <= Double(texts) * Self.mostShare else {
                continue
            }
            rows.formUnion(inside)
        }
    }
}
