import KoreanText

/// Puts the words of a line together again: which gaps are blanks.
struct WordSpacing: Sendable {
    /// Below this part of the size two words are one: Poppler parts them where the size changes, as before a raised figure.
    static let leastBlank = 0.1
    /// The part of a natural blank that a gap between Hangul and a figure or Latin has at least to be one (the chapter on PDFs, rule 2).
    static let autospaceShare = 0.85
    /// The blank of a typeface where the text shows none, in sizes.
    static let usualBlank = 0.28
    /// Justified lines stretch their blanks: the narrow ones are the natural ones.
    static let naturalPercentile = 0.2

    /// The natural blank, in sizes.
    let natural: Double
    /// The advance of a syllable, in sizes.
    let advance: Double

    /// Measures the gaps of a text.
    init(_ lines: [PDFLine]) {
        var gaps: [Double] = []
        var advances: [Double] = []
        for line in lines {
            for (word, next) in zip(line.words, line.words.dropFirst()) {
                let gap = (next.box.left - word.box.right) / max(word.size, 1)
                if gap > Self.leastBlank, gap < 1, Self.class(word.text.unicodeScalars.last) == .hangul,
                    Self.class(next.text.unicodeScalars.first) == .hangul
                {
                    gaps.append(gap)
                }
            }
            for word in line.words where word.text.unicodeScalars.allSatisfy(Hangul.isSyllable) && word.length > 1 {
                advances.append(word.box.width / Double(word.length) / max(word.size, 1))
            }
        }
        natural = gaps.isEmpty ? Self.usualBlank : Statistics.percentile(Self.naturalPercentile, of: gaps)
        advance = advances.isEmpty ? 1 : Statistics.percentile(0.5, of: advances)
    }

    /// The part of a natural blank that a gap between syllables has at least to be one: where a line has too few blanks, its letters
    /// are stretched.
    static let leastShare = 0.55
    /// Signs that no blank comes before, and after: justified text has gaps there.
    private static let closing: Set<Unicode.Scalar> = [
        ".", ",", ")", "]", "}", "”", "’", "」", "』", "》", "〉", "!", "?", ":", ";", "%",
    ]
    private static let opening: Set<Unicode.Scalar> = ["(", "[", "{", "“", "‘", "「", "『", "《", "〈"]

    /// How many words of one syllable a line of stretched letters has at least, and by how many natural blanks its two kinds of gaps differ.
    static let leastSingles = 4
    static let leastStep = 0.6

    /// What a line's gaps are compared with, in sizes.
    struct Measure {
        /// What stands between its letters: nothing, but where they were stretched to fill the line (`골 목 이   다 시`).
        var stretch: Double
        /// The blank between its words: at least the natural one, more where the line is stretched.
        var blank: Double
    }

    /// Measures the gaps of one line.
    func measure(_ line: PDFLine) -> Measure {
        let pairs = zip(line.words, line.words.dropFirst()).map { word, next in
            (word, next, gap: (next.box.left - word.box.right) / max(min(word.size, next.size), 1))
        }
        let gaps = pairs.map(\.gap)
        let singles = line.words.count { $0.length == 1 && Self.class($0.text.unicodeScalars.first) == .hangul }
        let low = Statistics.percentile(0.2, of: gaps)
        let near = gaps.count { abs($0 - low) < natural * 0.25 }
        let isStretched =
            singles >= Self.leastSingles && near >= Self.leastSingles
            && (gaps.max() ?? 0) - low >= natural * Self.leastStep
        let stretch = isStretched ? low : 0
        let blanks = pairs.filter { word, next, gap in
            Self.class(next.text.unicodeScalars.first) == .hangul && Self.class(word.text.unicodeScalars.last) != .latin
                && gap - stretch >= natural * Self.leastShare
        }
        return Measure(
            stretch: stretch, blank: max(natural, Statistics.percentile(0.1, of: blanks.map { $0.gap - stretch })))
    }

    /// Whether a blank stands between two words of a line.
    ///
    /// - Parameter measure: The gaps of the line.
    func isBlank(_ word: PDFWord, _ next: PDFWord, _ measure: Measure) -> Bool {
        guard !word.joinsNext, let last = word.text.unicodeScalars.last, let first = next.text.unicodeScalars.first
        else {
            return false
        }
        let blank = measure.blank
        let gap = (next.box.left - word.box.right) / max(min(word.size, next.size), 1) - measure.stretch
        guard gap >= Self.leastBlank else { return false }
        let (left, right) = (Self.class(last), Self.class(first))
        if left == .hangul, Self.closing.contains(first), gap < blank * Self.autospaceShare { return false }
        if right == .hangul, Self.opening.contains(last), gap < blank * Self.autospaceShare { return false }
        if left == .hangul, right == .hangul { return gap >= natural * Self.leastShare }
        let isMixed = (left == .hangul && right == .latin) || (left == .latin && right == .hangul)
        return !isMixed || gap >= blank * Self.autospaceShare
    }

    /// The text of a line: a blank between words, three between cells.
    func text(_ line: PDFLine) -> String {
        var result = ""
        var previous: PDFWord?
        let measure = measure(line)
        for (index, word) in line.words.enumerated() {
            if let previous {
                if line.cells.contains(index) {
                    result += "   "
                } else if isBlank(previous, word, measure) {
                    result += " "
                }
            }
            result += word.text
            previous = word
        }
        return result
    }

    /// The room behind a line were its blanks not stretched.
    func naturalRoom(_ line: PDFLine) -> Double {
        let measure = measure(line)
        return zip(line.words, line.words.dropFirst()).reduce(line.room) { room, pair in
            guard isBlank(pair.0, pair.1, measure) else { return room }
            return room + max(pair.1.box.left - pair.0.box.right - natural * line.size, 0)
        }
    }

    enum ScalarClass { case hangul, latin, han, other }

    static func `class`(_ scalar: Unicode.Scalar?) -> ScalarClass {
        guard let scalar else { return .other }
        if Hangul.isSyllable(scalar) { return .hangul }
        if scalar.value < 0x250, scalar.isAlphabetic || ("0"..."9").contains(scalar) { return .latin }
        let isHan = (0x3040...0x30FF).contains(scalar.value) || (0x3400...0x9FFF).contains(scalar.value)
        return isHan ? .han : .other
    }
}

/// A few measures of numbers.
enum Statistics {
    /// The number that a share of some numbers does not reach; 0 where there are none.
    static func percentile(_ share: Double, of numbers: [Double]) -> Double {
        guard !numbers.isEmpty else { return 0 }
        let sorted = numbers.sorted()
        return sorted[min(Int(Double(sorted.count) * share), sorted.count - 1)]
    }

    /// The commonest of some numbers, told apart in steps; the middle of those in its step.
    static func commonest(_ numbers: [Double], step: Double) -> Double? {
        var counts: [Int: [Double]] = [:]
        for number in numbers where number.isFinite && abs(number) < 1e9 {
            counts[Int((number / step).rounded()), default: []].append(number)
        }
        let best = counts.max { ($0.value.count, -$0.key) < ($1.value.count, -$1.key) }
        return best.map { percentile(0.5, of: $0.value) }
    }
}
