import ForumStore
import Proceedings

extension Route {
    /// The routes of talks.
    static var talks: [Route] {
        let list = List<TalkField, TalkSort>(sought: "the title, who takes part, the topics or the text")
        return [
            Route(
                "talks", PathTemplate(.literal("v1"), .literal("talks")), "The talks, in the order of the programme.",
                answers: .list(of: .named(.talk)),
                parameters: list.parameters
            ) { call, store, writer throws(Problem) in
                try list.write(call, store, to: &writer) { request, writer throws(StoreError) in
                    try store.talks(request) { row throws(StoreError) in try writer.talk(row) }
                }
            },
            Route(
                "talk", PathTemplate(.literal("v1"), .literal("talks"), .identifier(.talk)),
                "A talk with its sections.", answers: .one(.named(.talk))
            ) { call, store, writer throws(Problem) in
                let id = Talk.ID(call.captured)
                try References(store: store).item(.talk, call.captured) { () throws(StoreError) in
                    try store.talk(id) { row throws(StoreError) in
                        // A closure that takes the row with it copies it.
                        let sections = row.sectionCount
                        try writer.talk(row) { writer throws(StoreError) in
                            try writer.sections(of: id, count: sections, store)
                        }
                    }
                }
            },
            outline,
            passagesOfTalk,
        ]
    }

    private static var outline: Route {
        Route(
            "talk-outline",
            PathTemplate(.literal("v1"), .literal("talks"), .identifier(.talk), .literal("outline")),
            "A talk's sections in printed order; level and parent tell the tree.", answers: .one(.named(.outline))
        ) { call, store, writer throws(Problem) in
            let id = Talk.ID(call.captured)
            try References(store: store).item(.talk, call.captured) { () throws(StoreError) in
                try store.talk(id) { row throws(StoreError) in
                    try writer.object { writer throws(StoreError) in
                        writer.member("id", row.reference.id)
                        writer.member("type", "outline")
                        writer.member("url", address: .talk, row.reference.id, "/outline")
                        writer.key("talk")
                        writer.reference(row.reference)
                        try writer.sections(of: id, count: row.sectionCount, store)
                    }
                }
            }
        }
    }

    private static var passagesOfTalk: Route {
        let list = List<PassageField, PassageSort>(fixed: [.talk, .event], sought: "the text or who speaks")
        return Route(
            "talk-passages",
            PathTemplate(.literal("v1"), .literal("talks"), .identifier(.talk), .literal("passages")),
            "A talk's passages in printed order, headings included.", answers: .list(of: .named(.passage)),
            parameters: list.parameters
        ) { call, store, writer throws(Problem) in
            try References(store: store).require(.talk, call.captured)
            try list.write(
                call, store, to: &writer, narrowedTo: [.init(.talk, .equal, [.text(call.captured)])]
            ) { request, writer throws(StoreError) in
                try store.passages(request) { row throws(StoreError) in try writer.passage(row) }
            }
        }
    }
}

extension JSONWriter {
    /// Writes a talk's sections, of which there are so many, as a member.
    mutating func sections(of talk: Talk.ID, count: Int, _ store: StoreReader) throws(StoreError) {
        key("sections")
        try array { writer throws(StoreError) in
            // Many talks have none, and to ask costs as much as a row.
            guard count > 0 else { return }
            try store.sections(of: talk) { row throws(StoreError) in writer.section(row) }
        }
    }
}
