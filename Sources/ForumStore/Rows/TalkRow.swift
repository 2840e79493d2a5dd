import SQLite

/// A talk of a list.
public struct TalkRow {
    static let columns = """
        t.key, \(TalkReferenceView.columns), t.event, t.source, t.guid, t.position, \
        t.first_line, t.last_line, t.first_title_line, t.last_title_line, \
        t.first_page, t.last_page, t.first_printed_page, t.last_printed_page, \
        t.section_count, t.passage_count, t.character_count, t.word_count, t.reading_minutes, t.is_corrected
        """

    let statement: Statement
    let children: ChildCursors

    /// The talk's identifier, kind, label, number and title.
    public var reference: TalkReferenceView { TalkReferenceView(statement: statement, first: 1) }
    /// The event it is a part of.
    public var event: Reference<EventReferenceView> { Reference(.event, key: statement.int64(at: 6), children) }
    /// The source it was read from.
    public var source: Reference<SourceReferenceView> { Reference(.source, key: statement.int64(at: 7), children) }
    /// A UUID, version 5, made from the identifier; lower case.
    public var guid: TextColumn { TextColumn(statement, 8) }
    /// The 1-based place in the programme.
    public var position: Int { statement.int(at: 9) }
    /// The source lines of the item, its label included.
    public var lines: ClosedRange<Int> { statement.range(at: 10, 11) ?? 0...0 }
    /// The source lines of the title.
    public var titleLines: ClosedRange<Int>? { statement.range(at: 12, 13) }
    /// The pages that it is printed on, counted by page breaks.
    public var pages: ClosedRange<Int> { statement.range(at: 14, 15) ?? 0...0 }
    /// The first printed page number, where one was seen.
    public var firstPrintedPage: TextColumn { TextColumn(statement, 16) }
    /// The last printed page number, where one was seen.
    public var lastPrintedPage: TextColumn { TextColumn(statement, 17) }
    /// How many sections it has.
    public var sectionCount: Int { statement.int(at: 18) }
    /// How many passages it has, headings included.
    public var passageCount: Int { statement.int(at: 19) }
    /// How many characters (Unicode scalar values) its passages have, headings left out.
    public var characterCount: Int { statement.int(at: 20) }
    /// How many words, parted by white space, its passages have, headings left out.
    public var wordCount: Int { statement.int(at: 21) }
    /// How many minutes it takes to read, rounded up.
    public var readingMinutes: Int { statement.int(at: 22) }
    /// Whether a correction changed its title or says who gives it.
    public var isCorrected: Bool { statement.int(at: 23) != 0 }
    /// Whether any text of the talk was printed, beyond its head matter.
    public var hasTranscript: Bool { passageCount > 0 }

    /// Hands over who takes part, in printed order.
    public func forEachParticipant(_ body: (borrowing ParticipantRow) throws(StoreError) -> Void) throws(StoreError) {
        try children.forEach(.participants, of: statement.int64(at: 0)) { child throws(StoreError) in
            try body(ParticipantRow(statement: child, children: children))
        }
    }

    /// Hands over the topics spoken of, the weightiest first, with those too broad to rank by after the others.
    public func forEachTopic(_ body: (borrowing TalkTopicRow) throws(StoreError) -> Void) throws(StoreError) {
        try children.forEach(.talkTopics, of: statement.int64(at: 0)) { child throws(StoreError) in
            try body(TalkTopicRow(statement: child))
        }
    }
}

/// Someone who takes part in a talk.
public struct ParticipantRow {
    static let columns = "pa.panelist, \(ParticipationView.columns)"

    let statement: Statement
    let children: ChildCursors

    /// The person.
    public var panelist: Reference<PanelistReferenceView> {
        Reference(.panelist, key: statement.int64(at: 1), children)
    }
    /// The person's part, as printed.
    public var participation: ParticipationView { ParticipationView(statement: statement, first: 2) }
}

/// A topic's weight in a talk.
///
/// Every value can be recomputed from the mentions.
public struct TopicWeightView {
    static let columns = "tt.mentions, tt.in_title, tt.in_heading, tt.is_primary, tt.weight"

    let statement: Statement
    let first: Int

    /// How often the topic is mentioned in the talk, title and headings included.
    public var mentions: Int { statement.int(at: first) }
    /// Whether the title mentions it.
    public var isInTitle: Bool { statement.int(at: first + 1) != 0 }
    /// Whether a heading mentions it.
    public var isInHeading: Bool { statement.int(at: first + 2) != 0 }
    /// Whether the talk is about it: in the title or a heading, or at least three mentions.
    public var isPrimary: Bool { statement.int(at: first + 3) != 0 }
    /// The topic's share of the talk's mentions, those in title and headings counted three times; 0 to 1, three decimals.
    public var weight: Double { statement.double(at: first + 4) }
}

/// A topic that a talk speaks of.
public struct TalkTopicRow {
    static let columns = "\(TopicReferenceView.columns), tp.is_general, \(TopicWeightView.columns)"

    let statement: Statement

    /// The topic.
    public var topic: TopicReferenceView { TopicReferenceView(statement: statement, first: 1) }
    /// Whether the topic is too broad to rank by.
    public var isGeneral: Bool { statement.int(at: 3) != 0 }
    /// Its weight in the talk.
    public var weight: TopicWeightView { TopicWeightView(statement: statement, first: 4) }
}
