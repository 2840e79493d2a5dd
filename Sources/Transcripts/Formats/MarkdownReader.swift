import KoreanText
import Proceedings

/// Reads Markdown: front matter, headings, paragraphs, lists, quotations, tables, footnotes and speakers' turns.
///
/// Marks inside a line (`*emphasis*`, links) are kept as printed, so that every quotation is found in its source.
struct MarkdownReader {
    private struct Open {
        var kind: Passage.Kind
        var marker: String?
        var pieces: [TalkDraft.Piece]
        var time: Int?
    }

    private(set) var draft: TalkDraft
    private(set) var front: FrontMatter?
    private var open: Open?
    private var speaker: Panelist.ID?
    private var voice: Voice?
    private(set) var turns = Turns()
    private var cast: Cast?
    /// Whether every line is a paragraph, as programs that write down speech have it.
    private var linesAreParagraphs = false
    /// The row of the heading that is the talk's title, where the front matter gives none.
    private var titleRow: Int?
    private var isInComment = false
    private var code: MarkdownCode?

    init(_ manuscript: Manuscript, event: Event.ID) {
        draft = TalkDraft(manuscript, event: event)
        var first = 0
        if let range = FrontMatter.range(manuscript) {
            let front = FrontMatter(range, &draft)
            first = range.upperBound
            apply(front, event)
            self.front = front
        } else if manuscript.rows.first != nil, manuscript.text(0) == "---" {
            draft.report(
                .warning, .unclosedFrontMatter, row: 0, column: 1,
                "“---” opens front matter that no further “---” closes; it is read as a rule")
        }
        if draft.talk.title == nil { titleRow = Self.titleRow(manuscript, from: first) }
        let rows = first..<max(first, manuscript.rows.count)
        let text = MarkdownText(manuscript, rows)
        linesAreParagraphs = text.linesAreParagraphs
        code = text.code
        turns = Turns(text.turnText(manuscript), known: draft.talk.participations.map(KnownPerson.init))
        cast = Cast(draft.talk)
        for row in rows { read(row) }
        flush()
    }

    private mutating func apply(_ front: FrontMatter, _ event: Event.ID) {
        let kind = front.kind ?? .talk
        draft.talk.kind = kind
        draft.talk.id = Talk.ID("\(event)-\(kind.letter)\(front.ordinal ?? 1)")
        draft.talk.ordinal = front.ordinal
        draft.talk.title = front.title?.text
        draft.talk.titleLines = front.title.map { ($0.row + 1)...($0.row + 1) }
        for person in front.people { draft.add(person.participation(in: kind)) }
    }

    /// The first heading, where it alone is of the first level.
    private static func titleRow(_ manuscript: Manuscript, from first: Int) -> Int? {
        var (title, tops): (Int?, Int) = (nil, 0)
        var isFirst = true
        for row in manuscript.rows.indices.dropFirst(first) where manuscript.firstScalar(row) == "#" {
            guard let heading = MarkdownLine(manuscript.text(row)).heading else { continue }
            if heading.depth == 1 {
                tops += 1
                if isFirst { title = row }
                if tops > 1 { return nil }
            }
            isFirst = false
        }
        return title
    }

    private mutating func read(_ row: Int) {
        let line = MarkdownLine(draft.manuscript.text(row))
        if line.text.isEmpty {
            if open?.pieces.allSatisfy(\.text.isEmpty) != true { flush() }
        } else if isInComment || line.text.hasPrefix("<!--") {
            flush()
            draft.drop(row, "a comment")
            isInComment = !line.text.contains("-->")
        } else if code?.fences.contains(row) == true {
            flush()
            draft.mark(row, .separator)
        } else if code?.rows.contains(row) == true {
            extend(row, line.text)
        } else if let turn = turns.byRow[row] {
            flush()
            begin(turn, row)
        } else if isNote(row, line) {
            flush()
            draft.add(.note, [TalkDraft.Piece(row: row, text: line.text)])
            // Behind the end of a meeting or its record nobody goes on speaking.
            if RecordNote.kind(line.text) == .end { (speaker, voice) = (nil, nil) }
        } else if let depth = line.underlineDepth, isUnderlined {
            readUnderline(row, depth)
        } else if let heading = line.heading {
            flush()
            addHeading(row, heading.depth, heading.title)
        } else if line.isRule {
            flush()
            draft.mark(row, .separator)
        } else {
            readText(row, line)
        }
    }

