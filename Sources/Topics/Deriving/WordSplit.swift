import KoreanText

/// The ways to read a word: as a stem and what follows it.
enum WordSplit {
    /// How many syllables a stem of Hangul has at least.
    static let shortestStem = 2
    /// How many scalars a word has at most to be read.
    static let longestWord = 30

    /// Hands over all ways to read a word as a noun, bare, with a particle or with a light verb; none where it can be no part of a
    /// term.
    static func forEach(of word: [Unicode.Scalar], _ body: (_ length: Int, _ context: NounContexts) -> Void) {
        guard let last = word.last, word.count <= longestWord else { return }
        // `2025년` and `10배` count; `5G` and `3D` name.
        if isDigit(word[0]), word.count > 4 || !word.contains(where: isLatin) { return }
        var prefix = word.count
        while prefix > 0, Hangul.isSyllable(word[prefix - 1]) { prefix -= 1 }
        // `A가` is no term; `AI`, `C++` and `中國` may be.
        let shortest = prefix == 0 ? shortestStem : max(2, prefix)
        guard word.count >= shortest else { return }
        body(word.count, .bare)
        guard word.count > shortest else { return }
        for form in NounContexts.forms(endingIn: last) {
            let particle = form.particle
            let length = word.count - particle.scalars.count
            guard length >= shortest, equal(word, from: length, particle.scalars), particle.follows(word[length - 1])
            else { continue }
            body(length, form.context)
        }
        for length in shortest..<word.count where WordTail.mayConjugate(word[length]) {
            if WordTail.isConjugated(word[length...]) { body(length, .verb) }
        }
    }

    private static func equal(_ word: [Unicode.Scalar], from start: Int, _ tail: [Unicode.Scalar]) -> Bool {
        for index in tail.indices where word[start + index] != tail[index] { return false }
        return true
    }

    static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x30 && scalar.value <= 0x39 }

    static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value
        return value >= 0x41 && value <= 0x5A || value >= 0x61 && value <= 0x7A || value >= 0xC0 && value <= 0x24F
    }
}
