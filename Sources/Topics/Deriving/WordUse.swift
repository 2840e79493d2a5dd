import Foundation

/// How one event uses the words that are written in letters, in whatever language: which of them are function words, which are
/// nouns, and which are the names of those who speak.
///
/// Nothing is known of the language beforehand. Articles, prepositions, conjunctions and auxiliary verbs hardly ever end a phrase,
/// and many different words follow them; nouns end phrases; a word that stands as evenly as chance would have it is less of a
/// subject than one that some passages have often and others never.
struct WordUse {
    /// How often an event has words in letters at least for their use to be told.
    static let fewestWords = 250
    /// The share of an event's words that are in letters, from which on it is prose in letters.
    static let leastShare = 0.5
    /// How often a function word stands at least.
    static let fewestFunction = 8
    /// The share of its places where a function word ends a phrase, at most.
    static let mostFunctionEnds = 0.08
    /// How many of a word's places are looked at for what follows it.
    static let mostNeighbours = 64
    /// How many different words follow a function word at least, the number of its places to this power: of one that stands as
    /// evenly as chance would have it, and of another.
    static let functionVariety = (even: 0.66, uneven: 0.74)
    /// The share of the passages that chance would give it, from which on a word stands evenly.
    static let evenShare = 0.9
    /// A word of at most so many letters that is so large a share of all words and hardly ever ends a phrase is a function word too,
    /// whatever follows it.
    static let longestArticle: Float = 2
    static let leastArticleShare = 0.007
    static let mostArticleEnds = 0.03
    /// The share of its places where a noun ends a phrase, at least.
    static let leastNounEnds = 0.12
    /// The share of its places where a noun ends a phrase or stands before a function word, at most asked for; less where few function
    /// words are told: so much, and more by so much of their share of all words.
    static let mostNounCloses = 0.4
    static let leastNounCloses = (alone: 0.1, byFunction: 0.6)
    /// The share of places within phrases with a capital, from which on a language writes its nouns so (German).
    static let nounCapitals = 0.17
    /// The share of a word's places before the name of a voice, from which on it is a form of address.
    static let leastAddress = 0.3
    /// How many passages an event has at least for the spread of words over them to say something.
    static let fewestPassages = 20
    /// How often a word stands at least for its own spread to say something.
    static let fewestSpread = 5
    /// What a word is worth that stands in as many passages as chance would have it, and how far below that number it is worth all.
    static let evenWorth = 0.25
    static let unevenShare = 0.6

    /// The share of an event's words in letters that are English function words, from which on it is told to be English.
    static let leastEnglish = 0.25

    /// What a stem may be in a term of this event.
    struct Roles: OptionSet {
        let rawValue: UInt8
        static let part = Roles(rawValue: 1)
        static let term = Roles(rawValue: 2)
        static let name = Roles(rawValue: 4)
        static let address = Roles(rawValue: 8)
        /// Whether it is a noun: a term may end with it.
        static let noun = Roles(rawValue: 16)
        /// Whether it is a function word.
        static let function = Roles(rawValue: 32)
    }

    /// What an event has of a stem.
    private struct Tally {
        var places: Int32 = 0
        var passages: Int32 = 0
        var lastPassage: Int32 = -1
        var ends: Int32 = 0
        var closes: Int32 = 0
        var within: Int32 = 0
        var capitals: Int32 = 0
        var marked: Int32 = 0
        var beforeName: Int32 = 0
        var sampled: Int32 = 0
        var neighbours: Int32 = 0
    }

    /// Whether the event is told to be prose in letters; otherwise every stem is what the lexicon says.
    private(set) var isProse = false
    /// Whether the event's words in letters are English, as far as its function words tell; those of other prose are not.
    private(set) var isEnglish = true
    private let lexicon: Lexicon
    private var roles: [Roles]
    private var worths: [Float]
    private var tallies: [Tally]
    private var touched: [Int32] = []
    /// How many passages have so many words, by the logarithm of that number, with their words together.
    private var lengths: [(passages: Int, words: Int)] = []

    /// Prepares for events whose words a lexicon reads.
    init(_ lexicon: Lexicon) {
        self.lexicon = lexicon
        roles = lexicon.stems.map { stem in
            (stem.isPart ? Roles.part : []).union(stem.isTerm ? .term : [])
        }
        worths = Array(repeating: 1, count: roles.count)
        tallies = Array(repeating: Tally(), count: roles.count)
    }

    /// Whether a stem may be a part of a term.
    func isPart(_ stem: Int32) -> Bool { roles[Int(stem)].contains(.part) }

    /// Whether a stem may be a term by itself.
    func isTerm(_ stem: Int32) -> Bool { roles[Int(stem)].contains(.term) }

    /// Whether a term may end with a stem.
    func isNoun(_ stem: Int32) -> Bool { !isProse || roles[Int(stem)].contains(.noun) }

    /// Whether a stem is a form of address: no term ends with it.
    func isAddress(_ stem: Int32) -> Bool { roles[Int(stem)].contains(.address) }

    /// The event's words that would be terms by themselves elsewhere and are none here.
    var refused: Set<Int32> {
        Set(touched.filter { lexicon.stems[Int($0)].isTerm && !isTerm($0) })
    }

