/// A text as the turn reader sees it: its lines in order, and those of them that may begin a turn.
struct TurnText {
    /// The row of the manuscript of each line.
    let rows: [Int]
    /// The text in which common words are looked for.
    let clean: [UInt8]
    /// How many paragraphs, cues or items there are.
    let blockCount: Int
    /// The lines that may begin a turn.
    private(set) var candidates: [TurnCandidate] = []
    private let text: (Int) -> String
    /// The places of lines with a wide gap between words.
    private var gaps: Set<Int> = []

    /// - Parameters:
    ///   - lines: The lines that may begin a turn, each with its place.
    ///   - text: The clean text of a row.
    init(
        rows: [Int], clean: [UInt8], blockCount: Int, lines: some Sequence<(Int, TurnLine)>, text: @escaping (Int) -> String
    ) {
        (self.rows, self.clean, self.blockCount, self.text) = (rows, clean, blockCount, text)
        let scanner = TurnScanner()
        for (place, line) in lines {
            if !line.gapWords.isEmpty { gaps.insert(place) }
            if let candidate = scanner.candidate(line, at: place) { candidates.append(candidate) }
        }
    }

    var count: Int { rows.count }

    /// Whether a wide gap stands between words of a line.
    func hasGaps(_ place: Int) -> Bool { gaps.contains(place) }

    /// The text of a line.
    subscript(place: Int) -> String { text(rows[place]) }
}
