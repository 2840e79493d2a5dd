/// What the writer of a record says between turns, from `records.tsv`.
enum RecordWords {
    /// What a word is; the raw values stand in the file.
    enum Kind: String, CaseIterable {
        case sitting, closed, paused, ending, halt, credit, examined, sworn
    }

    static let table = WordTable<Kind>(PackageResources.records_tsv)

    /// What a sitting is called.
    static let sittings = folded(.sitting)
    /// What says that it ended, and that it began, was interrupted or went on.
    static let closed = folded(.closed), paused = folded(.paused)
    /// What by itself ends a record, and what by itself says that it was interrupted or went on.
    static let endings = folded(.ending), halts = folded(.halt)
    /// What begins a line on who wrote the record.
    static let credits = table[.credit].map { TurnWords.folded($0) }
    /// Of what headings over the examination of a witness are made.
    static let examined = folded(.examined)
    /// What says that a witness comes or goes.
    static let sworn = folded(.sworn)

    private static func folded(_ kind: Kind) -> Set<String> { Set(table[kind].map { TurnWords.folded($0) }) }
}
