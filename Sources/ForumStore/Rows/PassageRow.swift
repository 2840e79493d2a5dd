import SQLite

/// A passage of a list.
public struct PassageRow {
    static let columns = """
        p.key, p.id, p.kind, p.position, p.marker, p.text, p.sha256, p.character_count, p.word_count, \
        p.mention_count, previous.id, next.id, \(TalkReferenceView.columns), \(EventReferenceView.columns), \
        \(SectionReferenceView.columns), \(PanelistReferenceView.columns), p.speaker IS NOT NULL, \
        p.start_ms, p.end_ms, p.is_corrected
        """

    let statement: Statement
    let children: ChildCursors

    /// The passage's identifier.
    public var id: TextColumn { TextColumn(statement, 1) }
    /// The kind of block.
    public var kind: TextColumn { TextColumn(statement, 2) }
    /// The 1-based place in the talk.
    public var position: Int { statement.int(at: 3) }
    /// The bullet or number before the text, as printed.
    public var marker: TextColumn { TextColumn(statement, 4) }
    /// The text in NFC.
    public var text: TextColumn { TextColumn(statement, 5) }
    /// The SHA-256 of the text's UTF-8 bytes, lower-case hexadecimal.
    public var sha256: TextColumn { TextColumn(statement, 6) }
    /// How many characters (Unicode scalar values) it has.
    public var characterCount: Int { statement.int(at: 7) }
    /// How many words, parted by white space, it has.
    public var wordCount: Int { statement.int(at: 8) }
    /// How many mentions of topics it has.
    public var mentionCount: Int { statement.int(at: 9) }
    /// The identifier of the passage before it in the talk.
    public var previousID: TextColumn { TextColumn(statement, 10) }
    /// The identifier of the passage after it in the talk.
    public var nextID: TextColumn { TextColumn(statement, 11) }
    /// The talk.
    public var talk: TalkReferenceView { TalkReferenceView(statement: statement, first: 12) }
    /// The event.
    public var event: EventReferenceView { EventReferenceView(statement: statement, first: 17) }
    /// The innermost section that holds it; for a heading, the section that it heads.
    public var section: SectionReferenceView { SectionReferenceView(statement: statement, first: 20) }
    /// Who speaks: the printed speaker, else the talk's only participant, chairs left out; else absent.
    public var panelist: PanelistReferenceView { PanelistReferenceView(statement: statement, first: 23) }
    /// Whether the source says for the passage itself who speaks.
    public var isSpeakerPrinted: Bool { statement.int(at: 25) != 0 }

    /// When it is spoken, in milliseconds, where its source is timed.
    public var time: ClosedRange<Int>? { statement.range(at: 26, 27) }
    /// Whether a correction changed it.
    public var isCorrected: Bool { statement.int(at: 28) != 0 }

    /// Hands over where the passage is printed, a span a page, in printed order.
    public func forEachSpan(_ body: (borrowing SpanRow) throws(StoreError) -> Void) throws(StoreError) {
        try children.forEach(.spans, of: statement.int64(at: 0)) { child throws(StoreError) in
            try body(SpanRow(statement: child))
        }
    }

    /// Hands over the topics mentioned, in the vocabulary's order.
    public func forEachTopic(_ body: (borrowing PassageTopicRow) throws(StoreError) -> Void) throws(StoreError) {
        guard mentionCount > 0 else { return }
        try children.forEach(.passageTopics, of: statement.int64(at: 0)) { child throws(StoreError) in
            try body(PassageTopicRow(statement: child))
        }
    }

    /// Hands over every mention of a topic, in the order of the text.
    public func forEachMention(_ body: (borrowing MentionRow) throws(StoreError) -> Void) throws(StoreError) {
        guard mentionCount > 0 else { return }
        try children.forEach(.mentions, of: statement.int64(at: 0)) { child throws(StoreError) in
            try body(MentionRow(statement: child))
        }
    }
}

/// Consecutive lines of one page that a passage is printed on.
public struct SpanRow {
    static let columns = "so.id, ps.page, ps.printed_page, ps.first_line, ps.last_line, so.name"

    let statement: Statement

    /// The source's identifier.
    public var sourceID: TextColumn { TextColumn(statement, 1) }
    /// The source's file name within the event's folder.
    public var sourceName: TextColumn { TextColumn(statement, 6) }
    /// The 1-based page, counted by page breaks.
    public var page: Int { statement.int(at: 2) }
    /// The number printed on that page, where one was seen.
    public var printedPage: TextColumn { TextColumn(statement, 3) }
    /// The first and last line, 1-based.
    public var lines: ClosedRange<Int> { statement.range(at: 4, 5) ?? 0...0 }
}

/// A topic that a passage mentions.
public struct PassageTopicRow {
    static let columns = "\(TopicReferenceView.columns), pt.mentions"

    let statement: Statement

    /// The topic.
    public var topic: TopicReferenceView { TopicReferenceView(statement: statement, first: 1) }
    /// How often the passage mentions it.
    public var mentions: Int { statement.int(at: 3) }
}

/// One place in a passage where a topic is spoken of.
public struct MentionRow {
    static let columns = "\(TopicReferenceView.columns), m.start, m.end, m.surface, m.method"

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
