/// Lines of running heads that only the lines beside them show, and the roman numbers of pages before the text.
extension PageFurniture {
    /// How often a line stands beside furniture at least, to be some itself.
    static let leastBeside = 3
    /// How many roman numbers that follow one another number pages: beside a running head, and by themselves.
    static let leastRomansBeside = 2, leastRomansAlone = 3
    /// The most letters of a roman number, and the largest one.
    static let longestRoman = 7, mostRoman = 60

    /// Takes the lines that repeat next to running heads and page numbers, one by one away from these, and roman numbers.
    mutating func acceptBeside(_ manuscript: Manuscript, _ texts: [Int], _ labels: ItemLabels) {
        acceptLinesBeside(manuscript, texts, labels)
        if acceptRomans(manuscript, texts, labels) { acceptLinesBeside(manuscript, texts, labels) }
    }

    private mutating func acceptLinesBeside(_ manuscript: Manuscript, _ texts: [Int], _ labels: ItemLabels) {
        for _ in 1..<Self.mostEdgeLines {
            let rows = linesBeside(manuscript, texts, labels)
            guard !rows.isEmpty else { return }
            for row in rows { kinds[row] = .header }
        }
    }

    /// The rows of text that stand next to furniture, and read as others do that mostly stand so.
    private func linesBeside(_ manuscript: Manuscript, _ texts: [Int], _ labels: ItemLabels) -> [Int] {
        var beside: [LineKey: [Int]] = [:]
        for (place, row) in texts.enumerated() where kinds[row] == .text {
            // What a blank line parts from a running head is rather the text.
            let isBeside =
                place > 0 && texts[place - 1] == row - 1 && kinds[row - 1] != .text
                || place + 1 < texts.count && texts[place + 1] == row + 1 && kinds[row + 1] != .text
            guard isBeside, mayRepeat(manuscript, row), !labels.isOne(row), !Separator.isOne(manuscript, row),
                !Self.isHeading(manuscript, row), !Punctuation.endsSentence(manuscript, row)
            else { continue }
            beside[LineKey(manuscript, row, labels), default: []].append(row)
        }
        beside = beside.filter { $0.value.count >= Self.leastBeside && isSame(manuscript, $0.value) }
        guard !beside.isEmpty else { return [] }
        let openings = Set(beside.keys.map(\.opening))
        var totals: [LineKey: Int] = [:]
        for row in texts where kinds[row] == .text && openings.contains(LineKey.opening(manuscript, row, labels)) {
            totals[LineKey(manuscript, row, labels), default: 0] += 1
        }
        return beside.filter { key, rows in
            Double(rows.count) >= Double(totals[key] ?? 0) * Self.leastShareAtEdges
                && Self.usual(zip(rows, rows.dropFirst()).map { $1 - $0 }) >= Self.leastPageLength
        }.flatMap(\.value)
    }

    // MARK: Roman numbers

    /// A line that is a roman number, or a running head with one.
    private struct Roman {
        var row: Int
        var value: Int
        var number: String
        /// The head on its line or next to it.
        var head: Int?
    }

    /// Takes the roman numbers that count pages before the first page that has another number.
    private mutating func acceptRomans(_ manuscript: Manuscript, _ texts: [Int], _ labels: ItemLabels) -> Bool {
        let heads = Set(texts.filter { kinds[$0] == .header }.map { Self.stem(manuscript, $0) })
        var run: [Roman] = []
        for (place, row) in texts.enumerated() where kinds[row] == .text {
            guard let roman = roman(manuscript, texts, place, heads) else { continue }
            if let last = run.last, roman.value != last.value + 1 || roman.row - last.row < Self.leastBetween {
                if roman.value > 1 { continue }
                run = []
            }
            if run.isEmpty, roman.value > 1 { continue }
            run.append(roman)
        }
        let beside = run.count { $0.head != nil }
        guard run.count >= Self.leastRomansAlone || run.count >= Self.leastRomansBeside && beside == run.count else {
            return false
        }
        for roman in run {
            numbers[roman.row] = roman.number
            kinds[roman.row] = roman.head == roman.row ? .header : .number
            if let head = roman.head { kinds[head] = .header }
        }
        return true
    }

    private func roman(_ manuscript: Manuscript, _ texts: [Int], _ place: Int, _ heads: Set<String>) -> Roman? {
        let row = texts[place]
        let bytes = manuscript.clean[manuscript.rows[row].clean]
        guard let first = bytes.first, let last = bytes.last, Self.isRoman(first) || Self.isRoman(last) else {
            return nil
        }
        let words = manuscript.text(row).words
        if words.count == 1 {
            guard let value = Self.romanValue(words[0]) else { return nil }
            let beside = [place - 1, place + 1].filter { texts.indices.contains($0) }.map { texts[$0] }
            let head = beside.first { kinds[$0] == .text && heads.contains(Self.stem(manuscript, $0)) }
            return Roman(row: row, value: value, number: String(words[0]), head: head)
        }
        for (word, rest) in [(words[words.count - 1], words.dropLast()), (words[0], words.dropFirst())] {
            guard let value = Self.romanValue(word), heads.contains(rest.joined(separator: " ")) else { continue }
            return Roman(row: row, value: value, number: String(word), head: row)
        }
        return nil
    }

    /// What a running head says without the number beside it.
    private static func stem(_ manuscript: Manuscript, _ row: Int) -> String {
        var words = manuscript.text(row).words[...]
        let isNumber = { (word: Substring) in word.utf8.allSatisfy { (0x30...0x39).contains($0) } }
        if let last = words.last, isNumber(last) {
            words.removeLast()
        } else if let first = words.first, isNumber(first) {
            words.removeFirst()
        }
        return words.joined(separator: " ")
    }

    private static func isRoman(_ byte: UInt8) -> Bool { "ivxl".utf8.contains(byte) }

    /// The value of a roman number in small letters, as it is written by rule.
    static func romanValue(_ word: some StringProtocol) -> Int? {
        guard (1...longestRoman).contains(word.utf8.count), word.utf8.allSatisfy(isRoman) else { return nil }
        return (1...mostRoman).first { roman($0) == word }
    }

    private static func roman(_ value: Int) -> String {
        let tens = ["", "x", "xx", "xxx", "xl", "l", "lx"]
        let ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]
        return tens[value / 10] + ones[value % 10]
    }
}
