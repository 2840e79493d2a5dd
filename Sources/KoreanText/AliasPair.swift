/// A Korean form with its foreign one, as a text gives them together: `딥시크(DeepSeek)`, `대형 언어 모델(LLM)`.
public struct AliasPair: Hashable, Sendable {
    /// The words before the parenthesis.
    public var form: String
    /// What the parenthesis holds.
    public var alternative: String

    /// The letters of a foreign form at most.
    private static let longestAlternative = 40
    /// The words of a foreign form, or the letters of an acronym, at most.
    private static let mostParts = 5

    /// The pairs in a text.
    ///
    /// How many words belong to the pair follows from the foreign form: one for each of its words or of an acronym's
    /// letters, or a single one that has two syllables for each.
    public static func all(in text: String) -> [AliasPair] {
        // Most passages hold no parenthesis; `（` begins with this byte.
        var text = text
        guard text.withUTF8({ $0.contains { $0 == UInt8(ascii: "(") || $0 == 0xEF } }) else { return [] }
        let scalars = Array(text.unicodeScalars)
        var pairs: [AliasPair] = []
        for open in scalars.indices where scalars[open] == "(" || scalars[open] == "（" {
            guard let close = scalars[open...].prefix(longestAlternative).firstIndex(where: { $0 == ")" || $0 == "）" })
            else { continue }
            if let pair = pair(before: scalars[..<open], inside: scalars[(open + 1)..<close]) { pairs.append(pair) }
        }
        return pairs
    }

    private static func pair(
        before: ArraySlice<Unicode.Scalar>, inside: ArraySlice<Unicode.Scalar>
    ) -> AliasPair? {
        guard let first = inside.first, first.isASCII, first.properties.isAlphabetic,
            inside.allSatisfy({ $0.isASCII && ($0.properties.isAlphabetic || $0 == " " || $0 == "-") })
        else { return nil }
        let foreign = SearchText.string(inside).split(separator: " ")
        let isAcronym = foreign.count == 1 && inside.allSatisfy { (0x41...0x5A).contains($0.value) }
        let parts = isAcronym ? inside.count : foreign.count
        guard parts >= 1, parts <= mostParts, inside.count >= 2 else { return nil }
        let words = before.suffix(60).split(whereSeparator: TextForm.isWhiteSpace)
        guard let last = words.last, before.last.map(Hangul.isSyllable) == true else { return nil }
        let count = parts == 1 || last.count >= 2 * parts ? 1 : parts
        let chosen = words.suffix(count)
        guard chosen.count == count, chosen.allSatisfy({ $0.allSatisfy(Hangul.isSyllable) }), last.count >= 2 else {
            return nil
        }
        return AliasPair(
            form: chosen.map { SearchText.string($0) }.joined(separator: " "),
            alternative: foreign.joined(separator: " "))
    }
}
