import KoreanText
import Proceedings

/// Reads the people of a head: names, where they are from, and what part they have.
extension HeadReader {
    /// Reads what follows the first name: its affiliation, and further people with theirs.
    ///
    /// - Parameters:
    ///   - hasParts: Whether people are named with the part that they have in the item.
    ///   - areBelow: Whether names stand below where the people are from.
    func readPeople(
        _ rows: [Int], from start: Int, hasParts: Bool = false, areBelow: Bool = false, into head: inout Head
    ) {
        var position = start
        var role: ParticipationRole?
        if head.people.allSatisfy({ $0.affiliation?.affiliation == nil }) {
            readAffiliation(rows, &position, into: &head)
        }
        while position < rows.count {
            let row = rows[position]
            if layout.separators.contains(row) {
                take(row, as: .separator, into: &head)
                position += 1
                continue
            }
            guard mayName(row) else { break }
            if let part = PartLine(layout, row) {
                let isListed = hasParts && !part.isNumbered
                guard part.kind == .moderation || head.label.kind == .roundtable || isListed else { break }
                // Those who follow without a word are what this one is, but for a chair.
                role = isListed ? part.kind.participationRole : .discussant
                if part.kind == .moderation { role = nil }
                take(people: part.people, at: row, role: role ?? .moderator, into: &head)
                position += 1
                if !part.people.saysWhereFrom { readAffiliation(rows, &position, into: &head) }
                continue
            }
            if areBelow, position + 1 < rows.count, let line = PersonLine(layout.text(rows[position + 1])),
                isAffiliation(rows, before: position + 1, of: line)
            {
                take(line, at: rows[position + 1], from: row, into: &head)
                position += 2
                continue
            }
            if let chair = chair(rows, position, of: head) {
                take(row, as: .name, into: &head)
                take(people: chair.line, at: rows[position + 1], role: chair.role, into: &head)
                position += 2
                if !chair.line.saysWhereFrom { readAffiliation(rows, &position, into: &head) }
                continue
            }
            let next = position + 1 < rows.count ? rows[position + 1] : nil
            let known = PersonLine(layout.text(row))
            if known.map({ $0.likelihood < .plausible }) ?? true, let line = ofUnknownOffice(row, before: next),
                speaks(line, in: head)
            {
                take(people: line, at: row, role: role, into: &head)
                position += 1
                continue
            }
            guard let line = known, isOneMore(line, rows, position, of: head) else { break }
            take(people: line, at: row, role: role, into: &head)
            position += 1
            if !line.saysWhereFrom { readAffiliation(rows, &position, into: &head) }
        }
    }

    /// Whether a row is of a width at which people are named.
    private func mayName(_ row: Int) -> Bool {
        let (text, width) = (layout.text(row), layout.width(row))
        // Only a list of people with their part is longer than a person.
        guard width <= ItemLabel.widestLine, width <= Self.widestPerson || text.holds("), ") else { return false }
        return width <= Self.widestPlainPerson || text.utf8.contains { "(,|/".utf8.contains($0) }
    }

    /// Whether a row after the first name names somebody else, by the row and by those below.
    private func isOneMore(_ line: PersonLine, _ rows: [Int], _ position: Int, of head: Head) -> Bool {
        let next = rows.dropFirst(position + 1).first
        let isFollowed =
            next.map {
                !endsProse($0) && layout.width($0) <= Self.widestPerson
                    && (AffiliationLine.likelihood(layout.text($0)) == .role
                        || line.isForeignName && AffiliationLine.isEnglishPair(layout.text($0)))
            } ?? false
        // A foreign name shows by its form alone only that it could be one.
        guard line.likelihood >= .plausible else {
            return isFollowed && line.isForeignName && !isOffice(rows, position + 1)
        }
        return line.hasAffiliation || isFollowed || isOffice(rows, position + 2)
            || (line.likelihood == .evident && next.map { !endsProse($0) } == true)
            || (line.people.count > 1 && head.label.kind == .roundtable)
    }

    /// How many rows of a discussion are searched for a turn of someone who is named in its head.
    static let turnReach = 80

    /// Whether one who may be named in a discussion's head has a turn in it.
    private func speaks(_ line: PersonLine, in head: Head) -> Bool {
        guard head.label.kind == .roundtable || (head.label.kind == .discussion && head.label.ordinal == nil),
            let name = line.people.first?.name
        else { return false }
        // So far the head ends at its label.
        return layout.content.dropFirst(head.end).prefix(Self.turnReach).contains {
            turns.speaker(at: $0)?.name == name
        }
    }

    /// Someone in a discussion whose part (`좌장`) stands on a line of its own before the name.
    private func chair(
        _ rows: [Int], _ position: Int, of head: Head
    ) -> (line: PersonLine, role: ParticipationRole)? {
        guard head.label.kind == .roundtable, position + 1 < rows.count,
            let label = ItemLabel(layout.text(rows[position])), label.rest == nil,
            let line = PersonLine(layout.text(rows[position + 1])), line.likelihood >= .plausible
        else { return nil }
        return (line, label.kind == .moderation ? .moderator : .discussant)
    }

