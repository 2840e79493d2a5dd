import KoreanText

/// Tells footnotes from the text that they interrupt.
extension BlockReader {
    /// The rows of footnotes: what stands between a drawn line and the end of its page, and what a note's own mark begins.
    func footnoteRows(_ rows: ArraySlice<Int>) -> Set<Int> {
        if let hints = layout.hints { return Set(rows.filter(hints.isNote)) }
        var result: Set<Int> = []
        var isInside = false
        let references = references(in: rows)
        var previous: Int?
        var afterRule = false
        for (position, row) in zip(rows.indices, rows) {
            if let previous, layout.gap(previous, row).isInterrupted { isInside = false }
            if afterRule {
                // A drawn line parts off footnotes only where one begins right after it.
                isInside = isNoteMark(row)
                if isInside, let previous { result.insert(previous) }
            }
            afterRule = Separator.isRule(layout.manuscript, row) && layout.separators.contains(row)
            let next = position + 1 < rows.endIndex ? rows[position + 1] : nil
            if !isInside, !afterRule,
                isSureNoteMark(row) || isReferenced(row, references) && !isHeading(row, before: next)
            {
                isInside = true
            }
            if isInside, !afterRule {
                if let previous, result.contains(previous), !layout.separators.contains(previous),
                    !isNoteMark(row), layout.decide(previous, row).join == .end
                {
                    isInside = false
                } else {
                    result.insert(row)
                }
            }
            previous = row
        }
        return result
    }

    /// The numbers that the text refers to right after a word or a full stop (`지급하였다.1)`), with the first row that does.
    private func references(in rows: ArraySlice<Int>) -> [Int: Int] {
        var result: [Int: Int] = [:]
        layout.manuscript.clean.withUnsafeBufferPointer { clean in
            for row in rows {
                let range = layout.manuscript.rows[row].clean
                var index = range.lowerBound
                while index < range.upperBound {
                    if index + 8 <= range.upperBound, let next = EightBytes(clean, at: index), !next.holds(0x29) {
                        index += 8
                        continue
                    }
                    if clean[index] == 0x29, let number = reference(clean, range, closedAt: index),
                        result[number] == nil
                    {
                        result[number] = row
                    }
                    index += 1
                }
            }
        }
        return result
    }

    /// The number that a closing bracket ends right after a word or a full stop.
    private func reference(_ clean: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, closedAt index: Int) -> Int? {
        var start = index
        while start > range.lowerBound, (0x30...0x39).contains(clean[start - 1]) { start -= 1 }
        guard start < index, index - start <= 2, start > range.lowerBound else { return nil }
        let (scalar, _) = layout.manuscript.clean.scalar(endingAt: start, after: range.lowerBound)
        guard Hangul.isSyllable(scalar) || ".”’」』".unicodeScalars.contains(scalar) else { return nil }
        return Int(String(decoding: clean[start..<index], as: UTF8.self))
    }

    /// Whether a row begins with the number of a note that an earlier one refers to.
    private func isReferenced(_ row: Int, _ references: [Int: Int]) -> Bool {
        guard !references.isEmpty, let marker = BlockMarker(layout.manuscript, row), marker.style == .arabicParenthesis,
            let reference = references[marker.number]
        else { return false }
        return reference < row
    }

    /// Whether a row with a number is likelier a heading than a note: short, no sentence, and text follows it on its page.
    private func isHeading(_ row: Int, before next: Int?) -> Bool {
        guard let next, !layout.endsSentence(row), !isNoteMark(next),
            !layout.isFull(row, before: next)
        else { return false }
        return !layout.gap(row, next).isInterrupted
    }

    func isFootnoteStart(_ row: Int) -> Bool {
        if let hints = layout.hints { return hints.noteLabel(row) != nil || layout.separators.contains(row) }
        return isNoteMark(row) || layout.separators.contains(row)
    }

    private static let raisedDigits: ScalarSet = "¹²³⁴⁵⁶⁷⁸⁹"

    private func isSureNoteMark(_ row: Int) -> Bool {
        guard let first = layout.manuscript.firstScalar(row) else { return false }
        if Self.raisedDigits.contains(first) { return true }
        guard first == "주" || first == "각" else { return false }
        let text = layout.text(row)
        let rest = text.drop { !$0.isNumber && $0 != ")" }
        return
            (text.hasPrefix("주") && text.prefix(4).contains(")")
            && text.dropFirst().first.map { $0.isNumber || $0 == ")" } == true)
            || (text.hasPrefix("각주") && rest.first?.isNumber == true && text.prefix(6).contains(")"))
    }

    private func isNoteMark(_ row: Int) -> Bool {
        if isSureNoteMark(row) { return true }
        guard let marker = BlockMarker(layout.manuscript, row) else { return false }
        switch marker.style {
        case .arabicParenthesis, .bullet("*"), .bullet("※"), .circled: return true
        default: return false
        }
    }
}
