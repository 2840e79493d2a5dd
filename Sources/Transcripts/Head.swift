import KoreanText
import Proceedings

/// What stands between a programme item's label and its text: title, separator, people and where they are from.
struct Head {
    /// A person with the rows that say so.
    struct Person {
        var name: String
        var printed: String
        var affiliation: AffiliationLine?
        var role: ParticipationRole?
        var nameRow: Int
        var affiliationRow: Int?
    }

    var label: ItemLabel
    var labelRow: Int
    var titleRows: [Int] = []
    /// A title that stands on the label's own line.
    var titleBeside: String?
    var people: [Person] = []
    /// What each row of the head is.
    var classes: [Int: SourceLine.Class] = [:]
    /// The index in the content at which the text begins.
    var end: Int
    /// How much speaks for a programme item here.
    var evidence = 0
}

/// Reads heads out of a layout's content.
struct HeadReader {
    /// How many rows after a label are searched for a name.
    static let reach = 8
    /// How many rows a title may take.
    static let mostTitleRows = 5

    /// The widest line, in columns, that names people or says where they are from.
    static let widestPerson = 80
    /// The widest of them without any mark between name and affiliation.
    static let widestPlainPerson = 56
    /// The score from which a name is not looked for any further.
    static let sureScore = 5

    let layout: Layout

    /// Reads the head that begins with a label.
    ///
    /// - Parameter index: Where the label stands in the content.
    func head(_ label: ItemLabel, at index: Int) -> Head {
        let labelRow = layout.content[index]
        var head = Head(label: label, labelRow: labelRow, end: index + 1)
        head.classes[labelRow] = .item
        let rows = window(after: index, isRoundtable: label.kind == .roundtable)
        if let rest = label.rest { readRest(rest, into: &head) }
        if head.people.isEmpty, !startsWithChair(rows, head), let name = bestName(rows) {
            for position in 0..<name.position {
                let row = rows[position]
                if layout.separators.contains(row) {
                    take(row, as: .separator, into: &head)
                } else {
                    head.titleRows.append(row)
                    take(row, as: .title, into: &head)
                }
            }
            head.evidence += name.score
            take(people: name.line, at: rows[name.position], into: &head)
            readPeople(rows, from: name.position + 1, into: &head)
        } else if head.people.isEmpty {
            readWithoutName(rows, into: &head)
        } else {
            head.evidence += 3
            readPeople(rows, from: 0, into: &head)
        }
        head.end = index + head.classes.count
        readTitleAfter(into: &head)
        return head
    }

    /// The rows after a label up to the next one; those of a discussion also end at the first turn.
    private func window(after index: Int, isRoundtable: Bool) -> [Int] {
        var rows: [Int] = []
        for row in layout.content.dropFirst(index + 1).prefix(24) {
            let label = ItemLabel(layout.manuscript, row)
            if let label, label.rest == nil, !(isRoundtable && label.kind == .moderation) { break }
            if isRoundtable, label == nil, SpeakerLabel(layout.manuscript, row) != nil { break }
            rows.append(row)
        }
        return rows
    }

    private func take(_ row: Int, as lineClass: SourceLine.Class, into head: inout Head) {
        head.classes[row] = lineClass
        if lineClass == .separator { head.evidence += 2 }
    }

    /// Whether a discussion's head begins by naming its chair.
    private func startsWithChair(_ rows: [Int], _ head: Head) -> Bool {
        guard head.label.kind == .roundtable, let first = rows.first else { return false }
        return ItemLabel(layout.text(first)) != nil
    }

    private func readRest(_ rest: String, into head: inout Head) {
        if let line = PersonLine(rest), line.likelihood >= .plausible, line.hasAffiliation || head.label.isMarkedOff {
            take(people: line, at: head.labelRow, into: &head)
        } else {
            head.titleBeside = rest
        }
    }

    private func take(people line: PersonLine, at row: Int, role: ParticipationRole? = nil, into head: inout Head) {
        for person in line.people {
            head.people.append(
                Head.Person(
                    name: person.name, printed: person.printed, affiliation: person.affiliation, role: role,
                    nameRow: row,
                    affiliationRow: person.affiliation == nil ? nil : row))
        }
        if head.classes[row] == nil { take(row, as: .name, into: &head) }
    }

    private static let abbreviations: SuffixSet = [
        "Inc.", "Ltd.", "Co.", "Corp.", "Univ.", "Inst.", "Dept.", "Jr.", "Sr.",
    ]

    /// Whether a row ends a sentence, and not in the point of a company's name.
    private func endsProse(_ row: Int) -> Bool {
        guard layout.endsSentence(row) else { return false }
        let text = layout.text(row)
        return !Self.abbreviations.match(text, atLeast: 0)
    }