    /// The widest line, in columns, that says where somebody is from without a word that tells so, and how many words it has.
    private static let widestUnknown = 44, mostUnknownWords = 5
    /// The widest line that is an office and nothing else, and how many words it has.
    private static let widestOffice = 40, mostOfficeWords = 3

    private func readAffiliation(_ rows: [Int], _ position: inout Int, into head: inout Head) {
        guard position < rows.count, let last = head.people.indices.last else { return }
        let row = rows[position]
        guard !layout.separators.contains(row), layout.width(row) <= Self.widestPerson else { return }
        let text = layout.text(row)
        let likelihood = AffiliationLine.likelihood(text)
        let hasOffice = head.people[last].affiliation != nil
        if likelihood == .unknown {
            let isShort =
                layout.width(row) <= Self.widestUnknown && text.words.count <= Self.mostUnknownWords
                || AffiliationLine.isEnglishPair(text)
            let isFull =
                position + 1 < rows.count && layout.isFull(row, before: rows[position + 1])
            guard !hasOffice || isOffice(rows, position + 1), isShort, !isFull, !endsProse(row),
                BlockMarker(layout.manuscript, row) == nil,
                PersonName(text).map({ $0.likelihood < .plausible }) ?? true
            else { return }
        } else if endsProse(row) {
            return
        }
        var line = AffiliationLine(text)
        if isOffice(rows, position + 1), likelihood != .role {
            line = AffiliationLine(organization: text, role: nil, printed: text)
        }
        take(row, as: .affiliation, into: &head)
        position += 1
        if line.role == nil, position < rows.count, layout.width(rows[position]) <= Self.widestOffice {
            let next = layout.text(rows[position])
            if AffiliationLine.likelihood(next) == .role, next.words.count <= Self.mostOfficeWords,
                let organization = line.affiliation?.text
            {
                line = AffiliationLine("\(organization) \(next)")
                take(rows[position], as: .affiliation, into: &head)
                position += 1
            }
        }
        for person in head.people.indices
        where head.people[person].affiliation?.affiliation == nil && person <= last {
            // `홍길동 박사` is called what the line below says, where it says anything.
            if line.role == nil { line.role = head.people[person].affiliation?.role }
            head.people[person].affiliation = line
            head.people[person].affiliationRow = row
        }
    }

    /// Whether a row is an office and nothing else (`변호사`, `수석 연구위원`).
    func isOffice(_ rows: [Int], _ position: Int) -> Bool {
        guard position < rows.count, layout.width(rows[position]) <= Self.widestOffice,
            !layout.endsSentence(rows[position])
        else {
            return false
        }
        let words = layout.text(rows[position]).words.map(String.init)
        return words.count <= 2 && words.last.map(AffiliationLine.isRole) == true
            && words.dropLast().allSatisfy { !AffiliationLine.isOrganization($0) }
    }

    /// Takes a person whose affiliation stands on the line above.
    func take(_ line: PersonLine, at row: Int, from affiliationRow: Int, into head: inout Head) {
        take(people: line, at: row, into: &head)
        take(affiliationRow, as: .affiliation, into: &head)
        guard let last = head.people.indices.last else { return }
        head.people[last].affiliation = AffiliationLine(layout.text(affiliationRow))
        head.people[last].affiliationRow = affiliationRow
    }

    /// Whether the line above a name says where the person is from, and not the line below.
    func isAffiliation(_ rows: [Int], before position: Int, of line: PersonLine) -> Bool {
        guard position > 0, line.people.count == 1, !line.hasAffiliation, line.likelihood >= .plausible else {
            return false
        }
        let row = rows[position - 1]
        let text = layout.text(row)
        guard !layout.separators.contains(row), layout.width(row) <= Self.widestPlainPerson,
            AffiliationLine.likelihood(text) == .role, text.words.count > 1, !endsProse(row),
            PersonLine(text).map({ $0.likelihood < .plausible }) ?? true || AffiliationLine.isShortNamed(text)
        else { return false }
        guard position + 1 < rows.count, !layout.separators.contains(rows[position + 1]) else { return true }
        let next = rows[position + 1]
        let isText =
            endsProse(next) || layout.width(next) > Self.widestPerson
            || (layout.wrap.isWrapped && layout.wrap.isLong(layout.width(next)))
        // In a list, what stands below is the next one's.
        let isNextOnes =
            position + 2 < rows.count
            && PersonLine(layout.text(rows[position + 2])).map { $0.likelihood >= .plausible } == true
        return AffiliationLine.likelihood(layout.text(next)) != .role || isText || isNextOnes
    }
}
