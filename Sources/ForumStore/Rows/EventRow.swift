import SQLite

/// An event of a list.
public struct EventRow {
    static let selection = RowSelection(
        owner: "e.key",
        columns: """
            e.id, e.name, e.label, e.classification, e.start_date, e.end_date, e.location, e.language, \
            e.source_count, e.talk_count, e.panelist_count, e.passage_count
            """,
        tables: "events e")
    static let organizers = RowSelection(owner: "event", columns: "name", tables: "organizers", order: "position")

    let statement: Statement
    let children: ChildCursors

    /// The event's identifier.
    public var id: TextColumn { TextColumn(statement, 1) }
    /// The name.
    public var name: TextColumn { TextColumn(statement, 2) }
    /// The kind of event as printed before its name.
    public var label: TextColumn { TextColumn(statement, 3) }
    /// The kind of event, as Popolo's `classification`.
    public var classification: TextColumn { TextColumn(statement, 4) }
    /// The first day, as an ISO 8601 date or a part of one.
    public var startDate: TextColumn { TextColumn(statement, 5) }
    /// The last day, as an ISO 8601 date or a part of one.
    public var endDate: TextColumn { TextColumn(statement, 6) }
    /// Where it was held.
    public var location: TextColumn { TextColumn(statement, 7) }
    /// The main language, a BCP 47 tag.
    public var language: TextColumn { TextColumn(statement, 8) }
    /// How many files it was read from.
    public var sourceCount: Int { statement.int(at: 9) }
    /// How many programme items it has.
    public var talkCount: Int { statement.int(at: 10) }
    /// How many people are on its programme.
    public var panelistCount: Int { statement.int(at: 11) }
    /// How many passages it has, headings included.
    public var passageCount: Int { statement.int(at: 12) }

    /// Hands over who held the event, in printed order.
    public func forEachOrganizer(_ body: (TextColumn) throws(StoreError) -> Void) throws(StoreError) {
        try children.forEach(.organizers, of: statement.int64(at: 0)) { child throws(StoreError) in
            try body(TextColumn(child, 1))
        }
    }
}
