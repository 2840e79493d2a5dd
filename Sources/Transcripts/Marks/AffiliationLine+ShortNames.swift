import KoreanText

/// Affiliations that begin with the short name of an organization (`서울대`, `국토부`), whose first syllable is often a surname, too.
extension AffiliationLine {

    private static func isShortName(_ word: Substring, ends: ScalarSet) -> Bool {
        guard word.utf8.count == 9, let last = word.unicodeScalars.last, ends.contains(last) else { return false }
        return word.unicodeScalars.allSatisfy(Hangul.isSyllable)
    }

    /// Whether a word names an organization as a whole, and no part of one.
    private static func isWhole(_ word: Substring) -> Bool {
        if isShortName(word, ends: OrganizationWords.wholeNameEnds) || word.hasSuffix("대학교") { return true }
        let word = String(word)
        return isOrganization(word) && !isDepartment(word)
    }

    /// The words of a line that ends in an office and has something between its first word and that.
    private static func wordsBeforeOffice(_ line: String) -> [Substring]? {
        let words = line.words
        guard words.count >= 3, let last = words.last, isRole(String(last)),
            words[1].unicodeScalars.first.map(Hangul.isSyllable) == true
        else { return nil }
        return words.dropLast()
    }

    /// Whether a line begins with what is likelier an organization's short name than a person's: `서울대 사회학과 교수`, but not `김영대 서울대 교수`.
    static func isShortNamed(_ line: String) -> Bool {
        guard let words = wordsBeforeOffice(line), let first = words.first else { return false }
        return isShortName(first, ends: OrganizationWords.shortNameEnds) && !words.dropFirst().contains(where: isWhole)
    }

    /// Whether a line says where the person is from whom the line above names, though its own first word could be a name.
    ///
    /// - Parameter named: The line above.
    static func isOne(_ line: String, belowNameOf named: PersonLine) -> Bool {
        guard named.people.count == 1, !named.hasAffiliation, named.likelihood >= .plausible,
            let name = named.people.first?.name.unicodeScalars, name.allSatisfy(Hangul.isSyllable),
            let words = wordsBeforeOffice(line), let first = words.first,
            PersonName(String(first)).map({ $0.likelihood == .plausible }) ?? false
        else { return false }
        // A title may be as short as a name of two syllables.
        if isShortName(first, ends: OrganizationWords.shortNameEnds) { return true }
        return name.count >= 3 && !words.dropFirst().contains(where: isWhole)
    }
}
