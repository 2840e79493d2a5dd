/// The query of a search, and which part of its hits to return.
public struct SearchRequest: Hashable, Sendable {
    /// What a person typed.
    public var query: String
    /// What the passages are narrowed to.
    public var filter: Filter<PassageField>
    /// How many hits are wanted at most.
    public var limit: Int
    /// Where the part begins.
    public var start: ListStart

    /// Makes a request.
    public init(
        _ query: String, filter: Filter<PassageField> = Filter(), limit: Int, start: ListStart = .offset(0)
    ) {
        self.query = query
        self.filter = filter
        self.limit = limit
        self.start = start
    }
}

/// Why a query cannot be sought.
public enum SearchRefusal: Hashable, Sendable {
    /// Nothing in it is a letter, a digit or a syllable, or everything is excluded.
    case nothingToSeek
    /// It is longer than ``StoreLimits/queryLength``.
    case tooLong
    /// It has more words than ``StoreLimits/queryWords``.
    case tooManyWords
}

/// How one term of a query was understood.
public struct SearchTerm: Hashable, Sendable {
    /// The term, normalised.
    public var text: String
    /// What was sought besides: the term without its particle or ending, where it has one.
    public var stem: String?
    /// What was sought in its place.
    public var aliases: [String] = []
}

/// How many hits belong to each value of something.
public struct SearchFacet: Hashable, Sendable {
    /// What hits are counted by; the raw value is the API's name.
    public enum Kind: String, CaseIterable, Sendable {
        /// The event.
        case event
        /// Who speaks.
        case panelist
        /// The topics mentioned.
        case topic
        /// The kind of block.
        case kind
    }

    /// One value with its hits.
    public struct Value: Hashable, Sendable {
        /// The identifier, or the kind itself.
        public var id: String
        /// The name.
        public var name: String
        /// How many hits there are; exact.
        public var count: Int
    }

    /// What is counted by.
    public var kind: Kind
    /// The values, the most frequent first.
    public var values: [Value]
}

/// What a search found beside its hits.
public struct SearchResult: Hashable, Sendable {
    /// How many passages were found; exact.
    public var total: Int
    /// The position of the last hit handed over, or `nil` where nothing follows.
    public var next: ListPosition?
    /// How the query was understood.
    public var terms: [SearchTerm]
    /// What was sought instead, where what was typed was found nowhere.
    public var didYouMean: String?
    /// How the hits spread; over all of them, not the part alone.
    public var facets: [SearchFacet]
}

/// A hit's place in the ranking and what is marked in it.
public struct SearchHit: Hashable, Sendable {
    /// How well it fits: greater is better, comparable within one query only.
    public var score: Double
    /// A part of the passage's text around the hit, whole eojeol, exactly as it stands there.
    public var snippet: String
    /// Where that part begins in the passage's text, in UTF-16 units.
    public var snippetStart: Int
    /// Whether the text goes on after it.
    public var isCutShort: Bool
    /// The eojeol that were found, in UTF-16 units into the passage's text, in order.
    public var highlights: [Range<Int>]
    /// What was found itself, without particles, in UTF-16 units into the passage's text, in order.
    public var matches: [Range<Int>]
}
