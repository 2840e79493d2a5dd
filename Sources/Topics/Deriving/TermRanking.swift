import Foundation

/// Chooses among the terms of an event those that it is about.
struct TermRanking {
    /// A term with what it is worth.
    struct Ranked {
        var stems: [Int32]
        var score: Double
    }

    /// How much of its rarest part's places a term of several parts has at least.
    static let leastCohesion = 0.3
    /// The same for a term in letters of words that say nothing by themselves.
    static let leastGenericCohesion = 0.6
    /// From which share of its places on a term is only a part of a longer one.
    static let mostNested = 0.75
    /// The length, in syllables, from which on a term is worth no more.
    static let longest = 8.0

    /// From which share of its places on a term that is a phrase by itself calls somebody, or says yes.
    static let mostAlone = 0.4
    /// From which share of its places on a term of several words that begins a phrase does likewise (`Dear colleagues of`).
    static let mostBegins = 0.75
    /// What a term of several words in letters is worth more, where a single one is often a word of any text.
    static let severalWorth = 1.5

    private let lexicon: Lexicon
    private let use: WordUse
    private let names: KnownNames
    private let titles: Set<Int32>

    /// Prepares to choose.
    ///
    /// - Parameters:
    ///   - use: How the event uses its words.
    ///   - names: What is never a term.
    ///   - titles: The stems of persons' titles: no term ends with one (`김철수 교수`).
    init(_ lexicon: Lexicon, _ use: WordUse, names: KnownNames, titles: Set<Int32>) {
        self.lexicon = lexicon
        self.use = use
        self.names = names
        self.titles = titles
    }

    /// The terms, the worthiest first.
    func ranked(_ counter: TermCounter) -> [Ranked] {
        let terms = counter.terms
        let candidates = terms.indices.filter { isCandidate(terms[$0], counter) }
        // What longer terms take of each: their weights together, their number, and the heaviest.
        var nested: [Int32: (weight: Int, count: Int, heaviest: Int)] = [:]
        for index in candidates where terms[index].length > 1 {
            let weight = terms[index].tally.weight
            for place in Self.inside(terms[index], terms) {
                let before = nested[place] ?? (0, 0, 0)
                nested[place] = (before.weight + weight, before.count + 1, max(before.heaviest, weight))
            }
        }
        let scored = candidates.compactMap { index -> (index: Int, score: Double)? in
            let weight = Double(terms[index].tally.weight)
            var own = weight
            if let longer = nested[Int32(index)] {
                guard Double(longer.heaviest) < Self.mostNested * weight else { return nil }
                own -= Double(longer.weight) / Double(longer.count)
            }
            return (index, own * worth(of: terms[index], counter))
        }
        return scored.sorted { ($1.score, $0.index) < ($0.score, $1.index) }
            .map { Ranked(stems: counter.stems(of: terms[$0.index]), score: $0.score) }
    }

    /// The terms in a term, each once.
    private static func inside(_ term: TermCounter.Counted, _ terms: [TermCounter.Counted]) -> Set<Int32> {
        guard term.length > 1 else { return [] }
        let (left, right) = term.shorter
        return inside(terms[Int(left)], terms).union(inside(terms[Int(right)], terms)).union([left, right])
    }

    /// What a term's length, its spread over the talks and its use as a noun are worth.
    private func worth(of term: TermCounter.Counted, _ counter: TermCounter) -> Double {
        let length = counter.stems(of: term).reduce(0) { $0 + Double(lexicon.stems[Int($1)].length) }
        // What is mostly done (`등장하다`) is rather an event than a subject.
        let noun = 1 - Double(term.tally.asVerb) / Double(term.tally.places)
        let use =
            !use.isProse || !lexicon.stems[Int(term.stem)].isLatin
            ? 1 : term.length > 1 ? Self.severalWorth : self.use.worth(term.stem)
        return use * noun * noun * log2(Double(term.length) + 1) * min(length, Self.longest).squareRoot()
            * (1 + log2(Double(term.tally.talks)))
    }

    private func isCandidate(_ term: TermCounter.Counted, _ counter: TermCounter) -> Bool {
        let tally = term.tally
        guard tally.places >= TopicIndex.fewestMentions || tally.talks >= TopicIndex.fewestTalks else { return false }
        let last = lexicon.stems[Int(term.stem)]
        guard !isAddress(tally, length: term.length, last) else { return false }
        guard !titles.contains(term.stem) else { return false }
        guard term.length > 1 else { return use.isTerm(term.stem) && tally.beforeTitle * 2 < tally.places }
        guard tally.closed > 0, use.isTerm(term.stem) || last.isGeneric || last.isLatin,
            !use.isAddress(term.stem), !last.isLatin || use.isNoun(term.stem)
        else { return false }
        let stems = counter.stems(of: term)
        let isGeneric = stems.allSatisfy { lexicon.stems[Int($0)].isGeneric }
        let least = isGeneric && last.isLatin ? Self.leastGenericCohesion : Self.leastCohesion
        guard !isGeneric || last.isLatin else { return false }
        let rarest = rarestPlaces(of: term, among: counter.terms)
        guard Double(tally.places) >= least * Double(rarest) else { return false }
        return !names.contains(stems.map { lexicon.stemWords[Int($0)] }.joined(separator: " "))
    }

    /// Whether a term in letters stands as what is said to somebody stands.
    private func isAddress(_ tally: TermTally, length: Int, _ last: Lexicon.Stem) -> Bool {
        guard last.isLatin, use.isProse else { return false }
        return Double(tally.alone) >= Self.mostAlone * Double(tally.places)
            || length > 1 && Double(tally.begins) >= Self.mostBegins * Double(tally.places)
    }

    /// How often the rarest of a term's words stands.
    private func rarestPlaces(of term: TermCounter.Counted, among terms: [TermCounter.Counted]) -> Int {
        guard term.length > 1 else { return term.tally.places }
        let (left, right) = term.shorter
        return min(
            rarestPlaces(of: terms[Int(left)], among: terms), rarestPlaces(of: terms[Int(right)], among: terms))
    }
}
