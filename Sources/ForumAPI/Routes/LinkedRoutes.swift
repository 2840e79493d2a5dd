import ForumStore
import HTTPTypes
import Proceedings

extension Route {
    /// The routes of things in the forms of other standards; they stand before the things themselves, whose identifiers
    /// would take the ending for their own.
    static var linked: [Route] {
        [
            Route(
                "event-schedule",
                "/v1/events/{event}/schedule.json",
                "An event's programme as frab and pretalx export it, for schedule apps; without hours, and only where its day is known.",
                answers: .one(.foreign), namesHost: true
            ) { call, store, writer throws(Problem) in
                let schedule = try schedule(call, store)
                schedule.write(version: call.configuration.version, snapshot: store.snapshot, to: &writer)
            },
            Route(
                "event-jsonld", "/v1/events/{event}.jsonld",
                "An event as JSON-LD in the words of schema.org; Accept asks for it at the event itself too.",
                answers: .one(.foreign), form: .jsonLD, document: linkedEvent),
            Route(
                "panelist-jsonld",
                "/v1/panelists/{panelist}.jsonld",
                "A person as JSON-LD in the words of schema.org; Accept asks for it at the panelist too.",
                answers: .one(.foreign), form: .jsonLD, document: linkedPanelist),
        ]
    }

    private static func schedule(_ call: Call, _ store: StoreReader) throws(Problem) -> Schedule {
        let id = call.captured
        let result = try Problem.reading { () throws(StoreError) in
            try Schedule.read(
                .init(id), from: store,
                root: call.configuration.publicURL ?? call.authority.map { "http://" + $0 } ?? "")
        }
        switch result {
        case .success(let schedule): return schedule
        case .failure(.noEvent): throw References(store: store).notFound(.event, id)
        case .failure(.noDay(let date)):
            throw undated(
                id,
                date.map { "Its date is \($0), and a schedule puts every item on a day." } ?? "Its date is not known.")
        case .failure(.severalDays(let start, let end)):
            throw Problem(
                kind: .notFound,
                detail:
                    "The event \(Problem.echo(id)) has no schedule. It took from \(start) to \(end), and nothing says "
                    + "which item was on which day.", suggestion: ReferenceKind.event.address(of: id))
        }
    }

    /// The problem of an event in a form that needs its date.
    private static func undated(_ id: String, _ reason: String) -> Problem {
        Problem(
            kind: .notFound,
            detail:
                "The event \(Problem.echo(id)) cannot be given in this form. \(reason) start_date in its event.yaml "
                + "sets it.", suggestion: ReferenceKind.event.address(of: id))
    }

    /// Writes an event as linked data.
    static let linkedEvent: DocumentHandler = { call, store, writer throws(Problem) in
        let id = Event.ID(call.captured)
        var isDated = true
        try References(store: store).item(.event, call.captured) { () throws(StoreError) in
            try store.event(id) { row throws(StoreError) in
                isDated = !row.startDate.isNull
                guard isDated else { return }
                try writer.linkedEvent(row) { writer throws(StoreError) in
                    try store.forEachTalk(of: id) { talk throws(StoreError) in try writer.linkedTalk(talk) }
                }
            }
        }
        // An Event of schema.org is one in time.
        guard isDated else { throw undated(call.captured, "Its date is not known.") }
    }

    /// Writes a person as linked data.
    static let linkedPanelist: DocumentHandler = { call, store, writer throws(Problem) in
        try References(store: store).item(.panelist, call.captured) { () throws(StoreError) in
            try store.panelist(.init(call.captured)) { row throws(StoreError) in try writer.linkedPerson(row) }
        }
    }

    /// Where programs find the description of the interface (RFC 9727).
    static var catalog: Route {
        Route(
            "api-catalog", "/.well-known/api-catalog",
            "Where the interface is described, as a link set (RFC 9727).", answers: .foreign, form: .linkset
        ) { _, _, _ throws(Problem) in
            var writer = JSONWriter()
            writer.object { writer in
                writer.array("linkset") { writer in
                    writer.object { writer in
                        writer.member("anchor", "/v1")
                        for (relation, address, form) in links {
                            writer.key(verbatim: relation)
                            writer.array { writer in
                                writer.object { writer in
                                    writer.member("href", address)
                                    writer.member("type", form.rawValue)
                                }
                            }
                        }
                    }
                }
            }
            // RFC 9727 §3: HEAD tells of the catalogue too.
            return (writer.finish(), [.link: "</.well-known/api-catalog>; rel=\"api-catalog\""])
        }
    }

    /// What the catalogue leads to, by relation (RFC 8631).
    private static let links: [(relation: String, address: String, form: MediaType)] = [
        ("service-desc", "/openapi.json", .json), ("service-doc", "/docs", .html), ("service-meta", "/v1", .json),
        ("status", "/readyz", .json),
    ]
}
