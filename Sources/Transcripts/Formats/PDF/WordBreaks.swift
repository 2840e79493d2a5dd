import KoreanText

/// Tells which lines were broken inside a word (the chapter on PDFs, rule 8).
struct WordBreaks {
    /// The share of full lines that end in a blank from which the blanks are trusted.
    static let leastBlanks = 0.15
    /// The share of inner lines that leave room for a syllable from which words are never cut, and how much room, in syllables.
    static let leastLoose = 0.2
    static let looseRoom = 1.15
    /// How much room an inner line leaves at most, in sizes; a shorter one ends something.
    static let mostRoom = 6.0
    /// How many inner lines tell anything.
    static let leastInner = 3

    /// What becomes of a break within a paragraph.
    enum Join { case space, nothing, hyphen }

    private let spacing: WordSpacing
    private let trustsBlanks: Bool
    private let keepsWords: Bool
    private var scorer = EojeolScorer()

    /// Measures a text.
    ///
    /// - Parameters:
    ///   - texts: All its lines.
    ///   - pairs: The lines within paragraphs, each with the next, and their places in `texts`.
    init(
        _ texts: [String], pairs: [(line: PDFLine, next: PDFLine, place: Int)], spacing: WordSpacing, keepsWords: Bool
    ) {
        self.spacing = spacing
        self.keepsWords = keepsWords
        let blanks = pairs.count { $0.line.words.last?.endsInBlank == true }
        trustsBlanks = !pairs.isEmpty && Double(blanks) >= Double(pairs.count) * Self.leastBlanks
        let bytes = texts.map { Array($0.utf8) }
        for text in bytes {
            if scorer.hasLearntEnough { break }
            scorer.learn(text.span)
        }
        for pair in pairs where bytes.indices.contains(pair.place + 1) {
            let (left, right) = (bytes[pair.place], bytes[pair.place + 1])
            scorer.learnBreak(left: left.span, right: right.span)
        }
    }

    /// Whether a text never cuts its words, by the room that its inner lines leave.
    static func keepsWords(_ lines: [PDFLine], texts: [String], spacing: WordSpacing) -> Bool {
        var inner = 0
        var loose = 0
        var hangul = 0
        for index in lines.indices.dropLast() {
            let (line, next) = (lines[index], lines[index + 1])
            guard !line.isTable, line.cells.isEmpty, next.cells.isEmpty, abs(line.size - next.size) < 0.1,
                line.isBold == next.isBold, !ParagraphFinder.endsSentence(texts[index]),
                ParagraphFinder.marker(texts[index + 1]) == nil, line.length > 6
            else { continue }
            let room = spacing.naturalRoom(line) / line.size
            guard room < mostRoom else { continue }
            if WordSpacing.class(texts[index].unicodeScalars.last) == .hangul { hangul += 1 }
            inner += 1
            if room > looseRoom * spacing.advance + spacing.natural { loose += 1 }
        }
        // Only Hangul and Han are ever cut without a hyphen.
        guard hangul * 4 >= inner else { return true }
        return inner >= leastInner && Double(loose) >= Double(inner) * leastLoose
    }

    /// What becomes of the break between two lines of a paragraph.
    func join(_ line: PDFLine, _ next: PDFLine, _ text: String, _ nextText: String) -> Join {
        let (last, first) = (text.unicodeScalars.last, nextText.unicodeScalars.first)
        if last == "-" || last == "\u{AD}" || last == "‐" { return .hyphen }
        let (left, right) = (WordSpacing.class(last), WordSpacing.class(first))
        if left == .han, right == .han { return .nothing }
        if left == .latin, right == .latin { return .space }
        if Self.opening.contains(last ?? " ") || Self.closing.contains(first ?? " ") { return .nothing }
        if right == .hangul, ".,!?;:".unicodeScalars.contains(last ?? " ") { return .space }
        if left == .hangul, Self.isOpening(first, after: last) { return .space }
        if keepsWords {
            // Words of one script are whole; between a figure or a name and its particle the line may have been broken.
            guard left != .hangul, right == .hangul else { return .space }
            if trustsBlanks, line.words.last?.endsInBlank == true { return .space }
            return isInsideWord(text, nextText) ? .nothing : .space
        }
        let room = spacing.naturalRoom(line) / line.size
        if trustsBlanks {
            if line.words.last?.endsInBlank == true { return .space }
            if room >= spacing.natural { return .nothing }
        }
        // The next syllable had fitted without a blank: one belongs there.
        if right == .hangul, room > spacing.advance * unit(nextText) + 0.1 { return .space }
        return isInsideWord(text, nextText) ? .nothing : .space
    }

    /// Whether a quotation or a bracket begins a word by itself: a bracket after a particle or the end of a verb, not after a name.
    private static func isOpening(_ first: Unicode.Scalar?, after last: Unicode.Scalar?) -> Bool {
        guard let first, let last, opening.contains(first) else { return false }
        return first != "(" && first != "[" || SentenceWords.beforeBrackets.contains(last)
    }

    private func isInsideWord(_ text: String, _ next: String) -> Bool {
        let (left, right) = (Array(text.utf8), Array(next.utf8))
        return scorer.score(left: left.span, right: right.span) > 0
    }

    private static let opening: Set<Unicode.Scalar> = ["(", "[", "{", "“", "‘", "「", "『", "《", "〈"]
    private static let closing: Set<Unicode.Scalar> = [
        ".", ",", ")", "]", "}", "”", "’", "」", "』", "》", "〉", "!", "?", ":", ";", "%",
    ]

    /// The length of the first syllable of a line with the marks that may not begin one, in syllables.
    private func unit(_ text: String) -> Double {
        let marks = text.unicodeScalars.dropFirst().prefix { ".,)]”’」』》〉?!:;%".unicodeScalars.contains($0) }
        return 1 + Double(marks.count) * 0.5
    }
}
