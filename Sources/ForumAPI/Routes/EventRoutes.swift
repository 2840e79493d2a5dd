import ForumStore
import Proceedings

extension Route {
    /// The routes of events.
    static var events: [Route] {
        let list = List<EventField, EventSort>()
        return [
            Route(
                "events", PathTemplate(.literal("v1"), .literal("events")), "The events.",
                answers: .list(of: .named(.event)), parameters: list.parameters
            ) { call, store, writer throws(Problem) in
                try list.write(call, store, to: &writer) { request, writer throws(StoreError) in
                    try store.events(request) { row throws(StoreError) in try writer.event(row) }
                }
            },
            Route(
                "event", PathTemplate(.literal("v1"), .literal("events"), .identifier(.event)), "An event.",
                answers: .one(.named(.event)), linkedData: linkedEvent
            ) { call, store, writer throws(Problem) in
                try References(store: store).item(.event, call.captured) { () throws(StoreError) in
                    try store.event(.init(call.captured)) { row throws(StoreError) in try writer.event(row) }
                }
            },
        ]
    }
}
