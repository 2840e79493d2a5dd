import Proceedings
import SQLite

/// A passage of a list.
public struct PassageRow {
    // One column holds most of what is read: SQLite takes as long for each column as for the whole row.
    static let selection = RowSelection(
        owner: "p.key",
        columns: "p.packed, p.sha256, p.text",
        tables: "passages p")
    // The lines that carry the text, not what a page puts between them.
    static let printedLines = RowSelection(
        owner: "ps.passage", columns: "ps.position, l.number, l.text",
        tables: """
            passage_spans ps CROSS JOIN source_lines l \
            ON l.source = ps.source AND l.number BETWEEN ps.first_line AND ps.last_line
            """,
        condition: "l.class IN ('body', 'heading')", order: "ps.position, l.number")

    private let key: Int64
    private let children: ChildCursors
    private let spans: PackedRowsReader
    private let topics: PackedRowsReader
    private let talkKey: Int64
    private let sectionKey: Int64
    private let panelistKey: Int64

    /// The passage's identifier.
    public let id: TextColumn
    /// The kind of block.
    public let kind: TextColumn
    /// The 1-based place in the talk.
    public let position: Int
    /// The bullet or number before the text, as printed.
    public let marker: TextColumn
    /// The text in NFC.
    public let text: TextColumn
    /// The SHA-256 of the text's UTF-8 bytes, lower-case hexadecimal.
    public let sha256: TextColumn
    /// The identifier of the passage before it in the talk.
    public let previousID: TextColumn
    /// The identifier of the passage after it in the talk.
    public let nextID: TextColumn
    /// Whether the source says for the passage itself who speaks.
    public let isSpeakerPrinted: Bool
    /// When it is spoken, in milliseconds, where its source is timed.
    public let time: ClosedRange<Int>?
    /// Whether a correction changed it.
    public let isCorrected: Bool
    /// Whether the source leaves open who speaks, or nobody does: then not even everyone who takes part can be named for it.
    public let isOfNobody: Bool
    /// The label of the turn that it belongs to, as printed; absent outside of turns.
    public let voiceLabel: TextColumn
    /// What that label names.
    public let voiceKind: TextColumn

    init(statement: Statement, children: ChildCursors) {
        key = statement.int64(at: 0)
        self.children = children
        sha256 = TextColumn(statement, 2)
        text = TextColumn(statement, 3)
        var row = PackedRowsReader(statement.blob(at: 1))
        id = row.column()
        kind = row.column()
        position = row.int()
        marker = row.column()
        talkKey = row.number() ?? 0
        sectionKey = row.number() ?? 0
        panelistKey = row.number() ?? 0
        let flags = row.int()
        isSpeakerPrinted = flags & 1 != 0
        isCorrected = flags & 2 != 0
        isOfNobody = flags & 4 != 0
        time = row.range()
        voiceLabel = row.column()
        voiceKind = row.column()
        previousID = row.column()
        nextID = row.column()
        spans = row.rows()
        topics = row.rows()
    }

    /// What is read above, for `packed`.
    static func pack(
        _ passage: Passage, position: Int, talk: Int64, section: Int64?, panelist: Int64?, source: Int64,
        isCorrected: Bool, isOfNobody: Bool, neighbours: (previous: String?, next: String?),
        topics: [(topic: Int64, mentions: Int)]
    ) -> [UInt8] {
        var row = PackedRowsWriter(reserving: usualSize)
        row.append(passage.id.rawValue)
        row.append(passage.kind.rawValue)
        row.append(position)
        row.append(passage.marker)
        row.append(talk)
        row.append(section ?? 0)
        row.append(panelist ?? 0)
        row.append(flags: passage.speaker != nil, isCorrected, isOfNobody)
        row.append(passage.time)
        row.append(passage.voice?.label)
        row.append(passage.voice?.kind.rawValue)
        row.append(neighbours.previous)
        row.append(neighbours.next)
        row.append(SpanRow.pack(passage.spans, source: source))
        row.append(PassageTopicRow.pack(topics))
        return row.bytes
    }

    /// The bytes that `packed` seldom exceeds.
    private static let usualSize = 128

    /// The talk.
    public var talk: Reference<TalkReferenceView> { Reference(.talk, key: talkKey, LentCursors(children)) }
    /// The event.
    public var event: Reference<EventReferenceView> { Reference(.eventOfTalk, key: talkKey, LentCursors(children)) }
    /// The innermost section that holds it; for a heading, the section that it heads.
    public var section: Reference<SectionReferenceView> { Reference(.section, key: sectionKey, LentCursors(children)) }
    /// Who speaks: the printed speaker; where the talk has no turns, its only participant, chairs left out; else absent.
    public var panelist: Reference<PanelistReferenceView> {
        Reference(.panelist, key: panelistKey, LentCursors(children))
    }

    /// Hands over where the passage is printed, a span a page, in printed order.
    public func forEachSpan(_ body: (borrowing SpanRow) throws(StoreError) -> Void) throws(StoreError) {
        let lent = LentCursors(children)
        var rows = spans
        while let span = SpanRow(&rows, lent) { try body(span) }
    }

