/// The rows that are read by the key of their owner: what a row of a list consists of, and its children.
///
/// Every statement's first column is the owner's key, by which its rows are ordered; its parameters are the first and the
/// last owner wanted.
enum RowSet: Int, CaseIterable {
    case events, talks, panelists, topics, passages, sources, corrections
    case organizers, appearances, labels, aliases, topicTalks, sections, mentions, passageLines, lineClasses
    case talkReferences, eventReferences, eventsOfTalks, panelistReferences, sectionReferences, topicReferences
    case sourceReferences

    /// Whose rows they are, and how many an owner has.
    private enum Role {
        /// The one row of a thing of a list.
        case item
        /// The rows that belong to a thing.
        case children
        /// The one row of a thing that others refer to.
        case referredTo
    }

    private var role: Role {
        switch self {
        case .events, .talks, .panelists, .topics, .passages, .sources, .corrections: .item
        case .organizers, .appearances, .labels, .aliases, .topicTalks, .sections, .mentions, .passageLines,
            .lineClasses:
            .children
        case .talkReferences, .eventReferences, .eventsOfTalks, .panelistReferences, .sectionReferences,
            .topicReferences,
            .sourceReferences:
            .referredTo
        }
    }

    /// Whether an owner has one row.
    var isSingle: Bool { role != .children }

    /// Whether the rows are those of things that others refer to: of anything anywhere, and so one alone is read.
    var isReferredTo: Bool { role == .referredTo }

    /// The text of the statement, made once.
    var sql: String { Self.texts[rawValue] }

    /// Whether the rows are those of things that identifiers name.
    private var isNamed: Bool { role == .item && self != .corrections }

    /// The text of the statement that finds the row of an identifier; empty where none names one.
    var namedSQL: String { Self.namedTexts[rawValue] }

    /// The text of the statement that finds the row of a key, likewise.
    var keyedSQL: String { Self.keyedTexts[rawValue] }

    private static let texts = allCases.map { $0.selection.owned }
    private static let namedTexts = allCases.map { $0.isNamed ? $0.selection.finding("id") : "" }
    private static let keyedTexts = allCases.map { $0.isNamed ? $0.selection.finding("key") : "" }

    private var selection: RowSelection {
        switch self {
        case .events: EventRow.selection
        case .talks: TalkRow.selection
        case .panelists: PanelistRow.selection
        case .topics: TopicRow.selection
        case .passages: PassageRow.selection
        case .sources: SourceRow.selection
        case .corrections: CorrectionRow.selection
        case .organizers: EventRow.organizers
        case .appearances: AppearanceRow.selection
        case .labels: TopicRow.labels
        case .aliases: TopicRow.aliases
        case .topicTalks: TopicTalkRow.selection
        case .sections: SectionRow.selection
        case .mentions: MentionRow.selection
        case .passageLines: PassageRow.printedLines
        case .lineClasses: LineClassRow.selection
        case .talkReferences: TalkReferenceView.selection
        case .eventReferences: EventReferenceView.selection
        case .eventsOfTalks: EventReferenceView.selectionByTalk
        case .panelistReferences: PanelistReferenceView.selection
        case .sectionReferences: SectionReferenceView.selection
        case .topicReferences: TopicReferenceView.selection
        case .sourceReferences: SourceReferenceView.selection
        }
    }
}

/// A query for the rows of owners, in the order of the owners' keys.
struct RowSelection: Sendable {
    /// The column of the owner's key, which is the first that is read.
    let owner: String
    /// The other columns.
    let columns: String
    /// The tables.
    let tables: String
    /// What must hold beside the owner.
    var condition = ""
    /// By what the rows of one owner are ordered.
    var order = ""

    /// The statement that reads the rows of owners between two keys.
    var owned: String {
        let condition = condition.isEmpty ? "" : " AND \(condition)"
        let order = order.isEmpty ? "" : ", \(order)"
        return
            "SELECT \(owner), \(columns) FROM \(tables) WHERE \(owner) BETWEEN ? AND ?\(condition) ORDER BY \(owner)\(order)"
    }

    /// The statement that reads the row in which a column of the owner's own table has a value.
    func finding(_ column: String) -> String {
        let alias = owner.prefix { $0 != "." }
        return "SELECT \(owner), \(columns) FROM \(tables) WHERE \(alias).\(column) = ?"
    }
}