    /// The likeliest name among the first rows.
    private func bestName(_ rows: [Int]) -> (position: Int, line: PersonLine, score: Int)? {
        var best: (position: Int, line: PersonLine, score: Int)?
        var titleRows = 0
        for (position, row) in rows.prefix(Self.reach).enumerated() {
            if layout.separators.contains(row) { continue }
            let next = position + 1 < rows.count ? rows[position + 1] : nil
            if layout.width(row) <= Self.widestPerson, let line = PersonLine(layout.text(row)) {
                let score =
                    score(line, row, after: position > 0 ? rows[position - 1] : nil, before: next) - titleRows / 2
                if score > (best?.score ?? 1) { best = (position, line, score) }
                if score >= Self.sureScore { break }
            }
            titleRows += 1
            let marker = BlockMarker(layout.manuscript, row)
            let isHeading = marker.map { $0.style.isCounted && !$0.isTight } ?? false
            let isLong = layout.width(row) * 5 > layout.wrap.longWidth * 4 || layout.text(row).holds(". ")
            let isProse = isLong && layout.manuscript.lastScalars(row, 1).first == "."
            if isHeading || isProse || titleRows > Self.mostTitleRows { break }
        }
        return best
    }

    private func score(_ line: PersonLine, _ row: Int, after previous: Int?, before next: Int?) -> Int {
        var score: Int
        switch line.likelihood {
        case .evident: score = 4
        case .plausible: score = 2
        case .possible: score = 0
        }
        if let previous, layout.separators.contains(previous) { score += 3 }
        if line.hasAffiliation {
            score += 2
        } else if let next, !layout.separators.contains(next), layout.width(next) <= Self.widestPerson, !endsProse(next)
        {
            switch AffiliationLine.likelihood(layout.text(next)) {
            // A line with a name of its own says where that person is from.
            case .role where namesPerson(next): break
            case .role where line.likelihood == .possible:
                // A bare office follows an organization (`법무법인 미래`, `변호사`) as well as it would a foreign name.
                let isName = AffiliationLine.likelihood(layout.text(row)) == .unknown && !isOffice([next], 0)
                score += isName ? 4 : 1
            case .role: score += 3
            case .organization: score += 1
            case .unknown: break
            }
        }
        return score
    }

    /// Whether a row holds a person's name together with where the person is from.
    private func namesPerson(_ row: Int) -> Bool {
        guard let line = PersonLine(layout.text(row)) else { return false }
        return line.likelihood >= .plausible && line.saysWhereFrom
    }

