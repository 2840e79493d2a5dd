import ForumStore
import Proceedings

extension Route {
    /// The routes of passages.
    static var passages: [Route] {
        let around = Schema.list(.named(.passage))
        let passageWithContext = Schema.extended(
            .passage,
            [
                .extra(
                    "context",
                    .object([
                        .member("before", around, "The passages before it, in printed order."),
                        .member("after", around, "The passages after it, in printed order."),
                    ]),
                    "The passages around it, where context asks for them.")
            ])
        return [
            .list(
                "passages", "/v1/passages", "The passages of all talks in printed order, headings included.",
                of: .passage, List(of: PassageField.self, sought: passageText)),
            Route(
                "passage", "/v1/passages/{passage}",
                "A passage, on request with those around it.", answers: .one(passageWithContext),
                parameters: [
                    .integer(
                        .context, 0...Limits.context,
                        "Adds so many passages of the talk from before and after, as context.before and context.after.")
                ]
            ) { call, store, writer throws(Problem) in
                let id = Passage.ID(call.captured)
                let context = call.arguments[.context]
                try References(store: store).item(.passage, call.captured) { () throws(StoreError) in
                    try store.passage(id) { row throws(StoreError) in
                        try writer.passage(row) { writer throws(StoreError) in
                            if let context { try writer.context(context, of: id, store) }
                        }
                    }
                }
            },
        ]
    }
}

extension JSONWriter {
    /// Writes the passages around one, as a member.
    fileprivate mutating func context(
        _ count: Int, of id: Passage.ID, _ store: StoreReader
    ) throws(StoreError) {
        try object("context") { writer throws(StoreError) in
            writer.key("before")
            try writer.neighbours(of: id, before: count, after: 0, store)
            writer.key("after")
            try writer.neighbours(of: id, before: 0, after: count, store)
        }
    }

    private mutating func neighbours(
        of id: Passage.ID, before: Int, after: Int, _ store: StoreReader
    ) throws(StoreError) {
        try array { writer throws(StoreError) in
            try store.context(of: id, before: before, after: after) { row throws(StoreError) in
                if !row.id.equals(id.rawValue) { try writer.passage(row) }
            }
        }
    }
}
