import KoreanText
import Proceedings

/// A line of a head that names one or more people, with or without where they are from.
struct PersonLine {
    /// One person of the line.
    struct Person {
        var name: String
        var printed: String
        var affiliation: AffiliationLine?
        /// The part that stands in brackets after the name (`홍길동 (좌장)`).
        var part: TalkKind?
    }

    /// The people, in printed order; at least one.
    var people: [Person]
    /// How surely the line names them.
    var likelihood: PersonName.Likelihood

    /// Whether where they are from stands on the line too.
    var hasAffiliation: Bool { people.contains { $0.affiliation != nil } }

    /// Whether an organization stands on the line, and not an office alone.
    var saysWhereFrom: Bool { people.contains { $0.affiliation?.affiliation != nil } }

    /// Whether the line holds nothing but a foreign name of two words or more.
    var isForeignName: Bool {
        people.count == 1
            && people.allSatisfy {
                let words = $0.name.words
                return words.count >= 2 && !words.contains { AffiliationLine.isEnglishRole(String($0)) }
                    && AffiliationLine.likelihood($0.name) == .unknown
            }
    }

    /// The longest line that names people, in scalars.
    static let longest = 120
    /// The most words of a person with all that is printed beside the name.
    static let mostWords = 10

    /// Reads a line, or gives `nil` where it can name nobody.
    ///
    /// - Parameter line: The line, clean.
    init?(_ line: String) {
        guard line.unicodeScalars.count <= Self.longest, !line.isEmpty else { return nil }
        let name = PersonName(line)
        if let name, name.likelihood >= .plausible {
            people = [Person(name: name.name, printed: line, affiliation: nil)]
            likelihood = name.likelihood
            return
        }
        if let person = Self.beside(line) {
            people = [person]
        } else if let list = Self.list(line) {
            people = list
        } else if let person = Self.bracketed(line) ?? Self.parted(line) ?? Self.inLine(line) {
            people = [person]
        } else if let (person, likelihood) = Self.titled(line) {
            people = [person]
            self.likelihood = likelihood
            return
        } else {
            guard let name else { return nil }
            people = [Person(name: name.name, printed: line, affiliation: nil)]
            likelihood = name.likelihood
            return
        }
        likelihood = .plausible
    }

    /// Reads `홍길동 한빛마을 살림지기`: a name, then words of which none says that it is an office.
    ///
    /// By its form alone, such a line may be any other: it takes a place where people are named.
    ///
    /// - Parameter line: The line, clean.
    init?(ofUnknownOffice line: String) {
        let words = line.words.map(String.init)
        guard (3...8).contains(words.count), let first = words.first, Self.plausible(first) != nil, Self.isFull(first)
        else {
            return nil
        }
        let rest = words.dropFirst().joined(separator: " ")
        people = [Person(name: first, printed: first, affiliation: AffiliationLine(rest))]
        likelihood = .plausible
    }

    private static let partingMarks: ScalarSet = "|/,-–·"
    private static let listMarks: ScalarSet = ",·ㆍ･/、;"

    private static func plausible(_ text: some StringProtocol) -> PersonName? {
        let name = PersonName(String(text))
        return name.flatMap { $0.likelihood >= .plausible ? $0 : nil }
    }

    /// `마크 밀러 박사`: a foreign name with an office or degree after it.
    private static func titled(_ line: String) -> (Person, PersonName.Likelihood)? {
        let words = line.words
        guard (3...5).contains(words.count), let last = words.last, OfficeWords.degrees.contains(last) else {
            return nil
        }
        let printed = words.dropLast().joined(separator: " ")
        guard let name = PersonName(printed),
            name.likelihood > .possible || AffiliationLine.likelihood(printed) == .unknown
        else { return nil }
        return (
            Person(name: name.name, printed: printed, affiliation: AffiliationLine(String(last))), name.likelihood
        )
    }

