/// Counts the terms of one event: single stems, and two or three in a row that a particle closes.
///
/// A longer term is only counted where each shorter one in it stands twice, so that their number stays in bounds.
struct TermCounter {
    /// A term with its tally.
    struct Counted {
        /// Its stems in order, three at most.
        var stems: [Int32]
        var tally = TermTally()
        /// The two terms of one stem less that it holds, as places in `terms`; none for a single stem.
        var shorter: [Int32] = []
    }

    /// How often each shorter term in a longer one stands at least.
    static let fewestShorter = 2

    /// What stands for no term.
    private static let none: Int32 = -1

    private let lexicon: Lexicon
    private let titles: Set<Int32>
    private(set) var terms: [Counted] = []
    /// For every word of the event, the term of so many stems that ends there.
    private var ending: [Int32] = []
    private var before: [Int32] = []

    /// Counts the terms of an event.
    ///
    /// - Parameters:
    ///   - parts: The event's titles and passages; they lie one after another in the sequence.
    ///   - titles: The stems of persons' titles (`교수`).
    init(_ parts: [EventWords.Part], in sequence: [Int32], _ lexicon: Lexicon, titles: Set<Int32>) {
        self.lexicon = lexicon
        self.titles = titles
        guard let first = parts.first?.words.lowerBound, let end = parts.last?.words.upperBound else { return }
        ending = Array(repeating: Self.none, count: end - first)
        countSingle(parts, sequence, first)
        for _ in 2...3 {
            swap(&before, &ending)
            ending = Array(repeating: Self.none, count: end - first)
            countLonger(parts, sequence, first)
        }
    }

    private mutating func countSingle(_ parts: [EventWords.Part], _ sequence: [Int32], _ first: Int) {
        var places: [Int32: Int32] = [:]
        for part in parts {
            for index in part.words {
                guard let (stem, context) = reading(sequence[index]), lexicon.stems[Int(stem)].isPart else { continue }
                let isLast = index + 1 == part.words.upperBound || sequence[index + 1] == EventWords.boundary
                let place = places[stem] ?? Int32(terms.count)
                if Int(place) == terms.count {
                    places[stem] = place
                    terms.append(Counted(stems: [stem]))
                }
                ending[index - first] = place
                terms[Int(place)].tally.add(
                    part, isClosed: closes(stem, context, part, isLast ? nil : sequence[index + 1]),
                    isVerb: context == .verb)
                if context == .bare, !isLast, let next = reading(sequence[index + 1]), titles.contains(next.stem) {
                    terms[Int(place)].tally.noteTitle()
                }
            }
        }
    }

    /// Counts the terms that are one stem longer than those in `before`.
    private mutating func countLonger(_ parts: [EventWords.Part], _ sequence: [Int32], _ first: Int) {
        var places: [UInt64: Int32] = [:]
        for part in parts {
            for index in part.words.dropFirst() {
                let (left, right) = (before[index - 1 - first], before[index - first])
                guard left != Self.none, right != Self.none,
                    terms[Int(left)].tally.places >= Self.fewestShorter,
                    terms[Int(right)].tally.places >= Self.fewestShorter,
                    let (_, link) = reading(sequence[index - 1]), link == .bare,
                    let (stem, context) = reading(sequence[index])
                else { continue }
                let isLast = index + 1 == part.words.upperBound || sequence[index + 1] == EventWords.boundary
                let key = UInt64(UInt32(bitPattern: left)) << 32 | UInt64(UInt32(bitPattern: right))
                let place = places[key] ?? Int32(terms.count)
                if Int(place) == terms.count {
                    places[key] = place
                    terms.append(Counted(stems: terms[Int(left)].stems + [stem], shorter: [left, right]))
                }
                ending[index - first] = place
                terms[Int(place)].tally.add(
                    part, isClosed: closes(stem, context, part, isLast ? nil : sequence[index + 1]),
                    isVerb: context == .verb)
            }
        }
    }

    private func reading(_ word: Int32) -> (stem: Int32, context: NounContexts)? {
        guard word != EventWords.boundary else { return nil }
        let reading = lexicon.readings[Int(word)]
        return reading.stem.map { ($0, reading.context) }
    }

    /// Whether what follows a stem shows that the term ends with it: a particle, the end of a heading, and for an English one the end
    /// of the phrase or a function word.
    private func closes(_ stem: Int32, _ context: NounContexts, _ part: EventWords.Part, _ next: Int32?) -> Bool {
        if context != .bare { return context != .verb }
        guard lexicon.stems[Int(stem)].isLatin else { return part.isHeading && next == nil }
        guard let next else { return true }
        return reading(next).map { !lexicon.stems[Int($0.stem)].isPart } ?? true
    }
}
