/// Says what it means that other marks stand between the same two words.
enum MarkChange {
    /// What differs in the marks between two words, and how much it matters; `nil` where nothing does.
    ///
    /// - Parameter areNumbers: Whether a digit stands on both sides, where a mark is a range, a sign or a point.
    static func kind(
        _ given: String, _ printed: String, areNumbers: Bool
    ) -> (kind: Difference.Kind, severity: Difference.Severity?)? {
        guard given != printed else { return nil }
        let (left, right) = (folded(given), folded(printed))
        if left == right {
            let closed = [given, printed].map { $0.filter { $0 != " " } }
            return closed[0] == closed[1]
                ? (.spacing, nil) : (isQuoting(given + printed) ? .quotationMarks : .punctuation, nil)
        }
        if areNumbers, left.filter({ $0 != "," }) != right.filter({ $0 != "," }) { return (.number, nil) }
        if left.contains("?") != right.contains("?") { return (.punctuation, .altered) }
        let bare = [left, right].map { $0.filter { $0 != "\"" } }
        if bare[0] == bare[1] { return (.quotationMarks, nil) }
        if [left, right].contains("-"), [left, right].contains("") { return (.hyphenation, nil) }
        return (.punctuation, nil)
    }

    /// The marks without spaces, every kind of one mark as one.
    static func folded(_ marks: String) -> String {
        var folded = ""
        for scalar in marks.unicodeScalars {
            switch WordReader.narrow(scalar) {
            case " ", "*", "_": continue
            case "‘", "’", "‚", "‛", "“", "”", "„", "‟", "′", "″", "´", "«", "»", "‹", "›", "〈", "〉", "《", "》", "「",
                "」", "『", "』",
                "〝", "〞", "〟", "｢", "｣", "'", "`", "\"":
                folded.append("\"")
            case "•", "‧", "∙", "⋅", "・", "･", "ㆍ", "ᆞ", "·": folded.append("·")
            case "‥", "⋯", "…": folded.append("...")
            case "‐", "‑", "‒", "–", "—", "―", "−", "─", "-": folded.append("-")
            case "∼", "〜", "~": folded.append("~")
            case let other: folded.unicodeScalars.append(other)
            }
        }
        return folded
    }

    private static func isQuoting(_ marks: String) -> Bool { folded(marks).contains("\"") }
}
