import KoreanText

/// A printed line of a column.
struct PDFLine: Sendable {
    var words: [PDFWord]
    var page: Int
    /// The place of its region on its page, in reading order.
    var region = 0
    /// Where the column begins and ends that it stands in.
    var edges: ClosedRange<Double> = 0...0
    /// Where its words are parted as the cells of a table are: the places of the first word of each cell but the first.
    var cells: [Int] = []
    var isTable = false

    private(set) var box: PDFBox
    /// The commonest size of its letters.
    private(set) var size: Double
    /// Whether it is bold from one end to the other.
    private(set) var isBold: Bool
    /// The foot of its letters: boxes of fallback typefaces are higher, so those of the commonest size count.
    private(set) var foot: Double

    /// Makes a line of at least one word.
    init?(_ words: [PDFWord], page: Int) {
        guard let first = words.first else { return nil }
        self.words = words
        self.page = page
        box = words.dropFirst().reduce(first.box) { $0.union($1.box) }
        let size = Self.commonestSize(words)
        self.size = size
        isBold =
            words.allSatisfy { $0.isBold || !$0.text.unicodeScalars.contains(where: \.isAlphabetic) }
            && words.contains(where: \.isBold)
        let feet = words.filter { abs($0.size - size) < 0.1 }.map(\.box.bottom).sorted()
        foot = feet.isEmpty ? box.bottom : feet[feet.count / 2]
    }

    static func commonestSize(_ words: [PDFWord]) -> Double {
        var letters: [Int: Int] = [:]
        for word in words { letters[Int((word.size * 10).rounded()), default: 0] += word.length }
        let best = letters.max { ($0.value, $0.key) < ($1.value, $1.key) }
        return max(Double(best?.key ?? 100) / 10, 1)
    }

    /// Takes out words that are no part of its text, though not all.
    mutating func keep(_ isKept: (PDFWord) -> Bool) {
        var kept: [PDFWord] = []
        var places: [Int] = []
        for (index, word) in words.enumerated() {
            if cells.contains(index), !kept.isEmpty { places.append(kept.count) }
            if isKept(word) {
                kept.append(word)
            } else if let last = kept.indices.last, index + 1 < words.count {
                // A call within a word (`기본소득1)은`) leaves no blank behind.
                let least = size * WordSpacing.leastBlank
                kept[last].joinsNext =
                    word.box.left - words[index - 1].box.right < least
                    && words[index + 1].box.left - word.box.right < least
            }
        }
        guard !kept.isEmpty else { return }
        (words, cells) = (kept, places)
    }

    /// How far the line begins from the edge of its column.
    var indent: Double { box.left - edges.lowerBound }
    /// How much room is left behind it.
    var room: Double { edges.upperBound - box.right }
    /// How many signs it has.
    var length: Int { words.reduce(0) { $0 + $1.length } }
}
