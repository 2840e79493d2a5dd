import ForumStore

extension Route {
    /// The routes of the search.
    static var search: [Route] {
        [
            Route(
                "search", PathTemplate(.literal("v1"), .literal("search")),
                "The passages that say what is sought, the best first, with what was found in each.",
                answers: .list(of: Component.hit, envelope: .search),
                parameters: [.query] + Parameter.filters(PassageField.self) + Parameter.paging() + [
                    .facet(SearchFacet.Kind.allCases.map(\.rawValue))
                ]
            ) { call, store, writer throws(Problem) in
                let query = try call.query()
                let page = try Page(call, snapshot: store.snapshot)
                let request = SearchRequest(
                    query, filter: call.arguments.filter(PassageField.self), limit: page.limit, start: page.start)
                try writer.object { writer throws(Problem) in
                    var found: SearchResult?
                    writer.key("data")
                    try writer.array { writer throws(Problem) in
                        found = try Problem.reading { () throws(StoreError) in
                            try store.search(request) { row, hit throws(StoreError) in
                                try writer.passage(row) { writer throws(StoreError) in writer.hitMembers(hit) }
                            }
                        }
                    }
                    page.write(total: found?.total ?? 0, next: found?.next, to: &writer)
                    if let found { writer.searchMembers(found, query: query, facets: call.arguments.words("facet")) }
                }
            },
            Route(
                "suggest", PathTemplate(.literal("v1"), .literal("suggest")),
                "Topics, names and words that begin as typed, half a syllable being enough.",
                answers: .one(.named(.suggestions)),
                parameters: [
                    .query,
                    .setting(
                        "limit", .integer(1...Limits.suggestions), initial: String(Limits.suggestions),
                        "How many suggestions are given at most."),
                ]
            ) { call, store, writer throws(Problem) in
                let query = try call.query()
                let suggestions = try Problem.reading { () throws(StoreError) in
                    try store.suggestions(
                        for: query, limit: call.arguments.integer("limit") ?? Limits.suggestions)
                }
                writer.object { writer in
                    writer.member("query", query)
                    writer.key("data")
                    writer.array { writer in
                        for suggestion in suggestions { writer.suggestion(suggestion) }
                    }
                    writer.member("snapshot", store.snapshot)
                }
            },
        ]
    }
}

extension Parameter {
    /// What is sought.
    static let query: Parameter = {
        var parameter = setting(
            "q", .text, "What is sought: words that must all be found, \"a phrase\", -without a word.")
        parameter.isRequired = true
        return parameter
    }()

    /// What is sought in a list.
    static func query(in place: String) -> Parameter {
        setting(
            "q", .text, "Keeps what holds the words of a query, as a search does, in \(place); the order stays.")
    }
}

extension Call {
    /// What is sought; refuses a query that says nothing or too much.
    func query() throws(Problem) -> String {
        guard let query = arguments.word("q") else { throw Problem.query("q is missing: say what is sought.") }
        switch StoreReader.refusal(of: query) {
        case nil: return query
        case .nothingToSeek: throw Problem.query("q holds no letter, digit or syllable that could be sought.")
        case .tooLong: throw Problem.query("q has more than \(SearchLimits.queryLength) characters.")
        case .tooManyWords: throw Problem.query("q has more than \(SearchLimits.words) words.")
        }
    }
}

extension Problem {
    fileprivate static func query(_ detail: String) -> Problem {
        Problem(kind: .invalidParameter, detail: detail, errors: [.init(parameter: "q", detail: detail)])
    }
}
