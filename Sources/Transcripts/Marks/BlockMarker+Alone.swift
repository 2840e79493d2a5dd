/// Markers on lines by themselves, as where a narrow column has the number and the next one its text.
extension BlockMarker {
    /// The longest of them, in bytes (`(xviii)`).
    static let longestAlone = 8

    /// What a whole row may be read as that is a marker and nothing else; what is likelier comes first.
    static func alone(_ manuscript: Manuscript, _ row: Int) -> [BlockMarker] {
        let range = manuscript.rows[row].clean
        guard range.count <= longestAlone, range.count > 1 else { return [] }
        let label = manuscript.text(row)
        guard let body = body(label) else { return [] }
        return styles(body.text, isRound: body.isRound, isPoint: body.isPoint).map { style, number in
            BlockMarker(style, label, number, end: range.upperBound)
        }
    }

    /// The number of a footnote, on a row by itself.
    init(noteNumber row: Int, _ manuscript: Manuscript) {
        let label = manuscript.text(row)
        self.init(.arabicPoint, label, Int(label) ?? 0, end: manuscript.rows[row].clean.upperBound)
    }

    private init(_ style: Style, _ label: String, _ number: Int, end: Int) {
        self.style = style
        self.label = label
        self.number = number
        textStart = end
        isTight = false
        isAlone = true
    }

    /// What stands in round brackets, or before one or a full stop.
    private static func body(_ label: String) -> (text: Substring, isRound: Bool, isPoint: Bool)? {
        if label.first == "(", label.last == ")", label.utf8.count > 2 {
            return (label.dropFirst().dropLast(), true, false)
        }
        guard let last = label.last, last == "." || last == ")", label.utf8.count > 1 else { return nil }
        return (label.dropLast(), false, last == ".")
    }

    private static func styles(_ text: Substring, isRound: Bool, isPoint: Bool) -> [(Style, Int)] {
        if let number = Int(text), text.utf8.count <= 2, text.utf8.first != 0x2B, text.utf8.first != 0x2D {
            return [(isRound ? .arabicParentheses : isPoint ? .arabicPoint : .arabicParenthesis, number)]
        }
        guard let first = text.unicodeScalars.first else { return [] }
        let isOne = text.unicodeScalars.count == 1
        if isOne, let index = countingSyllables.firstIndex(of: first) {
            return [(isRound ? .hangulParentheses : isPoint ? .hangulPoint : .hangulParenthesis, index + 1)]
        }
        var result: [(Style, Int)] = []
        if isRound, isOne, ("a"..."z").contains(first) { result.append((.letterParentheses, Int(first.value - 0x60))) }
        if isPoint, isOne, ("A"..."Z").contains(first) { result.append((.letter, Int(first.value - 0x40))) }
        if isRound || !isPoint, let number = romans.firstIndex(of: String(text)) {
            result.append((.smallRoman, number + 1))
        }
        return result
    }

    private static let romans = [
        "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii",
        "xviii",
        "xix", "xx",
    ]
}
