import ForumStore
import Proceedings

extension Route {
    /// The routes of sources.
    static var sources: [Route] {
        [
            .list(
                "sources", "/v1/sources", "The files that the talks were read from.", of: .source,
                List(of: SourceField.self)),
            .item(.source, "/v1/sources/{source}", "A source with how many lines were taken for what.", .source),
            lines,
            sourceReport,
        ]
    }

    private static var lines: Route {
        Route(
            "source-lines",
            "/v1/sources/{source}/lines",
            "A source's lines as received, and what became of each.", answers: .list(of: .named(.sourceLine)),
            parameters: Parameter.filters(.lineClass, by: SourceLine.Class.allCases.map(\.rawValue)) + [
                .integer(.from, 1...Limits.number, "The first line, 1-based."),
                .integer(.to, 1...Limits.number, "The last line."),
            ] + Parameter.paging(defaultLimit: Limits.defaultLinePageSize)
        ) { call, store, writer throws(Problem) in
            let source = Source.ID(call.captured)
            var count: Int?
            try Problem.reading { () throws(StoreError) in
                _ = try store.source(source) { row throws(StoreError) in count = row.lineCount }
            }
            guard let count else { throw References(store: store).notFound(.source, call.captured) }
            let from = call.arguments[.from] ?? 1
            let to = call.arguments[.to] ?? .max
            guard from <= to else {
                throw Problem(parameter: "to", "to is \(to) and stands before from, which is \(from).")
            }
            let page = try Page(call, snapshot: store.snapshot)
            try Problem.reading { () throws(StoreError) in
                try writer.lines(
                    of: source, from: from, to: min(to, count), takenFor: call.arguments.lineClasses, page, store)
            }
        }
    }
}

extension Arguments {
    /// What lines must have been taken for; `nil` where that does not matter.
    fileprivate var lineClasses: [SourceLine.Class]? {
        let (kept, left) = (self[.lineClass], self[.lineClass.excluding])
        guard !kept.isEmpty || !left.isEmpty else { return nil }
        return SourceLine.Class.allCases.filter {
            (kept.isEmpty || kept.contains($0.rawValue)) && !left.contains($0.rawValue)
        }
    }
}

extension JSONWriter {
    /// Writes a page of lines; a cursor is the number of the last line before the page.
    ///
    /// Of all lines, a line's number is its place, and how many there are is known without a query.
    fileprivate mutating func lines(
        of source: Source.ID, from: Int, to last: Int, takenFor classes: [SourceLine.Class]?, _ page: Page,
        _ store: StoreReader
    ) throws(StoreError) {
        var (first, offset) = (from, 0)
        switch page.start {
        case .offset(let count): offset = count
        case .after(let position): first = max(from, Int(clamping: position.key) + 1)
        }
        if classes == nil { (first, offset) = (first + offset, 0) }
        var (lastWritten, written, total) = (0, 0, max(0, last - from + 1))
        try object { writer throws(StoreError) in
            try writer.array("data") { writer throws(StoreError) in
                guard first <= last else { return }
                try store.lines(of: source, first...last, takenFor: classes, offset: offset, limit: page.limit) {
                    row throws(StoreError) in
                    writer.line(row)
                    (lastWritten, written) = (row.number, written + 1)
                }
            }
            var hasMore = lastWritten > 0 && lastWritten < last
            if let classes, from <= last {
                total = try store.lineCount(of: source, from...last, takenFor: classes)
                if hasMore {
                    hasMore = try store.lineCount(of: source, (lastWritten + 1)...last, takenFor: classes) > 0
                }
            }
            page.write(
                total: total, next: hasMore ? ListPosition(values: [], key: Int64(lastWritten)) : nil, to: &writer)
        }
    }
}
