import KoreanText

/// Whether two Korean words are one in two forms.
enum KoreanForm {
    /// What the two words differ in: a particle, an ending, or neither, which makes them two words.
    static func difference(_ left: QuotedWord, _ right: QuotedWord) -> Difference.Kind? {
        let (given, printed) = (left.folded, right.folded)
        let common = given.commonPrefix(with: printed)
        let rests = [given, printed].map { String($0.dropFirst(common.count)) }
        if !common.isEmpty, rests.allSatisfy({ $0.isEmpty || QuotationWords.particle.contains($0) }),
            !rests.allSatisfy(\.isEmpty)
        {
            return .particle
        }
        // Behind a foreign word or a number a particle stands by itself.
        if common.isEmpty, left.isAttached, right.isAttached, left.isParticle, right.isParticle { return .particle }
        if common.count >= 1, left.stem == right.stem, left.stem != given || right.stem != printed { return .particle }
        let stems = [given, printed].map(stems)
        return stems[0].isDisjoint(with: stems[1]) ? nil : .ending
    }

    /// What may be left of a word without its ending, as letters.
    private static func stems(_ word: String) -> Set<String> {
        let letters = spelledOut(word)
        var stems: Set<String> = []
        for ending in endings
        where letters.hasSuffix(ending) && letters.unicodeScalars.count > ending.unicodeScalars.count + 1 {
            var stem = String(letters.dropLast(ending.count))
            stems.insert(stem)
            // Tense and courtesy stand between stem and ending, sometimes both.
            for _ in 0..<3 {
                guard
                    let infix = infixes.first(where: {
                        stem.hasSuffix($0) && stem.unicodeScalars.count > $0.unicodeScalars.count + 1
                    })
                else { break }
                stem = String(stem.dropLast(infix.count))
                stems.insert(stem)
            }
        }
        return stems
    }

    /// The letters of a word, a vowel that an ending was drawn into taken out of it (`했` as 하였).
    private static func spelledOut(_ word: String) -> String {
        var letters = Jamo.letters(word.unicodeScalars)
        var index = 1
        while index < letters.count {
            let isTense = index + 1 < letters.count && letters[index + 1] == "ㅆ"
            let isLast = index + 1 == letters.count || letters[index + 1] == "ㅅ" || letters[index + 1] == "ㄷ"
            if isTense || isLast, let open = opened(letters[index], after: letters[index - 1]) {
                letters.replaceSubrange(index...index, with: open)
                index += open.count - 1
            }
            index += 1
        }
        return SearchText.string(letters)
    }

    private static func opened(_ vowel: Unicode.Scalar, after consonant: Unicode.Scalar) -> [Unicode.Scalar]? {
        switch vowel {
        case "ㅐ" where consonant == "ㅎ": ["ㅏ", "ㅇ", "ㅕ"]
        case "ㅙ": ["ㅚ", "ㅇ", "ㅓ"]
        case "ㅘ": ["ㅗ", "ㅇ", "ㅏ"]
        case "ㅝ": ["ㅜ", "ㅇ", "ㅓ"]
        case "ㅕ" where consonant != "ㅇ": ["ㅣ", "ㅇ", "ㅓ"]
        default: nil
        }
    }

    private static let endings = letters(QuotationWords.endings)
    private static let infixes = letters(QuotationWords.infixes)

    private static func letters(_ words: [String]) -> [String] {
        words.map { SearchText.string(Jamo.letters($0.unicodeScalars)) }.sorted { ($1.count, $0) < ($0.count, $1) }
    }
}
