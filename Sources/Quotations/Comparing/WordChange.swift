import KoreanText

/// Says what it means that one word stands for another.
struct WordChange {
    let given: QuotedWord
    let printed: QuotedWord
    /// The printed words around it.
    let before: QuotedWord?
    let after: QuotedWord?
    /// Whether a text is the name of somebody or something.
    let isName: @Sendable (String) -> Bool

    /// What differs; `nil` where the words are the same.
    var kind: Difference.Kind? {
        guard given.key != printed.key else { return nil }
        if given.negations != printed.negations || Self.areOpposite(given.folded, printed.folded) { return .negation }
        if given.script == .digits || printed.script == .digits {
            return given.mayCount && printed.mayCount ? .number : .word
        }
        if given.isUnit, printed.isUnit {
            guard given.stem != printed.stem else { return form ?? .word }
            return Self.areSameUnit(given, printed) ? .word : .unit
        }
        if given.mayCount, printed.mayCount {
            return given.stem == printed.stem ? form ?? .word : .number
        }
        if let form { return form }
        return namesAnother ? .name : .word
    }

    /// Whether one word is the other with what makes it the opposite.
    static func areOpposite(_ left: String, _ right: String) -> Bool {
        let (short, long) = left.count < right.count ? (left, right) : (right, left)
        let minimum = short.unicodeScalars.first.map(Hangul.isSyllable) == true ? 2 : 3
        guard short.count >= minimum else { return false }
        if QuotationWords.negationPrefixes.contains(where: { long == $0 + short }) { return true }
        // Korean words may have different particles besides.
        if minimum == 2, let prefix = QuotationWords.negationPrefixes.first(where: long.hasPrefix) {
            let rest = long.dropFirst(prefix.count)
            if rest.count >= 2, rest.commonPrefix(with: short).count >= 2, !short.hasPrefix(prefix) { return true }
        }
        return QuotationWords.negationSuffixes.contains { suffix in
            [left, right].contains { $0.hasSuffix(suffix) } && ![left, right].allSatisfy { $0.hasSuffix(suffix) }
                && left.commonPrefix(with: right).count >= 3
        }
    }

    static func areSameUnit(_ left: QuotedWord, _ right: QuotedWord) -> Bool {
        guard let group = QuotationWords.sameUnit[left.stem] else { return false }
        return group == QuotationWords.sameUnit[right.stem]
    }

    /// The kind where both are forms of one word.
    private var form: Difference.Kind? {
        guard given.script == printed.script else { return nil }
        if given.script == .hangul { return KoreanForm.difference(given, printed) }
        let (left, right) = (given.folded, printed.folded)
        if let group = QuotationWords.inflected[left], group == QuotationWords.inflected[right] { return .ending }
        let common = left.commonPrefix(with: right)
        // A consonant may be doubled before an ending (`preferred`).
        let rests = [left, right].map { word in
            let rest = word.dropFirst(common.count)
            return String(rest.count > 2 && rest.first == common.last ? rest.dropFirst() : rest)
        }
        return common.count >= 3 && rests.allSatisfy { $0.isEmpty || QuotationWords.suffixes.contains($0) }
            ? .ending : nil
    }

    /// Whether one of the words names somebody or something, and the other does not name the same.
    private var namesAnother: Bool {
        guard given.stem != printed.stem else { return false }
        if isNamed(printed) || isNamed(given) { return true }
        if printed.script == .letters {
            guard printed.isCapitalised, given.isCapitalised || given.script != .letters,
                !QuotationWords.common.contains(printed.folded)
            else { return false }
            return !printed.beginsSentence || [before, after].contains { $0?.script == .hangul }
        }
        return false
    }

    private func isNamed(_ word: QuotedWord) -> Bool {
        let stem = word.stem
        let isKnown = { (word: String) in QuotationWords.name.contains(word) || isName(word) }
        if isKnown(stem) || isKnown(word.folded) { return true }
        guard word.script == .hangul else { return false }
        // What follows a name may be its title or make a sentence of it.
        for length in 2..<max(3, word.folded.count) where isKnown(String(word.folded.prefix(length))) {
            let rest = String(word.folded.dropFirst(length))
            if QuotationWords.particle.contains(rest) || QuotationWords.copula.contains(rest)
                || QuotationWords.title.contains(rest)
            {
                return true
            }
        }
        if QuotationWords.nameSuffixes.contains(where: { stem.hasSuffix($0) && stem.count >= $0.count + 2 }) {
            return true
        }
        guard let after, QuotationWords.title.contains(after.stem) || QuotationWords.title.contains(after.folded),
            (2...4).contains(word.folded.count), let first = word.text.unicodeScalars.first
        else { return false }
        return PersonName.mayBegin(with: first)
    }
}
