import KoreanText

/// One way to read a word: a stem and what follows it.
struct WordSplit {
    /// How many syllables a stem of Hangul has at least.
    static let shortestStem = 2
    /// How many scalars a stem has at most.
    static let longestStem = 30

    /// How many of the word's scalars are the stem.
    var length: Int
    /// What follows.
    var context: NounContexts

    /// All ways to read a word as a noun with a particle, with a light verb, or bare; none where it can be no part of a term.
    static func all(of word: [Unicode.Scalar]) -> [WordSplit] {
        guard let first = word.first, word.count <= longestStem else { return [] }
        // `2025년` and `10배` count; `5G` and `3D` name.
        if isDigit(first), !(word.count <= 4 && word.contains(where: isLatin)) { return [] }
        let syllables = word.reversed().prefix(while: Hangul.isSyllable).count
        let prefix = word.count - syllables
        var splits: [WordSplit] = []
        if isStem(word[...], syllables: syllables, prefix: prefix) {
            splits.append(WordSplit(length: word.count, context: .bare))
        }
        guard syllables > 0, let last = word.last else { return splits }
        for form in NounContexts.byEnd[last] ?? [] where form.scalars.count <= syllables {
            let stem = word.dropLast(form.scalars.count)
            guard stem.elementsEqual(word.prefix(stem.count)), word[stem.count...].elementsEqual(form.scalars),
                let before = stem.last, form.follows(before),
                isStem(stem, syllables: syllables - form.scalars.count, prefix: prefix)
            else { continue }
            splits.append(WordSplit(length: stem.count, context: form.context))
        }
        let shortest = prefix > 0 ? prefix : shortestStem
        for length in stride(from: word.count - 1, through: shortest, by: -1)
        where WordTail.isConjugated(word[length...]) {
            guard isStem(word[..<length], syllables: length - prefix, prefix: prefix) else { continue }
            splits.append(WordSplit(length: length, context: .verb))
        }
        return splits
    }

    private static func isStem(_ stem: ArraySlice<Unicode.Scalar>, syllables: Int, prefix: Int) -> Bool {
        // `A가` is no term; `AI`, `C++` and `中國` may be.
        prefix == 0 ? syllables >= shortestStem : prefix + syllables >= 2
    }

    static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }

    static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        (0x41...0x5A).contains(scalar.value) || (0x61...0x7A).contains(scalar.value)
            || (0xC0...0x24F).contains(scalar.value)
    }
}
