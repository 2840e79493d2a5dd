import KoreanText

/// The event's name and kind as its running header prints them.
struct EventName {
    private(set) var name: String?
    private(set) var label: String?

    /// The kind of event that a word names at its end (`공청회`, `국회토론회`).
    static func kind(_ word: String) -> String? { EventWords.eventEnds.first(where: word.hasSuffix) }

    init(_ layout: Layout) {
        guard let row = layout.furniture.firstHeader else { return }
        let ornaments = "￭▪■□◼▮▌❙〓◀▶▐|●○◆◇-–—_=*#".unicodeScalars
        var raw = Array(TextForm.composed(layout.manuscript.rawText(row)).unicodeScalars)
        raw.removeAll(where: TextForm.isZeroWidth)
        var text = raw[...]
        while let first = text.first, TextForm.isWhiteSpace(first) || ornaments.contains(first) { text.removeFirst() }
        while let last = text.last, TextForm.isWhiteSpace(last) || ornaments.contains(last) { text.removeLast() }
        if layout.furniture.numbers[row] != nil {
            let isNumber = { (scalar: Unicode.Scalar) in
                ("0"..."9").contains(scalar) || TextForm.isWhiteSpace(scalar) || ornaments.contains(scalar)
            }
            let head = Array(text.drop(while: isNumber))
            text = head[...]
            while let last = text.last, isNumber(last) { text.removeLast() }
        }
        guard !text.isEmpty else { return }
        var parts: [String] = [""]
        var gap = 0
        for scalar in text {
            if TextForm.isWhiteSpace(scalar) {
                gap += scalar == "\t" ? 2 : TextForm.columns(scalar)
                continue
            }
            if gap > 1 { parts.append("") } else if gap == 1 { parts[parts.count - 1] += " " }
            gap = 0
            parts[parts.count - 1].unicodeScalars.append(scalar)
        }
        let whole = parts.joined(separator: " ")
        if parts.count > 1, let first = parts.first {
            label = first
            name = parts.dropFirst().joined(separator: " ")
            return
        }
        let words = whole.split(separator: " ")
        if words.count > 1, let first = words.first, EventWords.eventEnds.contains(where: first.hasSuffix) {
            label = String(first)
            name = words.dropFirst().joined(separator: " ")
        } else {
            name = whole
        }
    }
}
