import Proceedings

/// What each line was taken for, collected while the programme is read.
///
/// There are as many marks as lines: they hold places in lists instead of the identifiers themselves.
struct LedgerMarks {
    /// Why a line was left out.
    enum Reason: UInt8 {
        case unclaimed, session, listing

        var text: String {
            switch self {
            case .unclaimed: "before the first programme item"
            case .session: "heading of a session"
            case .listing: "programme listing: the item follows further on"
            }
        }
    }

    /// What one line was taken for.
    struct Mark {
        var lineClass: SourceLine.Class
        var join: SourceLine.Join?
        var reason: Reason?
        /// The places of its talk and of its passage, counted from 1; 0 for none.
        var talk: UInt32 = 0
        var passage: UInt32 = 0
    }

    /// The marks by row; text that no talk took is left unclaimed.
    private var marks: [Mark]
    private var talks: [Talk.ID] = []
    private var passages: [Passage.ID] = []

    /// A ledger of no lines.
    init() { marks = [] }

    init(_ layout: Layout) {
        let rows = layout.manuscript.rows
        marks = [Mark](repeating: Mark(lineClass: .dropped, reason: .unclaimed), count: rows.count)
        for (row, line) in rows.enumerated() {
            if line.isBlank {
                marks[row] = Mark(lineClass: .blank)
                continue
            }
            switch layout.furniture.kinds[row] {
            case .header: marks[row] = Mark(lineClass: .pageHeader)
            case .number: marks[row] = Mark(lineClass: .pageNumber)
            case .text: break
            }
        }
    }

    /// The rows of text that no talk took.
    var unclaimed: some Collection<Int> {
        marks.indices.lazy.filter { marks[$0].reason == .unclaimed }
    }

    /// Enters a row of a talk that is no part of a passage.
    mutating func mark(_ row: Int, _ lineClass: SourceLine.Class, talk: Talk.ID) {
        marks[row] = Mark(lineClass: lineClass, talk: Self.place(of: talk, in: &talks))
    }

    /// Enters a row of a passage with what happened at its end.
    mutating func mark(_ row: Int, of passage: Passage, in talk: Talk.ID, join: SourceLine.Join) {
        marks[row] = Mark(
            lineClass: passage.kind == .heading ? .heading : .body, join: join,
            talk: Self.place(of: talk, in: &talks), passage: Self.place(of: passage.id, in: &passages))
    }

    /// Enters a row that says something of the event and is no part of a talk.
    mutating func mark(_ row: Int, _ lineClass: SourceLine.Class) { marks[row] = Mark(lineClass: lineClass) }

    mutating func drop(_ row: Int, _ reason: Reason) {
        marks[row] = Mark(lineClass: .dropped, reason: reason)
    }

    /// The place of an identifier in a list, which is entered where it is not the last; those of a talk come one after another.
    private static func place<Entity>(of id: Identifier<Entity>, in list: inout [Identifier<Entity>]) -> UInt32 {
        if list.last != id { list.append(id) }
        return UInt32(list.count)
    }

    /// The ledger: every line of the text with its mark.
    func lines(_ manuscript: Manuscript, _ pagination: Pagination) -> [SourceLine] {
        var result: [SourceLine] = []
        result.reserveCapacity(marks.count)
        var printed: (page: Int, number: String?) = (0, nil)
        for (row, mark) in marks.enumerated() {
            let page = pagination.pages[row]
            if page != printed.page { printed = (page, pagination.printed[page]) }
            let line = manuscript.rows[row]
            result.append(
                SourceLine(
                    number: row + 1, in: manuscript.raw, at: line.raw, end: line.end, lineClass: mark.lineClass,
                    talk: mark.talk > 0 ? talks[Int(mark.talk) - 1] : nil,
                    passage: mark.passage > 0 ? passages[Int(mark.passage) - 1] : nil, join: mark.join, page: page,
                    printedPage: printed.number, reason: mark.reason?.text))
        }
        return result
    }
}
