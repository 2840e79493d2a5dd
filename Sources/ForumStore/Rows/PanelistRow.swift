import SQLite

/// A person of a list.
public struct PanelistRow {
    static let selection = RowSelection(
        owner: "pn.key",
        columns: """
            \(PanelistReferenceView.columns), pn.event_count, pn.talk_count, pn.passage_count, \
            \(ParticipationView.columns)
            """,
        tables: """
            panelists pn LEFT JOIN participations pa ON pa.talk = pn.latest_talk AND pa.position = pn.latest_position \
            LEFT JOIN organizations o ON o.key = pa.organization
            """)

    let statement: Statement
    let children: ChildCursors

    /// The person's identifier.
    public var id: TextColumn { TextColumn(statement, 1) }
    /// The name.
    public var name: TextColumn { TextColumn(statement, 2) }
    /// Whether it is a person, or an office or numbered speaker of one event.
    public var kind: TextColumn { TextColumn(statement, 3) }
    /// How many events the person took part in.
    public var eventCount: Int { statement.int(at: 4) }
    /// How many talks the person took part in.
    public var talkCount: Int { statement.int(at: 5) }
    /// How many passages are the person's own, headings included.
    public var passageCount: Int { statement.int(at: 6) }
    /// The latest participation that prints an affiliation, else the latest; every column is absent where there is none.
    public var latest: ParticipationView { ParticipationView(statement: statement, first: 7) }

    /// Hands over the programme items that the person took part in, in the order of the document.
    public func forEachAppearance(_ body: (borrowing AppearanceRow) throws(StoreError) -> Void) throws(StoreError) {
        try children.forEach(.appearances, of: statement.int64(at: 0)) { child throws(StoreError) in
            try body(AppearanceRow(statement: child))
        }
    }
}

/// A programme item that a person took part in.
public struct AppearanceRow {
    static let selection = RowSelection(
        owner: "pa.panelist",
        columns: "\(TalkReferenceView.columns), \(EventReferenceView.columns), \(ParticipationView.columns)",
        tables: """
            participations pa CROSS JOIN talks t ON t.key = pa.talk CROSS JOIN events e ON e.key = t.event \
            LEFT JOIN organizations o ON o.key = pa.organization
            """,
        order: "pa.talk, pa.position")

    let statement: Statement

    /// The talk.
    public var talk: TalkReferenceView { TalkReferenceView(statement: statement, first: 1) }
    /// The event.
    public var event: EventReferenceView { EventReferenceView(statement: statement, first: 6) }
    /// The person's part, as printed.
    public var participation: ParticipationView { ParticipationView(statement: statement, first: 9) }
}
