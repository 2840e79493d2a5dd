import KoreanText

/// Judges breaks of one text by the spacing of that text.
struct BreakJudge {
    /// How many breaks at most tell whether Latin words are cut.
    private static let mostWeighed = 10_000

    private var scorer = EojeolScorer()

    /// Learns from a text.
    ///
    /// - Parameter isFull: Whether a row was broken for want of room.
    init(_ manuscript: Manuscript, _ texts: [Int], isFull: (Int) -> Bool) {
        let clean = manuscript.clean.span
        for row in texts {
            if scorer.hasLearntEnough { break }
            scorer.learn(clean.extracting(manuscript.rows[row].clean))
        }
        for (row, next) in zip(texts, texts.dropFirst()).prefix(Self.mostWeighed) where isFull(row) {
            let (left, right) = (manuscript.rows[row].clean, manuscript.rows[next].clean)
            scorer.learnBreak(left: clean.extracting(left), right: clean.extracting(right))
        }
    }

    /// Whether the spacing of Korean tells anything about the break between two rows.
    static func canJudge(_ manuscript: Manuscript, _ row: Int, _ next: Int) -> Bool {
        guard let last = manuscript.lastScalar(row), let first = manuscript.firstScalar(next) else { return false }
        return Hangul.isSyllable(last) && Hangul.isSyllable(first)
    }

    /// Whether the break between two rows falls inside a word.
    func isInsideWord(_ manuscript: Manuscript, _ row: Int, _ next: Int) -> Bool {
        let clean = manuscript.clean.span
        let (left, right) = (manuscript.rows[row].clean, manuscript.rows[next].clean)
        return scorer.score(left: clean.extracting(left), right: clean.extracting(right)) > 0
    }
}
