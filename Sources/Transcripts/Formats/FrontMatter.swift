import KoreanText
import Proceedings

/// The lines between `---` and `---` at the start of a Markdown file: `key: value`, and lists of people.
///
/// A strict part of YAML: one key a line, plain or quoted values, `[a, b]` or `- a` for lists, `- name: a` with
/// `affiliation:` and `role:` below it. Everything else is a diagnostic with its line and column.
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
    /// The keys that are read.
    static let keys = ["title", "event", "label", "kind", "ordinal", "panelists", "speakers", "speaker", "moderator"]

    private(set) var title: (text: String, row: Int)?
    private(set) var event: String?
    private(set) var label: String?
    private(set) var kind: TalkKind?
    private(set) var ordinal: Int?
    private(set) var people: [Person] = []

    private var seen: Set<String> = []
    private var list: String?
    private var isOpenPerson = false

    /// The rows of a text's front matter, both fences among them, or `nil` where it has none.
    static func range(_ manuscript: Manuscript) -> Range<Int>? {
        guard !manuscript.rows.isEmpty, manuscript.text(0) == "---" else { return nil }
        var hasKey = false
        for row in manuscript.rows.indices.dropFirst().prefix(mostLines) {
            let line = manuscript.text(row)
            if line == "---" || line == "..." { return hasKey ? 0..<(row + 1) : nil }
            if key(line) != nil { hasKey = true }
        }
        return nil
    }

    /// The key of `key: value` or `key:`, of ASCII letters, digits, `_` and `-`.
    private static func key(_ line: String) -> (key: String, value: String)? {
        guard let colon = line.firstIndex(of: ":") else { return nil }
        let key = line[..<colon]
        let value = line[line.index(after: colon)...]
        guard key.first?.isLetter == true,
            key.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "_-".contains($0)) }),
            value.isEmpty || value.first == " "
        else { return nil }
        return (String(key), String(value.drop { $0 == " " }))
    }

    /// Reads the rows, and reports what cannot be read.
    init(_ rows: Range<Int>, _ draft: inout TalkDraft) {
        let manuscript = draft.manuscript
        for row in rows {
            draft.mark(row, .metadata)
            let line = manuscript.text(row)
            let isFence = row == rows.lowerBound || row == rows.upperBound - 1
            if isFence || line.isEmpty || line.first == "#" { continue }
            read(line, row, isIndented: manuscript.rows[row].indent > 0, &draft)
        }
        people.removeAll { $0.name.isEmpty }
    }

    private mutating func read(_ line: String, _ row: Int, isIndented: Bool, _ draft: inout TalkDraft) {
        let column = draft.manuscript.rows[row].indent + 1
        if let item = MarkdownLine(line).bullet, item.mark == "-" {
            guard let list else {
                draft.report(
                    .warning, .malformedFrontMatter, row: row, column: column,
                    "an item of no list; expected “panelists:” on a line before it")
                return
            }
            if let (key, value) = Self.key(item.rest) {
                people.append(Person(isChair: list == "moderator", row: row))
                isOpenPerson = true
                take(key, Self.unquoted(value), row, column, &draft)
            } else {
                add(item.rest, list, row)
            }
            return
        }
        guard let (key, value) = Self.key(line) else {
            draft.report(
                .warning, .malformedFrontMatter, row: row, column: column,
                "expected “key: value” in the front matter")
            return
        }
        if isIndented, isOpenPerson {
            take(key, Self.unquoted(value), row, column, &draft)
            return
        }
        (list, isOpenPerson) = (nil, false)
        set(key, value, row, column, &draft)
    }

    private mutating func set(_ key: String, _ value: String, _ row: Int, _ column: Int, _ draft: inout TalkDraft) {
        guard Self.keys.contains(key) else {
            draft.report(
                .warning, .unknownKey, row: row, column: column,
                "unknown key “\(key)” in the front matter; allowed are \(Self.keys.joined(separator: ", "))")
            return
        }
        guard seen.insert(key).inserted else {
            draft.report(
                .warning, .duplicateKey, row: row, column: column, "“\(key)” is given twice; the first is kept")
            return
        }
        let text = Self.unquoted(value)
        switch key {
        case "title": title = text.isEmpty ? nil : (text, row)
        case "event": event = text.isEmpty ? nil : text
        case "label": label = text.isEmpty ? nil : text
        case "kind":
            kind = TalkKind(rawValue: text)
            if kind == nil {
                let allowed = TalkKind.allCases.map(\.rawValue).joined(separator: ", ")
                draft.report(
                    .warning, .invalidValue, row: row, column: column,
                    "unknown kind “\(text)”; allowed are \(allowed)")
            }
        case "ordinal":
            ordinal = Int(text).flatMap { $0 > 0 ? $0 : nil }
            if ordinal == nil {
                draft.report(
                    .warning, .invalidValue, row: row, column: column,
                    "“\(text)” is no number of an item; expected a whole number from 1")
            }
        default:
            if value.isEmpty {
                list = key
            } else if value.hasPrefix("["), value.hasSuffix("]") {
                for name in value.dropFirst().dropLast().split(separator: ",") {
                    add(name.split(separator: " ").joined(separator: " "), key, row)
                }
            } else {
                add(value, key, row)
            }
        }
    }

    private mutating func take(_ key: String, _ value: String, _ row: Int, _ column: Int, _ draft: inout TalkDraft) {
        guard let last = people.indices.last else { return }
        switch key {
        case "name": (people[last].name, people[last].row) = (value, row)
        case "affiliation", "organization": people[last].affiliation = value.isEmpty ? nil : value
        case "role": people[last].role = value.isEmpty ? nil : value
        default:
            draft.report(
                .warning, .unknownKey, row: row, column: column,
                "unknown key “\(key)” of a person; allowed are name, affiliation, role")
        }
    }

    /// Adds a person written on one line: `황의종`, `황의종 (서울경제 논설위원)` or `황의종, 서울경제 논설위원`.
    private mutating func add(_ text: String, _ list: String, _ row: Int) {
        let plain = Self.unquoted(text)
        var name = plain[...]
        var details: Substring?
        if plain.last == ")", let open = plain.firstIndex(of: "(") {
            (name, details) = (plain[..<open], plain[plain.index(after: open)...].dropLast())
        } else if let comma = plain.firstIndex(of: ",") {
            (name, details) = (plain[..<comma], plain[plain.index(after: comma)...])
        }
        let words = { (text: Substring) in text.split(separator: " ").joined(separator: " ") }
        var person = Person(name: words(name), isChair: list == "moderator", row: row)
        if let details, !words(details).isEmpty {
            let line = AffiliationLine(words(details))
            person.affiliation = line.affiliation == nil ? nil : words(details)
            person.role = line.affiliation == nil ? line.role : nil
        }
        people.append(person)
        isOpenPerson = false
    }

    private static func unquoted(_ value: String) -> String {
        guard value.count >= 2, let first = value.first, first == value.last, first == "\"" || first == "'" else {
            return value == "null" || value == "~" ? "" : value
        }
        return String(value.dropFirst().dropLast())
    }
}

extension FrontMatter.Person {
    /// The person's part in the talk.
    func participation(in kind: TalkKind) -> Participation {
        var line: AffiliationLine?
        if let affiliation {
            line =
                role.map { AffiliationLine(organization: affiliation, role: $0, printed: "\(affiliation) \($0)") }
                ?? AffiliationLine(affiliation)
        }
        let closed = PersonName(name)?.name ?? name
        return Participation(
            panelist: Panelist.ID(closed), role: isChair ? .moderator : kind.participationRole, name: closed,
            printedName: name,
            affiliation: line?.affiliation, roleTitle: line?.role ?? role, nameLine: row + 1,
            affiliationLine: line == nil ? nil : row + 1)
    }
}
