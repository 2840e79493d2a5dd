import SQLite

/// Something that a store lists: the row that is read of it, what it is narrowed and sorted by, and where all of it stands.
protocol StoredEntity {
    /// What it is narrowed by; the table is the field's.
    associatedtype Field: ListField
    /// What it is sorted by.
    associatedtype Sort: SortKey

    /// The rows that are read.
    static var rows: RowSet { get }
    /// How many there are.
    static func count(in counts: StoreCounts) -> Int

    /// Makes the row that a statement stands at.
    init(statement: Statement, children: ChildCursors)
}

extension EventRow: StoredEntity {
    typealias Field = EventField
    typealias Sort = EventSort

    static var rows: RowSet { .events }
    static func count(in counts: StoreCounts) -> Int { counts.events }
}

extension TalkRow: StoredEntity {
    typealias Field = TalkField
    typealias Sort = TalkSort

    static var rows: RowSet { .talks }
    static func count(in counts: StoreCounts) -> Int { counts.talks }
}

extension PanelistRow: StoredEntity {
    typealias Field = PanelistField
    typealias Sort = PanelistSort

    static var rows: RowSet { .panelists }
    static func count(in counts: StoreCounts) -> Int { counts.panelists }
}

extension TopicRow: StoredEntity {
    typealias Field = TopicField
    typealias Sort = TopicSort

    static var rows: RowSet { .topics }
    static func count(in counts: StoreCounts) -> Int { counts.topics }
}

extension PassageRow: StoredEntity {
    typealias Field = PassageField
    typealias Sort = PassageSort

    static var rows: RowSet { .passages }
    static func count(in counts: StoreCounts) -> Int { counts.passages }
}

extension SourceRow: StoredEntity {
    typealias Field = SourceField
    typealias Sort = SourceSort

    static var rows: RowSet { .sources }
    static func count(in counts: StoreCounts) -> Int { counts.sources }
}

extension CorrectionRow: StoredEntity {
    typealias Field = CorrectionField
    typealias Sort = CorrectionSort

    static var rows: RowSet { .corrections }
    static func count(in counts: StoreCounts) -> Int { counts.corrections }
}
