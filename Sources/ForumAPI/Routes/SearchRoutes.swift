import ForumStore

extension Route {
    /// The routes of the search.
    static var search: [Route] {
        [
            Route(
                "search", "/v1/search",
                "The passages that match a query, the best first, with what matched in each.",
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
                    try writer.array("data") { writer throws(Problem) in
                        found = try Problem.reading { () throws(StoreError) in
                            try store.search(request) { row, hit throws(StoreError) in
                                try writer.passage(row) { writer throws(StoreError) in writer.hitMembers(hit) }
                            }
                        }
                    }
                    guard let found else { preconditionFailure("a search ends with a result or an error") }
                    page.write(total: found.total, next: found.next, to: &writer)
                    writer.searchMembers(found, query: query, facets: call.arguments[.facet])
                }
            },
            Route(
                "suggest", "/v1/suggest",
                "Topics, names and words that begin as typed, half a syllable being enough.",
                answers: .one(.named(.suggestions)),
                parameters: [
                    .query,
                    .integer(
                        .limit, 1...Limits.suggestions, initial: Limits.suggestions,
                        "How many suggestions are given at most."),
                ]
            ) { call, store, writer throws(Problem) in
                let query = try call.query()
                let suggestions = try Problem.reading { () throws(StoreError) in
                    try store.suggestions(
                        for: query, limit: call.arguments[.limit])
                }
                writer.object { writer in
                    writer.member("query", query)
                    writer.array("data") { writer in
                        for suggestion in suggestions { writer.suggestion(suggestion) }
                    }
                    writer.member("snapshot", store.snapshot)
                }
            },
        ]
    }
}
