/// Cuts text into what the search index holds.
///
/// A run of n syllables gives the n−1 pairs of neighbours and its final syllable, and where it begins also the first of
/// these after a `^`, at the same place. A run of letters or of digits is one token.
public enum SearchTokenizer {
    /// The version of what a text is cut into; a store built by another one is built anew.
    public static let version = 1
    /// The characters of a token at most; what is longer is cut there, in text and query alike.
    public static let longestToken = 64
    /// What stands before the first token of a run.
    static let startMark: Unicode.Scalar = "^"

    /// Hands over a text's tokens in order.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - body: Receives a token, and whether it stands at the place of the one before.
    public static func forEachToken(of text: String, _ body: (String, _ isColocated: Bool) -> Void) {
        for run in SearchText(text).runs {
            guard run.kind == .syllable else {
                body(token(run), false)
                continue
            }
            for (index, token) in pairs(run.scalars, withFinal: true).enumerated() {
                body(token, false)
                if index == 0 { body(String(startMark) + token, true) }
            }
        }
    }

    /// The token of a run of letters or digits.
    static func token(_ run: SearchText.Run) -> String { SearchText.string(run.scalars.prefix(longestToken)) }

    /// The pairs of neighbours in a run of syllables, and its final syllable where it is wanted.
    static func pairs(_ scalars: some RandomAccessCollection<Unicode.Scalar>, withFinal: Bool) -> [String] {
        var pairs = zip(scalars, scalars.dropFirst()).map { SearchText.string([$0, $1]) }
        if withFinal, let last = scalars.last { pairs.append(String(last)) }
        return pairs
    }
}