    /// Reads what follows the first name: its affiliation, and further people with theirs.
    private func readPeople(_ rows: [Int], from start: Int, into head: inout Head) {
        var position = start
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
            guard layout.width(row) <= Self.widestPerson else { break }
            let text = layout.text(row)
            if layout.width(row) > Self.widestPlainPerson, !text.utf8.contains(where: { "(,|/".utf8.contains($0) }) {
                break
            }
            if let label = ItemLabel(text), let rest = label.rest, let line = PersonLine(rest),
                line.likelihood >= .plausible
            {
                guard label.kind == .moderation || head.label.kind == .roundtable else { break }
                take(people: line, at: row, role: label.kind == .moderation ? .moderator : .discussant, into: &head)
                position += 1
                continue
            }
            if let chair = chair(rows, position, of: head) {
                take(row, as: .name, into: &head)
                take(people: chair, at: rows[position + 1], role: .moderator, into: &head)
                position += 2
                if !chair.saysWhereFrom { readAffiliation(rows, &position, into: &head) }
                continue
            }
            guard let line = PersonLine(text) else { break }
            let next = position + 1 < rows.count ? rows[position + 1] : nil
            let isFollowed =
                next.map {
                    !endsProse($0) && layout.width($0) <= Self.widestPerson
                        && AffiliationLine.likelihood(layout.text($0)) == .role
                } ?? false
            // A foreign name shows by its form alone only that it could be one.
            guard
                line.likelihood >= .plausible
                    ? line.hasAffiliation || isFollowed || isOffice(rows, position + 2)
                    : isFollowed && isForeign(line) && !isOffice(rows, position + 1)
            else { break }
            take(people: line, at: row, into: &head)
            position += 1
            if !line.saysWhereFrom { readAffiliation(rows, &position, into: &head) }
        }
    }

    /// Whether a line holds nothing but a foreign name of two words or more.
    private func isForeign(_ line: PersonLine) -> Bool {
        line.people.count == 1
            && line.people.allSatisfy {
                let words = $0.name.words
                return words.count >= 2 && !words.contains { AffiliationLine.isEnglishRole(String($0)) }
                    && AffiliationLine.likelihood($0.name) == .unknown
            }
    }

    /// The chair of a discussion whose part (`좌장`) stands on a line of its own before the name.
    private func chair(_ rows: [Int], _ position: Int, of head: Head) -> PersonLine? {
        guard head.label.kind == .roundtable, position + 1 < rows.count,
            let label = ItemLabel(layout.text(rows[position])), label.rest == nil,
            let line = PersonLine(layout.text(rows[position + 1])), line.likelihood >= .plausible
        else { return nil }
        return line
    }

    private func readAffiliation(_ rows: [Int], _ position: inout Int, into head: inout Head) {
        guard position < rows.count, let last = head.people.indices.last else { return }
        let row = rows[position]
        guard !layout.separators.contains(row), layout.width(row) <= Self.widestPerson else { return }
        let text = layout.text(row)
        let likelihood = AffiliationLine.likelihood(text)
        let hasOffice = head.people[last].affiliation != nil
        if likelihood == .unknown {
            let isShort = layout.width(row) <= 44 && text.words.count <= 5
            let isFull =
                position + 1 < rows.count && layout.wrap.isFull(layout.manuscript, row, before: rows[position + 1])
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
        if line.role == nil, position < rows.count, layout.width(rows[position]) <= 40 {
            let next = layout.text(rows[position])
            if AffiliationLine.likelihood(next) == .role, next.words.count <= 3,
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
    private func isOffice(_ rows: [Int], _ position: Int) -> Bool {
        guard position < rows.count, layout.width(rows[position]) <= 40, !layout.endsSentence(rows[position]) else {
            return false
        }
        let words = layout.text(rows[position]).words.map(String.init)
        return words.count <= 2 && words.last.map(AffiliationLine.isRole) == true
            && words.dropLast().allSatisfy { !AffiliationLine.isOrganization($0) }
    }

    /// Reads a head in which nobody is named: what stands before a separator is its title.
    private func readWithoutName(_ rows: [Int], into head: inout Head) {
        if startsWithChair(rows, head) {
            readPeople(rows, from: 0, into: &head)
            head.evidence += 3
            return
        }
        guard let separator = rows.prefix(4).firstIndex(where: layout.separators.contains) else { return }
        for row in rows[..<separator] where !layout.endsSentence(row) {
            head.titleRows.append(row)
            take(row, as: .title, into: &head)
        }
        guard head.titleRows.count == separator else {
            for row in head.titleRows { head.classes[row] = nil }
            head.titleRows = []
            return
        }
        take(rows[separator], as: .separator, into: &head)
    }

    /// Reads a title that stands after the affiliation: a short line that ends no sentence, with prose after it.
    private func readTitleAfter(into head: inout Head) {
        guard head.titleRows.isEmpty, head.titleBeside == nil, !head.people.isEmpty else { return }
        let rows = Array(layout.content.dropFirst(head.end).prefix(4))
        if rows.count >= 4, isTitleLine(rows[0], before: rows[1]), isTitleLine(rows[1], before: rows[2]),
            !isTitleLine(rows[2], before: rows[3])
        {
            for row in rows.prefix(2) {
                head.titleRows.append(row)
                take(row, as: .title, into: &head)
            }
            head.end += 2
            if layout.separators.contains(rows[2]) {
                take(rows[2], as: .separator, into: &head)
                head.end += 1
            }
            return
        }
        guard let row = rows.first, rows.count >= 2, isTitle(row, before: rows[1]) else { return }
        head.titleRows = [row]
        take(row, as: .title, into: &head)
        head.end += 1
        if layout.separators.contains(rows[1]) {
            take(rows[1], as: .separator, into: &head)
            head.end += 1
        }
    }

    /// Whether a row by itself could be a line of a title: short, unmarked, no sentence.
    private func isTitleLine(_ row: Int, before next: Int) -> Bool {
        let isShort = layout.width(row) < (layout.wrap.isWrapped ? layout.wrap.longWidth * 4 / 5 : Self.widestPerson)
        let hadRoom = layout.wrap.isWrapped && !layout.wrap.isFull(layout.manuscript, row, before: next)
        return (isShort || hadRoom) && !layout.separators.contains(row) && !layout.endsSentence(row)
            && BlockMarker(layout.manuscript, row) == nil && ItemLabel(layout.manuscript, row) == nil
            && SpeakerLabel(layout.manuscript, row) == nil && layout.manuscript.rows[row].wideGaps == 0
    }

    private func isTitle(_ row: Int, before next: Int) -> Bool {
        let layout = layout
        guard !layout.separators.contains(row), BlockMarker(layout.manuscript, row) == nil,
            ItemLabel(layout.manuscript, row) == nil, !layout.endsSentence(row) || layout.text(row).hasSuffix("?"),
            !Punctuation.expectsMore(layout.manuscript, row)
        else { return false }
        if layout.separators.contains(next) { return true }
        if ItemLabel(layout.manuscript, next).map({ $0.rest == nil }) == true { return false }
        let isBroken = layout.wrap.isWrapped && layout.wrap.isFull(layout.manuscript, row, before: next)
        let isShort = layout.wrap.isWrapped ? layout.width(row) * 5 < layout.wrap.longWidth * 4 : layout.width(row) < 80
        let isFollowed =
            BlockMarker(layout.manuscript, next) != nil || layout.width(next) > layout.width(row)
            || layout.endsSentence(next)
        return !isBroken && isShort && isFollowed && SpeakerLabel(layout.manuscript, row) == nil
    }
}
