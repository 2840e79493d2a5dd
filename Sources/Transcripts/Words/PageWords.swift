/// What stands beside numbers, from `pages.tsv`.
enum PageWords {
    /// What a word is; the raw values stand in the file.
    enum Kind: String, CaseIterable {
        case pagePrefix, pageSuffix, pageReference, pageUnit, chapterUnit, counted, counting
    }

    static let table = WordTable<Kind>(PackageResources.pages_tsv)

    /// What stands before the number of a page, the longer first.
    static let prefixes = spaced(.pagePrefix)
    /// What stands after it.
    static let suffixes = spaced(.pageSuffix)
    /// What stands before the page of something that is referred to.
    static let references = Set(table[.pageReference])
    /// What stands after it.
    static let units = SuffixSet(table[.pageUnit])
    /// What stands after the numbers of chapters and sections.
    static let chapterUnits = table.scalars(.chapterUnit)
    /// Words after which a number counts something else than pages, in small letters.
    static let counted = Set(table[.counted])
    /// What stands beside numbers that count something within text.
    static let counting = table.scalars(.counting)

    private static func spaced(_ kind: Kind) -> [String] {
        table[kind].map { String($0.map { $0 == "_" ? " " : $0 }) }
    }
}