    /// Hands over where a stretch of the text is printed, a span a page, in printed order.
    ///
    /// - Parameter range: The stretch, in UTF-16 units.
    public func forEachSpan(
        of range: Range<Int>, _ body: (borrowing SpanRow) throws(StoreError) -> Void
    ) throws(StoreError) {
        var (places, texts): ([(span: Int, number: Int)], [String]) = ([], [])
        try children.forEach(.passageLines, of: key) { child throws(StoreError) in
            places.append((child.int(at: 1), child.int(at: 2)))
            texts.append(child.string(at: 3) ?? "")
        }
        let lines = LineAlignment(text.string, lines: texts).lines(of: range)
        var position = 0
        try forEachSpan { span throws(StoreError) in
            position += 1
            // Where no line is known to have the text, the whole passage's place is all that can be told.
            guard let lines else { return try body(span) }
            let numbers = places[lines].filter { $0.span == position }.map(\.number)
            guard let first = numbers.first, let last = numbers.last else { return }
            try body(span.clipped(to: first...last))
        }
    }

    /// Hands over the topics mentioned, in the vocabulary's order.
    public func forEachTopic(_ body: (borrowing PassageTopicRow) throws(StoreError) -> Void) throws(StoreError) {
        let lent = LentCursors(children)
        var rows = topics
        while let topic = PassageTopicRow(&rows, lent) { try body(topic) }
    }

    /// Hands over every mention of a topic, in the order of the text.
    public func forEachMention(_ body: (borrowing MentionRow) throws(StoreError) -> Void) throws(StoreError) {
        guard !topics.isAtEnd else { return }
        try children.forEach(.mentions, of: key) { child throws(StoreError) in
            try body(MentionRow(statement: child))
        }
    }
}

/// Consecutive lines of one page that a passage is printed on.
public struct SpanRow {
    /// The source.
    public let source: Reference<SourceReferenceView>
    /// The 1-based page, counted by page breaks.
    public let page: Int
    /// The number printed on that page, where one was seen.
    public let printedPage: TextColumn
    /// The first and last line, 1-based.
    public private(set) var lines: ClosedRange<Int>

    /// The span with fewer lines.
    fileprivate func clipped(to lines: ClosedRange<Int>) -> SpanRow {
        var span = copy self
        span.lines = lines
        return span
    }

    fileprivate init?(_ rows: inout PackedRowsReader, _ children: LentCursors) {
        guard let source = rows.number(), let page = rows.number() else { return nil }
        let printed = rows.text()
        guard let first = rows.number(), let last = rows.number() else { return nil }
        self.source = Reference(.source, key: source, children)
        self.page = Int(page)
        printedPage = TextColumn(utf8: printed)
        lines = first <= last ? Int(first)...Int(last) : 0...0
    }

    /// The rows of a passage's spans.
    static func pack(_ spans: [SourceSpan], source: Int64) -> PackedRowsWriter {
        var rows = PackedRowsWriter()
        for span in spans {
            rows.append(source)
            rows.append(span.page)
            rows.append(span.printedPage)
            rows.append(span.lines.lowerBound)
            rows.append(span.lines.upperBound)
        }
        return rows
    }
}

/// A topic that a passage mentions.
public struct PassageTopicRow {
    /// The topic.
    public let topic: Reference<TopicReferenceView>
    /// How often the passage mentions it.
    public let mentions: Int

    fileprivate init?(_ rows: inout PackedRowsReader, _ children: LentCursors) {
        guard let topic = rows.number(), let mentions = rows.number() else { return nil }
        self.topic = Reference(.topic, key: topic, children)
        self.mentions = Int(mentions)
    }

    /// The rows of the topics that a passage mentions, by key.
    static func pack(_ topics: [(topic: Int64, mentions: Int)]) -> PackedRowsWriter {
        var rows = PackedRowsWriter()
        for row in topics {
            rows.append(row.topic)
            rows.append(row.mentions)
        }
        return rows
    }
}

/// One place in a passage where a topic is spoken of.
public struct MentionRow {
    static let selection = RowSelection(
        owner: "m.passage",
        columns: "\(TopicReferenceView.columns), m.start, m.end, m.surface, m.method",
        tables: "mentions m CROSS JOIN topics tp ON tp.key = m.topic",
        order: "m.start, m.key")

    let statement: Statement

    /// The topic.
    public var topic: TopicReferenceView { TopicReferenceView(statement: statement, first: 1) }
    /// Where the form begins in the text, in UTF-16 units.
    public var start: Int { statement.int(at: 3) }
    /// Where the form ends, exclusive, in UTF-16 units.
    public var end: Int { statement.int(at: 4) }
    /// The form as it stands in the text.
    public var surface: TextColumn { TextColumn(statement, 5) }
    /// How it was found.
    public var method: TextColumn { TextColumn(statement, 6) }
}
