import KoreanText

/// Running heads and feet of several lines, or without numbers, that repeat where no form feed shows a page.
extension PageFurniture {
    /// How often such lines come at least: of several lines, and of one, which has to come as evenly as pages do.
    static let leastRepeats = 3, leastLoneRepeats = 4
    /// The share of them that must cut a sentence, as hardly anything but a page's end does.
    static let leastShareCutting = 0.5, leastLoneShareCutting = 0.7
    /// The narrowest line, in columns, that a page's end is looked for behind: verses are narrower.
    static let narrowestCut = 40
    /// How far from the usual length of a page, as a part of it, the distance of single lines may be.
    static let pageTolerance = 0.25

    /// Rows next to one another that are all printed more than once.
    private struct Run {
        /// The places among the rows with text.
        var places: Range<Int>
        var cuts: Bool
    }

    /// Takes lines that repeat in the midst of sentences.
    mutating func acceptRepeats(_ manuscript: Manuscript, _ texts: [Int], _ labels: ItemLabels) {
        let keys = repeatedKeys(manuscript, texts, labels)
        guard !keys.isEmpty else { return }
        var runs: [Int: [Run]] = [:]
        var place = 0
        while place < texts.count {
            guard let key = keys[place] else {
                place += 1
                continue
            }
            var end = place + 1
            while end < texts.count, end - place < Self.mostEdgeLines,
                keys[end] != nil || Self.isNumber(manuscript, texts[end])
            {
                end += 1
            }
            // A number that ends the lines is told by the lines before it.
            runs[key, default: []].append(Run(places: place..<end, cuts: cutsSentence(manuscript, texts, place..<end)))
            place = end
        }
        for group in runs.values.sorted(by: { $0[0].places.lowerBound < $1[0].places.lowerBound })
        where isFurniture(group, texts) {
            for place in group.map(\.places).joined() where keys[place] != nil { kinds[texts[place]] = .header }
        }
    }

    private static func isNumber(_ manuscript: Manuscript, _ row: Int) -> Bool {
        manuscript.rows[row].clean.count <= longestNumber && pageNumber(manuscript.text(row)) != nil
    }

    /// For the place of each row that is printed at least so often, letter by letter, a number that stands for its words.
    private func repeatedKeys(_ manuscript: Manuscript, _ texts: [Int], _ labels: ItemLabels) -> [Int: Int] {
        // How a row begins tells most of them apart before a key is made.
        var openings = [UInt8](repeating: 0, count: 1 << 16)
        for row in texts where mayRepeat(manuscript, row) {
            let opening = Int(LineKey.opening(manuscript, row, labels))
            openings[opening] = min(openings[opening] + 1, UInt8(Self.leastRepeats))
        }
        var places: [LineKey: [Int]] = [:]
        var order: [LineKey] = []
        for (place, row) in texts.enumerated()
        where mayRepeat(manuscript, row)
            && openings[Int(LineKey.opening(manuscript, row, labels))] >= UInt8(Self.leastRepeats)
        {
            guard !labels.isOne(row), !Separator.isOne(manuscript, row),
                !Self.isHeading(manuscript, row) || PrintedDate.isWhole(manuscript.text(row))
            else { continue }
            let key = LineKey(manuscript, row, labels)
            if places[key] == nil { order.append(key) }
            places[key, default: []].append(place)
        }
        var result: [Int: Int] = [:]
        for (number, key) in order.enumerated() {
            // The distances are cheap to see, and leave little of a conversation to compare.
            guard let rows = places[key], rows.count >= Self.leastRepeats,
                Self.usual(zip(rows, rows.dropFirst()).map { texts[$1] - texts[$0] }) >= Self.leastPageLength,
                isSame(manuscript, rows.map { texts[$0] })
            else { continue }
            for place in rows { result[place] = number }
        }
        return result
    }

    /// What remarks and turns begin with, and running heads do not.
    private static let remarkOpenings: ScalarSet = "([（<〈○◯●◎◇◆△▲>"

    /// Whether a row is narrow enough, and no remark in brackets and no time.
    private func mayRepeat(_ manuscript: Manuscript, _ row: Int) -> Bool {
        let line = manuscript.rows[row]
        guard line.width <= Self.widestHeader, let first = manuscript.firstScalar(row) else { return false }
        if Self.remarkOpenings.contains(first) { return false }
        let bytes = manuscript.clean[line.clean]
        // The label of a turn ends in a colon, its time has one between digits.
        return !zip(bytes, bytes.dropFirst()).contains { $0 == 0x3A && (0x30...0x39).contains($1) }
            && bytes.last != 0x3A
    }

    /// Whether rows read the same with their numbers, or are days, or count pages.
    private func isSame(_ manuscript: Manuscript, _ rows: [Int]) -> Bool {
        guard let first = rows.first else { return false }
        let bytes = manuscript.clean[manuscript.rows[first].clean]
        if rows.allSatisfy({ manuscript.clean[manuscript.rows[$0].clean].elementsEqual(bytes) }) { return true }
        if PrintedDate.isWhole(manuscript.text(first)) { return true }
        let numbers = rows.compactMap { Self.numberBeside(manuscript, $0) }
        return numbers.count == rows.count && zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }
    }

    /// Whether lines stand in the midst of a sentence.
    private func cutsSentence(_ manuscript: Manuscript, _ texts: [Int], _ places: Range<Int>) -> Bool {
        guard places.lowerBound > 0, places.upperBound < texts.count else { return false }
        let (row, next) = (texts[places.lowerBound - 1], texts[places.upperBound])
        guard manuscript.rows[row].width >= Self.narrowestCut, !manuscript.rows[row].endsSentence,
            let first = manuscript.firstScalar(next)
        else { return false }
        return first.isLowercase || Hangul.isSyllable(first) || first.properties.isIdeographic
            || Punctuation.expectsMore(manuscript, row)
    }

    private func isFurniture(_ group: [Run], _ texts: [Int]) -> Bool {
        let cutting = Double(group.count(where: \.cuts))
        if group.allSatisfy({ $0.places.count > 1 }) {
            return group.count >= Self.leastRepeats && cutting >= 2
                && cutting >= Double(group.count) * Self.leastShareCutting
        }
        guard group.count >= Self.leastLoneRepeats, cutting >= Double(group.count) * Self.leastLoneShareCutting else {
            return false
        }
        let distances = zip(group, group.dropFirst()).map { texts[$1.places.lowerBound] - texts[$0.places.lowerBound] }
        let usual = Self.usual(distances)
        let even = distances.count { abs(Double($0 - usual)) <= Double(usual) * Self.pageTolerance }
        return Double(even) >= Double(distances.count) * Self.leastLoneShareCutting
    }

    private static func usual(_ distances: [Int]) -> Int {
        distances.isEmpty ? 0 : distances.sorted()[distances.count / 2]
    }
}
