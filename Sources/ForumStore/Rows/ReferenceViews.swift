import Proceedings
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

    /// The talk's identifier.
    public let id: TextColumn
    /// The kind of programme item.
    public let kind: TextColumn
    /// The item's label as printed, without its number.
    public let kindLabel: TextColumn
    /// The item's printed number.
    public let ordinal: Int?
    /// The title, where one is printed.
    public let title: TextColumn

    init(statement: Statement, first: Int) {
        id = TextColumn(statement, first)
        kind = TextColumn(statement, first + 1)
        kindLabel = TextColumn(statement, first + 2)
        ordinal = statement.optionalInt(at: first + 3)
        title = TextColumn(statement, first + 4)
    }

    init(_ rows: inout PackedRowsReader) {
        id = rows.column()
        kind = rows.column()
        kindLabel = rows.column()
        ordinal = rows.optionalInt()
        title = rows.column()
    }
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

    /// The organization.
    public let organization: TextColumn
    /// The part of the organization, where one is printed.
    public let department: TextColumn
    /// The affiliation as printed, without the role.
    public let text: TextColumn
    /// The whole printed line, role included.
    public let printed: TextColumn

    /// Whether nothing is printed.
    public var isNull: Bool { organization.isNull }

    init(statement: Statement, first: Int) {
        organization = TextColumn(statement, first)
        department = TextColumn(statement, first + 1)
        text = TextColumn(statement, first + 2)
        printed = TextColumn(statement, first + 3)
    }

    fileprivate init(_ rows: inout PackedRowsReader) {
        organization = rows.column()
        department = rows.column()
        text = rows.column()
        printed = rows.column()
    }
}

/// A person's part in a programme item, as printed there.
public struct ParticipationView {
    static let columns =
        "pa.role, pa.name, pa.printed_name, pa.role_title, pa.name_line, pa.affiliation_line, \(AffiliationView.columns)"
    static let width = 6 + AffiliationView.width

    /// What the person does in the item.
    public let role: TextColumn
    /// The name closed up.
    public let name: TextColumn
    /// The name exactly as printed.
    public let printedName: TextColumn
    /// The person's office as printed.
    public let roleTitle: TextColumn
    /// The source line of the name.
    public let nameLine: Int?
    /// The source line of the affiliation.
    public let affiliationLine: Int?
    /// Where the person is from.
    public let affiliation: AffiliationView

    init(statement: Statement, first: Int) {
        role = TextColumn(statement, first)
        name = TextColumn(statement, first + 1)
        printedName = TextColumn(statement, first + 2)
        roleTitle = TextColumn(statement, first + 3)
        nameLine = statement.optionalInt(at: first + 4)
        affiliationLine = statement.optionalInt(at: first + 5)
        affiliation = AffiliationView(statement: statement, first: first + 6)
    }

    init(_ rows: inout PackedRowsReader) {
        role = rows.column()
        name = rows.column()
        printedName = rows.column()
        roleTitle = rows.column()
        nameLine = rows.optionalInt()
        affiliationLine = rows.optionalInt()
        affiliation = AffiliationView(&rows)
    }
}

extension Participation {
    /// Appends what ``ParticipationView`` reads.
    func pack(into rows: inout PackedRowsWriter) {
        rows.append(role.rawValue)
        rows.append(name)
        rows.append(printedName)
        rows.append(roleTitle)
        rows.append(optional: nameLine)
        rows.append(optional: affiliationLine)
        rows.append(affiliation?.organization)
        rows.append(affiliation?.department)
        rows.append(affiliation?.text)
        rows.append(affiliation?.printed)
    }
}
