import KoreanText

/// What the last marks of a line say about the sentence.
enum Punctuation {
    /// Whether a row ends as a sentence does: a full stop, question or exclamation mark, closing quotes after it or not.
    static func endsSentence(_ manuscript: Manuscript, _ row: Int) -> Bool {
        manuscript.rows[row].endsSentence
    }

    /// Whether a clean line ends as a sentence does.
    static func endsSentence(_ clean: [UInt8], _ range: Range<Int>) -> Bool {
        var end = beforeNoteMark(clean, range)
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
            return endsWord(clean, start, range) ? end : range.upperBound
        default: return range.upperBound
        }
    }

    /// The shortest Latin word that a full stop ends a sentence behind, and no abbreviation (`vol.`, `Art.`).
    private static let leastSentenceWord = 5

    /// Whether a word that is no abbreviation ends at a place, or a quotation.
    static func endsWord(_ clean: [UInt8], _ end: Int, _ range: Range<Int>) -> Bool {
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

    /// Whether a row ends as the items of lists do.
    static func endsItem(_ manuscript: Manuscript, _ row: Int) -> Bool {
        guard let last = manuscript.lastScalar(row) else { return false }
        return SentenceWords.itemEnds.contains(last)
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

    /// Whether a row ends in a word that something must follow, as no heading and no item of a list does.
    static func leavesOpen(_ manuscript: Manuscript, _ row: Int) -> Bool {
        if expectsMore(manuscript, row) { return true }
        let last = manuscript.lastScalars(row, 3)
        guard last.count == 3, last.prefix(2).allSatisfy(Hangul.isSyllable) else { return false }
        switch last[0] {
        case "는", "며": return true
        // Particles, and not the end of a noun (`마을`), by whether the syllable before has a final consonant.
        case "을", "은": return (last[1].value - 0xAC00) % 28 != 0
        case "를": return (last[1].value - 0xAC00) % 28 == 0
        case "의": return !SentenceWords.nounsBeforeParticle.contains(last[1])
        default:
            return SentenceWords.openEnds.match(String(String.UnicodeScalarView(last.prefix(2).reversed())), atLeast: 0)
        }
    }
}
