/// A file that an event's talks were read from.
public struct Source: Hashable, Sendable {
    /// A source's identifier: the event's, with `-2` and so on for further files.
    public typealias ID = Identifier<Source>

    /// The source's identifier.
    public var id: ID
    /// The event whose proceedings it holds.
    public var event: Event.ID
    /// The file's name within the event's folder.
    public var name: String
    /// What kind of text it was read as (`proceedings`, `subrip`, `whisper-json`).
    public var format: String
    /// The character encoding that it was read in, by its IANA name (`UTF-8`, `EUC-KR`).
    public var encoding: String
    /// The SHA-256 of the file's bytes, lower-case hexadecimal.
    public var sha256: String
    /// The file's size in bytes.
    public var byteCount: Int
    /// Every line of the file, in order.
    public var lines: [SourceLine]
    /// What its reader had to say about it.
    public var diagnostics: [Diagnostic]
    /// What was understood of its turns, or `nil` where it has none.
    public var turns: TurnSummary?

    /// Makes a source.
    public init(
        id: ID, event: Event.ID, name: String, format: String, encoding: String, sha256: String, byteCount: Int,
        lines: [SourceLine], diagnostics: [Diagnostic] = [], turns: TurnSummary? = nil
    ) {
        self.id = id
        self.event = event
        self.name = name
        self.format = format
        self.encoding = encoding
        self.sha256 = sha256
        self.byteCount = byteCount
        self.lines = lines
        self.diagnostics = diagnostics
        self.turns = turns
    }
}
