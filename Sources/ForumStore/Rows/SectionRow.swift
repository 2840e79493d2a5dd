import SQLite

/// A section of a talk.
public struct SectionRow {
    static let selection = RowSelection(
        owner: "s.talk",
        columns: "\(SectionReferenceView.columns), s.level, parent.id, s.first_line, s.last_line, s.passage_count",
        tables: "sections s LEFT JOIN sections parent ON parent.key = s.parent",
        order: "s.key")

    let statement: Statement

    /// The section's identifier, number and title.
    public var reference: SectionReferenceView { SectionReferenceView(statement: statement, first: 1) }
    /// 1 for a section of the talk itself, 2 for its children, and so on.
    public var level: Int { statement.int(at: 4) }
    /// The identifier of the section that this one is a part of.
    public var parentID: TextColumn { TextColumn(statement, 5) }
    /// The source lines of the heading.
    public var lines: ClosedRange<Int> { statement.range(at: 6, 7) ?? 0...0 }
    /// How many passages stand in it directly, its heading included.
    public var passageCount: Int { statement.int(at: 8) }
}
