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
        guard let key = try reader.key(.topic, topic.rawValue) else { return 0 }
        if filter.isEmpty { return try countedTimeline(of: key, offset: offset, limit: limit, body) }
        let condition = try filter.condition(key: "pt.passage")
        let further = condition.map { " AND \($0.sql)" } ?? ""
        let values = [.integer(key)] + (condition?.values ?? [])
        try reader.forEachRow(
            of: """
                SELECT \(TimelineRow.columns) FROM \(Self.timelineTables)\(further) \
                ORDER BY e.start_date IS NULL, e.start_date, t.key, pt.passage LIMIT ? OFFSET ?
                """, values + [Value(limit), Value(offset)]
        ) { statement throws(StoreError) in
            try body(TimelineRow(statement: statement))
        }
        return try reader.integer(Condition("SELECT count(*) FROM \(Self.timelineTables)\(further)", values))
    }

    private static let timelineTables = """
        passage_topics pt JOIN passages p ON p.key = pt.passage JOIN talks t ON t.key = p.talk \
        JOIN events e ON e.key = t.event WHERE pt.topic = ?
        """

    /// The timeline without a filter: events are passed over by what was counted of each while loading.
    private func countedTimeline(
        of topic: Int64, offset: Int, limit: Int, _ body: (borrowing TimelineRow) throws(StoreError) -> Void
    ) throws(StoreError) -> Int {
        var (total, wanted): (Int, [(event: Int64, offset: Int, count: Int)]) = (0, [])
        var (before, left) = (max(0, offset), max(0, limit))
        try reader.forEachRow(
            of: """
                SELECT e.key, cells.passage_count FROM passage_cells cells CROSS JOIN events e ON e.key = cells.second \
                WHERE cells.first_property = ? AND cells.second_property = ? AND cells.first = ? \
                ORDER BY e.start_date IS NULL, e.start_date, e.key
                """,
            [Value(CountedProperty.topic.rawValue), Value(CountedProperty.event.rawValue), .integer(topic)]
        ) { statement throws(StoreError) in
            let count = statement.int(at: 1)
            total += count
            let passed = min(before, count)
            before -= passed
            guard left > 0, passed < count else { return }
            wanted.append((statement.int64(at: 0), passed, min(left, count - passed)))
            left -= min(left, count - passed)
        }
        for (event, offset, count) in wanted {
            try reader.forEachRow(
                of: """
                    SELECT \(TimelineRow.columns) FROM \(Self.timelineTables) AND pt.passage BETWEEN \
                    (SELECT first_passage FROM events WHERE key = ?) AND (SELECT last_passage FROM events WHERE key = ?) \
                    ORDER BY pt.passage LIMIT ? OFFSET ?
                    """, [.integer(topic), .integer(event), .integer(event), Value(count), Value(offset)]
            ) { statement throws(StoreError) in
                try body(TimelineRow(statement: statement))
            }
        }
        return total
    }
}
