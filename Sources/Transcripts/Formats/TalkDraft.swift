import KoreanText
import Proceedings

/// The one talk of a caption or Markdown file while it is read, with the ledger of the file's lines.
struct TalkDraft {
    /// A line's part of a passage.
    struct Piece {
        var row: Int
        /// What the passage has of the line.
        var text: String
    }

    private struct Mark {
        var lineClass: SourceLine.Class
        var passage: Passage.ID?
        var join: SourceLine.Join?
        var reason: String?
    }

    let manuscript: Manuscript
    var talk: Talk
    private(set) var diagnostics: [Diagnostic] = []
    private var marks: [Mark?]
    private var counts: [Passage.Kind: Int] = [:]
    private var open: [(section: Section.ID, depth: Int)] = []
    private var children: [Section.ID?: Int] = [:]
    private var people: Set<Panelist.ID> = []

    static let unclaimed = "before the first cue"

    init(_ manuscript: Manuscript, event: Event.ID) {
        self.manuscript = manuscript
        marks = manuscript.rows.map { $0.isBlank ? Mark(lineClass: .blank) : nil }
        talk = Talk(
            id: Talk.ID("\(event)-\(TalkKind.talk.letter)1"), kind: .talk, kindLabel: "", ordinal: nil, position: 1,
            title: nil, participations: [], lines: 1...max(1, manuscript.rows.count))
    }

    mutating func report(
        _ severity: Diagnostic.Severity, _ code: Diagnostic.Code, row: Int, column: Int? = nil, _ message: String
    ) {
        diagnostics.append(
            Diagnostic(severity: severity, code: code, line: row + 1, column: column, message: message))
    }

    /// Enters a line that is no part of a passage.
    mutating func mark(_ row: Int, _ lineClass: SourceLine.Class) {
        guard !manuscript.rows[row].isBlank, marks[row]?.passage == nil else { return }
        marks[row] = Mark(lineClass: lineClass)
    }

    /// Enters a line that is left out.
    mutating func drop(_ row: Int, _ reason: String) {
        guard !manuscript.rows[row].isBlank else { return }
        marks[row] = Mark(lineClass: .dropped, reason: reason)
    }

    /// Enters a person among the talk's people, once.
    mutating func add(_ person: Participation) {
        guard people.insert(person.panelist).inserted else { return }
        talk.participations.append(person)
    }

    /// Adds a heading and opens its section, below the last open one of a lesser depth.
    mutating func addHeading(depth: Int, number: String?, _ pieces: [Piece]) {
        guard let first = pieces.first, let last = pieces.last else { return }
        while let inner = open.last, inner.depth >= depth { open.removeLast() }
        let parent = open.last?.section
        let ordinal = children[parent, default: 0] + 1
        children[parent] = ordinal
        let section = Section.ID(parent.map { "\($0).\(ordinal)" } ?? "\(talk.id).s\(ordinal)")
        open.append((section, depth))
        talk.sections.append(
            Section(
                id: section, level: open.count, numberLabel: number, title: Self.joined(pieces), parent: parent,
                lines: (first.row + 1)...(last.row + 1)))
        enter(Passage.ID("\(section).h"), .heading, number, pieces, speaker: nil, voice: nil, time: nil)
    }

    /// Adds a passage to the innermost open section.
    mutating func add(
        _ kind: Passage.Kind, marker: String? = nil, _ pieces: [Piece], speaker: Panelist.ID? = nil,
        voice: Voice? = nil, time: ClosedRange<Int>? = nil
    ) {
        guard !pieces.isEmpty else { return }
        counts[kind, default: 0] += 1
        let id = Passage.ID("\(talk.id).\(kind.letter)\(counts[kind] ?? 1)")
        enter(id, kind, marker, pieces, speaker: speaker, voice: voice, time: time)
    }

    /// Enters a passage and its lines; a line that holds several passages is the first one's.
    private mutating func enter(
        _ id: Passage.ID, _ kind: Passage.Kind, _ marker: String?, _ pieces: [Piece], speaker: Panelist.ID?,
        voice: Voice?, time: ClosedRange<Int>?
    ) {
        guard let first = pieces.map(\.row).min(), let last = pieces.map(\.row).max() else { return }
        let span = SourceSpan(page: 1, printedPage: nil, lines: (first + 1)...(last + 1))
        talk.passages.append(
            Passage(
                id: id, kind: kind, section: open.last?.section, marker: marker, text: Self.joined(pieces),
                speaker: speaker, voice: voice, spans: [span], time: time))
        let own = pieces.map(\.row).filter { marks[$0]?.passage == nil }
        for row in own {
            marks[row] = Mark(lineClass: kind == .heading ? .heading : .body, passage: id, join: .space)
        }
        if let last = own.max() { marks[last]?.join = .end }
    }

    private static func joined(_ pieces: [Piece]) -> String {
        pieces.map(\.text).filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// The ledger: every line of the file; a line that nothing was made of is dropped.
    var lines: [SourceLine] {
        marks.enumerated().map { row, mark in
            SourceLine(
                number: row + 1, in: manuscript.raw, at: manuscript.rows[row].raw, end: manuscript.rows[row].end,
                lineClass: mark?.lineClass ?? .dropped,
                talk: mark == nil || mark?.lineClass == .dropped || mark?.lineClass == .blank ? nil : talk.id,
                passage: mark?.passage, join: mark?.join, page: 1, reason: mark == nil ? Self.unclaimed : mark?.reason)
        }
    }
}
