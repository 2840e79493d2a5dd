/// Numbers that are printed before every line of a page, as in the records of courts.
extension Manuscript {
    /// The highest number that a line of a page has, how many numbered lines show it, and what share of the lines they are.
    static let mostNumberedLines = 60, leastNumberedLines = 8, leastNumberedShare = 0.6
    /// The share of numbers that must be one more than the last or begin again at 1.
    static let leastSteppingShare = 0.85

    /// Takes the numbers of lines from the clean text, where all lines have one; they stay in the ledger.
    mutating func dropLineNumbers() {
        var numbered: [(row: Int, value: Int, length: Int)] = []
        var texts = 0
        for row in rows.indices where !rows[row].isBlank {
            texts += 1
            if let (value, length) = lineNumber(row) { numbered.append((row, value, length)) }
        }
        guard numbered.count >= Self.leastNumberedLines,
            Double(numbered.count) >= Double(texts) * Self.leastNumberedShare
        else { return }
        let steps = zip(numbered, numbered.dropFirst()).count { $0.1.value == $0.0.value + 1 || $0.1.value == 1 }
        guard Double(steps) >= Double(numbered.count - 1) * Self.leastSteppingShare else { return }
        for (row, _, length) in numbered { drop(length, from: row) }
    }

    /// The number that a row begins with before a blank or its end, and how many bytes it takes with the blank.
    private func lineNumber(_ row: Int) -> (value: Int, length: Int)? {
        var value = 0
        var length = 0
        for byte in clean[rows[row].clean].prefix(3) {
            if byte == 0x20, length > 0 { return value <= Self.mostNumberedLines ? (value, length + 1) : nil }
            guard (0x30...0x39).contains(byte), length < 2 else { return nil }
            value = value * 10 + Int(byte - 0x30)
            length += 1
        }
        return length > 0 && rows[row].clean.count == length && value <= Self.mostNumberedLines ? (value, length) : nil
    }

    private mutating func drop(_ length: Int, from row: Int) {
        let clean = rows[row].clean
        let start = min(clean.lowerBound + length, clean.upperBound)
        let dropped = self.clean[clean.lowerBound..<start]
        for byte in dropped {
            rows[row].width -= 1
            rows[row].advance -= LineMetric.advance(Unicode.Scalar(byte))
        }
        rows[row].clean = start..<clean.upperBound
        // What the line is indented by stands behind its number.
        let text = raw[rows[row].raw].drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0C }.drop {
            (0x30...0x39).contains($0)
        }
        rows[row].indent = max(0, text.prefix { $0 == 0x20 }.count - 1)
    }
}
