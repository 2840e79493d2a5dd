extension StoreReader {
    /// What seeks by words, made when it is first needed.
    var search: PassageSearch {
        get throws(StoreError) { try derived(PassageSearch.init) }
    }

    /// Why a query cannot be sought, or `nil` where it can.
    public static func refusal(of query: String) -> SearchRefusal? { PassageSearch.refusal(of: query) }

    /// Hands over the passages that a query finds, the best first.
    ///
    /// Words must all be found, in any of their forms. What is found only inside longer foreign words comes after
    /// everything else; equals stand in the order of the document.
    ///
    /// - Parameters:
    ///   - request: The query and the part that is wanted; a query with a ``SearchRefusal`` finds nothing.
    ///   - body: Receives each passage with what was found in it.
    /// - Throws: ``StoreError/interrupted`` after ``StoreLimits/deadline``.
    public func search(
        _ request: SearchRequest, _ body: (borrowing PassageRow, SearchHit) throws(StoreError) -> Void
    ) throws(StoreError) -> SearchResult {
        try search.search(request, body)
    }

    /// What a query may become: topics and people whose names begin so first, then words, each the most frequent first.
    ///
    /// Names and words are compared by the keys that they are typed with, so that half a syllable is enough (`딥ㅅ`), and
    /// where initials alone are typed, by those (`ㄷㅅ`).
    public func suggestions(for query: String, limit: Int) throws(StoreError) -> [SearchSuggestion] {
        try search.suggestions(for: query, limit: limit)
    }

    /// Tells whether a text is a true quotation of a passage, or of passages of a talk that follow one another.
    ///
    /// The search index says which passages to read; a text without three syllables in a row is sought in all of them.
    ///
    /// - Parameters:
    ///   - text: The text, in NFC, with one space for every run of white space.
    ///   - limit: How many places are wanted at most.
    ///   - filter: What must hold of every passage of a place.
    /// - Returns: What was found, or `nil` where the text has nothing but spaces and marks.
    /// - Throws: ``StoreError/interrupted`` after ``StoreLimits/deadline``.
    public func quotation(
        _ text: String, limit: Int, where filter: Filter<PassageField> = Filter()
    ) throws(StoreError) -> Quotation? {
        try QuotationSearch.quotation(text, limit: limit, where: filter, in: self)
    }
}
