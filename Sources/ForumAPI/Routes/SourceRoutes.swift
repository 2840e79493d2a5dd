import ForumStore
import Proceedings

extension Route {
    /// The routes of sources.
    static var sources: [Route] {
        let list = List<SourceField, SourceSort>()
        return [
            Route(
                "sources", PathTemplate(.literal("v1"), .literal("sources")),
                "The files that the talks were read from.", answers: .list(of: .named(.source)),
                parameters: list.parameters
            ) { call, store, writer throws(Problem) in
                try list.write(call, store, to: &writer) { request, writer throws(StoreError) in
                    try store.sources(request) { row throws(StoreError) in try writer.source(row) }
                }
            },
            Route(
                "source", PathTemplate(.literal("v1"), .literal("sources"), .identifier(.source)),
                "A source with how many lines were taken for what.", answers: .one(.named(.source))
            ) { call, store, writer throws(Problem) in
                try References(store: store).item(.source, call.captured) { () throws(StoreError) in
                    try store.source(.init(call.captured)) { row throws(StoreError) in try writer.source(row) }
                }
            },
            lines,
            sourceReport,
        ]
    }

    /// The lines have no filters but their numbers, and a line's number is its place: the page is told without a query.
    private static var lines: Route {
        Route(
            "source-lines",
            PathTemplate(.literal("v1"), .literal("sources"), .identifier(.source), .literal("lines")),
            "A source's lines as received, and what became of each.", answers: .list(of: .named(.sourceLine)),
            parameters: [
                .setting("from", .integer(1...Limits.number), "The first line, 1-based."),
                .setting("to", .integer(1...Limits.number), "The last line."),
            ] + Parameter.paging(defaultLimit: Limits.defaultLinePageSize)
        ) { call, store, writer throws(Problem) in
            let source = Source.ID(call.captured)
            let count = try Problem.reading { () throws(StoreError) in
                try store.source(source) { row throws(StoreError) in row.lineCount }
            }
            guard let count else { throw References(store: store).notFound(.source, call.captured) }
            let from = call.arguments.integer("from") ?? 1
            let last = min(call.arguments.integer("to") ?? count, count)
            if let to = call.arguments.integer("to"), to < from {
                let detail = "to is \(to) and stands before from, which is \(from)."
                throw Problem(kind: .invalidParameter, detail: detail, errors: [.init(parameter: "to", detail: detail)])
            }
            let page = try Page(call, snapshot: store.snapshot)
            let start = page.firstLine(from: from)
            let end = min(last, start + page.limit - 1)
            try writer.object { writer throws(Problem) in
                writer.key("data")
                try writer.array { writer throws(Problem) in
                    guard start <= end else { return }
                    try Problem.reading { () throws(StoreError) in
                        try store.lines(of: source, start...end) { row throws(StoreError) in writer.line(row) }
                    }
                }
                let next = end < last && start <= end ? ListPosition(values: [], key: Int64(end)) : nil
                page.write(total: max(0, last - from + 1), next: next, to: &writer)
            }
        }
    }
}

extension Page {
    /// The number of the page's first line, where the list begins with the given one.
    fileprivate func firstLine(from first: Int) -> Int {
        switch start {
        case .offset(let offset): first + offset
        case .after(let position): max(first, Int(clamping: position.key) + 1)
        }
    }
}
