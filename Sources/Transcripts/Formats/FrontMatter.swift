import KoreanText
import Proceedings

/// The lines between `---` and `---` at the start of a Markdown file: what it says of itself, in YAML.
///
/// Known keys are read in all their common spellings; one note lists the others.
struct FrontMatter {
    /// A person as the front matter names them.
    struct Person: Hashable {
        var name = ""
        var affiliation: String?
        var role: String?
        var isChair = false
        var row = 0
    }

    /// The most lines that front matter may have.
    static let mostLines = 200
    /// How many of the keys that are not used are named.
    static let mostNamedKeys = 12

    private(set) var title: (text: String, row: Int)?
    private(set) var event: String?
    private(set) var label: String?
    private(set) var kind: TalkKind?
    private(set) var ordinal: Int?
    private(set) var people: [Person] = []
    private(set) var dates: ClosedRange<String>?
    private(set) var location: String?

    private var seen: (keys: Set<String>, fields: Set<Field>) = ([], [])
    private var unused: [(key: String, row: Int)] = []
    private var days: [String] = []

    /// The rows of a text's front matter, both fences among them, or `nil` where it has none.
    ///
    /// A key that begins with a small Latin letter or is one that is used makes it front matter: lines of a dialogue between two rules are none.
    static func range(_ manuscript: Manuscript) -> Range<Int>? {
        guard let first = manuscript.rows.first, manuscript.clean[first.clean].elementsEqual("---".utf8) else {
            return nil
        }
        var (entries, others, hasKey) = (0, 0, false)
        for row in manuscript.rows.indices.dropFirst().prefix(mostLines) {
            let line = manuscript.text(row)
            // Prose between two rules begins with no key, or has more lines than keys.
            if line == "---" || line == "..." { return hasKey && others <= entries ? 0..<(row + 1) : nil }
            if line.isEmpty || line.first == "#" { continue }
            if let key = FrontMatterTree.entry(line)?.key {
                entries += 1
                hasKey = hasKey || Field(key) != nil || isIdentifier(key)
            } else if entries == 0 {
                return nil
            } else if manuscript.rows[row].indent == 0, line.first != "-" {
                others += 1
            }
        }
        return nil
    }

    private static func isIdentifier(_ key: String) -> Bool {
        guard let first = key.utf8.first, (0x61...0x7A).contains(first) else { return false }
        return key.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_-".contains($0)) }
    }

    /// Reads the rows, and reports what cannot be read.
    init(_ rows: Range<Int>, _ draft: inout TalkDraft) {
        let manuscript = draft.manuscript
        for row in rows { draft.mark(row, .metadata) }
        let lines = rows.dropFirst().dropLast().filter { !manuscript.rows[$0].isBlank }.map { row in
            FrontMatterTree.Line(row: row, indent: manuscript.rows[row].indent, text: manuscript.text(row))
        }
        let tree = FrontMatterTree(lines)
        for entry in tree.entries { take(entry.key, entry.value, &draft) }
        people.removeAll { $0.name.isEmpty }
        if let first = days.min(), let last = days.max() { dates = first...last }
        if let first = tree.faults.first {
            let more = tree.faults.count > 1 ? ", and \(tree.faults.count - 1) more such lines" : ""
            draft.report(
                .warning, .malformedFrontMatter, row: first.row, column: first.column,
                "expected “key: value” in the front matter\(more)")
        }
        reportUnused(&draft)
    }

    private func reportUnused(_ draft: inout TalkDraft) {
        guard let first = unused.min(by: { $0.row < $1.row }) else { return }
        var named: [String] = []
        for key in unused.map(\.key) where !named.contains(key) && named.count < Self.mostNamedKeys {
            named.append(key)
        }
        let more = unused.count > named.count ? " and \(unused.count - named.count) more" : ""
        draft.report(
            .note, .unknownKey, row: first.row,
            "not used of the front matter: \(named.joined(separator: ", "))\(more)")
    }

