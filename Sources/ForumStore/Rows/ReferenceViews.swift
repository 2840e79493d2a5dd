import SQLite

/// An event, as another row refers to it.
public struct EventReferenceView {
    static let columns = "e.id, e.name, e.label"
    static let width = 3

    let statement: Statement
    let first: Int

    /// The event's identifier.
    public var id: TextColumn { TextColumn(statement, first) }
    /// The event's name, where one is known.
    public var name: TextColumn { TextColumn(statement, first + 1) }
    /// The kind of event as printed before its name, where one is.
    public var label: TextColumn { TextColumn(statement, first + 2) }
}

/// A talk, as another row refers to it.
public struct TalkReferenceView {
    static let columns = "t.id, t.kind, t.kind_label, t.ordinal, t.title"
    static let width = 5

    let statement: Statement
    let first: Int

    /// The talk's identifier.
    public var id: TextColumn { TextColumn(statement, first) }
    /// The kind of programme item.
    public var kind: TextColumn { TextColumn(statement, first + 1) }
    /// The item's label as printed, without its number.
    public var kindLabel: TextColumn { TextColumn(statement, first + 2) }
    /// The item's printed number.
    public var ordinal: Int? { statement.optionalInt(at: first + 3) }
    /// The title, where one is printed.
    public var title: TextColumn { TextColumn(statement, first + 4) }
}

/// A person, as another row refers to them; every column is absent where there is nobody.
public struct PanelistReferenceView {
    static let columns = "pn.id, pn.name"
    static let width = 2

    let statement: Statement
    let first: Int

    /// The person's identifier.
    public var id: TextColumn { TextColumn(statement, first) }
    /// The name.
    public var name: TextColumn { TextColumn(statement, first + 1) }
}

/// A topic, as another row refers to it; every column is absent where there is none.
public struct TopicReferenceView {
    static let columns = "tp.id, tp.name"
    static let width = 2

    let statement: Statement
    let first: Int

    /// The topic's identifier.
    public var id: TextColumn { TextColumn(statement, first) }
    /// The preferred label: Korean, else English, else the first by its language tag, else the identifier.
    public var name: TextColumn { TextColumn(statement, first + 1) }
}

/// A section, as another row refers to it; every column is absent where there is none.
public struct SectionReferenceView {
    static let columns = "s.id, s.number_label, s.title"
    static let width = 3

    let statement: Statement
    let first: Int

    /// The section's identifier.
    public var id: TextColumn { TextColumn(statement, first) }
    /// The number or sign before the title, where one is printed.
    public var numberLabel: TextColumn { TextColumn(statement, first + 1) }
    /// The heading without its number or sign.
    public var title: TextColumn { TextColumn(statement, first + 2) }
}

/// A source, as another row refers to it.
public struct SourceReferenceView {
    static let columns = "so.id, so.name"

    let statement: Statement
    let first: Int

    /// The source's identifier.
    public var id: TextColumn { TextColumn(statement, first) }
    /// The file name within the event's folder.
    public var name: TextColumn { TextColumn(statement, first + 1) }
}

/// Where a person is from; every column is absent where nothing is printed.
public struct AffiliationView {
    static let columns = "o.name, pa.department, pa.affiliation, pa.affiliation_printed"
    static let width = 4

    let statement: Statement
    let first: Int

    /// Whether nothing is printed.
    public var isNull: Bool { organization.isNull }
    /// The organization.
    public var organization: TextColumn { TextColumn(statement, first) }
    /// The part of the organization, where one is printed.
    public var department: TextColumn { TextColumn(statement, first + 1) }
    /// The affiliation as printed, without the role.
    public var text: TextColumn { TextColumn(statement, first + 2) }
    /// The whole printed line, role included.
    public var printed: TextColumn { TextColumn(statement, first + 3) }
}

/// A person's part in a programme item, as printed there.
public struct ParticipationView {
    static let columns =
        "pa.role, pa.name, pa.printed_name, pa.role_title, pa.name_line, pa.affiliation_line, \(AffiliationView.columns)"
    static let width = 6 + AffiliationView.width

    let statement: Statement
    let first: Int

    /// What the person does in the item.
    public var role: TextColumn { TextColumn(statement, first) }
    /// The name closed up.
    public var name: TextColumn { TextColumn(statement, first + 1) }
    /// The name exactly as printed.
    public var printedName: TextColumn { TextColumn(statement, first + 2) }
    /// The person's office as printed.
    public var roleTitle: TextColumn { TextColumn(statement, first + 3) }
    /// The source line of the name.
    public var nameLine: Int? { statement.optionalInt(at: first + 4) }
    /// The source line of the affiliation.
    public var affiliationLine: Int? { statement.optionalInt(at: first + 5) }
    /// Where the person is from.
    public var affiliation: AffiliationView { AffiliationView(statement: statement, first: first + 6) }
}
