import Proceedings
import SQLite

/// A talk of a list.
public struct TalkRow {
    // One column holds all that is read: SQLite takes as long for each column as for the whole row.
    static let selection = RowSelection(
        owner: "t.key",
        columns: "t.packed",
        tables: "talks t")

    private let children: ChildCursors
    private let people: PackedRowsReader
    private let topics: PackedRowsReader
    private let eventKey: Int64
    private let sourceKey: Int64

    /// The talk's identifier, kind, label, number and title.
    public let reference: TalkReferenceView
    /// A UUID, version 5, made from the identifier; lower case.
    public let guid: TextColumn
    /// The 1-based place in the programme.
    public let position: Int
    /// The source lines of the item, its label included.
    public let lines: ClosedRange<Int>
    /// The source lines of the title.
    public let titleLines: ClosedRange<Int>?
    /// The pages that it is printed on, counted by page breaks.
    public let pages: ClosedRange<Int>
    /// The first printed page number, where one was seen.
    public let firstPrintedPage: TextColumn
    /// The last printed page number, where one was seen.
    public let lastPrintedPage: TextColumn
    /// How many sections it has.
    public let sectionCount: Int
    /// How many passages it has, headings included.
    public let passageCount: Int
    /// How many characters (Unicode scalar values) its passages have, headings left out.
    public let characterCount: Int
    /// How many words, parted by white space, its passages have, headings left out.
    public let wordCount: Int
    /// How many minutes it takes to read, rounded up.
    public let readingMinutes: Int
    /// Whether a correction changed its title or says who gives it.
    public let isCorrected: Bool

    init(statement: Statement, children: ChildCursors) {
        var row = PackedRowsReader(statement.blob(at: 1))
        self.children = children
        reference = TalkReferenceView(&row)
        guid = row.column()
        eventKey = row.number() ?? 0
        sourceKey = row.number() ?? 0
        position = row.int()
        lines = row.range() ?? 0...0
        titleLines = row.range()
        pages = row.range() ?? 0...0
        firstPrintedPage = row.column()
        lastPrintedPage = row.column()
        sectionCount = row.int()
        passageCount = row.int()
        characterCount = row.int()
        wordCount = row.int()
        readingMinutes = row.int()
        isCorrected = row.int() & 1 != 0
        people = row.rows()
        topics = row.rows()
    }

    /// What is read above, for `packed`.
    static func pack(
        _ talk: Talk, guid: String, event: Int64, source: Int64, lines: (first: SourceLine, last: SourceLine),
        _ measure: TextMeasure, isCorrected: Bool, people: PackedRowsWriter, topics: PackedRowsWriter
    ) -> [UInt8] {
        var row = PackedRowsWriter()
        row.append(talk.id.rawValue)
        row.append(talk.kind.rawValue)
        row.append(talk.kindLabel)
        row.append(optional: talk.ordinal)
        row.append(talk.title)
        row.append(guid)
        row.append(event)
        row.append(source)
        row.append(talk.position)
        row.append(talk.lines)
        row.append(talk.titleLines)
        row.append(lines.first.page <= lines.last.page ? lines.first.page...lines.last.page : nil)
        row.append(lines.first.printedPage)
        row.append(lines.last.printedPage)
        row.append(talk.sections.count)
        row.append(talk.passages.count)
        row.append(measure.characters)
        row.append(measure.words)
        row.append(measure.readingMinutes)
        row.append(flags: isCorrected)
        row.append(people)
        row.append(topics)
        return row.bytes
    }

    /// The event it is a part of.
    public var event: Reference<EventReferenceView> { Reference(.event, key: eventKey, LentCursors(children)) }
    /// The source it was read from.
    public var source: Reference<SourceReferenceView> { Reference(.source, key: sourceKey, LentCursors(children)) }
    /// Whether any text of the talk was printed, beyond its head matter.
    public var hasTranscript: Bool { passageCount > 0 }

    /// Hands over who takes part, in printed order.
    public func forEachParticipant(_ body: (borrowing ParticipantRow) throws(StoreError) -> Void) throws(StoreError) {
        let lent = LentCursors(children)
        var rows = people
        while let person = ParticipantRow(&rows, lent) { try body(person) }
    }

    /// Hands over the topics spoken of, the weightiest first, with those too broad to rank by after the others.
    public func forEachTopic(_ body: (borrowing TalkTopicRow) throws(StoreError) -> Void) throws(StoreError) {
        let lent = LentCursors(children)
        var rows = topics
        while let topic = TalkTopicRow(&rows, lent) { try body(topic) }
    }
}

/// Someone who takes part in a talk.
public struct ParticipantRow {
    /// The person.
    public let panelist: Reference<PanelistReferenceView>
    /// The person's part, as printed.
    public let participation: ParticipationView

    fileprivate init?(_ rows: inout PackedRowsReader, _ children: LentCursors) {
        guard let panelist = rows.number() else { return nil }
        self.panelist = Reference(.panelist, key: panelist, children)
        participation = ParticipationView(&rows)
    }
}

/// A topic that a talk speaks of.
public struct TalkTopicRow {
    /// The topic.
    public let topic: Reference<TopicReferenceView>
    /// Whether the topic is too broad to rank by.
    public let isGeneral: Bool
    /// Its weight in the talk.
    public let weight: TopicWeightView

    fileprivate init?(_ rows: inout PackedRowsReader, _ children: LentCursors) {
        guard let topic = rows.number() else { return nil }
        self.topic = Reference(.topic, key: topic, children)
        isGeneral = rows.int() & 1 != 0
        weight = TopicWeightView(&rows)
    }

    /// Appends what is read of a topic.
    static func pack(_ tally: TopicWeights.Tally, weight: Double, isGeneral: Bool, into rows: inout PackedRowsWriter) {
        rows.append(tally.topic)
        rows.append(flags: isGeneral)
        TopicWeightView.pack(tally, weight: weight, into: &rows)
    }
}
