/// One place where a topic is spoken of.
///
/// Every count of a topic is a count of these.
public struct Mention: Hashable, Sendable {
    /// How a mention is found.
    ///
    /// The raw value is the API's `method`.
    public enum Method: String, CaseIterable, Sendable {
        /// By a form that the vocabulary lists.
        case alias
        /// By a form that was derived from the text.
        case term
    }

    /// The topic spoken of.
    public var topic: Topic.ID
    /// The talk it is spoken of in.
    public var talk: Talk.ID
    /// The passage, or `nil` where the mention stands in the talk's title.
    public var passage: Passage.ID?
    /// Where the form begins in the passage's (or title's) text, in UTF-16 units.
    public var start: Int
    /// Where the form ends, exclusive, in UTF-16 units.
    public var end: Int
    /// The form as it stands in the text.
    public var surface: String
    /// How it was found.
    public var method: Method

    /// Makes a mention.
    public init(
        topic: Topic.ID, talk: Talk.ID, passage: Passage.ID?, start: Int, end: Int, surface: String, method: Method
    ) {
        self.topic = topic
        self.talk = talk
        self.passage = passage
        self.start = start
        self.end = end
        self.surface = surface
        self.method = method
    }
}
