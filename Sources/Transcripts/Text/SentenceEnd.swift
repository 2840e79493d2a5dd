import KoreanText

/// Where the last marks of a clean line end a sentence.
enum SentenceEnd {
    /// Whether a clean line ends as a sentence does.
    static func isOne(_ clean: [UInt8], _ range: Range<Int>) -> Bool {
        var end = beforeNoteMark(clean, range)
        for _ in 0..<4 {
            guard end > range.lowerBound else { return false }
            let (scalar, start) = clean.scalar(endingAt: end, after: range.lowerBound)
            switch scalar {
            case ".", "?", "!", "。", "？", "！", "؟", "۔", "।", "…": return true
            case "\"", "'", "”", "’", "」", "』", ")", "]", "》", "〉": end = start
            default: return false
            }
        }
        return false
    }

    /// Where a clean line ends without the mark of a footnote right after its full stop or closing quote (`않는다.2)`, `않는다.2`).
    private static func beforeNoteMark(_ clean: [UInt8], _ range: Range<Int>) -> Int {
        guard range.count > 6 else { return range.upperBound }
        let last = clean[range.upperBound - 1]
        let isClosed = last == 0x29
        guard isClosed || (0x30...0x39).contains(last) else { return range.upperBound }
        let close = isClosed ? range.upperBound - 1 : range.upperBound
        var end = close
        while end > close - 3, (0x30...0x39).contains(clean[end - 1]) { end -= 1 }
        guard end < close, isClosed || end > close - 3 else { return range.upperBound }
        let (mark, start) = clean.scalar(endingAt: end, after: range.lowerBound)
        switch mark {
        case "”", "’", "」", "』": return end
        case ".", "?", "!":
            guard start > range.lowerBound else { return range.upperBound }
            // `3.2)` is a number, `Art.2` no sentence.
            if isClosed { return (0x30...0x39).contains(clean[start - 1]) ? range.upperBound : end }
            return isBehindWord(clean, start, range) ? end : range.upperBound
        default: return range.upperBound
        }
    }

    /// The shortest Latin word that a full stop ends a sentence behind, and no abbreviation (`vol.`, `Art.`).
    private static let leastSentenceWord = 5

    /// Whether a word that is no abbreviation ends at a place, or a quotation.
    static func isBehindWord(_ clean: [UInt8], _ end: Int, _ range: Range<Int>) -> Bool {
        guard end > range.lowerBound else { return false }
        let (scalar, _) = clean.scalar(endingAt: end, after: range.lowerBound)
        if Hangul.isSyllable(scalar) || "”’」』)".unicodeScalars.contains(scalar) { return true }
        return wordLength(clean, endingAt: end, range) >= leastSentenceWord
    }

    /// How many small Latin letters end at a place.
    static func wordLength(_ clean: [UInt8], endingAt end: Int, _ range: Range<Int>) -> Int {
        var start = end
        // Longer words are not told apart.
        while start > max(range.lowerBound, end - leastSentenceWord), (0x61...0x7A).contains(clean[start - 1]) {
            start -= 1
        }
        return end - start
    }
}
