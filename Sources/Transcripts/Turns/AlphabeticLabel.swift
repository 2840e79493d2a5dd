/// Reads labels in alphabets: `Ms. Orrin`, `The Deputy Speaker`, `Mayor Orle`, `AQ`, `mnot`.
struct AlphabeticLabel {
    private let words: TurnWords

    /// The most words of an office.
    static let mostOfficeWords = 24
    /// The most words of a name.
    static let mostNameWords = 6
    /// The most capitals of initials.
    static let mostInitials = 4
    /// The most scalars of a short form with its full stop (`Jr.`, `Wm.`).
    static let mostShortForm = 4
    /// The most scalars of a nick.
    static let mostNick = 24

    init(_ words: TurnWords) { self.words = words }

    func read(_ text: String, _ label: String) -> LabelReading {
        var parts = text.words.map(String.init)
        guard parts.count <= LabelReader.mostWordsWithHolder, let opening = parts.first else {
            return LabelReading(label, .other)
        }
        if let group = group(parts, label) { return group }
        let article = parts.count > 1 && words.isOne(opening, .article)
        let hasArticle = article && !words.isOne(parts.prefix(2).joined(separator: " "), .title)
        if hasArticle { parts.removeFirst() }
        let honorific = honorific(&parts)
        // `M. le président`.
        var isSpelled = false
        if honorific != nil, parts.count > 1, let next = parts.first, words.isOne(next, .article), next != "de" {
            parts.removeFirst()
            isSpelled = parts.first?.unicodeScalars.first?.isLowercase == true
        }
        if parts.isEmpty {
            // `Madam`, `The Hon.`: a title by itself names nobody.
            return LabelReading(label, .other)
        }
        // Behind a title and an article a word in small letters is an office, whether a list holds it or not.
        if let office = office(parts, honorific, hasArticle)
            ?? (isSpelled ? spelledOffice(parts) : nil)
        {
            var reading = LabelReading(label, .office)
            (reading.office, reading.honorific) = (office, honorific)
            return reading
        }
        if let reading = titled(parts, honorific, label) { return reading }
        // `DR. MANTO asked the Minister for Agriculture`.
        if honorific != nil, let first = parts.first, parts.count > 1, Self.isSetInCapitals(first),
            let verb = parts.firstIndex(where: { $0.unicodeScalars.first?.isLowercase == true }), verb > 0,
            !words.isOne(parts[verb], .particle), !["of", "from"].contains(parts[verb])
        {
            return person(Array(parts[..<verb]), honorific, label)
        }
        // `the Commander`: an article and a word in capitals is an office of some kind.
        if hasArticle, honorific == nil {
            guard parts.count <= 4, parts.allSatisfy({ Self.isCapitalised($0) || words.isOne($0, .link) }) else {
                return LabelReading(label, .other)
            }
            var reading = LabelReading(label, .office)
            reading.office = parts.joined(separator: " ")
            return reading
        }
        return person(parts, honorific, label)
    }

    /// `Mr. Pell and Ms. Orrin`, `Several hon. Members`.
    private func group(_ parts: [String], _ label: String) -> LabelReading? {
        let folded = parts.map { TurnWords.folded($0) }
        let bare = folded.joined(separator: " ")
        if words.isOne(bare, .group) { return LabelReading(label, .group) }
        if let first = folded.first, let last = folded.last, parts.count > 1, words.isOne(first, .many) {
            if isPeople(last) { return LabelReading(label, .group) }
            // `Most Rev. John Fox` is one, `All right` nobody.
            return parts.count > 2 && words.isOne(parts[1], .title) ? nil : LabelReading(label, .other)
        }
        guard parts.count >= 3,
            let middle = folded.firstIndex(where: { words.isOne($0, .conjunction) }),
            middle > 0, middle < parts.count - 1
        else { return nil }
        let sides = [Array(parts[..<middle]), Array(parts[(middle + 1)...])]
        let isBoth = sides.allSatisfy { side in
            side.count <= 4 && person(titleless(side), nil, label).shape == .name
        }
        return isBoth ? LabelReading(label, .group) : nil
    }

    /// The longest ending of a plural, in scalars (`депутатов`).
    private static let mostPlural = 2

