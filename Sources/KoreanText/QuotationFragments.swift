/// What is left of a quotation that leaves words out, as `…`, `...`, `(중략)` or `[하략]` say.
public enum QuotationFragments {
    /// How many fragments a quotation has at most; one with more is not taken apart.
    public static let most = 8

    /// The words between the omissions, in their order; one text alone where nothing is left out.
    public static func of(_ text: String) -> [String] {
        var fragments = [""]
        var rest = text[...]
        while let character = rest.first {
            if let length = omission(rest) {
                if fragments.last != "" { fragments.append("") }
                rest = rest.dropFirst(length)
            } else {
                fragments[fragments.count - 1].append(character)
                rest = rest.dropFirst()
            }
        }
        return fragments.map(trimmed).filter { !$0.isEmpty }
    }

    /// How many characters an omission has that stands at the beginning.
    private static func omission(_ text: Substring) -> Int? {
        let dots = text.prefix { $0 == "." || $0 == "…" || $0 == "⋯" || $0 == "‥" || $0 == "·" || $0 == "・" }
        if dots.contains(where: { $0 == "…" || $0 == "⋯" || $0 == "‥" }) || dots.count >= 3 { return dots.count }
        guard let open = text.first, let close = brackets[open] else { return nil }
        let inside = text.dropFirst().prefix(longestWord + 1).prefix { $0 != close }
        guard inside.count <= longestWord, text.dropFirst(inside.count + 1).first == close,
            words.contains(inside.filter { !$0.isWhitespace && $0 != "." && $0 != "…" && $0 != "‧" }.lowercased())
        else { return nil }
        return inside.count + 2
    }

    private static func trimmed(_ text: String) -> String {
        let rest = text.drop { $0.isWhitespace }
        return String(
            rest.prefix(
                (rest.lastIndex { !$0.isWhitespace }).map { rest.distance(from: rest.startIndex, to: $0) + 1 } ?? 0))
    }

    private static let longestWord = 8
    private static let brackets: [Character: Character] = ["(": ")", "[": "]", "（": "）", "<": ">", "〈": "〉", "〔": "〕"]
    private static let words: Set<String> = ["중략", "하략", "전략", "후략", "생략", "이하생략", "omitted", ""]
}