    /// `홍길동(서울대학교 교수)`, `홍길동 교수 (서울대학교)`.
    private static func bracketed(_ line: String) -> Person? {
        guard line.utf8.last == 0x29, let open = line.utf8.firstIndex(of: 0x28) else { return nil }
        let before = line[..<open].words.map(String.init)
        let inside = String(line[line.index(after: open)...].dropLast())
        // Where the office stands before it, what is in brackets is where the person is from, whatever it looks like.
        let hasOffice = before.count > 1 && before.last.map(AffiliationLine.isRole) == true
        let whole = before.joined(separator: " ")
        if let part = RoleWords.embedded.part(of: inside),
            let name = plausible(whole) ?? foreign(whole).flatMap({ PersonName($0) })
        {
            return Person(name: name.name, printed: whole, affiliation: nil, part: part)
        }
        guard !inside.isEmpty, isBalanced(inside),
            AffiliationLine.likelihood(inside) > .unknown || inside.contains(" ") || hasOffice
        else { return nil }
        if let person = named(before, inside: inside, printed: line) { return person }
        guard before.count == 1, AffiliationLine.likelihood(inside) == .role, inside.contains(" "),
            let name = unlikely(before)
        else { return nil }
        return Person(name: name, printed: name, affiliation: AffiliationLine(inside))
    }

    /// Whether every bracket of a text is opened before it is closed, and closed (`법무법인(유) 세종`).
    private static func isBalanced(_ text: String) -> Bool {
        var depth = 0
        for byte in text.utf8 {
            if byte == 0x28 { depth += 1 }
            if byte == 0x29 { depth -= 1 }
            if depth < 0 { return false }
        }
        return depth == 0
    }

    /// `홍길동 / 서울대학교 교수`: one name, one bar, and where the person is from, though that could begin with a name, too.
    private static func beside(_ line: String) -> Person? {
        guard let bar = line.firstRange(ofBytes: " / "), line[bar.upperBound...].firstRange(ofBytes: " / ") == nil,
            let name = plausible(line[..<bar.lowerBound])
        else { return nil }
        let after = String(line[bar.upperBound...])
        guard after.words.count > 1, AffiliationLine.likelihood(after) == .role, !after.contains("(") else {
            return nil
        }
        return Person(name: name.name, printed: String(line[..<bar.lowerBound]), affiliation: AffiliationLine(after))
    }

    /// `홍길동 | 서울대학교 교수`, `홍길동, 서울대학교 교수`, `홍길동 / 서울대학교`.
    private static func parted(_ line: String) -> Person? {
        guard line.unicodeScalars.contains(where: { partingMarks.contains($0) }) else { return nil }
        for mark in [" | ", "|", " / ", "/", ", ", " - ", " – ", " · "] {
            guard let range = line.firstRange(ofBytes: mark) else { continue }
            let before = line[..<range.lowerBound].words.map(String.init)
            let after = String(line[range.upperBound...])
            guard AffiliationLine.likelihood(after) > .unknown else {
                // Beside a bar, a name is followed by where the person is from, whatever that is called.
                guard mark == " | " || mark == " / ", after.contains(" "),
                    !after.words.contains(where: endsLikeSentence),
                    let name = plausible(before.joined(separator: " ")), name.name.unicodeScalars.count >= 3
                else { continue }
                return Person(
                    name: name.name, printed: before.joined(separator: " "), affiliation: AffiliationLine(after))
            }
            if let person = named(before, inside: after, printed: line) { return person }
            // Beside a bar, whatever says nothing else is a name (`가리온 / 한뫼대학교 석좌교수`, `후안 리 / …`).
            if mark == " / " || mark == " | ", after.contains(" "), let name = unlikely(before) {
                return Person(name: name, printed: name, affiliation: AffiliationLine(after))
            }
        }
        return nil
    }

    /// A foreign name in Latin letters.
    private static func foreign(_ text: String) -> String? {
        guard let name = PersonName(text)?.name, !name.unicodeScalars.contains(where: Hangul.isSyllable),
            !name.words.contains(where: { AffiliationLine.isEnglishRole(String($0)) })
        else { return nil }
        return name
    }

    /// Words that could be a name by nothing but their length: one or two of up to four syllables, no office and no organization.
    private static func unlikely(_ words: [String]) -> String? {
        guard (1...2).contains(words.count),
            words.allSatisfy({ word in
                (1...4).contains(word.unicodeScalars.count) && word.unicodeScalars.allSatisfy(Hangul.isSyllable)
                    && !AffiliationLine.isRole(word) && !AffiliationLine.isOrganization(word)
            })
        else { return nil }
        let name = words.joined(separator: " ")
        return name.unicodeScalars.count >= 2 ? name : nil
    }

