/// Cuts text into what the search index holds.
///
/// A run of n syllables gives the n−1 pairs of neighbours and its final syllable; the first of these stands after a `^`, so
/// that the beginning of a run is told from its middle. A run of letters, a run of digits and a sign are one token each.
public enum SearchTokenizer {
    /// The version of what a text is cut into; a store built by another one is built anew.
    public static let version = 2
    /// The characters of a token at most; what is longer is cut there, in text and query alike.
    public static let longestToken = 64
    /// What stands before the first token of a run.
    static let startMark: Unicode.Scalar = "^"
    private static let startByte = UInt8(ascii: startMark)

    /// Hands over a text's tokens in order.
    ///
    /// - Parameters:
    ///   - text: The text, in well-formed UTF-8.
    ///   - body: Receives a token in UTF-8, valid for the call only.
    public static func forEachToken(
        of text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void
    ) {
        SearchRunScanner.forEachRun(of: text) { forEachToken(of: $0, $1, body) }
    }

    /// A text's tokens in order.
    public static func tokens(of text: String) -> [String] {
        var tokens: [String] = []
        var text = text
        text.withUTF8 { forEachToken(of: $0) { tokens.append(String(decoding: $0, as: UTF8.self)) } }
        return tokens
    }

    /// Hands over the tokens of one run.
    ///
    /// - Parameters:
    ///   - kind: What the run's characters are.
    ///   - run: The folded characters, as ``SearchRunScanner`` gives them.
    ///   - body: Receives a token in UTF-8, valid for the call only.
    @inline(__always)
    public static func forEachToken(
        of kind: SearchText.Kind, _ run: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void
    ) {
        guard kind == .syllable else {
            body(UnsafeBufferPointer(rebasing: run.prefix(length(ofCharacters: longestToken, run))))
            return
        }
        var start = min(UTF8.width(startingWith: run[0]), run.count)
        var end = start < run.count ? min(start + UTF8.width(startingWith: run[start]), run.count) : start
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: end + 1) { marked in
            marked[0] = startByte
            for index in 0..<end { marked[index + 1] = run[index] }
            body(UnsafeBufferPointer(marked))
        }
        while start < run.count {
            let next = end
            end = next < run.count ? min(next + UTF8.width(startingWith: run[next]), run.count) : next
            body(UnsafeBufferPointer(rebasing: run[start..<end]))
            start = next
        }
    }

    /// How many bytes the first characters take.
    private static func length(ofCharacters count: Int, _ run: UnsafeBufferPointer<UInt8>) -> Int {
        guard run.count > count else { return run.count }
        var end = 0
        for _ in 0..<count where end < run.count { end += UTF8.width(startingWith: run[end]) }
        return min(end, run.count)
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
