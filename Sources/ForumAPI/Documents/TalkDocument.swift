import ForumStore
import Proceedings

/// A whole talk as a text to read.
struct TalkDocument {
    /// How the text is marked up.
    enum Markup {
        /// CommonMark.
        case markdown
        /// Not at all.
        case plain
    }

    /// A person with the part printed.
    private struct Person {
        var name: String
        var part: String
    }

    private var title = ""
    private var item = ""
    private var event = ""
    private var people: [Person] = []
    private var blocks: [Block] = []

    /// A passage as it is laid out.
    private struct Block {
        var id: String
        var kind: Passage.Kind
        var text: String
        var marker: String?
        var level = 1
        var label: String?
        var speaker: String?
    }

    /// Reads a talk; `nil` where there is none.
    init?(_ id: Talk.ID, from store: StoreReader) throws(StoreError) {
        var document: (title: String, item: String, event: String)?
        var people: [Person] = []
        try store.talk(id) { row throws(StoreError) in
            let label = row.reference.kindLabel.string + (row.reference.ordinal.map { " \($0)" } ?? "")
            let event = try row.event.existing {
                $0.name.optionalString ?? $0.label.optionalString ?? $0.id.string
            }
            // What has neither title nor label is the whole of its event.
            let title = row.reference.title.optionalString ?? (label.isEmpty ? event : label)
            document = (title, label, event)
            try row.forEachParticipant { person throws(StoreError) in
                let part = [
                    person.participation.affiliation.text.optionalString, person.participation.roleTitle.optionalString,
                ].compactMap(\.self).joined(separator: " ")
                try person.panelist.read { people.append(Person(name: $0.name.string, part: part)) }
            }
        }
        guard let document else { return nil }
        (title, item, event) = document
        self.people = people
        try readBlocks(id, store)
    }

    private mutating func readBlocks(_ id: Talk.ID, _ store: StoreReader) throws(StoreError) {
        var sections: [String: (level: Int, label: String?)] = [:]
        try store.sections(of: id) { row throws(StoreError) in
            sections[row.reference.id.string] = (row.level, row.reference.numberLabel.optionalString)
        }
        var blocks: [Block] = []
        var speaker: String?
        // Whose words the last ones were, where that is printed anywhere above.
        let nobody = "—"
        var place: ListPosition?
        repeat {
            let request = PassageList(
                filter: .only(.talk, id.rawValue), limit: Limits.pageSize,
                start: place.map(ListStart.after) ?? .offset(0))
            place = try store.passages(request) { row throws(StoreError) in
                guard let kind = Passage.Kind(rawValue: row.kind.string) else {
                    throw .inconsistentCorpus(detail: "no kind of passage is called \(row.kind.string)")
                }
                var block = Block(
                    id: row.id.string, kind: kind, text: row.text.string, marker: row.marker.optionalString)
                if block.kind == .heading, let id = try row.section.read({ $0.id.string }), let section = sections[id] {
                    (block.level, block.label) = section
                }
                if row.isSpeakerPrinted || !row.voiceLabel.isNull {
                    let name = try row.panelist.read { $0.name.string } ?? row.voiceLabel.optionalString
                    if name != speaker { (speaker, block.speaker) = (name, name) }
                } else if row.isOfNobody, block.kind.isSpoken, let last = speaker, last != nobody {
                    // What no turn gives to anybody must not read as the words of whoever spoke before.
                    (speaker, block.speaker) = (nobody, nobody)
                }
                blocks.append(block)
            }.next
        } while place != nil
        self.blocks = blocks
    }

    /// The text, ending in a line feed.
    func text(_ markup: Markup) -> String {
        (heads(markup) + blocks.flatMap { paragraphs(of: $0, markup) }).joined(separator: Self.gap) + "\n"
    }

    /// The plain text, and where in it a passage stands; `nil` where it is none of the talk's.
    func plainText(with passage: String) -> (text: String, part: Range<String.Index>)? {
        guard let place = blocks.firstIndex(where: { $0.id == passage }) else { return nil }
        let before = heads(.plain) + blocks[...place].flatMap { paragraphs(of: $0, .plain) }
        let end = before.joined(separator: Self.gap).utf8.count
        let text = text(.plain)
        let start = text.utf8.index(text.startIndex, offsetBy: end - blocks[place].text.utf8.count)
        return (text, start..<text.utf8.index(text.startIndex, offsetBy: end))
    }

    private static let gap = "\n\n"

    /// What stands above the first passage: the title, where it belongs, and who takes part.
    private func heads(_ markup: Markup) -> [String] {
        let isMarkdown = markup == .markdown
        func escaped(_ text: String) -> String { isMarkdown ? Self.escaped(text) : text }
        var paragraphs = [(isMarkdown ? "# " : "") + escaped(title)]
        let place = item.isEmpty || item == title ? event : "\(event), \(item)"
        if place != title { paragraphs.append(escaped(place)) }
        if !people.isEmpty {
            paragraphs.append(
                people.map { person in
                    (isMarkdown ? "- " : "") + escaped(person.name)
                        + (person.part.isEmpty ? "" : " (\(escaped(person.part)))")
                }.joined(separator: "\n"))
        }
        return paragraphs
    }

    /// A passage, below its speaker where that is another than before.
    private func paragraphs(of block: Block, _ markup: Markup) -> [String] {
        let isMarkdown = markup == .markdown
        func escaped(_ text: String) -> String { isMarkdown ? Self.escaped(text) : text }
        var text = escaped(block.text)
        switch block.kind {
        case .heading:
            let label = block.label.map { escaped($0) + " " } ?? ""
            text = (isMarkdown ? String(repeating: "#", count: min(block.level + 1, 6)) + " " : "") + label + text
        case .bullet: text = (isMarkdown ? "-" : block.marker ?? "-") + " " + text
        case .quote: text = (isMarkdown ? "> " : "") + text
        case .paragraph, .table, .footnote, .note: break
        }
        guard let speaker = block.speaker else { return [text] }
        return [isMarkdown ? "**\(escaped(speaker))**" : speaker + ":", text]
    }

    /// The text with what CommonMark would take for markup escaped; a passage is one line.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for (index, character) in text.enumerated() {
            let isMarkup = "\\`*_[]<>&|~".contains(character) || index == 0 && "#+-=".contains(character)
            result += isMarkup ? "\\\(character)" : String(character)
        }
        // `1.` and `1)` at the beginning would begin a list.
        let digits = result.prefix { $0.isASCII && $0.isNumber }
        if !digits.isEmpty, let next = result.dropFirst(digits.count).first, next == "." || next == ")" {
            result.insert("\\", at: digits.endIndex)
        }
        return result
    }
}

extension Passage.Kind {
    /// Whether somebody says such a passage, as far as its kind tells.
    fileprivate var isSpoken: Bool {
        switch self {
        case .paragraph, .bullet, .quote: true
        case .heading, .table, .footnote, .note: false
        }
    }
}
