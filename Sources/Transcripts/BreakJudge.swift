import KoreanText

/// Judges breaks of one text by the spacing of that text.
struct BreakJudge {
    /// How many scalars on each side of a break are looked at.
    static let reach = 24

    private var scorer = EojeolScorer()

    init(_ manuscript: Manuscript, _ texts: [Int]) {
        var learnt = 0
        for row in texts {
            let scalars = Array(manuscript.text(row).unicodeScalars)
            scorer.learn(scalars)
            learnt += scalars.count
            if learnt > EojeolScorer.mostLearnt { break }
        }
    }

    /// Whether the spacing of Korean tells anything about the break between two rows.
    static func canJudge(_ manuscript: Manuscript, _ row: Int, _ next: Int) -> Bool {
        guard let last = manuscript.lastScalars(row, 1).first, let first = manuscript.firstScalar(next) else {
            return false
        }
        return Hangul.isSyllable(last) && Hangul.isSyllable(first)
    }

    /// Whether the break between two rows falls inside a word.
    func isInsideWord(_ manuscript: Manuscript, _ row: Int, _ next: Int) -> Bool {
        var left = manuscript.lastScalars(row, Self.reach)
        left.reverse()
        return scorer.score(left: left, right: manuscript.firstScalars(next, Self.reach)) > 0
    }
}
