import KoreanText

/// The words of some texts, and how each is read: as which stem, and with what after it.
///
/// A word that can be read in several ways (`신뢰도`: `신뢰`+`도`, or `신뢰도`) is read with the stem that stands before the most
/// different particles; of equals, with the longest.
struct Lexicon {
    /// How a word is read.
    struct Reading {
        /// The stem, or `none` for a word that is no part of any term.
        var stem: Int32
        /// What follows the stem.
        var context: NounContexts
    }

    /// What a stem can be in a term.
    struct Stem {
        /// What it was seen before.
        var contexts: NounContexts = []
        /// How often it stands in the texts.
        var count: Int32 = 0
        /// The units of its length: a syllable is one, a letter half of one.
        var length: Float = 0
        /// Whether it is written in Latin letters, wholly.
        var isLatin = false
        /// Whether its writing shows a name or an acronym: `GPU`, `DeepSeek`, `K8s`.
        var isMarked = false
        /// Whether no term has it.
        var isFunction = false
        /// Whether it says nothing by itself.
        var isGeneric = false
        /// Whether it may be a part of a longer term.
        var isPart = false
        /// Whether it may be a term by itself.
        var isTerm = false
    }

    /// What stands for no stem.
    static let none: Int32 = -1
    /// How often a stem stands at least to be a part of anything.
    static let fewestPlaces = 2

    /// The stems, folded: letter case and an English plural do not matter.
    private(set) var stemWords = WordNumbers()
    private(set) var stems: [Stem] = []
    private(set) var readings: [Reading] = []

    /// Reads all words of some texts; names among them are never a term.
    init(_ words: EventWords, names: KnownNames) {
        for (list, keyPath) in CommonWords.lists {
            for word in list {
                stems[Int(intern(Array(word.unicodeScalars), word.unicodeScalars.count))][keyPath: keyPath] = true
            }
        }
        read(words)
        for index in stems.indices where stems[index].count >= Self.fewestPlaces || stems[index].isLatin {
            judge(index, names)
        }
    }

    /// The numbers of those of some folded stems that the texts have.
    func numbers(of stems: Set<String>) -> Set<Int32> {
        var table = stemWords
        return Set(stems.map { Int32(table.number(of: $0)) })
    }

    private mutating func read(_ words: EventWords) {
        var ways: [Reading] = []
        var ends: [Int] = []
        ends.reserveCapacity(words.table.count)
        var word: [Unicode.Scalar] = []
        for number in 0..<words.table.count {
            words.table.read(number, into: &word)
            WordSplit.forEach(of: word) { length, context in
                let stem = intern(word, length)
                stems[Int(stem)].contexts.formUnion(context)
                ways.append(Reading(stem: stem, context: context))
                if context == .bare, words.afterArticle[number] >= 2 {
                    // An article before an English word is what a particle after a Korean one is.
                    stems[Int(stem)].contexts.formUnion(.strong)
                }
            }
            ends.append(ways.count)
        }
        readings.reserveCapacity(ends.count)
        var start = 0
        for (number, end) in ends.enumerated() {
            let reading = best(ways[start..<end])
            readings.append(reading)
            if reading.stem != Self.none { stems[Int(reading.stem)].count += words.counts[number] }
            start = end
        }
    }

    private func best(_ ways: ArraySlice<Reading>) -> Reading {
        var best = Reading(stem: Self.none, context: [])
        var particles = -1
        for way in ways {
            if way.context == .verb, best.stem != Self.none, best.context != .bare || particles > 0 { continue }
            let found = way.context == .verb ? 0 : stems[Int(way.stem)].contexts.particles
            if found > particles || best.context == .bare && particles == 0 && way.context == .verb {
                (best, particles) = (way, found)
            }
        }
        return best
    }

    /// The number of the stem that the first scalars of a word are.
    private mutating func intern(_ word: [Unicode.Scalar], _ length: Int) -> Int32 {
        var isLatin = true
        var isMarked = false
        var units: Float = 0
        folded.removeAll(keepingCapacity: true)
        for index in 0..<length {
            let scalar = word[index]
            if Hangul.isSyllable(scalar) {
                isLatin = false
                units += 1
                append(scalar)
                continue
            }
            units += 0.5
            if index > 0, scalar.properties.isUppercase || WordSplit.isDigit(scalar) { isMarked = true }
            append(FoldedText.fold(scalar))
        }
        if isLatin { foldPlural() }
        let number = folded.withUnsafeBufferPointer { stemWords.number(of: $0) }
        if number == stems.count {
            var stem = Stem()
            stem.isLatin = isLatin
            stem.length = units
            stems.append(stem)
        }
        if isMarked { stems[number].isMarked = true }
        return Int32(number)
    }

    /// The stem that is interned, in UTF-8.
    private var folded: [UInt8] = []

    private mutating func append(_ scalar: Unicode.Scalar) {
        for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { folded.append(unit) }
    }

    /// `models` and `model` are one stem; `class` and `basis` stay.
    private mutating func foldPlural() {
        guard folded.count >= 4, folded.last == UInt8(ascii: "s") else { return }
        let before = folded[folded.count - 2]
        if before < 0x80, !"sui".utf8.contains(before) { folded.removeLast() }
    }

    private mutating func judge(_ index: Int, _ names: KnownNames) {
        var stem = stems[index]
        guard !stem.isFunction else { return }
        let word = stemWords[index]
        let scalars = Array(word.unicodeScalars)
        if stem.isLatin {
            let isWord = scalars.contains(where: WordSplit.isLatin)
            stem.isPart = scalars.count >= 2 && (isWord || !scalars.contains(where: WordSplit.isDigit))
            let isNoun = stem.isMarked || stem.contexts.particles >= 1
            stem.isTerm = stem.isPart && isNoun && isWord && !stem.isGeneric && !word.hasSuffix("ly")
        } else {
            let isNoun = stem.contexts.areNouns(couldBeVerb: TermShape.couldLeadVerb(scalars))
            stem.isPart =
                !TermShape.isInflected(scalars) && (isNoun || stem.isGeneric || !TermShape.looksInflected(scalars))
            stem.isTerm = stem.isPart && isNoun && !stem.isGeneric
        }
        stem.isTerm = stem.isTerm && !names.contains(word)
        stems[index] = stem
    }
}
