import ForumStore

extension Route {
    /// The routes of topics.
    static var topics: [Route] {
        let list = List<TopicField, TopicSort>(sought: "the labels and aliases")
        return [
            Route(
                "topics", PathTemplate(.literal("v1"), .literal("topics")), "The topics, in the vocabulary's order.",
                answers: .list(of: .named(.topic)),
                parameters: list.parameters
            ) { call, store, writer throws(Problem) in
                try list.write(call, store, to: &writer) { request, writer throws(StoreError) in
                    try store.topics(request) { row throws(StoreError) in try writer.topic(row) }
                }
            },
            Route(
                "topic", PathTemplate(.literal("v1"), .literal("topics"), .identifier(.topic)),
                "A topic with the talks that speak of it.", answers: .one(.named(.topic))
            ) { call, store, writer throws(Problem) in
                try References(store: store).item(.topic, call.captured) { () throws(StoreError) in
                    try store.topic(.init(call.captured)) { row throws(StoreError) in
                        try writer.topic(row) { writer throws(StoreError) in try writer.talks(of: row) }
                    }
                }
            },
            passagesOfTopic,
        ]
    }

    private static var passagesOfTopic: Route {
        let passageWithMentions = Schema.extended(
            .passage, [.member("mentions", .list(.named(.mention)), "Where the passage speaks of this topic.")])
        let list = List<PassageField, PassageSort>(fixed: [.topic], sought: "the text or who speaks")
        return Route(
            "topic-passages",
            PathTemplate(.literal("v1"), .literal("topics"), .identifier(.topic), .literal("passages")),
            "The passages that speak of a topic, each with its mentions; offsets are UTF-16 units into text.",
            answers: .list(of: passageWithMentions),
            parameters: list.parameters
        ) { call, store, writer throws(Problem) in
            try References(store: store).require(.topic, call.captured)
            try list.write(
                call, store, to: &writer, narrowedTo: [.init(.topic, .equal, [.text(call.captured)])]
            ) { request, writer throws(StoreError) in
                try store.passages(request) { row throws(StoreError) in
                    try writer.passage(row) { writer throws(StoreError) in
                        try writer.mentions(of: call.captured, in: row)
                    }
                }
            }
        }
    }
}
