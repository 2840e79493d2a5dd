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
    ///   - text: The text, in well-formed UTF-8.
    ///   - body: Receives a token in UTF-8, valid for the call only, and whether it stands at the place of the one before.
    public static func forEachToken(
        of text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>, _ isColocated: Bool) -> Void
    ) {
        var marked: [UInt8] = []
        SearchRunScanner.forEachRun(of: text) { kind, run in
            guard kind == .syllable else {
                body(UnsafeBufferPointer(rebasing: run.prefix(length(ofCharacters: longestToken, run))), false)
                return
            }
            var start = 0
            while start < run.count {
                let middle = start + width(run[start])
                let end = middle < run.count ? middle + width(run[middle]) : middle
                let token = UnsafeBufferPointer(rebasing: run[start..<min(end, run.count)])
                body(token, false)
                if start == 0 {
                    marked.removeAll(keepingCapacity: true)
                    marked.append(UInt8(ascii: startMark))
                    marked += token
                    marked.withUnsafeBufferPointer { body($0, true) }
                }
                start = middle
            }
        }
    }

    /// How many bytes the first characters take.
    private static func length(ofCharacters count: Int, _ run: UnsafeBufferPointer<UInt8>) -> Int {
        guard run.count > count else { return run.count }
        var end = 0
        for _ in 0..<count where end < run.count { end += width(run[end]) }
        return min(end, run.count)
    }

    /// The bytes of the character that begins so.
    private static func width(_ lead: UInt8) -> Int { lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }

    /// The token of a run of letters or digits.
    static func token(_ run: SearchText.Run) -> String { SearchText.string(run.scalars.prefix(longestToken)) }

    /// The pairs of neighbours in a run of syllables, and its final syllable where it is wanted.
    static func pairs(_ scalars: some RandomAccessCollection<Unicode.Scalar>, withFinal: Bool) -> [String] {
        var pairs = zip(scalars, scalars.dropFirst()).map { SearchText.string([$0, $1]) }
        if withFinal, let last = scalars.last { pairs.append(String(last)) }
        return pairs
    }
}
