import KoreanText

/// What the last marks of a line say about the sentence.
enum Punctuation {
    /// Whether a row ends as a sentence does: a full stop, question or exclamation mark, closing quotes after it or not.
    static func endsSentence(_ manuscript: Manuscript, _ row: Int) -> Bool {
        manuscript.rows[row].endsSentence
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
