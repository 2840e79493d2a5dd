/// Puts the words of a page into rows, and tells the fragments of a row (the chapter on PDFs, rule 1).
enum PageRows {
    /// The part of their height that words of one row share at least.
    static let leastOverlap = 0.5
    /// A gap that parts fragments, in sizes, and in median gaps of the row; no more is ever needed than `mostFragmentGap`.
    static let fragmentGap = 1.2
    static let fragmentGapOfMedian = 1.6
    static let mostFragmentGap = 1.7
    /// How much the gaps of a stretched row differ at most (`이   바   다`).
    static let stretchedSpread = 0.15

    /// The rows of some words, from the top, each from the left.
    static func rows(_ words: [PDFWord]) -> [[PDFWord]] {
        var rows: [(core: PDFBox, words: [PDFWord])] = []
        for word in words.sorted(by: { ($0.box.middle, $0.box.left) < ($1.box.middle, $1.box.left) }) {
            var best: (index: Int, shared: Double)?
            for index in rows.indices.suffix(4) {
                let shared = rows[index].core.sharedHeight(word.box)
                if shared >= leastOverlap, shared > best?.shared ?? 0 { best = (index, shared) }
            }
            guard let best else {
                rows.append((word.box, [word]))
                continue
            }
            rows[best.index].words.append(word)
            if word.box.height > rows[best.index].core.height { rows[best.index].core = word.box }
        }
        return rows.sorted { $0.core.middle < $1.core.middle }
            .map { $0.words.sorted { $0.box.left < $1.box.left } }
    }

    /// The places in a row at which a new fragment begins.
    static func fragments(_ row: [PDFWord]) -> [Int] {
        let gaps = zip(row, row.dropFirst()).map { $0.1.box.left - $0.0.box.right }
        guard let widest = gaps.max() else { return [] }
        let size = PDFLine.commonestSize(row)
        let blanks = gaps.filter { $0 > size * WordSpacing.leastBlank }
        let median = Statistics.percentile(0.5, of: blanks)
        let least = min(max(fragmentGap * size, fragmentGapOfMedian * median), mostFragmentGap * size)
        guard widest > least else { return [] }
        let narrowest = gaps.min() ?? 0
        if gaps.count > 1, widest - narrowest <= widest * stretchedSpread { return [] }
        return gaps.indices.filter { gaps[$0] > least && !($0 == 0 && isLoneLabel(row[0].text)) }.map { $0 + 1 }
    }

    /// Whether a word by itself is the label of what follows it (`○`, `1.`, `가)`).
    static func isLoneLabel(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars)
        guard let last = scalars.last, scalars.count <= 4 else { return false }
        if scalars.count == 1 { return !last.isAlphabetic || last == "o" }
        return last == "." || last == ")"
    }
}
