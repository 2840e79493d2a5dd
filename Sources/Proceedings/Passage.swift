/// A block of a talk's text that can be addressed and quoted: a paragraph, a bullet, a heading.
public struct Passage: Hashable, Sendable {
    /// A passage's identifier: `{talk}.p4`, `{talk}.b2`, and `{section}.h` for a heading.
    public typealias ID = Identifier<Passage>

    /// What kind of block a passage is.
    ///
    /// The raw value is the API's `kind`.
    public enum Kind: String, CaseIterable, Sendable {
        /// The heading of a section.
        case heading
        /// A paragraph of prose.
        case paragraph
        /// An item of a list.
        case bullet
        /// A block quotation.
        case quote
        /// A table, kept as its text.
        case table
        /// A footnote.
        case footnote
        /// What the record itself says of the scene (`(웃음)`, `[Applause]`); nobody speaks it.
        case note

        /// The letter that begins the last part of such a passage's identifier.
        public var letter: Character {
            switch self {
            case .heading: "h"
            case .paragraph: "p"
            case .bullet: "b"
            case .quote: "q"
            case .table: "t"
            case .footnote: "f"
            case .note: "n"
            }
        }
    }

    /// The passage's identifier.
    public var id: ID
    /// What kind of block it is.
    public var kind: Kind
    /// The innermost section that holds it; for a heading, the section that it heads.
    public var section: Section.ID?
    /// The bullet or number before the text, as printed.
    public var marker: String?
    /// The text in NFC, lines rejoined and runs of white space made one space; no marker.
    public var text: String
    /// Who speaks, where the source says so for the passage itself (a turn of a discussion).
    public var speaker: Panelist.ID?
    /// The label of the turn that the passage belongs to, resolved or not; `nil` outside of turns.
    public var voice: Voice?
    /// Where it is printed, a span a page, in printed order.
    public var spans: [SourceSpan]
    /// When it is spoken, in milliseconds from the start of the recording, where the source is timed (captions).
    public var time: ClosedRange<Int>?

    /// Makes a passage.
    public init(
        id: ID, kind: Kind, section: Section.ID? = nil, marker: String? = nil, text: String,
        speaker: Panelist.ID? = nil, voice: Voice? = nil, spans: [SourceSpan], time: ClosedRange<Int>? = nil
    ) {
        self.id = id
        self.kind = kind
        self.section = section
        self.marker = marker
        self.text = text
        self.speaker = speaker
        self.voice = voice
        self.spans = spans
        self.time = time
    }
}
