/// A text as the turn reader sees it: its lines in order, and those of them that may begin a turn.
struct TurnText {
    /// The row of the manuscript of each line.
    let rows: [Int]
    /// The text in which common words are looked for.
    let clean: [UInt8]
    /// How many paragraphs, cues or items there are.
    private(set) var blockCount = 0
    /// The lines that may begin a turn.
    private(set) var candidates: [TurnCandidate] = []
    private let text: (Int) -> String
    /// The places of lines with a wide gap between words.
    private var gaps: Set<Int> = []

    /// - Parameters:
    ///   - lines: The lines that may begin a turn, each with its place.
    ///   - text: The clean text of a row.
    init(
        rows: [Int], clean: [UInt8], blockCount: Int, lines: some Sequence<(Int, TurnLine)>,
        text: @escaping (Int) -> String
    ) {
        (self.rows, self.clean, self.blockCount, self.text) = (rows, clean, blockCount, text)
        let scanner = TurnScanner()
        for (place, line) in lines { read(line, at: place, scanner) }
    }

    /// - Parameters:
    ///   - text: The clean text of a row.
    ///   - line: Whether a paragraph begins at a place, and the line there if it may begin a turn; asked for each in order.
    init(
        rows: [Int], clean: [UInt8], text: @escaping (Int) -> String,
        line: (_ place: Int) -> (isStart: Bool, line: TurnLine?)
    ) {
        (self.rows, self.clean, self.text) = (rows, clean, text)
        let scanner = TurnScanner()
        for place in rows.indices {
            let (isStart, line) = line(place)
            if isStart { blockCount += 1 }
            if let line { read(line, at: place, scanner) }
        }
    }

    private mutating func read(_ line: TurnLine, at place: Int, _ scanner: TurnScanner) {
        if !line.gapWords.isEmpty { gaps.insert(place) }
        // The second line of a label begins none of its own.
        if let last = candidates.last, last.line == place - 1, last.secondOffset != nil { return }
        if let two = twoLines(line, at: place, scanner) {
            candidates.append(two)
        } else if let candidate = scanner.candidate(line, at: place) {
            candidates.append(candidate)
        }
    }

    var count: Int { rows.count }

    /// A label over two lines: `The Minister for Roads and Rural` / `Development (Mr. Pellam): …`.
    private func twoLines(_ line: TurnLine, at place: Int, _ scanner: TurnScanner) -> TurnCandidate? {
        guard place + 1 < rows.count, Self.hasArticle(line.text),
            !line.text.utf8.contains(0x3A), !line.text.utf8.contains(0x29),
            let last = line.text.last, !".?!;,".contains(last) || line.text.utf8.contains(0x28),
            line.text.words.count <= LabelReader.mostWordsWithHolder
        else { return nil }
        let second = self[place + 1]
        guard let close = second.firstIndex(of: ")"),
            second[close...].dropFirst().first.map({ ":.".contains($0) }) == true
        else {
            return nil
        }
        let whole = TurnLine(row: line.row, text: line.text + " " + second, isBlockStart: true)
        guard var candidate = scanner.candidate(whole, at: place), candidate.reading.shape == .name,
            candidate.reading.hasNote,
            candidate.restOffset > line.text.utf8.count
        else { return nil }
        candidate.secondOffset = candidate.restOffset - line.text.utf8.count - 1
        candidate.restOffset = line.text.utf8.count
        return candidate
    }

    private static func hasArticle(_ text: String) -> Bool {
        text.utf8.starts(with: "The ".utf8) || text.utf8.starts(with: "THE ".utf8)
    }

    /// Whether a wide gap stands between words of a line.
    func hasGaps(_ place: Int) -> Bool { gaps.contains(place) }

    /// The text of a line.
    subscript(place: Int) -> String { text(rows[place]) }
}
