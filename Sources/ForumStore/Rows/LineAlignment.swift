import KoreanText

/// On which of its lines each character of a passage's text is printed.
///
/// White space, normal form and what prints nothing do not count. What the lines have beside the text, as a marker, a
/// speaker's name or the signs of Markdown, is passed over.
struct LineAlignment {
    /// How far the lines are searched for a character that does not follow at once: beyond a link's address, and not so
    /// far that a character which the lines lack would carry all that follows away.
    static let longestGap = 256

    private let text: String
    /// For each character that counts, which line has it; never decreasing.
    private var lines: [Int] = []

    /// Aligns a text, in NFC, with the lines that it was read from, in their order.
    init(_ text: String, lines printed: [String]) {
        self.text = text
        let sought = Self.counted(text)
        var (scalars, line): ([Unicode.Scalar], [Int]) = ([], [])
        for (index, text) in printed.enumerated() {
            scalars += Self.counted(TextForm.composed(text))
            line += Array(repeating: index, count: scalars.count - line.count)
        }
        guard !scalars.isEmpty else { return }
        // A paragraph's text is all of its lines but what stands before it on the first.
        var place = 0
        if scalars.count >= sought.count, scalars.suffix(sought.count) == sought[...] {
            place = scalars.count - sought.count
        }
        lines.reserveCapacity(sought.count)
        for scalar in sought {
            let reach = scalars[min(place, scalars.count)...].prefix(Self.longestGap)
            if let next = reach.firstIndex(of: scalar) { place = next + 1 }
            lines.append(line[max(place - 1, 0)])
        }
    }

    /// The first and last line of a stretch of the text, in UTF-16 units; `nil` where no line is known.
    func lines(of range: Range<Int>) -> ClosedRange<Int>? {
        guard !lines.isEmpty else { return nil }
        var (first, end, unit) = (0, 0, 0)
        for scalar in text.unicodeScalars where unit < range.upperBound {
            if Self.counts(scalar) {
                if unit < range.lowerBound { first += 1 }
                end += 1
            }
            unit += UTF16.width(scalar)
        }
        first = min(first, lines.count - 1)
        return lines[first]...lines[min(max(first, end - 1), lines.count - 1)]
    }

    private static func counted(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter(counts)
    }

    private static func counts(_ scalar: Unicode.Scalar) -> Bool {
        !TextForm.isWhiteSpace(scalar) && !TextForm.isZeroWidth(scalar)
    }
}
