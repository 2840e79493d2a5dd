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
    /// How many rows after a label belong to its head at most.
    static let mostRows = 24
    /// How many rows after a label, or after its people, are searched for a title that no name follows.
    static let titleReach = 4
    /// How many rows a title may take.
    static let mostTitleRows = 5

    /// The widest line, in columns, that names people or says where they are from.
    static let widestPerson = 80
    /// The widest of them without any mark between name and affiliation.
    static let widestPlainPerson = 56
    /// The score from which a name is not looked for any further.
    static let sureScore = 5

    let layout: Layout
    /// The turns of the text, which no head reaches over.
    let turns: Turns

    /// Reads the head that begins with a label.
    ///
    /// - Parameter index: Where the label stands in the content.
    func head(_ label: ItemLabel, at index: Int) -> Head {
        let labelRow = layout.content[index]
        var label = label
        // A discussion whose head begins by naming its chair is one with turns.
        if label.kind == .discussion, label.ordinal == nil, label.rest == nil,
            layout.content.dropFirst(index + 1).first.map({ PartLine(layout, $0)?.kind }) == .moderation
        {
            label.kind = .roundtable
        }
        var head = Head(label: label, labelRow: labelRow, end: index + 1)
        head.classes[labelRow] = .item
        let rows = window(after: index, isRoundtable: label.kind == .roundtable)
        if var rest = label.rest {
            for row in rows.prefix(while: { goesOn(in: $0, after: labelRow, of: label) }).prefix(Self.mostTitleRows) {
                rest += " " + layout.text(row)
                take(row, as: .name, into: &head)
            }
            readRest(rest, into: &head)
            if head.people.isEmpty { head.classes = [labelRow: .item] }
        }
        if head.people.isEmpty, !startsWithChair(rows, head), let name = bestName(rows, of: head) {
            let isBelow = isAffiliation(rows, before: name.position, of: name.line)
            for position in 0..<(isBelow ? name.position - 1 : name.position) {
                let row = rows[position]
                if layout.separators.contains(row) {
                    take(row, as: .separator, into: &head)
                } else {
                    head.titleRows.append(row)
                    take(row, as: .title, into: &head)
                }
            }
            head.evidence += name.score
            if isBelow {
                take(name.line, at: rows[name.position], from: rows[name.position - 1], into: &head)
            } else {
                take(people: name.line, at: rows[name.position], role: name.role, into: &head)
            }
            readPeople(rows, from: name.position + 1, hasParts: name.hasPart, areBelow: isBelow, into: &head)
        } else if head.people.isEmpty {
            readWithoutName(rows, into: &head)
        } else {
            head.evidence += 3
            readPeople(rows, from: head.classes.count - 1, into: &head)
        }
        head.end = index + head.classes.count
        readTitleAfter(into: &head)
        return head
    }

    /// The rows after a label up to the next one; those of a discussion also end at the first turn.
    private func window(after index: Int, isRoundtable: Bool) -> [Int] {
        var rows: [Int] = []
        for row in layout.content.dropFirst(index + 1).prefix(Self.mostRows) {
            let label = layout.labels[row]
            // What a turn says is no part of a head.
            if turns.byRow[row] != nil, layout.endsSentence(row) { break }
            // Within a discussion's head stand the parts of its people, on lines of their own.
            let isPart = label.map { $0.kind == .moderation || ($0.kind == .discussion && $0.ordinal == nil) } == true
            if let label, !isRoundtable || !isPart, label.rest == nil { break }
            if let label, !isRoundtable, label.ordinal != nil { break }
            if label == nil, turns.byRow[row] != nil, PartLine(layout, row) == nil {
                break
            }
            rows.append(row)
        }
        return rows
    }

    /// Whether a row set in capitals goes on with the name and office that a label set in capitals begins (`STATEMENT OF …`).
    private func goesOn(in row: Int, after labelRow: Int, of label: ItemLabel) -> Bool {
        guard label.kind == .address, label.isMarkedOff, label.label.utf8.allSatisfy({ !(0x61...0x7A).contains($0) }),
            layout.gap(labelRow, row).blankLines == 0
        else { return false }
        let text = layout.text(row)
        return text.utf8.allSatisfy { !(0x61...0x7A).contains($0) && $0 < 0x80 }
            && text.utf8.contains { (0x41...0x5A).contains($0) }
    }

    func take(_ row: Int, as lineClass: SourceLine.Class, into head: inout Head) {
        head.classes[row] = lineClass
        if lineClass == .separator { head.evidence += 2 }
    }

    /// Whether a discussion's head begins by naming its chair.
    private func startsWithChair(_ rows: [Int], _ head: Head) -> Bool {
        guard head.label.kind == .roundtable, let first = rows.first(where: { !layout.separators.contains($0) }) else {
            return false
        }
        return layout.labels.begins(first) || PartLine(layout, first) != nil
            || PersonLine(layout.text(first))?.people.first?.part == .moderation
    }

    private func readRest(_ rest: String, into head: inout Head) {
        if let line = PersonLine(rest), line.likelihood >= .plausible, line.hasAffiliation || head.label.isMarkedOff {
            take(people: line, at: head.labelRow, into: &head)
        } else {
            head.titleBeside = rest
        }
    }

    func take(people line: PersonLine, at row: Int, role: ParticipationRole? = nil, into head: inout Head) {
        for person in line.people {
            head.people.append(
                Head.Person(
                    name: person.name, printed: person.printed, affiliation: person.affiliation,
                    role: person.part?.participationRole ?? role,
                    nameRow: row,
                    affiliationRow: person.affiliation == nil ? nil : row))
        }
        if head.classes[row] == nil { take(row, as: .name, into: &head) }
    }

    /// Whether a row ends a sentence, and not in the point of a company's name.
    func endsProse(_ row: Int) -> Bool {
        guard layout.endsSentence(row) else { return false }
        let text = layout.text(row)
        return !OrganizationWords.abbreviations.match(text, atLeast: 0)
    }

    /// A name that was found in a head.
    private struct Found {
        var position: Int
        var line: PersonLine
        var score: Int
        /// Whether the part that the person has stands beside the name (`발표 : 홍길동`), and what role it is if not the item's own.
        var hasPart = false
        var role: ParticipationRole?
    }

    /// The likeliest name among the first rows.
    private func bestName(_ rows: [Int], of head: Head) -> Found? {
        let kind = head.label.kind
        var best: Found?
        var titleRows = 0
        for (position, row) in rows.prefix(Self.reach).enumerated() {
            if layout.separators.contains(row) { continue }
            if layout.width(row) <= ItemLabel.widestLine, let part = PartLine(layout, row), !part.isNumbered {
                guard part.kind == kind || part.kind == .keynote || part.kind == .moderation else { break }
                return Found(
                    position: position, line: part.people, score: Self.sureScore, hasPart: true,
                    role: part.kind == .moderation ? .moderator : nil)
            }
            let next = position + 1 < rows.count ? rows[position + 1] : nil
            if layout.width(row) <= Self.widestPerson, let line = PersonLine(layout.text(row)) {
                var score = score(line, row, after: position > 0 ? rows[position - 1] : nil, before: next)
                score += isAffiliation(rows, before: position, of: line) ? 3 : -titleRows / 2
                if score > (best?.score ?? 1) { best = Found(position: position, line: line, score: score) }
                if score >= Self.sureScore { break }
            }
            titleRows += 1
            let marker = BlockMarker(layout.manuscript, row)
            let isHeading = marker.map { $0.style.isCounted && !$0.isTight } ?? false
            let isLong = layout.wrap.isLong(layout.width(row)) || layout.text(row).holds(". ")
            let isProse = isLong && layout.manuscript.lastScalars(row, 1).first == "."
            if isHeading || isProse || titleRows > Self.mostTitleRows { break }
        }
        // Someone is named whose office is of no known kind, where none is whose office is known.
        if best.map({ $0.score <= Self.unknownScore }) ?? true, let unknown = unknownName(rows, of: head) {
            return unknown
        }
        return best
    }

    /// The score of a name whose office is of no known kind, and of one that nothing but its form speaks for.
    private static let unknownScore = 2

    /// The first name among the rows whose office is of no known kind.
    private func unknownName(_ rows: [Int], of head: Head) -> Found? {
        for (position, row) in rows.prefix(Self.reach).enumerated() where !layout.separators.contains(row) {
            let next = rows.dropFirst(position + 1).first
            guard let line = ofUnknownOffice(row, before: next), isNamed(row, before: next, position, of: head) else {
                continue
            }
            return Found(position: position, line: line, score: Self.unknownScore)
        }
        return nil
    }

    /// Whether a row below a label names someone rather than what is said: an organization is named on it, it stands right below
    /// the label with its title, or it is the last before the text.
    private func isNamed(_ row: Int, before next: Int?, _ position: Int, of head: Head) -> Bool {
        let words = layout.text(row).words
        guard !words.contains(where: PersonLine.endsLikeSentence) else { return false }
        if position == 0 && head.titleBeside != nil { return true }
        if words.dropFirst().contains(where: { AffiliationLine.isOrganization(String($0)) }) { return true }
        guard head.label.ordinal != nil || head.label.isMarkedOff, let next, !layout.separators.contains(next) else {
            return false
        }
        return endsProse(next) || layout.width(next) > Self.widestPlainPerson
            || BlockMarker(layout.manuscript, next) != nil
    }

    /// Someone named on a row with an office that is not known as one, if the row looks like that and like nothing else.
    func ofUnknownOffice(_ row: Int, before next: Int?) -> PersonLine? {
        guard layout.width(row) <= Self.widestPlainPerson, !layout.separators.contains(row), !endsProse(row),
            BlockMarker(layout.manuscript, row) == nil, !layout.labels.begins(row),
            next.map({ !layout.wrap.isWrapped || !layout.isFull(row, before: $0) }) ?? true
        else { return nil }
        return PersonLine(ofUnknownOffice: layout.text(row))
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
            case .role where namesPerson(next, below: line): break
            case .role where line.likelihood == .possible:
                // A bare office follows an organization (`법무법인 미래`, `변호사`) as well as it would a foreign name.
                let isName = AffiliationLine.likelihood(layout.text(row)) == .unknown && !isOffice([next], 0)
                score += isName ? 4 : 1
            case .role: score += 3
            case _ where line.isForeignName && AffiliationLine.isEnglishPair(layout.text(next)): score += 3
            case .organization: score += 1
            case .unknown: break
            }
        }
        return score
    }

    /// Whether a row holds a person's name together with where the person is from, below a line that may name someone.
    private func namesPerson(_ row: Int, below named: PersonLine) -> Bool {
        let text = layout.text(row)
        guard let line = PersonLine(text) else { return false }
        return line.likelihood >= .plausible && line.saysWhereFrom
            && !AffiliationLine.isOne(text, belowNameOf: named)
    }

    /// Reads a head in which nobody is named: what stands before a separator is its title.
    private func readWithoutName(_ rows: [Int], into head: inout Head) {
        if startsWithChair(rows, head) {
            readPeople(rows, from: 0, into: &head)
            // A label by itself with its chair below is no line of running text, however full the line before.
            head.evidence += head.label.rest == nil ? 4 : 3
            return
        }
        guard let separator = rows.prefix(Self.titleReach).firstIndex(where: layout.separators.contains) else { return }
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
        let rows = Array(layout.content.dropFirst(head.end).prefix(Self.titleReach))
        if rows.count >= Self.titleReach, isTitleLine(rows[0], before: rows[1]), isTitleLine(rows[1], before: rows[2]),
            !isTitleLine(rows[2], before: rows[3]),
            !layout.wrap.isWrapped || !layout.isFull(rows[1], before: rows[2])
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
        // Below several people, what looks like one more is no title.
        let text = layout.text(row)
        if head.people.count > 1, PersonLine(ofUnknownOffice: text) != nil || PersonLine(text)?.likelihood == .evident {
            return
        }
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
        let isShort = isShort(row)
        let hadRoom = layout.wrap.isWrapped && !layout.isFull(row, before: next)
        return (isShort || hadRoom) && !isBracketed(row) && !layout.separators.contains(row)
            && !layout.endsSentence(row)
            && BlockMarker(layout.manuscript, row) == nil && !layout.labels.begins(row)
            && turns.byRow[row] == nil && layout.manuscript.rows[row].wideGaps == 0
    }

    /// Whether a row is shorter than lines of prose are.
    private func isShort(_ row: Int) -> Bool {
        layout.wrap.isWrapped ? !layout.wrap.isLong(layout.width(row)) : layout.width(row) < Self.widestPerson
    }

    /// Whether a row stands in brackets as a whole, as what happened does (`(10시 03분 개회)`).
    private func isBracketed(_ row: Int) -> Bool {
        layout.manuscript.firstScalar(row) == "(" && layout.manuscript.lastScalar(row) == ")"
    }

    private func isTitle(_ row: Int, before next: Int) -> Bool {
        let layout = layout
        guard !layout.separators.contains(row), !isBracketed(row), BlockMarker(layout.manuscript, row) == nil,
            !layout.labels.begins(row), !layout.endsSentence(row) || layout.text(row).hasSuffix("?"),
            !Punctuation.expectsMore(layout.manuscript, row)
        else { return false }
        if layout.separators.contains(next) { return true }
        if layout.labels.isOne(next) { return false }
        let isBroken = layout.wrap.isWrapped && layout.isFull(row, before: next)
        let isFollowed =
            BlockMarker(layout.manuscript, next) != nil || layout.width(next) > layout.width(row)
            || layout.endsSentence(next)
        return !isBroken && isShort(row) && isFollowed && turns.byRow[row] == nil
    }
}
