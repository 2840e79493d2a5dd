import Proceedings

/// What a transcript was read as: its talks, its line ledger, and what there is to say about it.
public struct ParsedTranscript: Sendable {
    /// What kind of text it was read as, by the raw value of its ``TranscriptFormat``.
    public var format: String
    /// The character encoding it was read in (`UTF-8`, `EUC-KR`, `CP949`, `UTF-16LE`, `UTF-16BE`, `CP1252`, `ISO-8859-1`).
    public var encoding: String
    /// The event's name as the running header prints it, or `nil` where no header names it.
    public var eventName: String?
    /// The kind of event as printed before its name (`긴급공동포럼`).
    public var eventLabel: String?
    /// The programme items in printed order.
    public var talks: [Talk]
    /// The line ledger: every line once, in order; the texts with their terminators are the decoded input again.
    public var lines: [SourceLine]
    /// What was odd, in the order of the lines; what concerns the whole text comes first.
    public var diagnostics: [Diagnostic]
    /// What was understood of the turns, or `nil` where there are none.
    public var turns: TurnSummary?
    /// The first and last day of the event, where the text says so, as ISO 8601 dates.
    public var eventDates: ClosedRange<String>?
    /// Where the event was held, where the text says so.
    public var eventLocation: String?
    /// How the turns were understood, for a person to read: a line each of what speaks for a form and against it.
    public var explanation: [String] = []

    /// Puts together what was read.
    public init(
        format: String, encoding: String, eventName: String? = nil, eventLabel: String? = nil, talks: [Talk],
        lines: [SourceLine],
        diagnostics: [Diagnostic], turns: TurnSummary? = nil, explanation: [String] = []
    ) {
        self.format = format
        self.encoding = encoding
        self.eventName = eventName
        self.eventLabel = eventLabel
        self.talks = talks
        self.lines = lines
        self.diagnostics = diagnostics
        self.turns = turns
        self.explanation = explanation
    }
}
