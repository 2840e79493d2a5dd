import KoreanText
import Proceedings

/// Reads the text of printed proceedings: its programme items, their people, headings and passages, and a ledger that
/// accounts for every line.
///
/// The parser is a pure function of the bytes; it opens no file and never stops at the first oddity, which it reports
/// as a diagnostic instead.
public struct TranscriptParser: Sendable {
    /// A part of every snapshot's hash; raised whenever the output for some input may change.
    public static let version = 7

    /// The most bytes that a transcript may have by default: 256 MiB.
    public static let defaultMaximumByteCount = 256 << 20

    /// The most bytes that a transcript may be allowed to have: 512 MiB, so that a number of columns or a place in its text takes 32 bits.
    public static let mostByteCount = 512 << 20

    /// The most lines that a transcript may have by default; what is told of each takes some hundred bytes.
    public static let defaultMaximumLineCount = 2_000_000

    /// The most bytes that a transcript may have; more than ``mostByteCount`` count as that many.
    public var maximumByteCount: Int
    /// The most lines that a transcript may have, empty ones included.
    public var maximumLineCount: Int

    /// Makes a parser.
    public init(
        maximumByteCount: Int = TranscriptParser.defaultMaximumByteCount,
        maximumLineCount: Int = TranscriptParser.defaultMaximumLineCount
    ) {
        self.maximumByteCount = maximumByteCount
        self.maximumLineCount = maximumLineCount
    }

    var byteLimit: Int { min(maximumByteCount, Self.mostByteCount) }

    /// Reads a transcript.
    ///
    /// - Parameters:
    ///   - bytes: The file: UTF-8 with or without a byte-order mark, UTF-16 with one, Korean text in CP949, or western text in CP1252.
    ///   - event: The event whose proceedings it holds; it begins every identifier.
    ///   - format: What kind of text it is; by default that is recognised by the content.
    ///   - hints: What is known of its lines beforehand, as from the places of words in a PDF; none where they are of another count.
    /// - Throws: A ``TranscriptError`` where the bytes are no text, or no text of the format: without a programme item,
    ///   without a cue.
    public func parse(
        _ bytes: [UInt8], event: Event.ID, format: TranscriptFormat? = nil, hints: LayoutHints? = nil
    ) throws(TranscriptError) -> ParsedTranscript {
        guard bytes.count <= byteLimit else { throw .tooLarge(byteCount: bytes.count, limit: byteLimit) }
        guard !bytes.isEmpty else { throw .empty }
        let decoded = try TextDecoder().decode(bytes)
        var manuscript = Manuscript(utf8: decoded.utf8, mostLines: maximumLineCount)
        guard manuscript.rows.count <= maximumLineCount else {
            throw .tooManyLines(count: Manuscript.lineCount(utf8: decoded.utf8), limit: maximumLineCount)
        }
        guard manuscript.rows.contains(where: { !$0.isBlank }) else { throw .empty }
        var parsed = try read(&manuscript, decoded, as: format ?? TranscriptFormat(of: manuscript), event: event, hints)
        if let guess = decoded.guess {
            let place = parsed.diagnostics.firstIndex { ($0.line ?? 0) >= guess.line } ?? parsed.diagnostics.endIndex
            parsed.diagnostics.insert(guess.diagnostic(decoded.encoding), at: place)
        }
        return parsed
    }

    private func read(
        _ manuscript: inout Manuscript, _ decoded: DecodedText, as format: TranscriptFormat, event: Event.ID,
        _ hints: LayoutHints?
    ) throws(TranscriptError) -> ParsedTranscript {
        if let parsed = try parse(manuscript, as: format, encoding: decoded.encoding, event: event) { return parsed }
        if let kind = InputKind.foreign(manuscript) { throw .noProgrammeItem(firstLines: [], kind: kind) }
        manuscript.dropLineNumbers()
        let reading = try Reading(
            manuscript, decoded, event: event,
            hints: hints.flatMap { $0.lines.count == manuscript.rows.count ? $0 : nil })
        // The ledger takes the most room of all, and nothing of the clean text.
        manuscript.forgetClean()
        var parsed = ParsedTranscript(
            format: format.rawValue, encoding: decoded.encoding, eventName: reading.facts.name ?? reading.name.name,
            eventLabel: reading.facts.name == nil ? reading.name.label : reading.facts.label, talks: reading.talks,
            lines: reading.marks.lines(manuscript, reading.pagination), diagnostics: reading.diagnostics,
            turns: reading.turns.summary, explanation: reading.turns.explanation)
        parsed.eventDates = reading.facts.day.map { $0...$0 }
        parsed.eventLocation = reading.facts.location
        return parsed
    }
}

extension DecodedText.Guess {
    fileprivate func diagnostic(_ encoding: String) -> Diagnostic {
        Diagnostic(
            severity: .note, code: .guessedEncoding, line: line,
            message: "the text is neither UTF-8 nor Korean in CP949, and was taken for \(encoding): byte "
                + "0x\(TranscriptError.hexadecimal(byte)) at offset \(offset) is “\(character)” there")
    }
}

/// What proceedings were read as, without the layout that they were read from.
private struct Reading {
    let name: EventName
    let facts: MinutesFacts
    let talks: [Talk]
    let marks: LedgerMarks
    let pagination: Pagination
    let diagnostics: [Diagnostic]
    let turns: Turns

    init(
        _ manuscript: Manuscript, _ decoded: DecodedText, event: Event.ID, hints: LayoutHints?
    ) throws(TranscriptError) {
        let layout = Layout(manuscript, hints: hints)
        let programme = Programme(layout, event: event)
        guard !programme.talks.isEmpty else {
            let first = layout.content.prefix(3).map { String(layout.text($0).prefix(60)) }
            throw .noProgrammeItem(firstLines: first, kind: InputKind(manuscript))
        }
        name = EventName(layout)
        facts = programme.facts
        talks = programme.talks
        turns = programme.turns
        marks = programme.marks
        pagination = layout.pagination
        diagnostics = Survey(layout, decoded, programme).diagnostics
    }
}
