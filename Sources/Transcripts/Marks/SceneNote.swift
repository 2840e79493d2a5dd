import KoreanText

/// A line that says what happened and not what was said: `(웃음)`, `[Applause]`, `(10시 41분 산회)`, `♪ … ♪`.
enum SceneNote {
    /// The widest such line, in columns.
    static let widest = 160
    /// The most words of one that is known by a word in it.
    static let mostWords = 10

    /// Whether a row is one.
    ///
    /// - Parameter hasTurns: Whether people speak in turns, so that whole lines in square brackets are remarks of the record.
    static func isOne(_ manuscript: Manuscript, _ row: Int, hasTurns: Bool) -> Bool {
        guard manuscript.rows[row].width <= widest, let first = manuscript.firstScalar(row), opens.contains(first)
        else {
            return false
        }
        return isOne(manuscript.text(row), hasTurns: hasTurns)
    }

    /// Whether a clean line is one.
    static func isOne(_ line: String, hasTurns: Bool) -> Bool {
        guard line.unicodeScalars.first.map(opens.contains) == true else { return false }
        var text = line[...]
        while let first = text.first, "*_".contains(first), text.last == first, hasThree(text) {
            text = text.dropFirst().dropLast()
        }
        guard let first = text.first, let last = text.last, hasThree(text) else { return false }
        if "♪♫".contains(first) { return "♪♫".contains(last) }
        guard let close = closes[first], last == close, !text.dropFirst().dropLast().contains(close) else {
            return false
        }
        let inside = text.dropFirst().dropLast()
        guard inside.contains(where: \.isLetter) else { return false }
        if first == "(" || first == "（" { return true }
        return names(inside) || hasTurns && (inside.last == "." || inside.contains("%"))
    }

    /// Whether a text has three characters or more.
    private static func hasThree(_ text: Substring) -> Bool { !text.dropFirst(2).isEmpty }

    private static let opens: ScalarSet = "([（［<♪♫*_"
    private static let closes: [Character: Character] = ["(": ")", "[": "]", "（": "）", "［": "］", "<": ">"]

    /// Whether a text names something that happens, with at most a few words around it.
    static func names(_ inside: some StringProtocol) -> Bool {
        let words = TurnWords.embedded
        let parts = inside.split { " ,.;·-".contains($0) }
        guard parts.count <= mostWords else { return false }
        return words.isOne(String(inside), .scene) || parts.contains { words.isOne($0, .scene) }
            || parts.count > 1 && zip(parts, parts.dropFirst()).contains { words.isOne("\($0) \($1)", .scene) }
    }
}
