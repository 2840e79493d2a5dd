import Proceedings
import Quotations

/// What the store says of a text that is given for a quotation.
public struct Quotation: Sendable {
    /// Whether it is one.
    ///
    /// The raw value is the API's `result`.
    public enum Result: String, CaseIterable, Sendable {
        /// A passage holds it, character for character.
        case exact
        /// A passage holds it but for what nobody minds, as spacing and the kinds of marks, and what an editor does and shows.
        case normalised
        /// A place is found whose words differ in what a reader must know.
        case altered
        /// True words, but not of whom or what was asked for.
        case misattributed
        /// No passage holds it, or anything that comes near.
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
        /// Whether it stands inside quotation marks of the passage: words that the speaker quotes from somebody else.
        public var isInner = false
        /// The passage's key.
        var key: Int64
    }

    /// One thing in which the text is not what is printed.
    public struct Deviation: Hashable, Sendable {
        /// What differs and how much it matters.
        public var kind: Difference.Kind
        /// How much it matters.
        public var severity: Difference.Severity
        /// Where it stands in the given text, in UTF-16 units; empty where words are missing there.
        public var given: Range<Int>
        /// Where it stands in print; `nil` where nothing is known to be printed for it.
        public var printed: Part?
        /// What the words that are left out hold that may turn the meaning.
        public var drops: [Difference.Weight]
    }

    /// A talk whose title is quoted.
    public struct Title: Hashable, Sendable {
        /// The talk.
        public var talk: Talk.ID
        /// Where it stands in the title, in UTF-16 units.
        public var range: Range<Int>
        /// The title's own words there.
        public var text: String
    }

    /// Whether it is one.
    public var result = Result.notFound
    /// How many places hold it; where it is altered, from how many places it may come.
    public var total = 0
    /// The first places, in the order of the document; one that runs over several passages has a part for each.
    public var places: [[Part]] = []
    /// The titles of talks that hold it.
    public var titles: [Title] = []
    /// Whether the text leaves words out, as `…` or `(중략)` say, and what it keeps was found in this order in one talk.
    public var isElided = false
    /// In what the text differs from the first place, in the text's order.
    public var differences: [Deviation] = []
    /// Where nothing holds it: the part of a passage that comes nearest, and how near, from 0 to 1.
    public var nearest: (part: Part, similarity: Double)?
}

extension Quotation.Result {
    /// What differences make of words whose place is known.
    init(_ severity: Difference.Severity?) {
        self = (severity ?? .harmless) > .convention ? .altered : .normalised
    }

    /// Whether it is a true quotation.
    public var isTrue: Bool { self == .exact || self == .normalised }
}

extension Quotation {
    /// The words of the first place as they are printed; `…` stands where the text leaves words out and may.
    public var printedWords: String {
        guard let place = places.first else { return titles.first?.text ?? "" }
        return place.map(\.text).joined(separator: isElided ? " … " : " ")
    }
}
