/// What a person set right in the reading of a source, without touching the source.
public struct Correction: Hashable, Sendable {
    /// What is set right.
    ///
    /// The raw value is the API's `change`, and the key in `corrections.yaml`.
    public enum Change: String, CaseIterable, Sendable {
        /// The title of a talk.
        case title
        /// Where a passage is really two: the text that begins the second.
        case splitBefore = "split_before"
        /// A passage that goes on in the next one.
        case joinNext = "join_next"
        /// The white space within a stretch of a passage.
        case spacing
        /// Who speaks a passage, or a talk whose source names nobody.
        case speaker
        /// The first day of the event.
        case startDate = "start_date"
        /// The last day of the event.
        case endDate = "end_date"
        /// A person who is another one of the programme.
        case sameAs = "same_as"
        /// Who a voice is, or that it is nobody's.
        case identity = "is"
    }

    /// A voice within an event.
    public struct VoiceScope: Hashable, Sendable {
        /// The label, as a passage's voice has it.
        public var label: String
        /// The source that it is narrowed to, as written: a file's name or a source's identifier.
        public var source: String?
        /// The first passage that is meant.
        public var first: Passage.ID?
        /// The last passage that is meant.
        public var last: Passage.ID?

        /// Makes the scope of a label.
        public init(label: String, source: String? = nil, first: Passage.ID? = nil, last: Passage.ID? = nil) {
            self.label = label
            self.source = source
            self.first = first
            self.last = last
        }
    }

    /// The event in whose folder it is written.
    public var event: Event.ID
    /// The 1-based place in the event's file.
    public var number: Int
    /// The 1-based line of the file where it begins.
    public var line: Int
    /// What is set right.
    public var change: Change
    /// The talk that is meant, or that the passage belongs to.
    public var talk: Talk.ID?
    /// The passage that is meant.
    public var passage: Passage.ID?
    /// The person who is meant.
    public var panelist: Panelist.ID?
    /// The voice that is meant, by its label, and to which source or run of passages that is narrowed.
    public var voice: VoiceScope?
    /// The passages that it changed, where it names none itself.
    public var changed: [Passage.ID] = []
    /// What the source gave, or `nil` where it gave nothing.
    public var before: String?
    /// What stands there now; empty where it took something away.
    public var after: String
    /// Why, in the words of who wrote it.
    public var reason: String?
    /// Who wrote it.
    public var author: String?
    /// Why it was left aside, or `nil` where it applies.
    public var obstacle: String?

    /// Makes a correction.
    public init(
        event: Event.ID, number: Int, line: Int, change: Change, talk: Talk.ID? = nil, passage: Passage.ID? = nil,
        panelist: Panelist.ID? = nil, before: String? = nil, after: String, reason: String? = nil,
        author: String? = nil, obstacle: String? = nil
    ) {
        self.event = event
        self.number = number
        self.line = line
        self.change = change
        self.talk = talk
        self.passage = passage
        self.panelist = panelist
        self.before = before
        self.after = after
        self.reason = reason
        self.author = author
        self.obstacle = obstacle
    }
}
