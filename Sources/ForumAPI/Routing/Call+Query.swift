import ForumStore

extension Call {
    /// The query of a search; an empty one and one that is too long are refused.
    func query() throws(Problem) -> String {
        guard let query = arguments[.query] else {
            throw Problem(parameter: "q", "q is missing: give the words to search for.")
        }
        switch StoreReader.refusal(of: query) {
        case nil: return query
        case .nothingToSeek:
            throw Problem(parameter: "q", "q holds no letter, digit or syllable that could be sought.")
        case .tooLong: throw Problem(parameter: "q", "q has more than \(StoreLimits.standard.queryLength) characters.")
        case .tooManyWords: throw Problem(parameter: "q", "q has more than \(StoreLimits.standard.queryWords) words.")
        }
    }
}
