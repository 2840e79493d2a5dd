import SQLite

/// A topic of a list.
public struct TopicRow {
    static let selection = RowSelection(
        owner: "tp.key",
        columns: """
            \(TopicReferenceView.columns), tp.is_general, tp.origin, broader.id, broader.name, \
            tp.mention_count, tp.passage_count, tp.talk_count
            """,
        tables: "topics tp LEFT JOIN topics broader ON broader.key = tp.broader")
    static let labels = RowSelection(
        owner: "topic", columns: "language, label", tables: "topic_labels", order: "language")
    static let aliases = RowSelection(owner: "topic", columns: "alias", tables: "topic_aliases", order: "position")

    let statement: Statement
    let children: ChildCursors
    /// The counts in the events or talks that the list is narrowed to.
    let scoped: TopicCounts?

    init(statement: Statement, children: ChildCursors) {
        self.init(statement: statement, children: children, scoped: nil)
    }

    init(statement: Statement, children: ChildCursors, scoped: TopicCounts?) {
        self.statement = statement
        self.children = children
        self.scoped = scoped
    }

    var key: Int64 { statement.int64(at: 0) }
    /// The topic's identifier and preferred label.
    public var reference: TopicReferenceView { TopicReferenceView(statement: statement, first: 1) }
    /// Whether it is too broad to rank by.
    public var isGeneral: Bool { statement.int(at: 3) != 0 }
    /// Where it comes from: `curated` or `derived`.
    public var origin: TextColumn { TextColumn(statement, 4) }
    /// The next broader topic.
    public var broader: TopicReferenceView { TopicReferenceView(statement: statement, first: 5) }
    /// How many mentions there are, in titles too; in a list of some events or talks, in those.
    public var mentionCount: Int { scoped?.mentions ?? statement.int(at: 7) }
    /// How many passages mention it, likewise.
    public var passageCount: Int { scoped?.passages ?? statement.int(at: 8) }
    /// How many talks mention it, likewise.
    public var talkCount: Int { scoped?.talks ?? statement.int(at: 9) }

    /// Hands over the preferred labels by language: the tag, then the label; in the order of the tags.
    public func forEachLabel(
        _ body: (_ language: TextColumn, _ label: TextColumn) throws(StoreError) -> Void
    ) throws(StoreError) {
        try children.forEach(.labels, of: statement.int64(at: 0)) { child throws(StoreError) in
            try body(TextColumn(child, 1), TextColumn(child, 2))
        }
    }

    /// Hands over the forms that the text may use, in the vocabulary's order.
    public func forEachAlias(_ body: (TextColumn) throws(StoreError) -> Void) throws(StoreError) {
        try children.forEach(.aliases, of: statement.int64(at: 0)) { child throws(StoreError) in
            try body(TextColumn(child, 1))
        }
    }

    /// Hands over the first talks that speak of it, in the order of the document.
    public func forEachTalk(
        limit: Int, _ body: (borrowing TopicTalkRow) throws(StoreError) -> Void
    ) throws(StoreError) {
        try children.forEach(.topicTalks, of: statement.int64(at: 0), limit: limit) { child throws(StoreError) in
            try body(TopicTalkRow(statement: child))
        }
    }
}

/// A talk that speaks of a topic.
public struct TopicTalkRow {
    static let selection = RowSelection(
        owner: "tt.topic",
        columns: "\(TalkReferenceView.columns), \(TopicWeightView.columns)",
        tables: "talk_topics tt CROSS JOIN talks t ON t.key = tt.talk",
        order: "tt.talk")

    let statement: Statement

    /// The talk.
    public var talk: TalkReferenceView { TalkReferenceView(statement: statement, first: 1) }
    /// The topic's weight in it.
    public var weight: TopicWeightView { TopicWeightView(statement: statement, first: 6) }
}
