import KoreanText

/// The words of some texts, and how each is read: as which stem, and with what after it.
///
/// A word that can be read in several ways (`신뢰도`: `신뢰`+`도`, or `신뢰도`) is read with the stem that stands before the most
/// different particles; of equals, with the longest.
struct Lexicon {
    /// How a word is read.
    struct Reading {
        /// The stem, or `nil` for a word that is no part of any term.
        var stem: Int32?
        /// What follows the stem.
        var context: NounContexts
    }

    /// What a stem can be in a term.
    struct Stem {
        /// What it was seen before.
        var contexts: NounContexts = []
        /// Whether it is written in Latin letters, wholly.
        var isLatin = false
        /// Whether its writing shows a name or an acronym: `GPU`, `DeepSeek`, `K8s`.
        var isMarked = false
        /// Whether it may be a term by itself.
        var isTerm = false
        /// Whether it may be a part of a longer one.
        var isPart = false
        /// Whether it says nothing by itself.
        var isGeneric = false
        /// The units of its length: a syllable is one, a letter half of one.
        var length = 0.0
    }

    /// The stems, folded: letter case and an English plural do not matter.
    private(set) var stemWords = WordTable()
    private(set) var stems: [Stem] = []
    private(set) var readings: [Reading] = []

    /// Reads all words of a table.
    ///
    /// - Parameters:
    ///   - words: The words.
    ///   - excluded: Stems that are never a term.
    init(_ words: WordTable, afterArticle: [Int32], excluded: KnownNames) {
        var ways: [[(stem: Int32, context: NounContexts)]] = []
        ways.reserveCapacity(words.count)
        for number in 0..<words.count {
            let word = Array(words[number].unicodeScalars)
            let splits = WordSplit.all(of: word)
            ways.append(
                splits.map { split in
                    let stem = intern(word.prefix(split.length))
                    stems[Int(stem)].contexts.formUnion(split.context)
                    return (stem, split.context)
                })
            if let way = ways.last?.first, afterArticle[number] >= 2 {
                // An article before an English word is what a particle after a Korean one is.
                stems[Int(way.stem)].contexts.formUnion(.strong)
            }
        }
        readings = ways.map { ways in
            var best: (stem: Int32, context: NounContexts)?
            for way in ways where way.context != .verb || best == nil {
                guard let before = best else {
                    best = way
                    continue
                }
                let (new, old) = (stems[Int(way.stem)].contexts, stems[Int(before.stem)].contexts)
                if new.particles > old.particles || (before.context == .verb && way.context != .verb) { best = way }
            }
            return Reading(stem: best?.stem, context: best?.context ?? [])
        }
        for index in stems.indices { judge(index, excluded) }
    }

    /// The numbers of those of some folded stems that the texts have.
    func numbers(of stems: Set<String>) -> Set<Int32> {
        Set((0..<stemWords.count).lazy.filter { stems.contains(stemWords[$0]) }.map(Int32.init))
    }

    private mutating func intern(_ scalars: ArraySlice<Unicode.Scalar>) -> Int32 {
        var folded = String.UnicodeScalarView()
        folded.append(contentsOf: scalars.lazy.map(FoldedText.fold))
        let isLatin = scalars.allSatisfy { !Hangul.isSyllable($0) }
        if isLatin { Self.foldPlural(&folded) }
        let number = stemWords.number(of: String(folded))
        if number == stems.count {
            var stem = Stem()
            stem.isLatin = isLatin
            stem.length = folded.reduce(0) { $0 + (Hangul.isSyllable($1) ? 1 : 0.5) }
            stems.append(stem)
        }
        if !stems[number].isMarked, scalars.dropFirst().contains(where: Self.isCapitalOrDigit),
            scalars.contains(where: WordSplit.isLatin)
        {
            stems[number].isMarked = true
        }
        return Int32(number)
    }

    private mutating func judge(_ index: Int, _ excluded: KnownNames) {
        let word = stemWords[index]
        let scalars = Array(word.unicodeScalars)
        var stem = stems[index]
        if stem.isLatin {
            let isFunction = CommonWords.englishFunction.contains(word) || scalars.count < 2
            stem.isGeneric = CommonWords.englishGeneric.contains(word) || !scalars.contains(where: WordSplit.isLatin)
            stem.isPart = !isFunction && !Self.isNumber(scalars)
            let isNoun = stem.isMarked || stem.contexts.particles >= 1
            stem.isTerm =
                stem.isPart && isNoun && !stem.isGeneric && !word.hasSuffix("ly") && !excluded.contains(word)
        } else {
            let isNoun = stem.contexts.areNouns(couldBeVerb: TermShape.couldLeadVerb(scalars))
            let isFunction = CommonWords.function.contains(word) || TermShape.isInflected(scalars)
            stem.isGeneric = CommonWords.generic.contains(word)
            stem.isPart = !isFunction && (isNoun || stem.isGeneric || !TermShape.looksInflected(scalars))
            stem.isTerm = stem.isPart && isNoun && !stem.isGeneric && !excluded.contains(word)
        }
        stems[index] = stem
    }

    private static func isNumber(_ scalars: [Unicode.Scalar]) -> Bool {
        !scalars.contains(where: WordSplit.isLatin) && scalars.contains(where: WordSplit.isDigit)
    }

    private static func isCapitalOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        (0x41...0x5A).contains(scalar.value) || WordSplit.isDigit(scalar)
    }

    /// `models` and `model` are one stem; `class` and `basis` stay.
    private static func foldPlural(_ word: inout String.UnicodeScalarView) {
        guard word.count >= 4, word.last == "s", let before = word.dropLast().last, !["s", "u", "i"].contains(before)
        else { return }
        word.removeLast()
    }
}
