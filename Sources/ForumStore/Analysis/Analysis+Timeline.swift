import Proceedings
import SQLite

/// A passage that speaks of a topic, as a point in the course of events and talks.
public struct TimelineRow {
    static let columns = """
        \(EventReferenceView.columns), e.start_date, \(TalkReferenceView.columns), t.position, t.passage_count, \
        p.id, p.position, pt.mentions, p.start_ms, p.end_ms
        """

    let statement: Statement

    /// The event.
    public var event: EventReferenceView { EventReferenceView(statement: statement, first: 0) }
    /// The event's first day.
    public var startDate: TextColumn { TextColumn(statement, 3) }
    /// The talk.
    public var talk: TalkReferenceView { TalkReferenceView(statement: statement, first: 4) }
    /// The talk's place in the programme, from 1.
    public var talkPosition: Int { statement.int(at: 9) }
    /// How many passages the talk has.
    public var talkPassageCount: Int { statement.int(at: 10) }
    /// The passage.
    public var passageID: TextColumn { TextColumn(statement, 11) }
    /// The passage's place in the talk, from 1.
    public var position: Int { statement.int(at: 12) }
    /// How often the passage mentions the topic.
    public var mentions: Int { statement.int(at: 13) }
    /// When the passage is spoken, in milliseconds, where its source is timed.
    public var time: ClosedRange<Int>? { statement.range(at: 14, 15) }
}

extension Analysis {
    /// Hands over the passages that speak of a topic in the order of time: of the events' dates, events without one last,
    /// then of the document.
    ///
    /// - Returns: How many there are.
    public func timeline(
        of topic: Topic.ID, where filter: Filter<PassageField>, offset: Int, limit: Int,
        _ body: (borrowing TimelineRow) throws(StoreError) -> Void
    ) throws(StoreError) -> Int {
        let condition = try filter.condition()
        let tables = """
            FROM topics tp JOIN passage_topics pt ON pt.topic = tp.key JOIN passages p ON p.key = pt.passage \
            JOIN talks t ON t.key = p.talk JOIN events e ON e.key = t.event \
            WHERE tp.id = ?\(condition.map { " AND \($0.sql)" } ?? "")
            """
        let values = [.text(topic.rawValue)] + (condition?.values ?? [])
        try reader.forEachRow(
            of: """
                SELECT \(TimelineRow.columns) \(tables) ORDER BY e.start_date IS NULL, e.start_date, t.key, p.key \
                LIMIT ? OFFSET ?
                """, values + [Value(limit), Value(offset)]
        ) { statement throws(StoreError) in
            try body(TimelineRow(statement: statement))
        }
        return try reader.integer(Condition("SELECT count(*) \(tables)", values))
    }
}
