import ForumStore

extension Route {
    /// The routes that describe the interface to programs.
    static var contract: [Route] {
        [
            Route(
                "openapi", "/openapi.json", "The description of the interface as OpenAPI 3.1.",
                answers: .one(.foreign)
            ) { call, store, writer throws(Problem) in
                var document = OpenAPIDocument(routes: Route.all, version: call.configuration.version)
                for kind in ReferenceKind.allCases {
                    document.examples[kind] = try References(store: store).example(kind)
                }
                document.write(to: &writer)
            },
            Route(
                "types", "/types.d.ts", "The types of the answers for TypeScript.",
                offers: [.plain]
            ) { _, _, _ throws(Problem) in TypeScriptDeclarations(routes: Route.all).text },
            Route(
                "llms", "/llms.txt", "The description of the interface for programs that read prose, as Markdown.",
                offers: [.plain, .markdown]
            ) { _, store, _ throws(Problem) in AgentGuide(routes: Route.all, counts: store.counts).markdown },
        ]
    }

    /// The description of the interface for people.
    static var guide: Route {
        Route(
            "docs", "/docs", "The description of the interface for people.", offers: [.html]
        ) { _, _, _ throws(Problem) in Guide(routes: Route.all).html }
    }
}
