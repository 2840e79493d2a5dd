import KoreanText

/// What single rows of a text are.
extension BlockReader {
    /// Whether a sentence ends within the rest of a row, as in prose and in no heading.
    func containsSentence(_ row: Int, from start: Int) -> Bool {
        var last: Unicode.Scalar = " "
        var beforeLast: Unicode.Scalar = " "
        let text = layout.manuscript.clean[start..<layout.manuscript.rows[row].clean.upperBound]
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            if scalar == " ", last == ".", Hangul.isSyllable(beforeLast) { return true }
            beforeLast = last
            last = scalar
        }
        return last == "." && Hangul.isSyllable(beforeLast)
    }

    func isTableRow(_ row: Int) -> Bool {
        if turns.byRow[row] != nil { return false }
        let line = layout.manuscript.rows[row]
        if line.wideGaps > 0, !layout.endsSentence(row) { return true }
        let bytes = layout.manuscript.clean[line.clean]
        return bytes.first == 0x7C && bytes.last == 0x7C && bytes.count > 2
    }
}
