/// How sentences, notes and lines end, from `sentences.tsv`.
enum SentenceWords {
    /// What a word is; the raw values stand in the file.
    enum Kind: String, CaseIterable {
        case politeEnd, statementEnd, itemEnd, openEnd, nounBeforeParticle, sentenceEnd, brokenEnd, beforeBracket
    }

    static let table = WordTable<Kind>(PackageResources.sentences_tsv)

    /// What sentences that are spoken politely end in, often without a full stop.
    static let politeEnds = SuffixSet(table[.politeEnd])
    /// What statements end in, and no heading.
    static let statementEnds = SuffixSet(table[.statementEnd])
    /// What recommendations and notes end in that are no sentences (`도입할 것`, `필요함`).
    static let itemEnds = table.scalars(.itemEnd)
    /// Words, and what words end in, that something must follow.
    static let openEnds = SuffixSet(table[.openEnd])
    /// What stands before `의` in nouns (`회의`, `합의`), and before the particle as well.
    static let nounsBeforeParticle = table.scalars(.nounBeforeParticle)
    /// What words of a sentence end in, and names of organizations and offices hardly ever.
    static let sentenceEnds = table.scalars(.sentenceEnd)
    /// What words end in at which lines are broken between words.
    static let brokenEnds = table.scalars(.brokenEnd)
    /// What ends a word behind which a bracket begins another: particles and the ends of verbs.
    static let beforeBrackets = table.scalars(.beforeBracket)
}
