/// Tokens that stand one after another in a text.
public struct SearchPhrase: Hashable, Sendable {
    /// The tokens.
    public var tokens: [String]
    /// Whether the last token need only begin so.
    public var endsInPrefix: Bool

    /// Makes a phrase of finished tokens.
    public init(tokens: [String], endsInPrefix: Bool = false) {
        self.tokens = tokens
        self.endsInPrefix = endsInPrefix
    }

    /// The phrase that finds runs wherever they stand, also inside longer words; `nil` where there are none.
    ///
    /// The final syllable of a text's run is a token of its own, so that a word must not end where its run does: the last
    /// run's pairs are enough, and a single syllable is sought as the beginning of a pair.
    ///
    /// - Parameters:
    ///   - runs: What stands one after another.
    ///   - isAtStart: Whether the first run must begin a run of the text.
    public init?(_ runs: [SearchText.Run], isAtStart: Bool = false) {
        guard let last = runs.last else { return nil }
        var tokens: [String] = []
        for (index, run) in runs.enumerated() {
            if run.kind == .syllable {
                let isLast = index == runs.count - 1
                tokens += SearchTokenizer.pairs(run.scalars, withFinal: !isLast || run.scalars.count == 1)
            } else {
                tokens.append(SearchTokenizer.token(run))
            }
        }
        if isAtStart, let first = tokens.first, runs.first?.kind == .syllable {
            tokens[0] = String(SearchTokenizer.startMark) + first
        }
        self.init(tokens: tokens, endsInPrefix: last.kind == .syllable && last.scalars.count == 1)
    }

    /// The phrases that find a run of syllables written apart: every way to cut it in two, and in three where it is long;
    /// one of three syllables after the first alone.
    ///
    /// - Parameter run: A run of syllables; one of two is never cut.
    public static func splits(of run: SearchText.Run) -> [SearchPhrase] {
        let scalars = run.scalars
        if run.kind == .syllable, scalars.count == 3 {
            // A word of one syllable and another word (`딥 러닝`): both must begin where they stand.
            let pairs = SearchTokenizer.pairs(scalars.dropFirst(), withFinal: false)
            return [
                SearchPhrase(tokens: [String(scalars[0]), pairs[0]].map { String(SearchTokenizer.startMark) + $0 })
            ]
        }
        guard run.kind == .syllable, scalars.count >= shortestSplit, scalars.count <= longestSplit else { return [] }
        var phrases: [SearchPhrase] = []
        for first in 1..<scalars.count {
            phrases.append(apart([scalars[..<first], scalars[first...]]))
            guard scalars.count >= shortestTripleSplit, scalars.count <= longestTripleSplit else { continue }
            for second in (first + 1)..<max(first + 1, scalars.count) {
                phrases.append(apart([scalars[..<first], scalars[first..<second], scalars[second...]]))
            }
        }
        return phrases
    }

    /// The syllables that a run must have to be cut anywhere.
    public static let shortestSplit = 4
    /// The syllables of a run that is still cut; a longer one is sought as it stands.
    public static let longestSplit = 12
    private static let shortestTripleSplit = 6
    private static let longestTripleSplit = 8

    private static func apart(_ parts: [ArraySlice<Unicode.Scalar>]) -> SearchPhrase {
        var tokens: [String] = []
        for (index, part) in parts.enumerated() {
            let isLast = index == parts.count - 1
            var pairs = SearchTokenizer.pairs(part, withFinal: !isLast || part.count == 1)
            if index > 0, let first = pairs.first { pairs[0] = String(SearchTokenizer.startMark) + first }
            tokens += pairs
        }
        return SearchPhrase(tokens: tokens, endsInPrefix: parts.last?.count == 1)
    }
}
