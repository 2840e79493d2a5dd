/// How many rows of each kind a store holds.
public struct StoreCounts: Hashable, Sendable {
    /// The events.
    public var events = 0
    /// The sources.
    public var sources = 0
    /// The lines of all sources.
    public var sourceLines = 0
    /// The programme items.
    public var talks = 0
    /// The people.
    public var panelists = 0
    /// The organizations.
    public var organizations = 0
    /// The parts that people have in programme items.
    public var participations = 0
    /// The sections.
    public var sections = 0
    /// The passages, headings included.
    public var passages = 0
    /// The topics.
    public var topics = 0
    /// The mentions of topics.
    public var mentions = 0
    /// What people set right, what was left aside included.
    public var corrections = 0
    /// The files and folders that could not be used.
    public var leftOut = 0

    /// Makes counts of nothing.
    public init() {}

    /// The tables that are counted; `meta` has a column of the same name for each.
    static var columns: [(name: String, count: WritableKeyPath<Self, Int>)] {
        [
            ("events", \.events), ("sources", \.sources), ("source_lines", \.sourceLines), ("talks", \.talks),
            ("panelists", \.panelists), ("organizations", \.organizations), ("participations", \.participations),
            ("sections", \.sections), ("passages", \.passages), ("topics", \.topics), ("mentions", \.mentions),
            ("corrections", \.corrections), ("left_out", \.leftOut),
        ]
    }

    /// The rows of all kinds together.
    var sum: Int { Self.columns.reduce(0) { $0 + self[keyPath: $1.count] } }
}
