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
    }

    private(set) var draft: TalkDraft
    private(set) var front: FrontMatter?
    private var open: Open?
    private var speaker: Panelist.ID?
    /// The row of the heading that is the talk's title, where the front matter gives none.
    private var titleRow: Int?
    private var isInComment = false
    private var isInCode = false

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
        for row in first..<max(first, manuscript.rows.count) { read(row) }
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
        let headings = manuscript.rows.indices.dropFirst(first).filter {
            manuscript.firstScalar($0) == "#" && MarkdownLine(manuscript.text($0)).isHeading
        }
        let tops = headings.filter { MarkdownLine(manuscript.text($0)).heading?.depth == 1 }
        return tops.count == 1 && tops.first == headings.first ? tops.first : nil
    }

    private mutating func read(_ row: Int) {
        let line = MarkdownLine(draft.manuscript.text(row))
        if line.text.isEmpty {
            if open?.pieces.allSatisfy(\.text.isEmpty) != true { flush() }
        } else if isInComment || line.text.hasPrefix("<!--") {
            flush()
            draft.drop(row, "a comment")
            isInComment = !line.text.contains("-->")
        } else if line.isFence {
            flush()
            isInCode.toggle()
            draft.mark(row, .separator)
        } else if isInCode {
            extend(row, line.text)
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

    private mutating func readText(_ row: Int, _ line: MarkdownLine) {
        if let quote = line.quote {
            readQuote(row, quote)
        } else if let turn = line.turn {
            flush()
            speaker = speaker(of: turn, row)
            begin(.paragraph, turn.mark, row, turn.rest)
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
            if open?.kind == .table { flush() }
            extend(row, line.text)
        }
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
        speaker = nil
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
            for piece in block.pieces { draft.mark(piece.row, speaker == nil ? .separator : .name) }
            return
        }
        draft.add(block.kind, marker: block.marker, block.pieces, speaker: speaker)
    }

    /// What the person is called who leads a discussion.
    private static let chairs: Set<String> = ["좌장", "사회", "사회자", "진행", "진행자", "moderator", "chair", "host"]

    /// The person whose turn it is, entered among the talk's people where the name is new.
    private mutating func speaker(of turn: MarkdownLine.Turn, _ row: Int) -> Panelist.ID? {
        let people = draft.talk.participations
        let closed = PersonName(turn.label)?.name ?? turn.label
        if let known = people.first(where: { $0.name == closed || $0.printedName == turn.label }) {
            return known.panelist
        }
        let label = SpeakerLabel("\(turn.label): …")
        let office = label?.name == nil ? turn.label : label?.office
        let isChair = Self.chairs.contains((office ?? "").lowercased())
        if label?.name == nil, isChair, let chair = people.first(where: { $0.role == .moderator }) {
            return chair.panelist
        }
        if label != nil, label?.name == nil { return nil }
        let name = label?.name ?? closed
        draft.add(
            Participation(
                panelist: Panelist.ID(name), role: isChair ? .moderator : .speaker, name: name,
                printedName: turn.label, roleTitle: label?.name == nil ? nil : office, nameLine: row + 1))
        return Panelist.ID(name)
    }
}
