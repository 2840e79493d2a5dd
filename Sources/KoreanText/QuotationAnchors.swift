/// What the search index must have of a text that holds a quotation, however the text spaces its words.
///
/// An anchor is three syllables in a row of the folded quotation. Where a text holds them, with white space or hyphens between or
/// without, the index has at least one of the anchor's tokens for it: the first pair, inside a run or at its beginning; or,
/// where the first two stand apart, a run that begins with the second. A text that has none does not hold the quotation.
public struct QuotationAnchors: Sendable {
    /// How many syllables an anchor has.
    static let length = 3

    /// The tokens of each anchor, in the order of the quotation; no syllable is in two anchors.
    public private(set) var tokens: [[String]] = []
    /// The tokens of each pair of neighbouring syllables, each pair once.
    public private(set) var pairs: [[String]] = []

    /// Finds the anchors of a folded quotation.
    public init(_ scalars: [UInt32]) {
        let syllables = scalars.map { value in
            Unicode.Scalar(value).flatMap { Hangul.isSyllable($0) ? $0 : nil }
        }
        var index = 0
        while index + Self.length <= syllables.count {
            if let first = syllables[index], let second = syllables[index + 1], let third = syllables[index + 2] {
                tokens.append(
                    Self.pair(first, second) + [Self.marked("\(second)\(third)"), Self.marked("\(second)")])
                index += Self.length
            } else {
                index += 1
            }
        }
        var seen: Set<String> = []
        for (first, second) in zip(syllables, syllables.dropFirst()) {
            guard let first, let second, seen.insert("\(first)\(second)").inserted else { continue }
            pairs.append(Self.pair(first, second))
        }
    }

    private static func pair(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> [String] {
        ["\(first)\(second)", marked("\(first)\(second)")]
    }

    private static func marked(_ token: String) -> String { "\(SearchTokenizer.startMark)\(token)" }
}
