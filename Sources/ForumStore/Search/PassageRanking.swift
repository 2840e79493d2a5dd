import Foundation
import SQLite

/// Ranks passages by bm25, a term being found in any of its forms.
///
/// FTS5's own function counts every form of a word as a word of its own, and reads each from beginning to end to learn how
/// rare it is. Here a term's forms are counted together, a place inside a longer word for less than one that begins a word,
/// and how rare a term is comes from the words that the store knows.
final class PassageRanking: IndexRanking {
    /// The function's name in SQL.
    static let name = "rostrum_rank"

    /// How soon more places say no more, and how much longer passages must say: bm25's customary k1 and b.
    private static let (saturation, lengthShare) = (1.2, 0.75)
    /// What a place inside a longer word counts.
    private static let insideWord = 0.25

    /// The parts in which a doubling of the length is told: a length is a byte.
    private static let steps = 16.0

    /// What ``rank(_:_:)`` gives for a row in which a term is found inside longer foreign words only.
    static let insideWordsOnly = -1.0

    /// Whether only its text tells if a passage holds all terms, by what ``rank(_:_:)`` gives, and its rank if it does.
    static func uncertain(_ rank: Double) -> (isUncertain: Bool, score: Double) {
        rank <= uncertainty ? (true, uncertainty - rank) : (false, rank)
    }

    private static let uncertainty = -2.0

    private var phrases: [(term: Int, weight: Double, isCertain: Bool)] = []
    private var needsAllTerms = false
    private var rarity: [Double] = []
    private var frequencies: [Double] = []
    /// What is counted for a term that only the text tells of.
    private var possible: [Double] = []
    private var lengths: [UInt8] = []
    /// What is added below the line of bm25 for each length.
    private var norms: [Double] = []

    /// A passage's length as the ranking keeps it.
    static func length(ofBytes count: Int) -> UInt8 {
        UInt8(clamping: Int((steps * log2(Double(count + 1))).rounded()))
    }

    /// Takes the lengths of all passages, by their keys; the key 0 is nobody's.
    func measure(_ lengths: [UInt8]) {
        self.lengths = lengths
        let bytes = (0...UInt8.max).map { exp2(Double($0) / Self.steps) }
        var counts = [Int](repeating: 0, count: bytes.count)
        for length in lengths.dropFirst() { counts[Int(length)] += 1 }
        let sum = zip(counts, bytes).reduce(0) { $0 + Double($1.0) * $1.1 }
        let mean = max(1, sum / Double(max(1, lengths.count - 1)))
        norms = bytes.map { Self.saturation * (1 - Self.lengthShare + Self.lengthShare * $0 / mean) }
    }

    /// Makes ready for a query's rows.
    ///
    /// - Parameters:
    ///   - terms: The terms in the order of the expression.
    ///   - reach: How far they reach in it.
    ///   - needsAllTerms: Whether the expression demands all of them.
    func prepare(
        _ terms: [SearchQuery.Term], reach: SearchQuery.Reach, needsAllTerms: Bool, _ knowledge: SearchKnowledge
    ) {
        self.needsAllTerms = needsAllTerms
        phrases = terms.enumerated().flatMap { term, value in
            value.phrases.map {
                (term, $0.isAtStart ? 1 : Self.insideWord, reach != .wider || $0.wider == nil)
            } + (reach == .insideWords ? value.inner.map { _ in (term, 0, true) } : [])
        }
        let passages = Double(max(1, lengths.count - 1))
        rarity = terms.map { term in
            let count = Double(knowledge.passages(of: term))
            return max(1e-6, log((passages - count + 0.5) / (count + 0.5)))
        }
        frequencies = Array(repeating: 0, count: terms.count)
        possible = frequencies
    }

    func rank(_ row: Int64, _ places: borrowing IndexPlaces) -> Double {
        guard let key = Int(exactly: row), lengths.indices.contains(key) else { return 0 }
        for term in frequencies.indices { (frequencies[term], possible[term]) = (0, 0) }
        places.forEach(ofFirst: phrases.count) { phrase, column in
            let place = phrases[phrase]
            let weight = SearchWeight.ofIndex.indices.contains(column) ? SearchWeight.ofIndex[column] : 1
            if place.isCertain {
                frequencies[place.term] += place.weight * Double(weight)
            } else {
                possible[place.term] += place.weight * Double(weight)
            }
        }
        var isUncertain = false
        for (term, frequency) in frequencies.enumerated() where frequency == 0 {
            if possible[term] > 0 {
                isUncertain = true
                frequencies[term] = possible[term]
            } else if needsAllTerms {
                return Self.insideWordsOnly
            }
        }
        let norm = norms[Int(lengths[key])]
        var score = 0.0
        for (term, frequency) in frequencies.enumerated() where frequency > 0 {
            score += rarity[term] * frequency * (Self.saturation + 1) / (frequency + norm)
        }
        return isUncertain ? Self.uncertainty - score : score
    }
}

extension SearchKnowledge {
    /// In about how many passages a term stands: as many as its most frequent form.
    fileprivate func passages(of term: SearchQuery.Term) -> Int {
        let forms =
            [term.interpretation.text, term.interpretation.stem].compactMap(\.self) + term.interpretation.aliases
        return max(1, forms.compactMap { words.place(of: $0) }.map(words.passages).max() ?? 1)
    }
}