    /// A name, with or without an office after it, and the rest of what is printed of the person.
    private static func named(_ words: [String], inside: String, printed: String) -> Person? {
        let whole = words.joined(separator: " ")
        let titled =
            words.last.map(AffiliationLine.isRole) == true ? plausible(words.dropLast().joined(separator: " ")) : nil
        if let titled, printed.last == ")", AffiliationLine.likelihood(inside) == .role, inside.contains(" ") {
            // `홍길동 의원(재난안전위원회 위원장)`: in the brackets stands all of it.
            let name = words.dropLast().joined(separator: " ")
            return Person(name: titled.name, printed: name, affiliation: AffiliationLine(inside))
        }
        if let titled, words.count == 2, printed.last == ")", AffiliationLine.isRole(inside) {
            // `홍길동 국회의원(비례대표)`: what is in the brackets says more of the office.
            let role = printed.words.dropFirst().joined(separator: " ")
            return Person(name: titled.name, printed: words[0], affiliation: AffiliationLine(role: role))
        }
        if let name = PersonName(whole),
            name.likelihood >= .plausible
                || ((2...3).contains(words.count) && printed.last == ")" && AffiliationLine.likelihood(inside) == .role)
                || (!name.name.unicodeScalars.contains(where: Hangul.isSyllable)
                    && !words.contains(where: AffiliationLine.isEnglishRole))
        {
            return Person(name: name.name, printed: whole, affiliation: AffiliationLine(inside))
        }
        if let titled {
            return Person(
                name: titled.name, printed: words.dropLast().joined(separator: " "),
                affiliation: AffiliationLine(organization: inside, role: words.last, printed: printed))
        }
        return nil
    }

    /// `홍길동 서울대학교 교수`, `서울대학교 홍길동 교수`, `서울대학교 교수 홍길동`, `홍길동 교수`.
    private static func inLine(_ line: String) -> Person? {
        let words = line.words.map(String.init)
        guard words.count >= 2, words.count <= Self.mostWords, let last = words.last, let first = words.first else {
            return nil
        }
        let syllables = words.prefix { $0.unicodeScalars.count == 1 }
        if (2...4).contains(syllables.count), words.count > syllables.count, AffiliationLine.isRole(last),
            let name = PersonName(syllables.joined(separator: " ")), name.likelihood == .evident
        {
            let rest = words.dropFirst(syllables.count).joined(separator: " ")
            return Person(
                name: name.name, printed: syllables.joined(separator: " "), affiliation: AffiliationLine(rest))
        }
        if let person = foreignFirst(words) { return person }
        let isFullName = { (word: String) in plausible(word) != nil && isFull(word) }
        if AffiliationLine.isRole(last) {
            // `나래군 홍길동 예산실장`: of two that could be names, the one that ends as a town does is none.
            let isOfTown =
                words.count >= 3 && isTown(first) && isFullName(words[words.count - 2])
                && !isTown(words[words.count - 2])
            if isFullName(first), !isOfTown {
                let rest = words.dropFirst().joined(separator: " ")
                guard words.count > 2 || AffiliationLine.isRole(rest) else { return nil }
                return Person(name: first, printed: first, affiliation: AffiliationLine(rest))
            }
            // `허준 한빛시 안전총괄과 과장`: a name of two syllables, where nothing else than its first word could be one.
            if words.count >= 3, first.unicodeScalars.count == 2, plausible(first) != nil,
                !OrganizationWords.noNames.contains(first),
                words.dropFirst().dropLast().contains(where: {
                    $0.unicodeScalars.count >= 3 && AffiliationLine.isOrganization($0)
                }),
                !isFullName(words[words.count - 2])
            {
                let rest = words.dropFirst().joined(separator: " ")
                return Person(name: first, printed: first, affiliation: AffiliationLine(rest))
            }
            let name = words[words.count - 2]
            // `새벽신문 경제부 기자`: a department, however much it is like a name.
            let isDepartment = name.unicodeScalars.last.map { OrganizationWords.departmentSigns.contains($0) } == true
            let before = words.count >= 3 ? words[words.count - 3] : ""
            if words.count >= 3, isFullName(name), !isDepartment, !AffiliationLine.isOrganization(name),
                AffiliationLine.isOrganization(before) || couldBeOrganization(before)
            {
                let organization = words.dropLast(2).joined(separator: " ")
                return Person(
                    name: name, printed: name,
                    affiliation: AffiliationLine(organization: organization, role: last, printed: line))
            }
        } else if words.count >= 3, isFullName(last), AffiliationLine.isRole(words[words.count - 2]) {
            return Person(
                name: last, printed: last, affiliation: AffiliationLine(words.dropLast().joined(separator: " ")))
        }
        return nil
    }

