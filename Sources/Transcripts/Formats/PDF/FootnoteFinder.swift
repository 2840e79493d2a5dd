import KoreanText

/// Tells footnotes from the text above them and takes their calls out of it (the chapter on PDFs, rule 5).
struct FootnoteFinder {
    /// The size of a note at most, in sizes of the text.
    static let largestNote = 0.92
    /// The size of a call at most, in sizes of its line, and how far it is raised at least, in heights of its line.
    static let largestCall = 0.78
    static let leastRaise = 0.12

    /// A note: its lines, and the label at the head of the first.
    struct Note {
        var lines: [PDFLine]
        var label: String
        /// How many bytes of the first line the label takes.
        var labelLength: Int
    }

    /// The lines of the page's text, calls of its notes taken out.
    private(set) var text: [PDFLine]
    private(set) var notes: [Note] = []

    /// Reads the lines of a page, in reading order.
    init(_ lines: [PDFLine], size: Double) {
        text = []
        var found: [PDFLine] = []
        var start = 0
        while start < lines.count {
            var end = start
            while end < lines.count, lines[end].region == lines[start].region { end += 1 }
            let region = Array(lines[start..<end])
            let count = Self.noteLines(region, size: size)
            text += region.dropLast(count)
            found += region.suffix(count)
            start = end
        }
        for line in found {
            if let (label, length) = Self.label(line) {
                notes.append(Note(lines: [line], label: label, labelLength: length))
            } else if !notes.isEmpty {
                notes[notes.count - 1].lines.append(line)
            } else {
                text.append(line)
            }
        }
        removeCalls(size)
    }

    /// How many lines at the foot of a region are notes: small ones, from the first that begins with a label.
    private static func noteLines(_ region: [PDFLine], size: Double) -> Int {
        var start = region.count
        while start > 0, region[start - 1].size <= size * largestNote, !region[start - 1].isTable { start -= 1 }
        while start < region.count, label(region[start]) == nil { start += 1 }
        if start < region.count { return region.count - start }
        return calledLines(region)
    }

    /// How many lines at the foot of a region are notes of the text's own size: their raised labels are called above.
    private static func calledLines(_ region: [PDFLine]) -> Int {
        let calls = Set(
            region.flatMap { line in line.words.dropFirst().filter { isCall($0, in: line) }.map { bare($0.text) } })
        guard !calls.isEmpty else { return 0 }
        let first = region.indices.dropFirst().first { index in
            guard let word = region[index].words.first, region[index].words.count > 1 else { return false }
            return isCall(word, in: region[index]) && calls.contains(bare(word.text))
        }
        return first.map { region.count - $0 } ?? 0
    }

    /// The label at the head of a note (`1)`, `1.`, a raised `1`, `*`, `주1)`), and its length in bytes.
    static func label(_ line: PDFLine) -> (label: String, length: Int)? {
        guard let word = line.words.first else { return nil }
        let scalars = Array(word.text.unicodeScalars)
        if let close = scalars.prefix(4).firstIndex(of: ")"), close > 0 {
            // The text may follow its label without a blank.
            let printed = String(String.UnicodeScalarView(scalars[...close]))
            let bare = bare(printed)
            if isNumber(bare) || signs.contains(bare) { return (bare, printed.utf8.count) }
        }
        let bare = bare(word.text)
        guard line.words.count > 1, bare.unicodeScalars.count <= 3 else { return nil }
        if isNumber(bare) {
            let isClosed = word.text.hasSuffix(".") || word.text.hasSuffix("]")
            let isSmall = isCall(word, in: line) || word.size < line.size * 0.9
            return isClosed || isSmall || line.words.count > 2 ? (bare, word.text.utf8.count) : nil
        }
        return signs.contains(bare) ? (bare, word.text.utf8.count) : nil
    }

    private static func isNumber(_ text: String) -> Bool {
        !text.isEmpty && text.unicodeScalars.allSatisfy { ("0"..."9").contains($0) }
    }

    private static let signs: Set<String> = ["*", "**", "***", "†", "‡", "§", "※"]

    /// A label without its brackets and points, raised figures as plain ones.
    static func bare(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !"()[].".unicodeScalars.contains(scalar) && scalar != "주" {
            let plain = "⁰¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars.enumerated().first { $0.element == scalar }?.offset
            result.append(plain.flatMap { Unicode.Scalar(UInt32(0x30 + $0)) } ?? scalar)
        }
        return String(result)
    }

    /// Whether a word is small and raised in its line.
    static func isCall(_ word: PDFWord, in line: PDFLine) -> Bool {
        guard word.size <= line.size * largestCall, word.length <= 4 else { return false }
        let heights = line.words.filter { abs($0.size - line.size) < 0.1 }.map(\.box.height)
        let height = Statistics.percentile(0.5, of: heights)
        return height > 0 && line.foot - word.box.bottom >= height * leastRaise
    }

    /// Takes the calls out whose notes stand on the page; no other figure leaves the text.
    private mutating func removeCalls(_ size: Double) {
        let labels = Set(notes.map(\.label))
        guard !labels.isEmpty else { return }
        // A call that was set on a line of its own.
        text.removeAll { line in
            line.words.count == 1 && line.size <= size * Self.largestCall && Self.calls(line.words[0].text, labels)
        }
        for index in text.indices {
            let line = text[index]
            text[index].keep { !(Self.isCall($0, in: line) && Self.calls($0.text, labels)) }
        }
    }

    /// Whether a raised word calls notes of the page, one or several (`1`, `1)`, `1,2`).
    private static func calls(_ text: String, _ labels: Set<String>) -> Bool {
        let parts = text.split(separator: ",").map { bare(String($0)) }
        return !parts.isEmpty && parts.allSatisfy(labels.contains)
    }
}
