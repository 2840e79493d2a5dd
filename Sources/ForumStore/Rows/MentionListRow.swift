import SQLite

/// A mention of a topic, with where it stands.
public struct MentionListRow {
    static let columns = """
        m.key, \(TopicReferenceView.columns), \(TalkReferenceView.columns), p.id, m.start, m.end, m.surface, m.method
        """

    let statement: Statement

    /// The place in the order of the document.
    public var key: Int64 { statement.int64(at: 0) }
    /// The topic.
    public var topic: TopicReferenceView { TopicReferenceView(statement: statement, first: 1) }
    /// The talk.
    public var talk: TalkReferenceView { TalkReferenceView(statement: statement, first: 3) }
    /// The passage's identifier; absent for a mention in the talk's title.
    public var passageID: TextColumn { TextColumn(statement, 8) }
    /// The first UTF-16 unit in the text.
    public var start: Int { statement.int(at: 9) }
    /// The UTF-16 unit after the last.
    public var end: Int { statement.int(at: 10) }
    /// The text as it stands there.
    public var surface: TextColumn { TextColumn(statement, 11) }
    /// How the mention was found.
    public var method: TextColumn { TextColumn(statement, 12) }
}