    /// Whether a word names people, in the plural or not.
    private func isPeople(_ word: String) -> Bool {
        let kinds: [TurnWords.Kind] = [.group, .office, .presiding, .anonymous, .unidentified]
        return (0...Self.mostPlural).contains { count in
            let singular = word.dropLast(count)
            return singular.count > Self.mostPlural && kinds.contains { words.isOne(singular, $0) }
        }
    }

    private func titleless(_ parts: [String]) -> [String] {
        var parts = parts
        _ = honorific(&parts)
        return parts
    }

    /// Takes the titles from the beginning of a label.
    private func honorific(_ parts: inout [String]) -> String? {
        var taken: [String] = []
        while parts.count > 1 {
            if parts.count > 2, words.isOne(parts[0] + " " + parts[1], .title) {
                taken += parts.prefix(2)
                parts.removeFirst(2)
            } else if let first = parts.first, words.isOne(first, .title),
                Self.isCapitalised(first) || first.contains("'") || first.contains("’")
            {
                taken.append(parts.removeFirst())
            } else {
                break
            }
        }
        return taken.isEmpty ? nil : taken.joined(separator: " ")
    }

    /// The office that a label is by itself: `Deputy Speaker`, `Minister for Roads`, `Mr. Chairman`.
    private func office(_ parts: [String], _ honorific: String?, _ hasArticle: Bool) -> String? {
        guard parts.count <= Self.mostOfficeWords else { return nil }
        let whole = parts.joined(separator: " ")
        if let honorific, !hasArticle, !TurnWords.folded(honorific).hasSuffix("hon") {
            // `Mr. Speaker` is an office, `Mr. Bishop` a name.
            if words.isOne(whole, .presiding) { return honorific + " " + whole }
            guard parts.count > 1, let first = parts.first, words.isOne(first, .presiding),
                words.isOne(parts[1], .link)
            else { return nil }
            return whole
        }
        let isOffice = { (text: String) in words.isOne(text, .office) || words.isOne(text, .presiding) }
        if isOffice(whole) { return whole }
        guard parts.allSatisfy({ Self.isCapitalised($0) || words.isOne($0, .link) || isOffice($0) })
        else {
            return nil
        }
        if let last = parts.last, isOffice(last) || isOffice(parts.suffix(2).joined(separator: " ")) { return whole }
        guard let place = parts.firstIndex(where: isOffice), place + 1 < parts.count,
            words.isOne(parts[place + 1], .link)
        else { return nil }
        return whole
    }

    /// The office in small letters behind a title and an article: one word, or more that a link joins (`ministre des routes`).
    private func spelledOffice(_ parts: [String]) -> String? {
        guard parts.count == 1 || parts.count <= Self.mostNameWords && words.isOne(parts[1], .link) else {
            return nil
        }
        return parts.joined(separator: " ")
    }

    /// `Mayor Orle`, `Chairman Brack`, `Lord Justice Hale`: an office, and the name of who holds it.
    private func titled(_ parts: [String], _ honorific: String?, _ label: String) -> LabelReading? {
        guard parts.count >= 2 else { return nil }
        var count = 0
        while count < parts.count - 1 {
            let two = count + 2 < parts.count ? parts[count] + " " + parts[count + 1] : ""
            if !two.isEmpty, words.isOne(two, .office) || words.isOne(two, .presiding) {
                count += 2
            } else if words.isOne(parts[count], .office) || words.isOne(parts[count], .presiding) {
                count += 1
            } else {
                break
            }
        }
        guard count > 0 else { return nil }
        var names = Array(parts[count...])
        // `Präsident Prof. Dr. Lammert`.
        let second = self.honorific(&names)
        let rest = person(names, honorific ?? second, label)
        guard rest.shape == .name || rest.shape == .initials else { return nil }
        var reading = rest
        reading.shape = .name
        reading.office = parts[..<count].joined(separator: " ")
        reading.name = (parts[..<count] + names).joined(separator: " ")
        return reading
    }

