/// What was understood of a source's turns: how many there are, of whom, and by which forms they were known.
public struct TurnSummary: Hashable, Sendable {
    /// A form of turn labels that the document uses.
    public struct Form: Hashable, Sendable {
        /// The form as a person would write it (`NAME:`, `○OFFICE NAME`).
        public var pattern: String
        /// How many turns begin with it.
        public var turns: Int
        /// The 1-based line of the first of them.
        public var firstLine: Int

        /// Makes a form.
        public init(pattern: String, turns: Int, firstLine: Int) {
            self.pattern = pattern
            self.turns = turns
            self.firstLine = firstLine
        }
    }

    /// How many turns were read.
    public var turns: Int
    /// How many different voices they are of.
    public var voices: Int
    /// How many turns have a voice that could not be resolved to anybody.
    public var unresolved: Int
    /// How many lines look like a turn's label and were not read as one.
    public var unread: Int
    /// The forms, the commonest first.
    public var forms: [Form]

    /// Makes a summary.
    public init(turns: Int = 0, voices: Int = 0, unresolved: Int = 0, unread: Int = 0, forms: [Form] = []) {
        self.turns = turns
        self.voices = voices
        self.unresolved = unresolved
        self.unread = unread
        self.forms = forms
    }
}
