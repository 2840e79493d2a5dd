import KoreanText

/// Reads labels in Korean: `의장 한도윤`, `박서진 의원`, `의사팀 이정은 주무관`, `김 위원`, `사회자`.
struct KoreanLabel {
    private let words: TurnWords

    /// The most words of an office or organization before a name.
    static let mostOfficeWords = 4
    /// The most syllables of an office that stands by itself.
    static let mostOfficeSyllables = 16

    init(_ words: TurnWords) { self.words = words }

    func read(_ text: String, _ label: String) -> LabelReading {
        let parts = text.words.map(String.init)
        guard parts.count <= Self.mostOfficeWords + 2, parts.allSatisfy(Self.isLabelWord) else {
            return LabelReading(label, .other)
        }
        if parts.count == 1, let one = parts.first { return single(one, label) }
        if let spaced = PersonName(text), spaced.likelihood == .evident { return name(spaced.name, nil, label) }
        return several(parts, label)
    }

    private static func isLabelWord(_ word: String) -> Bool {
        word.unicodeScalars.allSatisfy {
            $0.isAlphabetic || $0.properties.numericType != nil || joints.contains($0)
        }
    }

    private static let joints: ScalarSet = "·ㆍ･&.-"

    private func name(_ name: String, _ office: String?, _ label: String) -> LabelReading {
        var reading = LabelReading(label, .name)
        reading.name = name
        reading.office = office
        return reading
    }

    private func office(_ office: String, _ label: String) -> LabelReading {
        var reading = LabelReading(label, .office)
        reading.office = office
        return reading
    }

    private func single(_ word: String, _ label: String) -> LabelReading {
        if isOffice(word), !isSurelyName(word) { return office(word, label) }
        for after in words.afterNames
        where word.hasSuffix(after) && word.unicodeScalars.count > after.unicodeScalars.count + 1 {
            let rest = String(word.dropLast(after.count))
            if isName(rest) { return name(rest, nil, label) }
            if isOffice(rest) { return office(rest, label) }
        }
        // `홍길동의원`, `김의원`.
        if let (person, title) = joined(word) {
            return person.unicodeScalars.count == 1 ? surname(person, title, label) : name(person, title, label)
        }
        if isName(word) { return name(word, nil, label) }
        return self.word(word, label)
    }

    /// A short word that no form shows to be a name.
    private func word(_ word: String, _ label: String) -> LabelReading {
        guard (1...4).contains(word.unicodeScalars.count), word.unicodeScalars.allSatisfy(Hangul.isSyllable),
            !AffiliationLine.isOrganization(word), !PersonLine.endsLikeSentence(word)
        else { return LabelReading(label, .other) }
        var reading = LabelReading(label, .word)
        reading.name = word
        return reading
    }

    private func surname(_ surname: String, _ office: String, _ label: String) -> LabelReading {
        var reading = LabelReading(label, .surname)
        (reading.name, reading.office) = (surname, office)
        return reading
    }

    /// A name of one or three syllables that an office is joined to.
    private func joined(_ word: String) -> (name: String, office: String)? {
        let scalars = Array(word.unicodeScalars)
        for count in [3, 1] where scalars.count > count + 1 && scalars.count <= count + 5 {
            let head = String(String.UnicodeScalarView(scalars[..<count]))
            let tail = String(String.UnicodeScalarView(scalars[count...]))
            let isOne = count == 3 ? isName(head) : PersonName.isSurname(Array(head.unicodeScalars))
            if isOne, words.isOne(tail, .office), count == 3 || !words.isOne(word, .office) { return (head, tail) }
        }
        return nil
    }

    private func several(_ parts: [String], _ label: String) -> LabelReading {
        var parts = parts
        if let last = parts.last, words.isOne(last, .after), parts.count > 1 { parts.removeLast() }
        guard let first = parts.first, let last = parts.last else { return LabelReading(label, .other) }
        if parts.count == 1 { return single(first, label) }
        // `의원 일동`.
        if words.isOne(last, .group) || words.isOne(first, .group) { return LabelReading(label, .group) }
        // `김 위원`.
        if first.unicodeScalars.count == 1, PersonName.isSurname(Array(first.unicodeScalars)), parts.count == 2,
            isOffice(last)
        {
            return surname(first, last, label)
        }
        let offices = parts.map(isOffice)
        if offices[parts.count - 1], !isSurelyName(last) || isName(first) {
            if isName(first), !offices[0] || isSurelyName(first) {
                return name(first, parts.dropFirst().joined(separator: " "), label)
            }
            if parts.count > 2 {
                let place = parts.count - 2
                if isName(parts[place]), !offices[place] {
                    var reading = name(parts[place], last, label)
                    reading.affiliation = parts[..<place].joined(separator: " ")
                    return reading
                }
            }
            // `외교통상부 장관`, `행정안전위원회 위원장`.
            return office(parts.joined(separator: " "), label)
        }
        if isName(last), !offices[parts.count - 1] || isSurelyName(last) {
            let before = parts.dropLast()
            let isTitled = before.last.map { isOffice($0) || couldBeOffice($0) } == true
            var reading = name(last, isTitled ? before.joined(separator: " ") : nil, label)
            if !isTitled { reading.affiliation = before.joined(separator: " ") }
            return reading
        }
        if parts.count >= 2, offices[parts.count - 2], (2...4).contains(last.unicodeScalars.count),
            !offices[parts.count - 1],
            last.unicodeScalars.allSatisfy(Hangul.isSyllable), !words.isOne(last, .key),
            !PersonLine.endsLikeSentence(last)
        {
            // Behind an office stands a name, whatever surname it has.
            return name(last, parts.dropLast().joined(separator: " "), label)
        }
        if let foreign = PersonName(parts.joined(separator: " ")), parts.count <= 3,
            parts.allSatisfy({ $0.unicodeScalars.count <= 5 && $0.unicodeScalars.allSatisfy(Hangul.isSyllable) }),
            !parts.contains(where: { words.isOne($0, .key) || AffiliationLine.isOrganization($0) }),
            !parts.contains(where: PersonLine.endsLikeSentence)
        {
            // Two words of Hangul may be a foreign name as well as anything else.
            var reading = name(foreign.name, nil, label)
            reading.shape = foreign.likelihood >= .plausible ? .name : .other
            return reading
        }
        return LabelReading(label, .other)
    }

    func isOffice(_ word: String) -> Bool {
        if words.isOne(word, .office) || words.isOne(word, .presiding) { return true }
        let bare = word.unicodeScalars.filter { $0.properties.numericType == nil }
        guard bare.count >= 2, bare.count <= Self.mostOfficeSyllables else { return false }
        return AffiliationLine.isRole(word) || words.deputies.contains(where: word.hasSuffix)
    }

    /// Whether a word ends as offices do, though no list holds it.
    private func couldBeOffice(_ word: String) -> Bool {
        word.unicodeScalars.count >= 3 && word.unicodeScalars.last.map(AffiliationLine.openOfficeEnds.contains) == true
    }

    /// Whether a word is a name by its form: a surname and one or two syllables.
    func isName(_ word: String) -> Bool {
        guard let name = PersonName(word), name.likelihood >= .plausible, !words.isOne(word, .key),
            !words.isOne(word, .group)
        else { return false }
        return true
    }

    /// Whether a word that ends as an office does is likelier a name (`정다감`).
    private func isSurelyName(_ word: String) -> Bool {
        word.unicodeScalars.count == 3 && isName(word) && !words.isOne(word, .office) && !words.isOne(word, .presiding)
            && !AffiliationLine.offices.contains(word)
    }
}
