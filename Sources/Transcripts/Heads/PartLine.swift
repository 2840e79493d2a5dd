import Proceedings

/// A line of a head that names people with the part they have: `발표 : 홍길동 (서울대학교 교수)`, `좌장 홍길동 (…)`.
struct PartLine {
    /// What they do.
    var kind: TalkKind
    /// Whether a number stands with the part, as with the label of an item.
    var isNumbered: Bool
    /// The people.
    var people: PersonLine

    /// Reads a row, or gives `nil` where it names nobody with a part.
    init?(_ layout: Layout, _ row: Int) {
        if let label = layout.labels[row] {
            guard let rest = label.rest else { return nil }
            if let line = PersonLine(rest),
                line.likelihood >= .plausible
                    || ((label.kind == .moderation || label.kind == .discussion && label.ordinal == nil)
                        && label.isMarkedOff && line.isForeignName
                        && !layout.endsSentence(row))
            {
                self.init(kind: label.kind, isNumbered: label.ordinal != nil, people: line)
            } else if label.isMarkedOff, let line = PersonLine(listed: rest) {
                self.init(kind: label.kind, isNumbered: label.ordinal != nil, people: line)
            } else {
                return nil
            }
            return
        }
        let text = layout.text(row)
        guard let space = text.utf8.firstIndex(of: 0x20) else { return nil }
        let word = text[..<space]
        guard let kind = RoleWords.embedded.part(of: word.last == ":" ? String(word.dropLast()) : String(word)) else {
            return nil
        }
        let rest = text[space...].drop { $0 == " " || $0 == ":" }
        guard let line = Self.people(rest) else { return nil }
        let isList = word.last == ":" && line.people.count > 1
        guard line.hasAffiliation || isList || (kind == .moderation && Self.isFollowedByAffiliation(layout, row)) else {
            return nil
        }
        self.init(kind: kind, isNumbered: false, people: line)
    }

    /// Whether the next row with text says where somebody is from (`사회 홍길동`, `한빛대학교 교수`).
    private static func isFollowedByAffiliation(_ layout: Layout, _ row: Int) -> Bool {
        let rows = layout.manuscript.rows
        guard let next = rows.indices.dropFirst(row + 1).first(where: { !rows[$0].isBlank }),
            rows[next].width <= HeadReader.widestPlainPerson
        else { return false }
        return AffiliationLine.likelihood(layout.text(next)) == .role
    }

    /// The people whom a text after their part names, whatever their office is called.
    private static func people(_ text: Substring) -> PersonLine? {
        if let line = PersonLine(String(text)), line.likelihood >= .plausible { return line }
        return PersonLine(ofUnknownOffice: String(text))
    }

    private init(kind: TalkKind, isNumbered: Bool, people: PersonLine) {
        self.kind = kind
        self.isNumbered = isNumbered
        self.people = people
    }
}
