import KoreanText

// What a word says, by the tables.
extension QuotedWord {
    /// How often it denies.
    var negations: Int {
        let word = folded
        if script == .hangul {
            var rest = word
            for exception in QuotationWords.negationExceptions { rest = rest.replacing(exception, with: " ") }
            if QuotationWords.negation.contains(rest) { return 1 }
            return QuotationWords.negationStems.contains { stem in
                guard let place = rest.range(of: stem) else { return false }
                // `안` and `못` deny where a word begins with them; `잘못` is a noun.
                return stem.first != "안" && stem.first != "못" && stem.first != "모" && stem.first != "몰"
                    || place.lowerBound == rest.startIndex
            } ? 1 : 0
        }
        if QuotationWords.negation.contains(word) { return 1 }
        return QuotationWords.negationEndings.contains(where: word.hasSuffix) ? 1 : 0
    }

    /// Whether it binds what is said to a condition.
    var isCondition: Bool {
        let word = folded
        if QuotationWords.condition.contains(word) { return script != .hangul || word.count > 1 }
        guard script == .hangul, word.count > 1, !QuotationWords.conditionExceptions.contains(stem) else {
            return false
        }
        return !QuotationWords.conditionExceptions.contains(word)
            && QuotationWords.conditionEndings.contains { word.hasSuffix($0) && word.count > $0.count }
    }

    /// Whether it counts, whatever stands around it.
    var isNumber: Bool {
        script == .digits || QuotationWords.number.contains(folded) || QuotationWords.number.contains(stem)
    }

    /// Whether it may count.
    var mayCount: Bool { isNumber || QuotationWords.weakNumber.contains(folded) }

    /// Whether something is counted in it.
    var isUnit: Bool { script == .sign || QuotationWords.unit.contains(folded) || QuotationWords.unit.contains(stem) }

    /// Whether it is a particle by itself, as behind a foreign word.
    var isParticle: Bool { script == .hangul && QuotationWords.particle.contains(folded) }

    /// The word without its particle.
    var stem: String {
        let word = folded
        guard script == .hangul else { return word.hasSuffix("'s") ? String(word.dropLast(2)) : word }
        let particle = QuotationWords.particles.first { word.hasSuffix($0) && word.count > $0.count }
        return String(word.dropLast(particle?.count ?? 0))
    }

    /// Its letters; the syllables of Hangul taken apart.
    var letters: [UInt32] {
        script == .hangul ? Jamo.letters(key.compactMap(Unicode.Scalar.init)).map(\.value) : key
    }

    /// How like another word it is, from 0 to 1: the share of letters that both have in the same order.
    func likeness(to other: QuotedWord) -> Double {
        if key == other.key { return 1 }
        guard script == other.script, script == .hangul || script == .letters,
            key.first == other.key.first || key.last == other.key.last
                || key.count > 2 && other.key.count > 2 && key.dropFirst().first == other.key.dropFirst().first
        else { return 0 }
        let (left, right) = (letters.prefix(Self.comparedLetters), other.letters.prefix(Self.comparedLetters))
        var row = Array(repeating: 0, count: right.count + 1)
        for letter in left {
            var diagonal = 0
            for (index, candidate) in right.enumerated() {
                let above = row[index + 1]
                row[index + 1] = letter == candidate ? diagonal + 1 : max(above, row[index])
                diagonal = above
            }
        }
        return 2 * Double(row[right.count]) / Double(left.count + right.count)
    }

    /// How many letters of a word are compared at most.
    private static let comparedLetters = 48
}

extension Sequence<QuotedWord> {
    /// What in these words may turn the meaning where they are left out.
    var weights: [Difference.Weight] {
        var weights: [Difference.Weight] = []
        if contains(where: { $0.negations > 0 }) { weights.append(.negation) }
        if contains(where: \.isCondition) { weights.append(.condition) }
        if contains(where: \.isNumber) { weights.append(.number) }
        return weights
    }

    /// How often these words deny.
    var negations: Int { reduce(0) { $0 + $1.negations } }

    /// The words closed up.
    var joinedKey: [UInt32] { flatMap(\.key) }
}
