import KoreanText
import Proceedings

extension FrontMatter.Person {
    /// Reads a person written on one line: `황의종`, `황의종 (서울경제 논설위원)` or `황의종, 서울경제 논설위원`.
    init(_ text: String, isChair: Bool, row: Int) {
        var text = text[...]
        // An address of mail after a name.
        if text.hasSuffix(">"), let open = text.lastIndex(of: "<") { text = text[..<open] }
        while text.last == " " { text = text.dropLast() }
        var name = text
        var details: Substring?
        if text.last == ")", let open = text.firstIndex(of: "(") {
            (name, details) = (text[..<open], text[text.index(after: open)...].dropLast())
        } else if let comma = text.firstIndex(of: ",") {
            (name, details) = (text[..<comma], text[text.index(after: comma)...])
        }
        let words = { (text: Substring) in text.split(separator: " ").joined(separator: " ") }
        self.init(name: words(name), isChair: isChair, row: row)
        if let details, !words(details).isEmpty {
            let line = AffiliationLine(words(details))
            affiliation = line.affiliation == nil ? nil : words(details)
            role = line.affiliation == nil ? line.role : nil
        }
    }

    /// The people of one line: several where semicolons part them, or commas under a key that means several and all between them are names.
    static func names(in text: String, _ key: String) -> [String] {
        if text.contains(";") { return text.split(separator: ";").map(String.init) }
        let parts = text.split(separator: ",").map { $0.split(separator: " ").joined(separator: " ") }
        let isHangul = { (part: String) in part.unicodeScalars.contains(where: Hangul.isSyllable) }
        let areNames = parts.allSatisfy { part in
            PersonName(part) != nil && (!isHangul(part) || AffiliationLine(part).affiliation == nil)
        }
        let meansSeveral = key.lowercased().hasSuffix("s") || isHangul(key)
        return parts.count > 1 && areNames && meansSeveral && !text.contains("(") ? parts : [text]
    }

    /// Takes what a key says of the person; whether it is of use.
    mutating func take(_ key: String, _ value: String, _ row: Int) -> Bool {
        switch FieldWords.people[key.lowercased()] {
        case .personName: (name, self.row) = (value, row)
        case .personAffiliation: affiliation = value.isEmpty ? nil : value
        case .personRole: role = value.isEmpty ? nil : value
        default: return false
        }
        return true
    }

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
