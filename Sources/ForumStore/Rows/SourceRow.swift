import SQLite

/// A source of a list.
public struct SourceRow {
    static let selection = RowSelection(
        owner: "so.key",
        columns: """
            so.id, \(EventReferenceView.columns), so.name, so.format, so.encoding, so.sha256, so.byte_count, \
            so.line_count, so.page_count
            """,
        tables: "sources so CROSS JOIN events e ON e.key = so.event")

    let statement: Statement
    let children: ChildCursors

    /// The source's identifier.
    public var id: TextColumn { TextColumn(statement, 1) }
    /// The event whose proceedings it holds.
    public var event: EventReferenceView { EventReferenceView(statement: statement, first: 2) }
    /// The file's name within the event's folder.
    public var name: TextColumn { TextColumn(statement, 5) }
    /// What kind of text it was read as.
    public var format: TextColumn { TextColumn(statement, 6) }
    /// The character encoding that it was read in.
    public var encoding: TextColumn { TextColumn(statement, 7) }
    /// The SHA-256 of the file's bytes, lower-case hexadecimal.
    public var sha256: TextColumn { TextColumn(statement, 8) }
    /// The file's size in bytes.
    public var byteCount: Int { statement.int(at: 9) }
    /// How many lines it has.
    public var lineCount: Int { statement.int(at: 10) }
    /// How many pages it has, counted by page breaks.
    public var pageCount: Int { statement.int(at: 11) }

    /// Hands over how many lines were taken for what, in the order of the classes' names.
    public func forEachLineClass(_ body: (borrowing LineClassRow) throws(StoreError) -> Void) throws(StoreError) {
        try children.forEach(.lineClasses, of: statement.int64(at: 0)) { child throws(StoreError) in
            try body(LineClassRow(statement: child))
        }
    }
}

/// How many lines of a source were taken for one thing.
public struct LineClassRow {
    static let selection = RowSelection(
        owner: "lc.source",
        columns: "lc.class, lc.lines, lc.characters",
        tables: "line_classes lc",
        order: "lc.class")

    let statement: Statement

    /// What the lines were taken for.
    public var lineClass: TextColumn { TextColumn(statement, 1) }
    /// How many lines.
    public var lines: Int { statement.int(at: 2) }
    /// How many characters (Unicode scalar values) they hold, terminators included.
    public var characters: Int { statement.int(at: 3) }
}

/// A line of a source and what became of it.
public struct SourceLineRow {
    static let columns = """
        l.number, l.text, l.terminator, l.class, p.id, l.joined, l.page, l.printed_page, l.reason, \
        \(TalkReferenceView.columns)
        """

    let statement: Statement

    /// The 1-based number.
    public var number: Int { statement.int(at: 0) }
    /// The line as decoded, without its terminator.
    public var text: TextColumn { TextColumn(statement, 1) }
    /// `\n`, `\r\n`, `\r`, or empty at the end of the file.
    public var terminator: TextColumn { TextColumn(statement, 2) }
    /// What the line was taken for.
    public var lineClass: TextColumn { TextColumn(statement, 3) }
    /// The talk that it belongs to; every column is absent where there is none.
    public var talk: TalkReferenceView { TalkReferenceView(statement: statement, first: 9) }
    /// The identifier of the passage that it is a part of.
    public var passageID: TextColumn { TextColumn(statement, 4) }
    /// What happened at the line's end, for lines of passages.
    public var join: TextColumn { TextColumn(statement, 5) }
    /// The 1-based page, counted by page breaks.
    public var page: Int { statement.int(at: 6) }
    /// The number printed on that page, where one was seen.
    public var printedPage: TextColumn { TextColumn(statement, 7) }
    /// Why the line was dropped.
    public var reason: TextColumn { TextColumn(statement, 8) }
}