    /// Whether a word could be an organization, though nothing says so: of four syllables or more or a town, and no office.
    private static func couldBeOrganization(_ word: String) -> Bool {
        (word.unicodeScalars.count >= 4 || isTown(word)) && word.unicodeScalars.allSatisfy(Hangul.isSyllable)
            && !AffiliationLine.isRole(word)
            && !endsLikeSentence(word)
    }

    /// Whether a name has two syllables after its surname, as most have.
    private static func isFull(_ name: String) -> Bool {
        let syllables = Array(name.unicodeScalars)
        return syllables.count == 3 || (syllables.count == 4 && PersonName.isSurname(Array(syllables.prefix(2))))
    }

    private static func isTown(_ word: String) -> Bool {
        word.unicodeScalars.count == 3 && word.unicodeScalars.last.map(OrganizationWords.townEnds.contains) == true
    }

    /// Whether a word ends as words of a sentence do, and names of organizations and offices hardly ever.
    static func endsLikeSentence(_ word: some StringProtocol) -> Bool {
        word.unicodeScalars.last.map { marks.contains($0) || SentenceWords.sentenceEnds.contains($0) } == true
            && !word.hasSuffix("마을")
    }

    private static let marks: ScalarSet = ",.;:?!”’"

    /// `John Smith 카카오 부사장`: a foreign name, then in Korean where the person is from, with the office last.
    private static func foreignFirst(_ words: [String]) -> Person? {
        guard let last = words.last, AffiliationLine.isRole(last),
            last.unicodeScalars.contains(where: Hangul.isSyllable)
        else { return nil }
        let isCapitals = { (word: String) in word.utf8.count > 1 && word.utf8.allSatisfy { (0x41...0x5A).contains($0) }
        }
        let isSetInCapitals = words.first.map(isCapitals) ?? false
        // Capitals after a name belong to the organization (`Jane Roe LG AI연구원 상무`).
        let name = words.prefix(4).prefix {
            !$0.unicodeScalars.contains(where: Hangul.isSyllable) && (isSetInCapitals || !isCapitals($0))
                && !AffiliationLine.isOrganization($0) && !AffiliationLine.isEnglishRole($0)
        }
        let printed = name.joined(separator: " ")
        guard name.count >= 2, let person = PersonName(printed) else { return nil }
        return Person(
            name: person.name, printed: printed,
            affiliation: AffiliationLine(words.dropFirst(name.count).joined(separator: " ")))
    }

    /// Reads what stands after the part that people have (`패널: 단우, Li Wen, 방울`), where words that could be names are.
    init?(listed line: String) {
        guard let people = Self.list(line, isSure: true) else { return nil }
        self.people = people
        likelihood = .plausible
    }

    /// `홍길동, 김철수`, `홍길동 · 김철수`, each with or without brackets.
    private static func list(_ line: String, isSure: Bool = false) -> [Person]? {
        guard line.unicodeScalars.contains(where: { listMarks.contains($0) }) else { return nil }
        var pieces: [String] = []
        var start = line.startIndex
        var depth = 0
        for index in line.unicodeScalars.indices {
            let scalar = line.unicodeScalars[index]
            if scalar == "(" { depth += 1 }
            if scalar == ")" { depth -= 1 }
            if depth == 0, listMarks.contains(scalar) {
                pieces.append(String(line[start..<index]))
                start = line.unicodeScalars.index(after: index)
            }
        }
        pieces.append(String(line[start...]))
        guard pieces.count >= 2 else { return nil }
        var people: [Person] = []
        for piece in pieces {
            let text = piece.words.joined(separator: " ")
            if let name = plausible(text) {
                people.append(Person(name: name.name, printed: text, affiliation: nil))
            } else if let person = bracketed(text) ?? inLine(text) {
                people.append(person)
            } else if isSure, let name = unlikely([text]) ?? foreign(text) {
                people.append(Person(name: name, printed: text, affiliation: nil))
            } else {
                return nil
            }
        }
        return people
    }
}
