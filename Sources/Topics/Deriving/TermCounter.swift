/// Counts the terms of one event: single stems, and two or three in a row that a particle closes.
///
/// A longer term is only counted where each shorter one in it stands twice, so that their number stays in bounds.
struct TermCounter {
    /// A term with its tally.
    struct Counted {
        /// Its last stem.
        var stem: Int32
        /// How many stems it has.
        var length = 1
        /// The term without its last stem and the term without its first, as places in `terms`, for one of several stems.
        var shorter: (left: Int32, right: Int32) = (none, none)
        var tally = TermTally()
    }

    /// How often each shorter term in a longer one stands at least.
    static let fewestShorter = 2
    /// How many stems a term has at most.
    static let longest = 3

    /// What stands for no term.
    static let none: Int32 = -1

    private let lexicon: Lexicon
    private let use: WordUse
    private let titles: Set<Int32>
    private(set) var terms: [Counted] = []
    /// For every word of the event, the term of so many stems that ends there.
    private var ending: [Int32] = []
    private var before: [Int32] = []

    /// Counts the terms of an event.
    ///
    /// - Parameters:
    ///   - parts: The event's titles and passages; they lie one after another in the sequence.
    ///   - use: How the event uses its words.
    ///   - titles: The stems of persons' titles (`교수`).
    ///   - places: Room for a place for every stem, each `none`; it is given back so.
    init(
        _ parts: [EventWords.Part], in sequence: [Int32], _ lexicon: Lexicon, _ use: WordUse, titles: Set<Int32>,
        places: inout [Int32]
    ) {
        self.lexicon = lexicon
        self.use = use
        self.titles = titles
        guard let first = parts.first?.words.lowerBound, let end = parts.last?.words.upperBound else { return }
        ending = Array(repeating: Self.none, count: end - first)
        countSingle(parts, sequence, first, &places)
        for term in terms { places[Int(term.stem)] = Self.none }
        for length in 2...Self.longest {
            swap(&before, &ending)
            ending = Array(repeating: Self.none, count: end - first)
            countLonger(parts, sequence, first, length)
        }
    }

    /// A term's stems in order.
    func stems(of term: Counted) -> [Int32] {
        term.length == 1 ? [term.stem] : stems(of: terms[Int(term.shorter.left)]) + [term.stem]
    }

    private mutating func countSingle(
        _ parts: [EventWords.Part], _ sequence: [Int32], _ first: Int, _ places: inout [Int32]
    ) {
        for part in parts {
            for index in part.words {
                let reading = reading(sequence[index])
                guard reading.stem != Lexicon.none, use.isPart(reading.stem) else { continue }
                var place = places[Int(reading.stem)]
                if place == Self.none {
                    place = Int32(terms.count)
                    places[Int(reading.stem)] = place
                    terms.append(Counted(stem: reading.stem))
                }
                ending[index - first] = place
                let next = next(after: index, part, sequence)
                terms[Int(place)].tally.add(
                    part, isClosed: closes(reading, part, next), isVerb: reading.context == .verb,
                    begins: begins(index, 1, part, sequence), ends: next == nil)
                if reading.context == .bare, let next, titles.contains(next.stem) {
                    terms[Int(place)].tally.noteTitle()
                }
            }
        }
    }

    /// Counts the terms that are one stem longer than those in `before`.
    private mutating func countLonger(_ parts: [EventWords.Part], _ sequence: [Int32], _ first: Int, _ length: Int) {
        var places: [UInt64: Int32] = [:]
        for part in parts {
            for index in part.words.dropFirst() {
                let (left, right) = (before[index - 1 - first], before[index - first])
                guard left != Self.none, right != Self.none,
                    terms[Int(left)].tally.places >= Self.fewestShorter,
                    terms[Int(right)].tally.places >= Self.fewestShorter,
                    reading(sequence[index - 1]).context == .bare
                else { continue }
                let reading = reading(sequence[index])
                let key = UInt64(UInt32(bitPattern: left)) << 32 | UInt64(UInt32(bitPattern: right))
                let place = places[key] ?? Int32(terms.count)
                if Int(place) == terms.count {
                    places[key] = place
                    terms.append(Counted(stem: reading.stem, length: length, shorter: (left, right)))
                }
                ending[index - first] = place
                let next = next(after: index, part, sequence)
                terms[Int(place)].tally.add(
                    part, isClosed: closes(reading, part, next), isVerb: reading.context == .verb,
                    begins: begins(index, length, part, sequence), ends: next == nil)
            }
        }
    }

    /// Whether a term of so many stems that ends at a place begins its phrase.
    private func begins(_ index: Int, _ length: Int, _ part: EventWords.Part, _ sequence: [Int32]) -> Bool {
        index - length >= part.words.lowerBound && sequence[index - length] == EventWords.boundary
    }

    private func reading(_ word: Int32) -> Lexicon.Reading {
        word == EventWords.boundary ? Lexicon.Reading(stem: Lexicon.none, context: []) : lexicon.readings[Int(word)]
    }

    /// The reading of the next word of a phrase, or `nil` where the phrase ends.
    private func next(after index: Int, _ part: EventWords.Part, _ sequence: [Int32]) -> Lexicon.Reading? {
        guard index + 1 < part.words.upperBound, sequence[index + 1] != EventWords.boundary else { return nil }
        return reading(sequence[index + 1])
    }

    /// Whether what follows a stem shows that the term ends with it: a particle, the end of a heading, and for an English one
    /// the end of the phrase or a function word.
    private func closes(_ reading: Lexicon.Reading, _ part: EventWords.Part, _ next: Lexicon.Reading?) -> Bool {
        if reading.context != .bare { return reading.context != .verb }
        guard lexicon.stems[Int(reading.stem)].isLatin else { return part.isHeading && next == nil }
        guard let next, next.stem != Lexicon.none else { return true }
        return !use.isPart(next.stem)
    }
}