    private func person(_ parts: [String], _ honorific: String?, _ label: String) -> LabelReading {
        var parts = parts
        var place: String?
        // `Mr. SMITH of Ohio`, of two who have the same surname.
        if let of = parts.firstIndex(where: { ["of", "from"].contains($0) }), of > 0, of < parts.count - 1,
            honorific != nil
        {
            place = parts[(of + 1)...].joined(separator: " ")
            parts = Array(parts[..<of])
        }
        guard parts.count <= Self.mostNameWords, let first = parts.first else { return LabelReading(label, .other) }
        let whole = parts.joined(separator: " ")
        if parts.count == 1, honorific == nil {
            if Self.isInitials(first) { return named(whole, honorific, place, label, .initials) }
            if Self.isNick(first) { return named(whole, honorific, place, label, .nick) }
        }
        let isName = parts.enumerated().allSatisfy { index, word in
            Self.isNamePart(word) || index > 0 && words.isOne(word, .particle)
                || index == 0 && parts.count > 1 && words.isOne(word, .particle)
        }
        guard isName, !parts.contains(where: { words.isOne($0, .function) }),
            parts.contains(where: Self.isCapitalisedOrUncased), !words.isOne(whole, .key) || honorific != nil
        else {
            return LabelReading(label, words.isOne(whole, .key) ? .key : .other)
        }
        if parts.count > 1, parts.contains(where: { words.isOne($0, .key) && !words.isOne($0, .office) }),
            honorific == nil
        {
            var reading = LabelReading(label, .other)
            reading.mayBeName = mayBeName(parts)
            return reading
        }
        return named(whole, honorific, place, label, .name)
    }

    /// Whether only the last word is another thing elsewhere, as in `Deshawn Price`: surnames are words as well.
    private func mayBeName(_ parts: [String]) -> Bool {
        parts.count <= Self.mostDoubtfulWords
            && parts.dropLast().allSatisfy { words.kinds($0).isEmpty && $0.unicodeScalars.count > 1 }
    }

    /// The most words of a name of which one is a key.
    private static let mostDoubtfulWords = 3

    private func named(
        _ name: String, _ honorific: String?, _ place: String?, _ label: String, _ shape: LabelReading.Shape
    ) -> LabelReading {
        var reading = LabelReading(label, shape)
        (reading.name, reading.honorific, reading.affiliation) = (name, honorific, place)
        return reading
    }

    static func isCapitalised(_ word: String) -> Bool {
        word.unicodeScalars.first { $0.isAlphabetic }?.isUppercase == true
    }

    private static func isSetInCapitals(_ word: String) -> Bool {
        let letters = word.unicodeScalars.filter(\.isAlphabetic)
        return letters.count > 1 && letters.allSatisfy(\.isUppercase)
    }

    private static func isCapitalisedOrUncased(_ word: String) -> Bool {
        guard let first = word.unicodeScalars.first(where: { $0.isAlphabetic }) else { return false }
        return !first.isLowercase
    }

    private static func isNamePart(_ word: String) -> Bool {
        guard let first = word.unicodeScalars.first,
            first.isAlphabetic || "'’‘\"“".unicodeScalars.contains(first)
        else { return false }
        // A full stop ends an initial or a short form, and no whole name.
        if word.utf8.last == 0x2E, word.unicodeScalars.count > mostShortForm { return false }
        return isCapitalisedOrUncased(word)
            && word.unicodeScalars.allSatisfy {
                $0.isAlphabetic || ".-'’‘\"“”‐\u{200D}\u{200C}".unicodeScalars.contains($0)
                    || $0.properties.generalCategory == .nonspacingMark || $0.properties.generalCategory == .spacingMark
            }
    }

    private static func isInitials(_ word: String) -> Bool {
        let letters = word.unicodeScalars.filter { $0 != "." }
        return (1...mostInitials).contains(letters.count) && letters.allSatisfy(\.isUppercase)
    }

    private static func isNick(_ word: String) -> Bool {
        let scalars = word.unicodeScalars
        guard (2...mostNick).contains(scalars.count), let first = scalars.first else { return false }
        let isOpen =
            first.isLowercase || "_@[`^{|\\".unicodeScalars.contains(first)
            || scalars.contains { ("0"..."9").contains($0) || $0 == "_" }
        return isOpen && scalars.contains { $0.isAlphabetic }
            && scalars.allSatisfy {
                $0.value < 0x80 && ($0.isAlphabetic || ("0"..."9").contains($0))
                    || "_-[]\\`^{}|@+~".unicodeScalars.contains($0)
            }
    }
}
