import SQLite

/// What a person set right in the reading of a source.
public struct CorrectionRow {
    static let selection = RowSelection(
        owner: "c.key",
        columns: """
            \(EventReferenceView.columns), c.number, c.line, c.change, c.talk, c.passage, c.panelist, c.before, \
            c.after, c.reason, c.author, c.obstacle, c.voice, c.source, c.from_passage, c.to_passage
            """,
        tables: "corrections c CROSS JOIN events e ON e.key = c.event")

    let statement: Statement

    init(statement: Statement, children _: ChildCursors) { self.statement = statement }

    /// The event in whose folder it is written.
    public var event: EventReferenceView { EventReferenceView(statement: statement, first: 1) }
    /// The 1-based place in the event's file.
    public var number: Int { statement.int(at: 4) }
    /// The 1-based line of the file where it begins.
    public var line: Int { statement.int(at: 5) }
    /// What is set right.
    public var change: TextColumn { TextColumn(statement, 6) }
    /// The identifier of the talk that is meant, or that the passage belongs to.
    public var talkID: TextColumn { TextColumn(statement, 7) }
    /// The identifier of the passage that is meant.
    public var passageID: TextColumn { TextColumn(statement, 8) }
    /// The identifier of the person who is meant.
    public var panelistID: TextColumn { TextColumn(statement, 9) }
    /// What the source gave.
    public var before: TextColumn { TextColumn(statement, 10) }
    /// What stands there now.
    public var after: TextColumn { TextColumn(statement, 11) }
    /// Why, in the words of who wrote it.
    public var reason: TextColumn { TextColumn(statement, 12) }
    /// Who wrote it.
    public var author: TextColumn { TextColumn(statement, 13) }
    /// Why it was left aside; absent where it applies.
    public var obstacle: TextColumn { TextColumn(statement, 14) }
    /// The label of the voice that is meant.
    public var voiceLabel: TextColumn { TextColumn(statement, 15) }
    /// The file or the source that the voice is narrowed to.
    public var source: TextColumn { TextColumn(statement, 16) }
    /// The first passage that is meant of the voice's.
    public var fromPassage: TextColumn { TextColumn(statement, 17) }
    /// The last passage that is meant of the voice's.
    public var toPassage: TextColumn { TextColumn(statement, 18) }
}
