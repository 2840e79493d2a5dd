import ForumStore
import Proceedings

extension Route {
    /// What became of a source.
    static var sourceReport: Route {
        Route(
            "source-report",
            "/v1/sources/{source}/report",
            "What became of a source: the share of its lines by class, how they were joined, which were dropped and why, "
                + "and what its reader had to say.",
            answers: .one(.named(.sourceReport))
        ) { call, store, writer throws(Problem) in
            let id = Source.ID(call.captured)
            try References(store: store).item(.source, call.captured) { () throws(StoreError) in
                try store.source(id) { row throws(StoreError) in try writer.report(row, id, store) }
            }
        }
    }
}

extension JSONWriter {
    /// Writes the report of a source.
    fileprivate mutating func report(
        _ row: borrowing SourceRow, _ id: Source.ID, _ store: StoreReader
    ) throws(StoreError) {
        try object { writer throws(StoreError) in
            writer.member("id", row.id)
            writer.member("type", "report")
            writer.member("url", address: .source, row.id, "/report")
            writer.key("source")
            writer.reference(.source, row.id, name: row.name)
            writer.member("sha256", row.sha256)
            try writer.classes(row)
            try writer.array("joins") { writer throws(StoreError) in
                try store.joins(of: id) { join throws(StoreError) in writer.tally("join", join) }
            }
            var dropped = 0
            try writer.array("drop_reasons") { writer throws(StoreError) in
                try store.dropReasons(of: id) { reason throws(StoreError) in
                    dropped += reason.lines
                    writer.tally("reason", reason)
                }
            }
            try writer.array("dropped") { writer throws(StoreError) in
                try store.droppedLines(of: id, limit: Limits.reportedLines) { line throws(StoreError) in
                    writer.line(line)
                }
            }
            writer.member("dropped_total", dropped)
            var total = 0
            try writer.array("diagnostics") { writer throws(StoreError) in
                total = try store.diagnostics(of: id, limit: Limits.reportedDiagnostics) {
                    diagnostic throws(StoreError) in
                    writer.diagnostic(diagnostic)
                }
            }
            writer.member("diagnostics_total", total)
            writer.turns(try store.turns(of: id))
        }
    }

    /// Writes what was understood of a source's turns, as a member.
    private mutating func turns(_ turns: TurnSummary?) {
        key("turns")
        guard let turns else { return null() }
        object { writer in
            writer.member("turns", turns.turns)
            writer.member("voices", turns.voices)
            writer.member("unresolved", turns.unresolved)
            writer.member("unread", turns.unread)
            writer.array("forms") { writer in
                for form in turns.forms {
                    writer.object { writer in
                        writer.member("pattern", form.pattern)
                        writer.member("turns", form.turns)
                        writer.member("first_line", form.firstLine)
                    }
                }
            }
        }
    }

    /// Writes how many lines and characters a source has, and their share by class.
    private mutating func classes(_ row: borrowing SourceRow) throws(StoreError) {
        var characters = 0
        try row.forEachLineClass { lineClass throws(StoreError) in characters += lineClass.characters }
        let lines = row.lineCount
        member("lines", lines)
        member("characters", characters)
        try array("classes") { writer throws(StoreError) in
            try row.forEachLineClass { lineClass throws(StoreError) in
                writer.object { writer in
                    writer.member("class", lineClass.lineClass)
                    writer.member("lines", lineClass.lines)
                    writer.member("characters", lineClass.characters)
                    writer.member("line_share", Self.share(lineClass.lines, of: lines))
                    writer.member("character_share", Self.share(lineClass.characters, of: characters))
                }
            }
        }
    }

    private mutating func tally(_ name: StaticString, _ row: borrowing LineTallyRow) {
        object { writer in
            writer.member(name, row.name)
            writer.member("lines", row.lines)
        }
    }

    private mutating func diagnostic(_ row: borrowing DiagnosticRow) {
        object { writer in
            writer.member("severity", row.severity)
            writer.member("code", row.code)
            writer.member("line", row.line)
            writer.member("column", row.column)
            writer.member("message", row.message)
        }
    }

    /// A share from 0 to 1, to four places.
    private static func share(_ part: Int, of whole: Int) -> Double {
        whole > 0 ? (Double(part) / Double(whole) * 10_000).rounded() / 10_000 : 0
    }
}
