import KoreanText

/// A line of a head that names one or more people, with or without where they are from.
struct PersonLine {
    /// One person of the line.
    struct Person {
        var name: String
        var printed: String
        var affiliation: AffiliationLine?
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

    /// Reads a line, or gives `nil` where it can name nobody.
    ///
    /// - Parameter line: The line, clean.
    init?(_ line: String) {
        guard line.unicodeScalars.count <= 120, !line.isEmpty else { return nil }
        let name = PersonName(line)
        if let name, name.likelihood >= .plausible {
            people = [Person(name: name.name, printed: line, affiliation: nil)]
            likelihood = name.likelihood
            return
        }
        if let list = Self.list(line) {
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
        guard (3...8).contains(words.count), let first = words.first, let name = Self.plausible(first),
            name.name.unicodeScalars.count == 3
        else { return nil }
        let rest = words.dropFirst().joined(separator: " ")
        people = [Person(name: name.name, printed: first, affiliation: AffiliationLine(rest))]
        likelihood = .plausible
    }

    /// What departments end in and given names do not.
    private static let departmentEnds: ScalarSet = "부과처팀랩"
    private static let partingMarks: ScalarSet = "|/,-–·"
    private static let listMarks: ScalarSet = ",·ㆍ･/、;"

    private static func plausible(_ text: some StringProtocol) -> PersonName? {
        let name = PersonName(String(text))
        return name.flatMap { $0.likelihood >= .plausible ? $0 : nil }
    }

    /// `마크 밀러 박사`: a foreign name with an office or degree after it.
    private static func titled(_ line: String) -> (Person, PersonName.Likelihood)? {
        let words = line.words
        guard (3...5).contains(words.count), let last = words.last, degrees.contains(last) else { return nil }
        let printed = words.dropLast().joined(separator: " ")
        guard let name = PersonName(printed),
            name.likelihood > .possible || AffiliationLine.likelihood(printed) == .unknown
        else { return nil }
        return (
            Person(name: name.name, printed: printed, affiliation: AffiliationLine(String(last))), name.likelihood
        )
    }

    private static let degrees: SuffixSet = ["교수", "박사", "변호사", "기자", "대표", "위원", "의원", "작가"]

    /// `홍길동(서울대학교 교수)`, `홍길동 교수 (서울대학교)`.
    private static func bracketed(_ line: String) -> Person? {
        guard line.utf8.last == 0x29, let open = line.utf8.firstIndex(of: 0x28) else { return nil }
        let before = line[..<open].words.map(String.init)
        let inside = String(line[line.index(after: open)...].dropLast())
        // Where the office stands before it, what is in brackets is where the person is from, whatever it looks like.
        let hasOffice = before.count > 1 && before.last.map(AffiliationLine.isRole) == true
        guard !inside.isEmpty, isBalanced(inside),
            AffiliationLine.likelihood(inside) > .unknown || inside.contains(" ") || hasOffice
        else { return nil }
        return named(before, inside: inside, printed: line)
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

    /// `홍길동 | 서울대학교 교수`, `홍길동, 서울대학교 교수`, `홍길동 / 서울대학교`.
    private static func parted(_ line: String) -> Person? {
        guard line.unicodeScalars.contains(where: { partingMarks.contains($0) }) else { return nil }
        for mark in [" | ", "|", " / ", "/", ", ", " - ", " – ", " · "] {
            guard let range = line.firstRange(ofBytes: mark) else { continue }
            let before = line[..<range.lowerBound].words.map(String.init)
            let after = String(line[range.upperBound...])
            guard AffiliationLine.likelihood(after) > .unknown else { continue }
            if let person = named(before, inside: after, printed: line) { return person }
        }
        return nil
    }

    /// A name, with or without an office after it, and the rest of what is printed of the person.
    private static func named(_ words: [String], inside: String, printed: String) -> Person? {
        let whole = words.joined(separator: " ")
        if let name = PersonName(whole),
            name.likelihood >= .plausible
                || ((2...3).contains(words.count) && printed.last == ")" && AffiliationLine.likelihood(inside) == .role)
                || (!name.name.unicodeScalars.contains(where: Hangul.isSyllable)
                    && !words.contains(where: AffiliationLine.isEnglishRole))
        {
            return Person(name: name.name, printed: whole, affiliation: AffiliationLine(inside))
        }
        if let last = words.last, AffiliationLine.isRole(last),
            let name = plausible(words.dropLast().joined(separator: " "))
        {
            return Person(
                name: name.name, printed: words.dropLast().joined(separator: " "),
                affiliation: AffiliationLine(organization: inside, role: last, printed: printed))
        }
        return nil
    }

    /// `홍길동 서울대학교 교수`, `서울대학교 홍길동 교수`, `서울대학교 교수 홍길동`, `홍길동 교수`.
    private static func inLine(_ line: String) -> Person? {
        let words = line.words.map(String.init)
        guard words.count >= 2, words.count <= 10, let last = words.last, let first = words.first else { return nil }
        let syllables = words.prefix { $0.unicodeScalars.count == 1 }
        if (2...4).contains(syllables.count), words.count > syllables.count, AffiliationLine.isRole(last),
            let name = PersonName(syllables.joined(separator: " ")), name.likelihood == .evident
        {
            let rest = words.dropFirst(syllables.count).joined(separator: " ")
            return Person(
                name: name.name, printed: syllables.joined(separator: " "), affiliation: AffiliationLine(rest))
        }
        if let person = foreignFirst(words) { return person }
        let isFullName = { (word: String) in plausible(word).map { $0.name.unicodeScalars.count == 3 } ?? false }
        if AffiliationLine.isRole(last) {
            if isFullName(first), words.count > 2 || first.unicodeScalars.count == 3 {
                let rest = words.dropFirst().joined(separator: " ")
                guard words.count > 2 || AffiliationLine.isRole(rest) else { return nil }
                return Person(name: first, printed: first, affiliation: AffiliationLine(rest))
            }
            let name = words[words.count - 2]
            // `새벽신문 경제부 기자`: a department, however much it is like a name.
            let isDepartment = name.unicodeScalars.last.map { Self.departmentEnds.contains($0) } == true
            if words.count >= 3, isFullName(name), !isDepartment,
                AffiliationLine.isOrganization(words[words.count - 3])
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

    /// `홍길동, 김철수`, `홍길동 · 김철수`, each with or without brackets.
    private static func list(_ line: String) -> [Person]? {
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
            } else {
                return nil
            }
        }
        return people
    }
}
