import KoreanText

/// What the last marks of a line say about the sentence.
enum Punctuation {
    /// Whether a row ends as a sentence does: a full stop, question or exclamation mark, closing quotes after it or not.
    static func endsSentence(_ manuscript: Manuscript, _ row: Int) -> Bool {
        manuscript.rows[row].endsSentence
    }

    /// Whether a clean line ends as a sentence does.
    static func endsSentence(_ clean: [UInt8], _ range: Range<Int>) -> Bool {
        var end = range.upperBound
        for _ in 0..<4 {
            guard end > range.lowerBound else { return false }
            let (scalar, start) = clean.scalar(endingAt: end, after: range.lowerBound)
            switch scalar {
            case ".", "?", "!", "。", "？", "！": return true
            case "\"", "'", "”", "’", "」", "』", ")", "]", "》", "〉": end = start
            default: return false
            }
        }
        return false
    }

    /// Whether a row ends in a colon, as before a list.
    static func announces(_ manuscript: Manuscript, _ row: Int) -> Bool {
        manuscript.lastScalars(row, 1).first.map { $0 == ":" || $0 == "：" } ?? false
    }

    private static let openingMarks: ScalarSet = ",，、･·ㆍ~(（[‘“「『《〈/"

    /// Whether a row ends in a mark that needs something after it.
    static func expectsMore(_ manuscript: Manuscript, _ row: Int) -> Bool {
        guard let last = manuscript.lastScalar(row) else { return false }
        return openingMarks.contains(last)
    }
}
