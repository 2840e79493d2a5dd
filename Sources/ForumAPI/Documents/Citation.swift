import ForumStore
import Proceedings

/// What is needed to cite a passage.
struct Citation {
    /// The passage's identifier.
    let id: String
    private var title = ""
    private var event = ""
    private var date: String?
    private var language: String?
    private var organizers: [String] = []
    private var authors: [String] = []
    private var pages: [String] = []
    private var lines: [String] = []

    /// Reads what is known of a passage; `nil` where there is none.
    init?(_ id: Passage.ID, from store: StoreReader) throws(StoreError) {
        self.id = id.rawValue
        var talk = ""
        var eventID = ""
        var citation: (pages: [String], lines: [String], speaker: String?, isOfNobody: Bool)?
        try store.passage(id) { row throws(StoreError) in
            talk = try row.talk.existing { $0.id.string }
            eventID = try row.event.existing { $0.id.string }
            var pages: [String] = []
            var lines: [String] = []
            try row.forEachSpan { span throws(StoreError) in
                if let page = span.printedPage.optionalString, pages.last != page { pages.append(page) }
                let source = try span.source.existing { $0.id.string }
                lines.append("\(source) \(span.lines.lowerBound)-\(span.lines.upperBound)")
            }
            let speaker = try row.panelist.read { $0.name.string } ?? row.voiceLabel.optionalString
            citation = (pages, lines, speaker, row.isOfNobody)
        }
        guard let citation else { return nil }
        (pages, lines) = (citation.pages, citation.lines)
        authors = citation.speaker.map { [$0] } ?? []
        try readTalk(Talk.ID(talk), namesEveryone: authors.isEmpty && !citation.isOfNobody, store)
        try readEvent(Event.ID(eventID), store)
    }

    private mutating func readTalk(
        _ id: Talk.ID, namesEveryone: Bool, _ store: StoreReader
    ) throws(StoreError) {
        var title = ""
        var people: [String] = []
        try store.talk(id) { row throws(StoreError) in
            let label = row.reference.kindLabel.string + (row.reference.ordinal.map { " \($0)" } ?? "")
            title = row.reference.title.optionalString ?? label
            try row.forEachParticipant { person throws(StoreError) in
                try person.panelist.read { people.append($0.name.string) }
            }
        }
        self.title = title
        if namesEveryone { authors = people }
    }

    private mutating func readEvent(_ id: Event.ID, _ store: StoreReader) throws(StoreError) {
        var names: [String] = []
        var facts: (name: String, date: String?, language: String?)?
        try store.event(id) { row throws(StoreError) in
            facts = (
                row.name.optionalString ?? row.label.optionalString ?? row.id.string, row.startDate.optionalString,
                row.language.optionalString
            )
            try row.forEachOrganizer { organizer throws(StoreError) in names.append(organizer.string) }
        }
        organizers = names
        guard let facts else { return }
        (event, date, language) = facts
        // What has neither title nor label is the whole of its event.
        if title.isEmpty { title = event }
    }

    /// The first and the last printed page.
    private func pageRange(_ separator: String) -> String? {
        guard let first = pages.first, let last = pages.last else { return nil }
        return first == last ? first : first + separator + last
    }

    /// The numbers of the date: year, month, day, as far as they are known.
    private var dateParts: [Int] { (date ?? "").split(separator: "-").compactMap { Int($0) } }

    private var note: String { "Passage \(id), lines \(lines.joined(separator: ", "))" }

    /// Writes the passage as CSL-JSON, an array of one item.
    func write(to writer: inout JSONWriter) {
        writer.array { writer in
            writer.object { writer in
                writer.member("id", id)
                writer.member("type", "paper-conference")
                writer.member("title", title)
                writer.array("author") { writer in
                    for author in authors { writer.object { writer in writer.member("literal", author) } }
                }
                writer.member("container-title", event)
                writer.member("event-title", event)
                if !organizers.isEmpty { writer.member("publisher", organizers.joined(separator: ", ")) }
                if !dateParts.isEmpty {
                    writer.object("issued") { writer in
                        writer.array("date-parts") { writer in
                            writer.array { writer in
                                for part in dateParts { writer.value(part) }
                            }
                        }
                    }
                }
                if let pages = pageRange("-") { writer.member("page", pages) }
                if let language { writer.member("language", language) }
                writer.member("note", note)
            }
        }
    }

    /// The passage in one line, as a footnote has it: who, what, where, when, page and lines.
    var line: String {
        var parts = authors.isEmpty ? [] : [authors.joined(separator: ", ")]
        if title != event { parts.append("“\(title)”") }
        parts.append(event + (date.map { " (\($0))" } ?? ""))
        if let pages = pageRange("–") { parts.append("p. \(pages)") }
        return parts.joined(separator: ", ") + ". " + note + "."
    }

    /// The passage as a BibTeX entry.
    var bibTeX: String {
        var fields = [("title", "{\(Self.escaped(title))}"), ("booktitle", "{\(Self.escaped(event))}")]
        if !authors.isEmpty {
            fields.insert(("author", authors.map { "{\(Self.escaped($0))}" }.joined(separator: " and ")), at: 0)
        }
        if !organizers.isEmpty { fields.append(("organization", Self.escaped(organizers.joined(separator: ", ")))) }
        if let year = dateParts.first { fields.append(("year", String(year))) }
        if dateParts.count > 1 { fields.append(("month", String(dateParts[1]))) }
        if let pages = pageRange("--") { fields.append(("pages", Self.escaped(pages))) }
        fields.append(("note", Self.escaped(note)))
        let key = id.filter { !"{}(),=#%~\\\"' ".contains($0) }
        return "@inproceedings{\(key),\n" + fields.map { "  \($0.0) = {\($0.1)}" }.joined(separator: ",\n") + "\n}\n"
    }

    /// The text with what TeX would take for commands escaped.
    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            switch character {
            case "\\": result += "\\textbackslash{}"
            case "~": result += "\\textasciitilde{}"
            case "^": result += "\\textasciicircum{}"
            case "{", "}", "&", "%", "$", "#", "_": result += "\\\(character)"
            default: result.append(character)
            }
        }
    }
}
