/// Running headers of which one stands on odd and another on even pages, where a text has too few pages to repeat both.
extension PageFurniture {
    /// How many pages at least show that a header stands on every second one.
    static let leastAlternating = 2

    /// Takes the first lines of the pages between those with a header for the other header, where form feeds show the pages.
    mutating func acceptAlternating(_ manuscript: Manuscript, _ texts: [Int], _ labels: ItemLabels) {
        let firsts = Self.firstRows(manuscript, texts, isNumber: { kinds[$0] == .number })
        guard firsts.count > Self.leastAlternating else { return }
        let withHeader = firsts.indices.filter { kinds[firsts[$0]] == .header }
        guard withHeader.count >= Self.leastAlternating, let first = withHeader.first, first < 2,
            withHeader == Array(stride(from: first, to: firsts.count, by: 2))
        else { return }
        let others = stride(from: 1 - first, to: firsts.count, by: 2).map { firsts[$0] }
            // A cover or the first page of all has none.
            .filter { $0 != firsts.first || first == 0 }
        let widest = withHeader.map { manuscript.rows[firsts[$0]].width }.max() ?? 0
        guard let one = others.first, Set(others.map { LineKey(manuscript, $0, labels) }).count == 1,
            manuscript.rows[one].width <= widest * 2, !manuscript.rows[one].endsSentence, !labels.isOne(one),
            !Self.isHeading(manuscript, one), !Separator.isOne(manuscript, one)
        else { return }
        for row in others { kinds[row] = .header }
    }

    /// The first row of every page that is no page number.
    private static func firstRows(_ manuscript: Manuscript, _ texts: [Int], isNumber: (Int) -> Bool) -> [Int] {
        var result: [Int] = []
        var isFirst = true
        var previous: Int?
        for row in texts {
            let between = (previous.map { $0 + 1 } ?? 0)..<row
            let feeds =
                manuscript.rows[row].feedsBefore > 0 || (previous.map { manuscript.rows[$0].feedsAfter > 0 } ?? false)
            if feeds || between.contains(where: { manuscript.rows[$0].feedsBefore > 0 }) { isFirst = true }
            previous = row
            guard isFirst, !isNumber(row) else { continue }
            result.append(row)
            isFirst = false
        }
        return result
    }
}
