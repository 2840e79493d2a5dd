import ForumStore

extension Route {
    /// Every route of the interface: what serves, what is checked and what is told of come from this table alone.
    static let all: [Route] =
        [frontPage] + service + contract + [catalog, guide] + [index] + documents + linked + events + talks + panelists
        + topicRelations.map(\.costly) + topics
        + passages + [matrix.costly, quotes.costly] + search.map(\.costly) + sources + [corrections] + exports + [
            problem
        ]

    /// The routes that tell of the service itself.
    private static var service: [Route] {
        [
            Route(
                "livez", "/livez", "Whether the process answers.",
                answers: .one(
                    .object([.member("status", .word(["ok"]), "Always ok; an answer says that the process lives.")])),
                lifetime: .none
            ) { _, _, writer throws(Problem) in
                writer.object { writer in writer.member("status", "ok") }
            },
            Route(
                "readyz", "/readyz", "Whether the store can be read, and no page of it was found damaged.",
                answers: .one(
                    .object([
                        .member(
                            "status", .word(["ok"]), "Always ok; where the store cannot be read the answer is 503."),
                        .member("snapshot", .text, "The hash of everything that the data was made from."),
                        .member(
                            "left_out", .integer,
                            "How many files and folders could not be used when the data were loaded; the log names them."
                        ),
                    ])), lifetime: .none
            ) { _, store, writer throws(Problem) in
                try Problem.reading { () throws(StoreError) in try store.probe() }
                writer.object { writer in
                    writer.member("status", "ok")
                    writer.member("snapshot", store.snapshot)
                    writer.member("left_out", store.counts.leftOut)
                }
            },
            Route(
                "metrics", "/metrics",
                "What the server has done since it started, in the text format of Prometheus.", offers: [.plain],
                lifetime: .none
            ) { call, _, _ throws(Problem) in call.configuration.metrics() },
        ]
    }

    private static var index: Route {
        Route(
            "index", "/v1", "What the interface offers and how much of it there is.",
            answers: .one(.named(.index))
        ) { call, store, writer throws(Problem) in
            writer.object { writer in
                writer.member("id", "v1")
                writer.member("type", "index")
                writer.member("url", "/v1")
                writer.member("name", "Rostrum")
                writer.member("version", call.configuration.version)
                writer.key("counts")
                writer.counts(store.counts)
                writer.array("routes") { writer in
                    for route in Route.all {
                        writer.object { writer in
                            writer.member("name", route.name)
                            writer.member("path", route.path.description)
                            writer.member("summary", route.summary)
                            writer.array("parameters", route.parameters.map(\.name))
                        }
                    }
                }
                writer.member("snapshot", store.snapshot)
            }
        }
    }

    private static var problem: Route {
        Route(
            "problem", "/problems/{problem}", "What a kind of problem means and what to do.",
            answers: .one(.named(.problemKind))
        ) { call, _, writer throws(Problem) in
            guard let kind = ProblemKind(rawValue: call.captured) else {
                let nearest = NearestSpelling(of: call.captured).best(among: ProblemKind.allCases.map(\.rawValue))
                throw Problem(
                    kind: .notFound, detail: "There is no kind of problem \(Problem.echo(call.captured)).",
                    suggestion: nearest.map { "/problems/" + $0 })
            }
            writer.object { writer in
                writer.member("id", kind.rawValue)
                writer.member("type", "problem")
                writer.member("url", kind.address)
                writer.member("title", kind.title)
                writer.member("status", kind.status.code)
                writer.member("detail", kind.explanation)
            }
        }
    }
}

extension JSONWriter {
    /// Writes how many things of each kind a store holds.
    fileprivate mutating func counts(_ counts: StoreCounts) {
        object { writer in
            writer.member("events", counts.events)
            writer.member("talks", counts.talks)
            writer.member("panelists", counts.panelists)
            writer.member("topics", counts.topics)
            writer.member("passages", counts.passages)
            writer.member("mentions", counts.mentions)
            writer.member("sources", counts.sources)
        }
    }
}
