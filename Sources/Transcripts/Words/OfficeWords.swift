/// The words for what people are, from `offices.tsv`.
enum OfficeWords {
    /// What a word is; the raw values stand in the file.
    enum Kind: String, CaseIterable {
        case office, headOffice, turnOffice, officeEnd, researcher, qualifier, openEnd, noOfficeEnd, degree
    }

    static let table = WordTable<Kind>(PackageResources.offices_tsv)

    /// Whole words that are offices.
    static let offices = SuffixSet(table[.office, in: "ko"] + table[.headOffice, in: "ko"])
    /// What names an office in labels of turns.
    static let inTurns = table[.office] + table[.turnOffice]
    /// What offices end in.
    static let ends = SuffixSet(table[.officeEnd, in: "ko"])
    /// Words that are an office only behind a qualifier (`선임연구원`), and an organization else.
    static let researchers = SuffixSet(table[.researcher])
    /// What stands before an office and belongs to it.
    static let qualifiers = SuffixSet(table[.qualifier])
    /// What words for what people do end in: 장, 사, 관, 원, 자, 가, 인 and their like.
    static let openEnds = table.scalars(.openEnd)
    /// What ends in the same syllables and is a place, a house or a thing.
    static let noOfficeEnds = SuffixSet(table[.noOfficeEnd])
    /// Offices after names that stand with a degree.
    static let degrees = SuffixSet(table[.degree])
    /// English words that are offices, in small letters.
    static let english = Set(table[.office, in: "en"] + table[.headOffice, in: "en"])
    /// What words for what people do end in, of which the list of offices holds but the commonest.
    static let englishEnds = SuffixSet(table[.officeEnd, in: "en"])
}
