import ForumStore

extension Call {
    /// What is sought; refuses a query that says nothing or too much.
    func query() throws(Problem) -> String {
        guard let query = arguments[.query] else {
            throw Problem(parameter: "q", "q is missing: say what is sought.")
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
