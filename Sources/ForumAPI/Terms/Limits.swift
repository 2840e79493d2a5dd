/// What a request may ask for at most, by name.
enum Limits {
    /// The rows that may belong to what is answered at once: a talk's sections, a topic's talks.
    static let rowsAtOnce = 64
    /// The talks that a topic shows by itself; all of them have an address.
    static let topicTalks = 20
    /// The items in a page where `limit` is not given.
    static let defaultPageSize = 50
    /// The items in a page at most.
    static let pageSize = 500
    /// The source lines in a page where `limit` is not given: enough for most ranges in one page.
    static let defaultLinePageSize = 500
    /// The characters (Unicode scalar values) of a text that may be a quotation.
    static let quotationLength = 2000
    /// The places of a quotation that an answer tells of.
    static let quotationPlaces = 20
    /// The dropped lines that a source's report shows.
    static let reportedLines = 500
    /// The diagnostics that a source's report shows.
    static let reportedDiagnostics = 500
    /// The exports too long for memory that lie ready as files: every table in every form, and some with filters.
    static let spooledExports = 64
    /// The passages on each side that `context` gives at most.
    static let context = 20
    /// The suggestions for a query that is being typed.
    static let suggestions = 10
    /// The values that a matrix has on each axis at most, the most frequent ones.
    static let matrixValues = 200
    /// The things that `include` adds to one answer, less than this many.
    static let includedThings = 5000
    /// The names in a path of `include`.
    static let includeDepth = 2
    /// The windows that show two topics to be spoken of together.
    static let cooccurrenceEvidence = 3
    /// The `name=value` items of a query: more than any route has parameters.
    static let queryItems = 128
    /// The largest number that a parameter may carry where nothing smaller bounds it.
    static let number = 1_000_000_000
    /// The characters of a language tag: as many as RFC 5646 §4.4.1 asks everybody to take.
    static let languageTagLength = 35
    /// The characters of a wrong word for which the nearest right one is sought.
    static let spellingLength = 64
    /// The identifiers among which the nearest one is sought; among more, none is.
    static let spellingCandidates = 5000
    /// The values of a field that a facet counts at most, the most frequent ones.
    static let facetValues = 100
    /// The faults of one request that an error tells of.
    static let reportedErrors = 8
    /// The words that an error names as allowed or as near.
    static let allowedValues = 100
    /// The least bytes of content that are compressed for those who like it: what is shorter fits into one packet anyway.
    static let compressedLength = 1024
    /// The characters of a request's own text that an error repeats.
    static let echoedCharacters = 80
}
