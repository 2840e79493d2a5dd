import ForumStore
import Proceedings

extension Route {
    /// The routes of what topics have to do with each other and with time.
    ///
    /// They stand before a topic itself, whose identifier would take `cooccurrence` for its own.
    static var topicRelations: [Route] { [cooccurrence, timeline] }

    private static var cooccurrence: Route {
        Route(
            "topic-cooccurrence", "/v1/topics/cooccurrence",
            "Which topics are spoken of together, the most frequent pairs first, with the passages that show it.",
            answers: .list(of: .named(.cooccurrence)),
            parameters: [
                .choice(
                    .window, initial: .passage,
                    "Within what both topics must be spoken of; what stands under no heading counts as one section of its talk."
                ),
                .flag(.general, "Takes in topics too broad to rank by."),
                .references(.topic, .topic, "Keeps pairs with this topic."),
            ] + Parameter.filters(PassageField.self, without: [.topic]) + Parameter.paging()
        ) { call, store, writer throws(Problem) in
            let window = call.arguments[.window]
            let filter = call.arguments.filter(PassageField.self, without: [.topic])
            let page = try Page(call, snapshot: store.snapshot)
            try Problem.reading { () throws(StoreError) in
                let found = try Analysis(store).cooccurrences(
                    within: window, where: filter, of: call.arguments[.topic],
                    includesGeneral: call.arguments[.general], offset: page.offset, limit: page.limit)
                var evidence: [[[UInt8]]] = Array(repeating: [], count: found.pairs.count)
                try Analysis(store).evidence(
                    for: found.pairs, within: window, where: filter, limit: Limits.cooccurrenceEvidence
                ) { pair, row throws(StoreError) in evidence[pair].append(JSONWriter.evidence(row)) }
                writer.object { writer in
                    writer.array("data") { writer in
                        for (pair, evidence) in zip(found.pairs, evidence) {
                            writer.cooccurrence(pair, evidence)
                        }
                    }
                    page.write(count: found.pairs.count, of: found.total, to: &writer)
                }
            }
        }
    }

    private static var timeline: Route {
        Route(
            "topic-timeline",
            "/v1/topics/{topic}/timeline",
            "The passages that speak of a topic in the order of the events' dates, then of the document.",
            answers: .list(of: .named(.timelinePoint)),
            parameters: Parameter.filters(PassageField.self, without: [.topic]) + Parameter.paging()
        ) { call, store, writer throws(Problem) in
            try References(store: store).require(.topic, call.captured)
            let filter = call.arguments.filter(PassageField.self)
            let page = try Page(call, snapshot: store.snapshot)
            try Problem.reading { () throws(StoreError) in
                try writer.object { writer throws(StoreError) in
                    var (count, total) = (0, 0)
                    try writer.array("data") { writer throws(StoreError) in
                        total = try Analysis(store).timeline(
                            of: Topic.ID(call.captured), where: filter, offset: page.offset, limit: page.limit
                        ) { row throws(StoreError) in
                            count += 1
                            writer.timelinePoint(row)
                        }
                    }
                    page.write(count: count, of: total, to: &writer)
                }
            }
        }
    }
}

extension JSONWriter {
    fileprivate mutating func cooccurrence(
        _ pair: CooccurringTopics, _ evidence: [[UInt8]]
    ) {
        object { writer in
            writer.array("topics") { writer in
                for topic in [pair.first, pair.second] {
                    writer.object { writer in
                        writer.member("id", topic.id)
                        writer.member("name", topic.name)
                        writer.member("url", ReferenceKind.topic.address(of: topic.id))
                    }
                }
            }
            writer.member("windows", pair.windows)
            writer.member("similarity", pair.similarity)
            writer.array("evidence") { writer in
                for row in evidence { writer.json(row) }
            }
        }
    }

    /// The room of a row of evidence at first: two references and two addresses.
    private static var evidenceCapacity: Int { 1024 }

    /// A row of evidence by itself: rows are read together, and written pair by pair.
    fileprivate static func evidence(_ row: borrowing CooccurrenceEvidenceRow) -> [UInt8] {
        var writer = JSONWriter(capacity: evidenceCapacity)
        writer.object { writer in
            writer.key("talk")
            writer.reference(row.talk)
            writer.key("section")
            writer.reference(row.section)
            writer.array("passages") { writer in
                writer.reference(.passage, row.firstPassageID)
                writer.reference(.passage, row.secondPassageID)
            }
        }
        return writer.finish()
    }

    fileprivate mutating func timelinePoint(_ row: borrowing TimelineRow) {
        object { writer in
            writer.key("event")
            writer.reference(row.event)
            writer.member("start_date", row.startDate)
            writer.key("talk")
            writer.reference(row.talk)
            writer.member("talk_position", row.talkPosition)
            writer.key("passage")
            writer.reference(.passage, row.passageID)
            writer.member("position", row.position)
            writer.member("progress", Double(row.position * 1000 / max(1, row.talkPassageCount)) / 1000)
            writer.member("mentions", row.mentions)
            writer.member("time", row.time, "start_ms", "end_ms")
        }
    }
}
