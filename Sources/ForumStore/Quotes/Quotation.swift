import Proceedings

/// What the store says of a text that is given for a quotation.
public struct Quotation: Sendable {
    /// Whether it is one.
    ///
    /// The raw value is the API's `result`.
    public enum Result: String, CaseIterable, Sendable {
        /// A passage holds it, character for character.
        case exact
        /// A passage holds it but for spacing, hyphenation and the kinds of marks.
        case normalised
        /// No passage holds it.
        case notFound = "not_found"
    }

    /// What is quoted of one passage.
    public struct Part: Hashable, Sendable {
        /// The passage.
        public var passage: Passage.ID
        /// Where it stands in the passage's text, in UTF-16 units.
        public var range: Range<Int>
        /// The passage's own words there.
        public var text: String
        /// The passage's key.
        var key: Int64
    }

    /// Whether it is one.
    public var result = Result.notFound
    /// How many places hold it.
    public var total = 0
    /// The first places, in the order of the document; one that runs over several passages has a part for each.
    public var places: [[Part]] = []
    /// Whether the text leaves words out, as `…` or `(중략)` say, and what it keeps was found in this order in one talk.
    public var isElided = false
    /// Where nothing holds it: the part of a passage that comes nearest, and how near, from 0 to 1.
    public var nearest: (part: Part, similarity: Double)?
}
