import ForumData
import Proceedings
import Transcripts

/// A parsed transcript as a person reads it in a terminal: the programme, the sections, what was left out.
struct TranscriptOutline {
    let path: String
    let checked: CheckedTranscript
    var style = Style.plain
    /// Whether it says how the turns were understood.
    var isExplained = false

    /// Whether the lines carry colours for a terminal (ECMA-48, section 8.3.117).
    enum Style {
        case plain, coloured

        func bold(_ text: String) -> String { paint(text, "1") }

        func dim(_ text: String) -> String { paint(text, "2") }

        func severity(_ severity: Diagnostic.Severity, _ text: String) -> String {
            switch severity {
            case .note: paint(text, "2")
            case .warning: paint(text, "33")
            case .error: paint(text, "31")
            }
        }

        private func paint(_ text: String, _ code: String) -> String {
            self == .plain ? text : "\u{1B}[\(code)m\(text)\u{1B}[0m"
        }
    }

    private var transcript: ParsedTranscript { checked.transcript }

    var hasWarnings: Bool {
        checked.diagnostics.contains { $0.diagnostic.severity >= .warning }
    }

    var lines: [String] {
        [summary] + turns + event + transcript.talks.flatMap(lines(of:)) + ["", style.dim(ledger)] + explanation
            + corrections
            + diagnostics
    }

    private var summary: String {
        let passages = transcript.talks.reduce(0) { $0 + $1.passages.count }
        return "\(path): \(transcript.format), \(transcript.encoding), "
            + Count.lines.of(transcript.lines.count) + ", " + Count.talks.of(transcript.talks.count) + ", "
            + Count.passages.of(passages)
    }

    /// What was understood of the turns, where there are any.
    private var turns: [String] { transcript.turns.map { [$0.line] } ?? [] }

    private var explanation: [String] { isExplained ? transcript.explanation.map(style.dim) : [] }

    private var event: [String] {
        let words = [transcript.eventLabel, transcript.eventName].compactMap(\.self)
        return words.isEmpty ? [] : [words.joined(separator: " ")]
    }

    private func lines(of talk: Talk) -> [String] {
        let label = [talk.kindLabel, talk.ordinal.map(String.init) ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
        let shortID = talk.id.rawValue.split(separator: "-").last.map(String.init) ?? talk.id.rawValue
        let head = [shortID, label, talk.title ?? "(no title)"].filter { !$0.isEmpty }.joined(separator: "  ")
        var lines = ["", "\(style.bold(head))  \(range(talk.lines))"]
        for person in talk.participations {
            let details = [person.affiliation?.text, person.roleTitle].compactMap(\.self)
            lines.append("    \(person.name)" + (details.isEmpty ? "" : " (\(details.joined(separator: ", ")))"))
        }
        let loose = talk.passages.filter { $0.section == nil }
        if !talk.hasTranscript { lines.append("    no text") }
        if !loose.isEmpty { lines.append("    \(contents(loose))") }
        let sections = Dictionary(grouping: talk.passages.filter { $0.kind != .heading }, by: \.section)
        for section in talk.sections {
            let indent = String(repeating: "   ", count: section.level)
            let title = [section.numberLabel, section.title].compactMap(\.self).joined(separator: " ")
            let inside = sections[section.id] ?? []
            lines.append(
                " \(indent)\(title)  \(range(section.lines))" + (inside.isEmpty ? "" : "  \(contents(inside))"))
        }
        return lines
    }

    private func contents(_ passages: [Passage]) -> String {
        Passage.Kind.allCases.compactMap { kind in
            let count = passages.count { $0.kind == kind }
            return count == 0 ? nil : Count(singular: kind.rawValue, plural: kind.rawValue + "s").of(count)
        }.joined(separator: ", ")
    }

    private func range(_ lines: ClosedRange<Int>) -> String {
        lines.count == 1 ? "[line \(lines.lowerBound)]" : "[lines \(lines.lowerBound)–\(lines.upperBound)]"
    }

    /// How many lines of each class there are: together they are all lines of the file.
    private var ledger: String {
        // By index: a whole line would be copied, with its five texts, to ask for its class.
        let lines = transcript.lines
        var totals: [SourceLine.Class: Int] = [:]
        for index in lines.indices { totals[lines[index].lineClass, default: 0] += 1 }
        let counts = SourceLine.Class.allCases.compactMap { lineClass in
            totals[lineClass].map { "\(lineClass.rawValue) \($0)" }
        }
        return "every line: " + counts.joined(separator: ", ")
    }

    /// What a person set right, in the order of the event's file.
    private var corrections: [String] {
        checked.corrections.filter { $0.obstacle == nil }.map { correction in
            let voice = correction.voice.map { "'\($0.label)'" }
            let subject =
                voice ?? correction.passage?.rawValue ?? correction.panelist?.rawValue ?? correction.talk?.rawValue
            let after = correction.after.isEmpty ? "nobody" : "'\(correction.after)'"
            let change = correction.before.map { "'\($0)' → \(after)" } ?? after
            return "corrected: \(subject ?? correction.event.rawValue) \(correction.change.rawValue) \(change)"
                + (correction.reason.map { " (\($0))" } ?? "")
        }
    }

    private var diagnostics: [String] {
        checked.diagnostics.map { style.severity($0.diagnostic.severity, $0.description) }
    }
}
