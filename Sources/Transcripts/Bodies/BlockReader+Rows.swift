import KoreanText

/// What single rows of a text are.
extension BlockReader {
    /// Whether a sentence ends within the rest of a row, as in prose and in no heading.
    func containsSentence(_ row: Int, from start: Int) -> Bool {
        var last: Unicode.Scalar = " "
        var beforeLast: Unicode.Scalar = " "
        let text = layout.manuscript.clean[start..<layout.manuscript.rows[row].clean.upperBound]
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            if scalar == " ", last == ".", Hangul.isSyllable(beforeLast) { return true }
            beforeLast = last
            last = scalar
        }
        return last == "." && Hangul.isSyllable(beforeLast)
    }

    func isTableRow(_ row: Int) -> Bool {
        if turns.byRow[row] != nil { return false }
        let line = layout.manuscript.rows[row]
        if line.wideGaps > 0, !layout.endsSentence(row) { return true }
        let bytes = layout.manuscript.clean[line.clean]
        return bytes.first == 0x7C && bytes.last == 0x7C && bytes.count > 2
    }

    /// The widest heading in capitals, in columns, and how many letters it has at least.
    private static let widestCapitals = 72, leastCapitals = 4

    /// Whether a row between turns is a heading: set in capitals, apart from the line before, and a blank line or a turn follows.
    func isCapitalHeading(_ row: Int, after previous: Int, before next: Int?) -> Bool {
        guard !turns.isEmpty, turns.byRow[row] == nil, !isScene(row), layout.width(row) <= Self.widestCapitals,
            !layout.endsSentence(row),
            let next, layout.gap(previous, row).blankLines > 0 || layout.endsSentence(previous)
        else { return false }
        let letters = layout.text(row).unicodeScalars.filter(\.isAlphabetic)
        guard letters.count >= Self.leastCapitals, letters.allSatisfy(\.isUppercase) else { return false }
        return turns.byRow[next] != nil || layout.gap(row, next).blankLines > 0
    }

    /// Whether a row is a remark of the record on the scene.
    func isScene(_ row: Int) -> Bool {
        // `(ii)` is no remark.
        SceneNote.isOne(layout.manuscript, row, hasTurns: !turns.isEmpty)
            && BlockMarker.alone(layout.manuscript, row).isEmpty
    }

    /// The most rows of a note of the record.
    private static let mostNoteRows = 4

    /// The last row of the note of the record that begins on a row: a paragraph by itself, or brackets that close at a paragraph's end.
    func recordNote(at position: Int, after previous: Int?, in rows: ArraySlice<Int>) -> Int? {
        let row = rows[position]
        guard !turns.isEmpty, turns.byRow[row] == nil, !turns.remarks.contains(row),
            startsParagraph(row, after: previous)
        else { return nil }
        var text = ""
        for place in rows[position...].prefix(Self.mostNoteRows).indices {
            let last = rows[place]
            if place > position, turns.byRow[last] != nil || layout.separators.contains(last) { return nil }
            text += (text.isEmpty ? "" : " ") + layout.text(last)
            let next = place + 1 < rows.endIndex ? rows[place + 1] : nil
            let isEnd = next.map { turns.byRow[$0] != nil || startsParagraph($0, after: last) } ?? true
            if isEnd { return isNote(text, from: row) ? last : nil }
        }
        return nil
    }

    private func isNote(_ text: String, from row: Int) -> Bool {
        if RecordNote.kind(text) != nil { return true }
        return SceneNote.isOne(text, hasTurns: true) && BlockMarker.alone(layout.manuscript, row).isEmpty
    }

    private func startsParagraph(_ row: Int, after previous: Int?) -> Bool {
        guard let previous else { return true }
        return layout.gap(previous, row).blankLines > 0 || layout.endsSentence(previous) || !layout.wrap.isWrapped
            || blocks.last?.kind == .note && blocks.last?.rows.last == previous
    }

    /// Whether a row is in capitals throughout, as headings are.
    func isHeadingLike(_ row: Int) -> Bool {
        var letters = 0
        for scalar in layout.text(row).unicodeScalars {
            if scalar.isLowercase { return false }
            if scalar.isUppercase { letters += 1 }
        }
        return letters > 1
    }
}
