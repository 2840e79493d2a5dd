/// Plurals and possessives: one stem with the singular, where the texts have that too.
extension Lexicon {
    /// How many bytes a singular has at least.
    private static let shortestSingular = 3
    /// What a plural ends in, and the singular in its place, the likeliest first (`countries`, `canciones`, `losses`).
    private static let plurals: [(plural: String, singular: String)] = [
        ("'s", ""), ("\u{2019}s", ""), ("s'", ""), ("s\u{2019}", ""), ("ies", "y"), ("ones", "ón"), ("iones", "ión"),
        ("s", ""), ("es", ""),
    ]
    /// Fields of study end so and are no plurals (`economics`).
    private static let studies = "ics"

    /// The stem that a stem is a plural or a possessive of, or `nil`: no word is made that the texts do not have.
    func singular(of stem: Int) -> Int? {
        guard stems[stem].isLatin, !stems[stem].isFunction else { return nil }
        let word = stemWords[stem]
        guard !word.hasSuffix(Self.studies) else { return nil }
        for (plural, singular) in Self.plurals where word.hasSuffix(plural) {
            var base = String(word.dropLast(plural.count)) + singular
            guard base.utf8.count >= Self.shortestSingular,
                let found = base.withUTF8({ stemWords.existing($0) }),
                found != stem, stems[found].count > 0, stems[found].isLatin, !stems[found].isFunction
            else { continue }
            return found
        }
        return nil
    }
}
