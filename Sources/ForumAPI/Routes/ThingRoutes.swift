import ForumStore
import Proceedings

extension Route {
    /// The routes of events.
    static var events: [Route] {
        [
            .list("events", "/v1/events", "The events.", of: .event, List(of: EventField.self)),
            .item(.event, "/v1/events/{event}", "An event.", .event, linkedData: linkedEvent),
        ]
    }

    /// The routes of panelists.
    static var panelists: [Route] {
        [
            .list(
                "panelists", "/v1/panelists", "Everyone on a programme, in the order of first appearance.",
                of: .panelist,
                List(
                    of: PanelistField.self, sought: "the name (also its initials, ㅇㅅㄱ), the affiliation or the office")
            ),
            .item(
                .panelist, "/v1/panelists/{panelist}", "A panelist with every part the person had.", .panelist,
                linkedData: linkedPanelist),
        ]
    }

    /// The routes of talks.
    static var talks: [Route] {
        [
            .list(
                "talks", "/v1/talks", "The talks, in the order of the programme.", of: .talk,
                List(of: TalkField.self, sought: "the title, who takes part, the topics or the text")),
            .item(.talk, "/v1/talks/{talk}", "A talk with its sections.", .talk)
                .offering { call, store, _ throws(Problem) in try talkText(.markdown, call, store) },
            outline,
            .list(
                "talk-passages", "/v1/talks/{talk}/passages", "A talk's passages in printed order, headings included.",
                of: .passage, List(of: PassageField.self, fixed: [.talk, .event], sought: passageText),
                within: (.talk, .talk)),
        ]
    }

    private static var outline: Route {
        Route(
            "talk-outline", "/v1/talks/{talk}/outline",
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

    /// The routes of topics.
    static var topics: [Route] {
        [
            .list(
                "topics", "/v1/topics",
                "The topics, in the vocabulary's order; where `event` or `talk` is named, counted within it.",
                of: .topic,
                List(of: TopicField.self, sought: "the labels and aliases")),
            .item(.topic, "/v1/topics/{topic}", "A topic with the talks that speak of it.", .topic),
            passagesOfTopic,
        ]
    }

    private static var passagesOfTopic: Route {
        let passageWithMentions = Schema.extended(
            .passage, [.member("mentions", .list(.named(.mention)), "Where the passage speaks of this topic.")])
        let list = List(of: PassageField.self, fixed: [.topic], sought: passageText)
        return Route(
            "topic-passages", "/v1/topics/{topic}/passages",
            "The passages that speak of a topic, each with its mentions; offsets are UTF-16 units into text.",
            answers: .list(of: passageWithMentions), parameters: list.parameters
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

    /// What `q` finds in lists of passages.
    static let passageText = "the text or who speaks"

    /// What people set right.
    static var corrections: Route {
        .list(
            "corrections", "/v1/corrections",
            "What people set right in the reading of the sources, with what the source gave and why.", of: .correction,
            List(of: CorrectionField.self))
    }
}
