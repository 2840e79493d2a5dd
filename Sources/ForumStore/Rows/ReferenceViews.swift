import Proceedings
import SQLite

/// An event, as another row refers to it.
public struct EventReferenceView {
    static let columns = "e.id, e.name, e.label"
    static let selection = RowSelection(owner: "e.key", columns: columns, tables: "events e")
    static let selectionByTalk = RowSelection(
        owner: "t.key", columns: columns, tables: "talks t CROSS JOIN events e ON e.key = t.event")

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
    static let selection = RowSelection(owner: "t.key", columns: columns, tables: "talks t")

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

    init(_ row: inout some RowReader) {
        id = row.column()
        kind = row.column()
        kindLabel = row.column()
        ordinal = row.optionalInt()
        title = row.column()
    }

    init(statement: Statement, first: Int) {
        var row = ColumnReader(statement, from: first)
        self.init(&row)
    }
}

/// A person, as another row refers to them; every column is absent where there is nobody.
public struct PanelistReferenceView {
    static let columns = "pn.id, pn.name, pn.kind"
    static let selection = RowSelection(owner: "pn.key", columns: columns, tables: "panelists pn")

    let statement: Statement
    let first: Int

    /// The person's identifier.
    public var id: TextColumn { TextColumn(statement, first) }
    /// The name.
    public var name: TextColumn { TextColumn(statement, first + 1) }
    /// Whether it is a person, or an office or numbered speaker of one event.
    public var kind: TextColumn { TextColumn(statement, first + 2) }
}

/// A topic, as another row refers to it; every column is absent where there is none.
public struct TopicReferenceView {
    static let columns = "tp.id, tp.name"
    static let selection = RowSelection(owner: "tp.key", columns: columns, tables: "topics tp")

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
    static let selection = RowSelection(owner: "s.key", columns: columns, tables: "sections s")

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
    static let selection = RowSelection(owner: "so.key", columns: columns, tables: "sources so")

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

    fileprivate init(_ row: inout some RowReader) {
        organization = row.column()
        department = row.column()
        text = row.column()
        printed = row.column()
    }
}

/// A person's part in a programme item, as printed there.
public struct ParticipationView {
    static let columns =
        "pa.role, pa.name, pa.printed_name, pa.role_title, pa.name_line, pa.affiliation_line, \(AffiliationView.columns)"

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

    init(_ row: inout some RowReader) {
        role = row.column()
        name = row.column()
        printedName = row.column()
        roleTitle = row.column()
        nameLine = row.optionalInt()
        affiliationLine = row.optionalInt()
        affiliation = AffiliationView(&row)
    }

    init(statement: Statement, first: Int) {
        var row = ColumnReader(statement, from: first)
        self.init(&row)
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
