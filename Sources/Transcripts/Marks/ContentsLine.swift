import KoreanText

/// A line of a table of contents: leaders and a page number at its end (`발제 1 도시와 문화 ······ 9`).
enum ContentsLine {
    /// How many dots lead to a page number at least.
    static let leastLeaders = 4

    private static let leaders: ScalarSet = ".·…‥∙⋅・･ㆍ"

    /// The most digits of the page at its end.
    static let mostDigits = 4

    /// Whether a row is one.
    static func isOne(_ manuscript: Manuscript, _ row: Int) -> Bool {
        let range = manuscript.rows[row].clean
        var index = range.upperBound
        while index > range.lowerBound, (0x30...0x39).contains(manuscript.clean[index - 1]) { index -= 1 }
        guard index < range.upperBound, range.upperBound - index <= mostDigits else { return false }
        var count = 0
        while index > range.lowerBound {
            let (scalar, start) = manuscript.clean.scalar(endingAt: index, after: range.lowerBound)
            guard scalar == " " || leaders.contains(scalar) else { break }
            // One sign stands for two or three dots.
            if scalar != " " { count += scalar == "…" ? 3 : scalar == "‥" ? 2 : 1 }
            index = start
        }
        return count >= leastLeaders
    }
}