    /// What a stem's spread over the passages makes it worth as a term by itself, up to 1.
    func worth(_ stem: Int32) -> Double { Double(worths[Int(stem)]) }
}

extension WordUse {
    /// Takes an event in place of the one before.
    mutating func read(_ parts: [EventWords.Part], in sequence: [Int32], _ names: VoiceNames) {
        for stem in touched {
            let known = lexicon.stems[Int(stem)]
            roles[Int(stem)] = (known.isPart ? Roles.part : []).union(known.isTerm ? .term : [])
            worths[Int(stem)] = 1
            tallies[Int(stem)] = Tally()
        }
        touched.removeAll(keepingCapacity: true)
        lengths = Array(repeating: (0, 0), count: Int.bitWidth)
        count(parts, sequence)
        let places = touched.reduce(0) { $0 + Int(tallies[Int($1)].places) }
        let letters = touched.reduce(0) { $0 + (lexicon.stems[Int($1)].isLatin ? Int(tallies[Int($1)].places) : 0) }
        isProse = letters >= Self.fewestWords && Double(letters) >= Self.leastShare * Double(places)
        markNames(names, parts, sequence)
        let english = touched.reduce(0) { sum, stem in
            let known = lexicon.stems[Int(stem)]
            return sum + (known.isLatin && known.isFunction ? Int(tallies[Int(stem)].places) : 0)
        }
        isEnglish = !isProse || Double(english) >= Self.leastEnglish * Double(letters)
        guard isProse else { return }
        countNeighbours(parts, sequence)
        let within = touched.reduce((all: 0, capitals: 0)) { sum, stem in
            let tally = tallies[Int(stem)]
            return (sum.all + Int(tally.within), sum.capitals + Int(tally.capitals))
        }
        let capitalisesNouns = Double(within.capitals) >= Self.nounCapitals * Double(max(1, within.all))
        for stem in touched where lexicon.stems[Int(stem)].isLatin && roles[Int(stem)] != .name {
            let isFunction = lexicon.stems[Int(stem)].isFunction || isFunction(Int(stem), letters, capitalisesNouns)
            if isFunction { roles[Int(stem)] = .function }
        }
        countCloses(parts, sequence)
        let functions = touched.reduce(0) { $0 + (roles[Int($1)] == .function ? Int(tallies[Int($1)].places) : 0) }
        let share = Double(functions) / Double(letters)
        let leastCloses = min(Self.mostNounCloses, Self.leastNounCloses.alone + Self.leastNounCloses.byFunction * share)
        for stem in touched
        where lexicon.stems[Int(stem)].isLatin && roles[Int(stem)].isDisjoint(with: [.name, .function]) {
            judge(Int(stem), letters: letters, leastCloses: leastCloses, capitalisesNouns)
        }
    }

    private func stem(_ word: Int32) -> Int32 {
        word == EventWords.boundary ? Lexicon.none : lexicon.readings[Int(word)].stem
    }

    private mutating func count(_ parts: [EventWords.Part], _ sequence: [Int32]) {
        for (number, part) in parts.enumerated() {
            var words = 0
            for index in part.words where sequence[index] != EventWords.boundary {
                words += 1
                let reading = lexicon.readings[Int(sequence[index])]
                guard reading.stem != Lexicon.none else { continue }
                let stem = Int(reading.stem)
                if tallies[stem].places == 0 { touched.append(reading.stem) }
                tallies[stem].places += 1
                if tallies[stem].lastPassage != Int32(number) {
                    tallies[stem].lastPassage = Int32(number)
                    tallies[stem].passages += 1
                }
                if reading.isMarked { tallies[stem].marked += 1 }
                guard !part.isHeading else { continue }
                if index + 1 == part.words.upperBound || sequence[index + 1] == EventWords.boundary {
                    tallies[stem].ends += 1
                }
                if index > part.words.lowerBound, sequence[index - 1] != EventWords.boundary {
                    tallies[stem].within += 1
                    if reading.isCapital { tallies[stem].capitals += 1 }
                }
            }
            let bucket = Int.bitWidth - words.leadingZeroBitCount
            lengths[bucket].passages += 1
            lengths[bucket].words += words
        }
    }

    /// Counts the different words after those that seldom end a phrase.
    private mutating func countNeighbours(_ parts: [EventWords.Part], _ sequence: [Int32]) {
        var pairs: Set<UInt64> = []
        for part in parts where !part.isHeading {
            for index in part.words.dropLast() {
                let stem = stem(sequence[index])
                guard stem != Lexicon.none, mayBeFunction(tallies[Int(stem)]),
                    tallies[Int(stem)].sampled < Self.mostNeighbours, sequence[index + 1] != EventWords.boundary
                else { continue }
                tallies[Int(stem)].sampled += 1
                let pair = UInt64(UInt32(bitPattern: stem)) << 32 | UInt64(UInt32(bitPattern: sequence[index + 1]))
                if pairs.insert(pair).inserted { tallies[Int(stem)].neighbours += 1 }
            }
        }
    }