    private mutating func take(_ key: String, _ value: FrontMatterTree.Value, _ draft: inout TalkDraft) {
        guard seen.keys.insert(key).inserted else {
            draft.report(
                .warning, .duplicateKey, row: value.keyRow ?? value.row, column: 1,
                "“\(key)” is given twice; the first is kept")
            return
        }
        // Of two names for one thing the first is used; people and days add up.
        guard let field = Field(key),
            seen.fields.insert(field).inserted || [.people, .chairs, .date].contains(field)
        else {
            unused.append((key, value.keyRow ?? value.row))
            return
        }
        switch field {
        case .people, .chairs: addPeople(value, key, isChair: field == .chairs)
        case .date: addDates(value, key)
        case .title, .event, .label, .kind, .ordinal, .location:
            guard case .text(let text) = value.content else {
                unused.append((key, value.row))
                return
            }
            set(field, text, value.row, &draft)
        }
    }

    private mutating func set(_ field: Field, _ text: String, _ row: Int, _ draft: inout TalkDraft) {
        guard !text.isEmpty else { return }
        switch field {
        case .title: title = (text, row)
        case .event: event = text
        case .label: label = text
        case .location: location = text
        case .kind:
            kind = TalkKind(rawValue: text)
            if kind == nil {
                let allowed = TalkKind.allCases.map(\.rawValue).joined(separator: ", ")
                draft.report(
                    .warning, .invalidValue, row: row, column: 1, "unknown kind “\(text)”; allowed are \(allowed)")
            }
        case .ordinal:
            ordinal = Int(text).flatMap { $0 > 0 ? $0 : nil }
            if ordinal == nil {
                draft.report(
                    .warning, .invalidValue, row: row, column: 1,
                    "“\(text)” is no number of an item; expected a whole number from 1")
            }
        case .people, .chairs, .date: break
        }
    }

    private mutating func addDates(_ value: FrontMatterTree.Value, _ key: String) {
        switch value.content {
        case .text(let text):
            let found = text.split(separator: "/").map(ISODay.init)
            if text.isEmpty { return }
            guard found.allSatisfy({ $0 != nil }) else {
                unused.append(("\(key) (no ISO 8601 date)", value.row))
                return
            }
            days += found.compactMap { $0?.text }
        case .list(let values): for value in values { addDates(value, key) }
        case .map(let entries):
            for entry in entries {
                if Field(entry.key) == .date {
                    addDates(entry.value, entry.key)
                } else {
                    unused.append((entry.key, entry.value.row))
                }
            }
        }
    }

    private mutating func addPeople(_ value: FrontMatterTree.Value, _ key: String, isChair: Bool) {
        switch value.content {
        case .text(let text):
            for name in Person.names(in: text, key) { people.append(Person(name, isChair: isChair, row: value.row)) }
        case .list(let values):
            for value in values {
                if case .text(let text) = value.content {
                    people.append(Person(text, isChair: isChair, row: value.row))
                } else {
                    addPeople(value, key, isChair: isChair)
                }
            }
        case .map(let entries):
            var person = Person(isChair: isChair, row: value.row)
            for entry in entries {
                let row = entry.value.keyRow ?? entry.value.row
                guard case .text(let text) = entry.value.content, person.take(entry.key, text, row) else {
                    unused.append((entry.key, row))
                    continue
                }
            }
            people.append(person)
        }
    }
}

extension FrontMatter {
    /// What a key means.
    enum Field: Hashable {
        case title, event, label, kind, ordinal, people, chairs, date, location

        /// Reads a key, whatever its letter case and the signs between its words.
        init?(_ key: String) {
            let plain = key.lowercased().filter { !" _-".contains($0) }
            switch FieldWords.fields[plain] {
            case .title: self = .title
            case .event: self = .event
            case .label: self = .label
            case .kind: self = .kind
            case .ordinal: self = .ordinal
            case .people: self = .people
            case .chairs: self = .chairs
            case .date: self = .date
            case .location: self = .location
            case .personName, .personAffiliation, .personRole, nil: return nil
            }
        }
    }

    /// A day, or a month, as ISO 8601 writes it; the time after it is left out.
    struct ISODay {
        let text: String

        init?(_ text: some StringProtocol) {
            let day = text.drop { $0 == " " }.prefix { $0 != "T" && $0 != " " }
            let parts = day.split(separator: "-", omittingEmptySubsequences: false)
            guard (2...3).contains(parts.count), parts[0].utf8.count == 4,
                parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
                parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }), let month = Int(parts[1]),
                (1...12).contains(month)
            else { return nil }
            let days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
            if parts.count == 3 { guard let day = Int(parts[2]), (1...days).contains(day) else { return nil } }
            self.text = String(day)
        }
    }
}
