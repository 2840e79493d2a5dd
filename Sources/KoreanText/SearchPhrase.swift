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

    /// Whether it is found where a run begins only: not inside a longer word.
    public var isAtStart: Bool {
        guard let first = tokens.first?.unicodeScalars else { return false }
        return first.first == SearchTokenizer.startMark || first.first.map { !SearchText.isSyllable($0) } == true
    }

    /// A phrase that finds all that this one does and is found sooner, or `nil` where there is none.
    ///
    /// Whatever begins a run with one syllable is a great part of a text: where something else stands before it, that is
    /// sought alone, and ``isHeld(by:)`` tells of each text whether it is followed as it should be.
    public var wider: SearchPhrase? {
        guard endsInPrefix, tokens.count > 1, tokens.last?.unicodeScalars.first == SearchTokenizer.startMark else {
            return nil
        }
        return SearchPhrase(tokens: Array(tokens.dropLast()))
    }

    /// Whether a text's tokens hold the phrase.
    public func isHeld(by text: [String]) -> Bool {
        guard let last = tokens.last, text.count >= tokens.count else { return false }
        return (0...text.count - tokens.count).contains { start in
            for (offset, token) in tokens.dropLast().enumerated() where text[start + offset] != token { return false }
            let end = text[start + tokens.count - 1]
            return end == last || endsInPrefix && end.unicodeScalars.starts(with: last.unicodeScalars)
        }
    }

    /// The phrases that find runs wherever they stand: at the beginning of a text's run and inside one; none where there are
    /// no runs.
    ///
    /// - Parameter runs: What stands one after another; each but the first begins a run of the text.
    public static func anywhere(_ runs: [SearchText.Run]) -> [SearchPhrase] {
        guard runs.first?.kind == .syllable else { return [SearchPhrase(runs)].compactMap(\.self) }
        return [SearchPhrase(runs), SearchPhrase(runs, isAtStart: true)].compactMap(\.self)
    }

    /// The phrase for one of the two places, or `nil` where there are no runs.
    ///
    /// The final syllable of a text's run is a token of its own, so that a word must not end where its run does: the last
    /// run's pairs are enough, and a single syllable is sought as the beginning of a pair.
    init?(_ runs: [SearchText.Run], isAtStart: Bool = false) {
        guard let last = runs.last else { return nil }
        var tokens: [String] = []
        for (index, run) in runs.enumerated() {
            if run.kind == .syllable {
                let isLast = index == runs.count - 1
                tokens += Self.tokens(run.scalars[...], isLast: isLast, isAtStart: isAtStart || index > 0)
            } else {
                tokens.append(SearchTokenizer.token(run))
            }
        }
        self.init(tokens: tokens, endsInPrefix: last.kind == .syllable && last.scalars.count == 1)
    }

    /// The phrases that find a run of syllables written apart: every way to cut it in two, and in three where it is long;
    /// one of three syllables after the first alone.
    ///
    /// What is cut in two may begin inside a longer word (`빅데이터 센터` for `데이터센터`); the rest must begin one.
    ///
    /// - Parameter run: A run of syllables; one of two is never cut.
    public static func splits(of run: SearchText.Run) -> [SearchPhrase] {
        let scalars = run.scalars
        // A word of one syllable and another word (`딥 러닝`).
        if run.kind == .syllable, scalars.count == 3 {
            return [apart([scalars[..<1], scalars[1...]], isAtStart: true)]
        }
        guard run.kind == .syllable, scalars.count >= shortestSplit, scalars.count <= longestSplit else { return [] }
        var phrases: [SearchPhrase] = []
        for first in 1..<scalars.count {
            let parts = [scalars[..<first], scalars[first...]]
            phrases.append(apart(parts, isAtStart: true))
            if first > 1 { phrases.append(apart(parts, isAtStart: false)) }
            guard scalars.count >= shortestTripleSplit, scalars.count <= longestTripleSplit else { continue }
            for second in (first + 1)..<max(first + 1, scalars.count) {
                phrases.append(
                    apart([scalars[..<first], scalars[first..<second], scalars[second...]], isAtStart: true))
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

    private static func apart(_ parts: [ArraySlice<Unicode.Scalar>], isAtStart: Bool) -> SearchPhrase {
        var tokens: [String] = []
        for (index, part) in parts.enumerated() {
            tokens += Self.tokens(part, isLast: index == parts.count - 1, isAtStart: isAtStart || index > 0)
        }
        return SearchPhrase(tokens: tokens, endsInPrefix: parts.last?.count == 1)
    }

    /// The tokens of one run of syllables.
    private static func tokens(_ run: ArraySlice<Unicode.Scalar>, isLast: Bool, isAtStart: Bool) -> [String] {
        var tokens = SearchTokenizer.pairs(run, withFinal: !isLast || run.count == 1)
        if isAtStart, let first = tokens.first { tokens[0] = String(SearchTokenizer.startMark) + first }
        return tokens
    }
}