    /// Whether a line says what happened, or is a paragraph that the writer of the record adds.
    private func isNote(_ row: Int, _ line: MarkdownLine) -> Bool {
        if SceneNote.isOne(line.text, hasTurns: !turns.isEmpty), !line.text.hasPrefix("**"), line.footnote == nil {
            return true
        }
        guard !turns.isEmpty, open == nil || linesAreParagraphs, line.heading == nil else { return false }
        let next = row + 1
        let isParagraph =
            linesAreParagraphs || next >= draft.manuscript.rows.count || turns.byRow[next] != nil
            || draft.manuscript.rows[next].clean.isEmpty
        return isParagraph && RecordNote.kind(line.text) != nil
    }

    private mutating func readText(_ row: Int, _ line: MarkdownLine) {
        if let quote = line.quote {
            readQuote(row, quote)
        } else if let bullet = line.bullet {
            flush()
            begin(.bullet, bullet.mark, row, bullet.rest)
        } else if let footnote = line.footnote {
            flush()
            begin(.footnote, footnote.mark, row, footnote.rest)
        } else if line.text.hasPrefix("|") {
            if open?.kind != .table { flush() }
            open == nil ? begin(.table, nil, row, line.text) : extend(row, line.text)
        } else {
            if open?.kind == .table || linesAreParagraphs && open?.pieces.allSatisfy(\.text.isEmpty) == false {
                flush()
            }
            extend(row, line.text)
        }
    }

    /// Begins what somebody says; the words may stand on the lines below.
    private mutating func begin(_ turn: Turn, _ row: Int) {
        speaker = cast?.speaker(of: turn, turns, in: &draft.talk, row: row, role: .speaker)
        voice = turn.voice
        let rest = String(decoding: draft.manuscript.text(row).utf8.dropFirst(turn.restOffset), as: UTF8.self)
        begin(.paragraph, turn.printed, row, rest)
        open?.time = turn.time
    }

    private mutating func readQuote(_ row: Int, _ quote: MarkdownLine.Marked) {
        if quote.rest.isEmpty {
            flush()
            draft.mark(row, .separator)
        } else if open?.kind == .quote {
            extend(row, quote.rest)
        } else {
            flush()
            begin(.quote, quote.mark, row, quote.rest)
        }
    }

    private var isUnderlined: Bool {
        open.map { $0.kind == .paragraph && $0.marker == nil && $0.pieces.count == 1 } ?? false
    }

    private mutating func readUnderline(_ row: Int, _ depth: Int) {
        if let piece = open?.pieces.first, piece.row == row - 1 {
            open = nil
            addHeading(piece.row, depth, piece.text)
        }
        flush()
        draft.mark(row, .separator)
    }

    private mutating func addHeading(_ row: Int, _ depth: Int, _ title: String) {
        (speaker, voice) = (nil, nil)
        if row == titleRow {
            draft.talk.title = title
            draft.talk.titleLines = (row + 1)...(row + 1)
            draft.mark(row, .title)
            return
        }
        let number = MarkdownLine.number(of: title)
        draft.addHeading(depth: depth, number: number?.mark, [TalkDraft.Piece(row: row, text: number?.rest ?? title)])
    }

    private mutating func begin(_ kind: Passage.Kind, _ marker: String?, _ row: Int, _ text: String) {
        open = Open(kind: kind, marker: marker, pieces: [TalkDraft.Piece(row: row, text: text)])
    }

    private mutating func extend(_ row: Int, _ text: String) {
        if open == nil {
            begin(.paragraph, nil, row, text)
        } else {
            open?.pieces.append(TalkDraft.Piece(row: row, text: text))
        }
    }

    private mutating func flush() {
        guard let block = open else { return }
        open = nil
        if block.pieces.allSatisfy(\.text.isEmpty) {
            // A turn or item of which nothing follows.
            for piece in block.pieces { draft.mark(piece.row, voice == nil ? .separator : .name) }
            return
        }
        let isNote = block.kind == .footnote
        draft.add(
            block.kind, marker: block.marker, block.pieces, speaker: isNote ? nil : speaker,
            voice: isNote ? nil : voice,
            time: block.time.map { $0...$0 })
    }
}
