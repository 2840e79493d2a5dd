import Proceedings

/// What people do in an event and what its items are called, from `roles.tsv`: a word's meaning as label, as part, in turns and as field.
struct RoleWords: Sendable {
    /// A line of the file.
    struct Row: Sendable {
        let language: String
        /// What kind of item the words announce.
        let label: TalkKind?
        /// What kind longer words announce that end in these, with a number after them.
        let labelEnd: TalkKind?
        /// Whether the words announce what somebody states, whose name follows.
        let isStatement: Bool
        /// What somebody does whom the words stand before.
        let part: TalkKind?
        let turns: [TurnWords.Kind]
        let field: FieldWords.Kind?
        let words: [String]

        /// Reads the columns of a line; `nil` where one is not known.
        init?(_ columns: [String]) {
            guard columns.count == 6 else { return nil }
            language = columns[0]
            isStatement = columns[1] == "statement"
            let name = columns[1].filter { $0 != "*" }
            let kind = isStatement ? .address : TalkKind(rawValue: name)
            label = columns[1].hasPrefix("*") ? nil : kind
            labelEnd = columns[1].contains("*") ? kind : nil
            part = TalkKind(rawValue: columns[2])
            turns = columns[3].words.compactMap { TurnWords.Kind(rawValue: String($0)) }
            field = FieldWords.Kind(rawValue: columns[4])
            words = WordLines.words(columns[5])
            guard kind != nil || columns[1] == "-", part != nil || columns[2] == "-",
                field != nil || columns[4] == "-",
                columns[3] == "-" || turns.count == columns[3].words.count
            else { return nil }
        }
    }

    static let embedded = RoleWords(PackageResources.roles_tsv)

    let rows: [Row]
    /// What somebody is called who has a part, in small letters; a name may follow without a mark.
    private let parts: [String: TalkKind]
    /// What ends the words of labels that no row has.
    let labelEnds: [String: TalkKind]
    /// The keys of front matter that name people by their parts.
    let fields: [String: FieldWords.Kind]
    /// What the witnesses of a hearing are announced with.
    let statements: Set<String>

    init(_ bytes: [UInt8]) {
        rows = WordLines.columns(bytes).compactMap(Row.init)
        var parts: [String: TalkKind] = [:]
        var labelEnds: [String: TalkKind] = [:]
        var fields: [String: FieldWords.Kind] = [:]
        var statements: Set<String> = []
        for row in rows {
            for word in row.words {
                if let part = row.part { parts[word] = part }
                if let end = row.labelEnd { labelEnds[word] = end }
                if let field = row.field { fields[word] = field }
                if row.isStatement { statements.insert(word) }
            }
        }
        (self.parts, self.labelEnds, self.fields, self.statements) = (parts, labelEnds, fields, statements)
    }

    /// The part that a word says somebody has.
    func part(of word: String) -> TalkKind? { parts[word.lowercased()] }

    /// The keywords of labels by their first scalar, without spaces; where one begins another, the longer stands first.
    static let labels: [Unicode.Scalar: [(word: [Unicode.Scalar], kind: TalkKind)]] = {
        let all = embedded.rows.flatMap { row in
            row.words.compactMap { word in
                row.label.map { (word: word.unicodeScalars.filter { $0 != " " }, kind: $0) }
            }
        }
        let known = all.filter { !$0.word.isEmpty }.sorted { $0.word.count > $1.word.count }
        return Dictionary(grouping: known.map { (word: Array($0.word), kind: $0.kind) }) { $0.word.first ?? " " }
    }()
}
