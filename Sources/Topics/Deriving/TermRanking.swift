import Foundation

/// Chooses among the terms of an event those that it is about.
struct TermRanking {
    /// A term with what it is worth.
    struct Ranked {
        var stems: [Int32]
        var score: Double
    }

    /// How often a term stands at least, where it stands in one talk only.
    static let fewestPlaces = 3
    /// In how many talks a term stands at least, where it stands less often.
    static let fewestTalks = 2
    /// How much of its rarest part's places a term of several parts has at least.
    static let leastCohesion = 0.3
    /// From which share of its places on a term is only a part of a longer one.
    static let mostNested = 0.75
    /// The length, in syllables, from which on a term is worth no more.
    static let longest = 8.0

    private let lexicon: Lexicon
    private let excluded: KnownNames
    private let titles: Set<Int32>

    /// Prepares to choose.
    ///
    /// - Parameters:
    ///   - excluded: What is never a term.
    ///   - titles: The stems of persons' titles: no term ends with one (`김철수 교수`).
    init(_ lexicon: Lexicon, excluded: KnownNames, titles: Set<Int32>) {
        self.lexicon = lexicon
        self.excluded = excluded
        self.titles = titles
    }

    /// The terms, the worthiest first.
    func ranked(_ counter: TermCounter) -> [Ranked] {
        let terms = counter.terms
        let isCandidate = terms.map { self.isCandidate($0, among: terms) }
        // What longer terms take of each: their weights together, their number, and the heaviest.
        var nested = Array(repeating: (weight: 0, count: 0, heaviest: 0), count: terms.count)
        // From the longest down, so that what a triple takes of a pair it takes of its words.
        for index in terms.indices.reversed() where isCandidate[index] {
            var inside = Set(terms[index].shorter)
            for place in terms[index].shorter { inside.formUnion(terms[Int(place)].shorter) }
            for place in inside {
                nested[Int(place)].weight += terms[index].tally.weight
                nested[Int(place)].count += 1
                nested[Int(place)].heaviest = max(nested[Int(place)].heaviest, terms[index].tally.weight)
            }
        }
        return terms.indices.filter { isCandidate[$0] }.compactMap { index in
            let (term, longer) = (terms[index], nested[index])
            let weight = Double(term.tally.weight)
            guard Double(longer.heaviest) < Self.mostNested * weight else { return nil }
            let own = weight - (longer.count > 0 ? Double(longer.weight) / Double(longer.count) : 0)
            return Ranked(stems: term.stems, score: own * worth(of: term))
        }.sorted { $0.score > $1.score }
    }

    /// What a term's length, its spread over the talks and its use as a noun are worth.
    private func worth(of term: TermCounter.Counted) -> Double {
        let length = term.stems.reduce(0) { $0 + lexicon.stems[Int($1)].length }
        // What is mostly done (`등장하다`) is rather an event than a subject.
        let noun = 1 - Double(term.tally.asVerb) / Double(term.tally.places)
        return noun * noun * log2(Double(term.stems.count) + 1) * min(length, Self.longest).squareRoot()
            * (1 + log2(Double(term.tally.talks)))
    }

    private func isCandidate(_ term: TermCounter.Counted, among terms: [TermCounter.Counted]) -> Bool {
        let tally = term.tally
        guard tally.places >= Self.fewestPlaces || tally.talks >= Self.fewestTalks else { return false }
        let stems = term.stems.map { lexicon.stems[Int($0)] }
        guard stems.count > 1 else { return stems[0].isTerm && tally.beforeTitle * 2 < tally.places }
        guard let last = stems.last, tally.closed > 0, last.isTerm || last.isGeneric || last.isLatin,
            let end = term.stems.last, !titles.contains(end),
            !stems.allSatisfy(\.isGeneric)
        else { return false }
        let rarest = rarestPlaces(of: term, among: terms)
        guard Double(tally.places) >= Self.leastCohesion * Double(rarest) else { return false }
        return !excluded.contains(term.stems.map { lexicon.stemWords[Int($0)] }.joined(separator: " "))
    }

    /// How often the rarest of a term's words stands.
    private func rarestPlaces(of term: TermCounter.Counted, among terms: [TermCounter.Counted]) -> Int {
        guard !term.shorter.isEmpty else { return term.tally.places }
        return term.shorter.map { rarestPlaces(of: terms[Int($0)], among: terms) }.min() ?? 0
    }
}
