/// One item of the programme: who speaks, under which heading, and what was printed of it.
public struct Talk: Hashable, Sendable {
    /// A talk's identifier: `{event}-k1`, `{event}-d3`.
    public typealias ID = Identifier<Talk>

    /// The talk's identifier.
    public var id: ID
    /// What kind of item it is.
    public var kind: TalkKind
    /// The item's label as printed, without its number (`지정토론`); empty where none is printed.
    public var kindLabel: String
    /// The item's printed number, or `nil` where none is printed.
    public var ordinal: Int?
    /// The 1-based place in the programme.
    public var position: Int
    /// The printed title, rejoined, or `nil` where none is printed.
    public var title: String?
    /// Who takes part, in printed order.
    public var participations: [Participation]
    /// The first and last source line of the item, its label included.
    public var lines: ClosedRange<Int>
    /// The source lines of the title.
    public var titleLines: ClosedRange<Int>?
    /// The sections in printed order, parents before their children.
    public var sections: [Section]
    /// The passages in printed order, headings included.
    public var passages: [Passage]

    /// Whether any text of the talk was printed, beyond its head matter.
    public var hasTranscript: Bool { !passages.isEmpty }

    /// Makes a talk.
    public init(
        id: ID, kind: TalkKind, kindLabel: String, ordinal: Int?, position: Int, title: String?,
        participations: [Participation], lines: ClosedRange<Int>, titleLines: ClosedRange<Int>? = nil,
        sections: [Section] = [], passages: [Passage] = []
    ) {
        self.id = id
        self.kind = kind
        self.kindLabel = kindLabel
        self.ordinal = ordinal
        self.position = position
        self.title = title
        self.participations = participations
        self.lines = lines
        self.titleLines = titleLines
        self.sections = sections
        self.passages = passages
    }
}
