import Proceedings

/// What each line was taken for, collected while the programme is read.
struct LedgerMarks {
    /// What one line was taken for.
    struct Mark {
        var lineClass: SourceLine.Class
        var talk: Talk.ID?
        var passage: Passage.ID?
        var join: SourceLine.Join?
        var reason: String?
    }

    /// The marks by row; a row without one carries text that no talk took.
    private(set) var marks: [Mark?]

    /// A ledger of no lines.
    init() { marks = [] }

    init(_ layout: Layout) {
        let rows = layout.manuscript.rows
        marks = [Mark?](repeating: nil, count: rows.count)
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

    mutating func mark(
        _ row: Int, _ lineClass: SourceLine.Class, talk: Talk.ID? = nil, passage: Passage.ID? = nil,
        join: SourceLine.Join? = nil
    ) {
        marks[row] = Mark(lineClass: lineClass, talk: talk, passage: passage, join: join)
    }

    mutating func drop(_ row: Int, _ reason: String) {
        marks[row] = Mark(lineClass: .dropped, reason: reason)
    }

    /// The ledger: every line of the text with its mark.
    func lines(_ layout: Layout) -> [SourceLine] {
        var result: [SourceLine] = []
        result.reserveCapacity(marks.count)
        var printed: (page: Int, number: String?) = (0, nil)
        for (row, mark) in marks.enumerated() {
            let page = layout.pagination.pages[row]
            if page != printed.page { printed = (page, layout.pagination.printed[page]) }
            result.append(
                SourceLine(
                    number: row + 1, text: layout.manuscript.rawText(row),
                    terminator: layout.manuscript.rows[row].terminator.text, lineClass: mark?.lineClass ?? .dropped,
                    talk: mark?.talk, passage: mark?.passage, join: mark?.join, page: page,
                    printedPage: printed.number,
                    reason: mark == nil ? Self.unclaimed : mark?.reason))
        }
        return result
    }

    static let unclaimed = "before the first programme item"
    static let session = "heading of a session"
    static let listing = "programme listing: the item follows further on"
}