    private func mayBeFunction(_ tally: Tally) -> Bool {
        Int(tally.places) >= Self.fewestFunction && Double(tally.ends) <= Self.mostFunctionEnds * Double(tally.places)
    }

    /// Marks the names of voices, and the words before them that are forms of address.
    private mutating func markNames(_ names: VoiceNames, _ parts: [EventWords.Part], _ sequence: [Int32]) {
        for name in names.words {
            var name = name
            guard let stem = name.withUTF8({ lexicon.stemWords.existing($0) }) else { continue }
            let tally = tallies[stem]
            // `Law` may be a name, and law a subject.
            guard tally.places > 0, !lexicon.stems[stem].isLatin || tally.capitals * 2 >= tally.within else { continue }
            roles[stem] = .name
        }
        for part in parts where !part.isHeading {
            for index in part.words.dropLast() where sequence[index] != EventWords.boundary {
                let (stem, next) = (stem(sequence[index]), stem(sequence[index + 1]))
                if stem != Lexicon.none, next != Lexicon.none, roles[Int(next)] == .name {
                    tallies[Int(stem)].beforeName += 1
                }
            }
        }
        for stem in touched where tallies[Int(stem)].beforeName >= 2 {
            let tally = tallies[Int(stem)]
            guard lexicon.stems[Int(stem)].isLatin, roles[Int(stem)] != .name,
                Double(tally.beforeName) >= Self.leastAddress * Double(tally.places)
            else { continue }
            roles[Int(stem)].insert(.address)
            roles[Int(stem)].remove(.term)
        }
    }

    private mutating func countCloses(_ parts: [EventWords.Part], _ sequence: [Int32]) {
        for part in parts where !part.isHeading {
            for index in part.words {
                let stem = stem(sequence[index])
                guard stem != Lexicon.none else { continue }
                let next = index + 1 < part.words.upperBound ? self.stem(sequence[index + 1]) : Lexicon.none
                if next == Lexicon.none || roles[Int(next)] == .function { tallies[Int(stem)].closes += 1 }
            }
        }
    }

    private func isCapital(_ tally: Tally) -> Bool { tally.within >= 2 && tally.capitals * 2 >= tally.within }

    private func isFunction(_ stem: Int, _ letters: Int, _ capitalisesNouns: Bool) -> Bool {
        let tally = tallies[stem]
        guard mayBeFunction(tally), tally.marked * 2 < tally.places,
            !isCapital(tally) || capitalisesNouns && tally.capitals < tally.within
        else { return false }
        if lexicon.stems[stem].length <= Self.longestArticle,
            Double(tally.places) >= Self.leastArticleShare * Double(letters),
            Double(tally.ends) <= Self.mostArticleEnds * Double(tally.places)
        {
            return true
        }
        let isEven = evenness(tally, letters) >= Self.evenShare
        let variety = isEven ? Self.functionVariety.even : Self.functionVariety.uneven
        return Double(tally.neighbours) >= pow(Double(tally.sampled), variety)
    }

    private mutating func judge(_ stem: Int, letters: Int, leastCloses: Double, _ capitalisesNouns: Bool) {
        let (known, tally) = (lexicon.stems[stem], tallies[stem])
        let isAddress = roles[stem].contains(.address)
        roles[stem] = (known.isPart ? Roles.part : []).union(isAddress ? .address : [])
        let isMarked = tally.marked * 2 >= tally.places
        let isCapital = isCapital(tally)
        let places = Double(tally.places)
        let closes = Double(tally.closes) >= leastCloses * places
        let endsPhrases = tally.ends > 0 && Double(tally.ends) >= Self.leastNounEnds * places
        let isNoun = isMarked || isCapital || !capitalisesNouns && endsPhrases && closes
        if isNoun, !isAddress { roles[stem].insert(.noun) }
        // `Federal` of `Federal Reserve` is a part of names.
        let standsAlone = isMarked || closes
        if known.isPart, isNoun, standsAlone, !known.isGeneric, !isAddress, isMarked || isCapital || known.length > 1 {
            roles[stem].insert(.term)
        }
        if !isMarked, !isCapital || capitalisesNouns { worths[stem] = spreadWorth(tally, letters: letters) }
    }

    /// What a word's spread is worth: the nearer to chance, the less.
    private func spreadWorth(_ tally: Tally, letters: Int) -> Float {
        let passages = lengths.reduce(0) { $0 + $1.passages }
        guard passages >= Self.fewestPassages, tally.places >= Self.fewestSpread else { return 1 }
        let share = (evenness(tally, letters) - Self.unevenShare) / (1 - Self.unevenShare)
        return Float(1 - (1 - Self.evenWorth) * min(1, max(0, share)))
    }

    /// In how many passages a word stands, as a share of what chance would give it.
    private func evenness(_ tally: Tally, _ letters: Int) -> Double {
        let expected = lengths.reduce(0.0) { sum, bucket in
            guard bucket.passages > 0 else { return sum }
            let length = Double(bucket.words) / Double(bucket.passages)
            return sum + Double(bucket.passages) * (1 - exp(-Double(tally.places) * length / Double(letters)))
        }
        return Double(tally.passages) / max(1, expected)
    }
}
