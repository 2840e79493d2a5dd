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
        /// Whether the word begins with a capital.
        var isCapital = false
        /// Whether its writing shows a name or an acronym: `GPU`, `DeepSeek`, `K8s`.
        var isMarked = false
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

    /// The stems, folded: letter case does not matter, nor a plural where the texts have the singular too.
    private(set) var stemWords = WordNumbers()
    private(set) var stems: [Stem] = []
    private(set) var readings: [Reading] = []

    /// Reads all words of some texts; names among them are never a term.
    init(_ words: EventWords, names: KnownNames) {
        self = Self.common
        read(words)
        mergeForms()
        for index in stems.indices where stems[index].count >= Self.fewestPlaces || stems[index].isLatin {
            judge(index, names)
        }
    }

    /// The lexicon of no text: what is known of common words.
    private static let common = Lexicon()

    private init() {
        for (list, keyPath) in CommonWords.lists {
            for word in list {
                stems[Int(intern(Array(word.unicodeScalars), word.unicodeScalars.count))][keyPath: keyPath] = true
            }
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
        var shapes: [(isCapital: Bool, isMarked: Bool)] = []
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
            shapes.append((word.first.map(Self.isCapital) ?? false, Self.isMarked(word[...])))
        }
        readings.reserveCapacity(ends.count)
        var start = 0
        for (number, end) in ends.enumerated() {
            var reading = best(ways[start..<end])
            reading.isCapital = shapes[number].isCapital
            reading.isMarked = shapes[number].isMarked
            readings.append(reading)
            if reading.stem != Self.none { stems[Int(reading.stem)].count += words.counts[number] }
            start = end
        }
    }

    /// Counts plurals as their singulars, and inflected forms as one.
    private mutating func mergeForms() {
        var bases = stems.indices.map { Int32(singular(of: $0) ?? $0) }
        // A possessive's singular may be a plural itself.
        for index in bases.indices { bases[index] = bases[Int(bases[index])] }
        merge(bases)
        if let bases = inflectedBases() { merge(bases) }
    }

    private mutating func merge(_ bases: [Int32]) {
        for index in readings.indices where readings[index].stem != Self.none {
            readings[index].stem = bases[Int(readings[index].stem)]
        }
        for (index, base) in bases.enumerated() where Int(base) != index {
            stems[Int(base)].count += stems[index].count
            stems[Int(base)].contexts.formUnion(stems[index].contexts)
            if stems[index].isMarked { stems[Int(base)].isMarked = true }
            stems[index].count = 0
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
            append(FoldedText.fold(scalar))
        }
        let number = folded.withUnsafeBufferPointer { stemWords.number(of: $0) }
        if number == stems.count {
            var stem = Stem()
            stem.isLatin = isLatin
            stem.length = units
            stems.append(stem)
        }
        if !stems[number].isMarked, Self.isMarked(word[..<length]) { stems[number].isMarked = true }
        return Int32(number)
    }

    /// The stem that is interned, in UTF-8.
    private var folded: [UInt8] = []

    private mutating func append(_ scalar: Unicode.Scalar) {
        for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { folded.append(unit) }
    }

    private static func isCapital(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x80 { return scalar.value >= 0x41 && scalar.value <= 0x5A }
        return !Hangul.isSyllable(scalar) && scalar.properties.isUppercase
    }

    /// Whether a capital or a digit within a word shows a name or an acronym.
    private static func isMarked(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
        word.dropFirst().contains { isCapital($0) || WordSplit.isDigit($0) }
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
