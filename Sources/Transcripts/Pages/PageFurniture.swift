import KoreanText

/// Running headers and page numbers: what is printed on a page without belonging to its text.
///
/// A running header is only taken for one where it touches a page number or stands at a page's edge; a line that merely
/// comes three times may be a heading or an affiliation.
struct PageFurniture {
    /// What a row is.
    enum Kind: UInt8 {
        case text, header, number
    }

    /// The share of its occurrences that a repeated line must have at page edges or beside page numbers.
    static let leastShareAtEdges = 0.6
    /// How many lines lie at least between two bare numbers that number pages, where no page break shows.
    static let leastPageLength = 8
    /// How many numbered pages count as few, of which two with the same line are enough to make it a header.
    static let fewPages = 6
    /// The widest line, in columns, that is looked at as a running header.
    static let widestHeader = 100
    /// The narrowest header with a number, in columns.
    static let narrowestHeader = 12

    /// What each row is.
    var kinds: [Kind]
    /// The page numbers as printed, by row.
    var numbers: [Int: String] = [:]
    /// The first running header of the text that may name it: a day names nothing, nor does a sentence or the mark of a page.
    private(set) var firstHeader: Int?
    /// Whether form feeds part the text and nothing else begins a page.
    private(set) var feedsBeginPages = false
    /// What is doubtful about page numbers, by row.
    private(set) var doubts: [Int: String] = [:]

    /// Finds the furniture of a text.
    ///
    /// - Parameter labels: The labels of programme items, which may repeat at page heads.
    init(_ manuscript: Manuscript, _ labels: ItemLabels) {
        kinds = [Kind](repeating: .text, count: manuscript.rows.count)
        let texts = manuscript.rows.indices.filter { !manuscript.rows[$0].isBlank }
        let sheets = Sheets(manuscript, texts: texts)
        if sheets.areShown {
            acceptEdges(manuscript, sheets, labels)
        } else {
            acceptRepeats(manuscript, texts, labels)
        }
        let candidates = Self.numberCandidates(manuscript, texts)
        let headers = Self.headers(manuscript, texts, candidates, labels)
        for (row, number) in headers where kinds[row] == .text {
            kinds[row] = .header
            if let number { numbers[row] = number }
        }
        acceptNumbers(manuscript, texts, candidates)
        acceptInSequence(manuscript, texts, labels)
        acceptAlternating(manuscript, texts, labels)
        if !sheets.areShown { acceptBeside(manuscript, texts, labels) }
        if sheets.areShown { feedsBeginPages = keepEdges(manuscript, sheets, labels) }
        firstHeader = kinds.indices.first {
            kinds[$0] == .header && !manuscript.rows[$0].endsSentence && !PrintedDate.isWhole(manuscript.text($0))
        }
    }

    /// The furniture that is known beforehand.
    init(_ manuscript: Manuscript, _ hints: LayoutHints) {
        kinds = [Kind](repeating: .text, count: manuscript.rows.count)
        for row in kinds.indices {
            switch hints.role(row) {
            case .header(let number):
                kinds[row] = .header
                numbers[row] = number
            case .pageNumber(let number):
                kinds[row] = .number
                numbers[row] = number
            default: break
            }
        }
        firstHeader = kinds.firstIndex(of: .header)
    }

    /// Notes that a number says something about its page that cannot be.
    mutating func doubt(_ row: Int, _ message: String) { doubts[row] = message }

    /// A line that could be a page number.
    private struct NumberLine {
        var text: String
        var value: Int?
        var isDecorated: Bool
        /// The index among the rows with text.
        var position: Int
    }

    private static func numberCandidates(_ manuscript: Manuscript, _ texts: [Int]) -> [Int: NumberLine] {
        var result: [Int: NumberLine] = [:]
        for (position, row) in texts.enumerated() where manuscript.rows[row].clean.count <= longestNumber {
            guard mayBeNumber(manuscript, row), let (number, isDecorated) = pageNumber(manuscript.text(row)) else {
                continue
            }
            result[row] = NumberLine(
                text: number, value: pageValue(number), isDecorated: isDecorated, position: position)
        }
        return result
    }

    /// Whether a line begins, ornaments passed over, as a page number does, its words before it included.
    private static func mayBeNumber(_ manuscript: Manuscript, _ row: Int) -> Bool {
        let end = manuscript.rows[row].clean.upperBound
        var index = manuscript.rows[row].clean.lowerBound
        while index < end {
            let (scalar, next) = manuscript.clean.scalar(at: index, before: end)
            guard numberOrnaments.contains(scalar) else { return numberOpenings.contains(scalar) }
            index = next
        }
        return false
    }

    /// Rows that read the same but for their numbers.
    private struct Group {
        /// Those at page edges or beside page numbers.
        var rows: [Int]
        /// How many rows read so anywhere.
        var total: Int
        /// Whether all of those at page edges or beside page numbers are at page edges.
        var isAtEdges: Bool
    }

    /// The rows at page edges and beside page numbers, those that read the same together.
    private static func groups(
        _ manuscript: Manuscript, _ texts: [Int], _ numbers: [Int: NumberLine], _ labels: ItemLabels
    ) -> [Group] {
        var groups: [Group] = []
        var places: [LineKey: Int] = [:]
        var widths = [Bool](repeating: false, count: widestHeader + 1)
        var isNumber = [Bool](repeating: false, count: manuscript.rows.count)
        var isGrouped = isNumber
        for row in numbers.keys { isNumber[row] = true }
        for (position, row) in texts.enumerated() {
            let width = manuscript.rows[row].width
            guard width <= widestHeader, !isNumber[row] else { continue }
            let before = position > 0 ? texts[position - 1] : nil
            let after = position + 1 < texts.count ? texts[position + 1] : nil
            let touchesNumber = before.map { isNumber[$0] } == true || after.map { isNumber[$0] } == true
            let isAtEdge = isAtPageEdge(manuscript, row, before, after)
            guard
                touchesNumber || isAtEdge
                    || numberBeside(manuscript, row) != nil
            else { continue }
            guard !Separator.isOne(manuscript, row), !labels.isOne(row), !isHeading(manuscript, row) else { continue }
            let key = LineKey(manuscript, row, labels)
            if let place = places[key] {
                groups[place].rows.append(row)
                groups[place].total += 1
                if !isAtEdge { groups[place].isAtEdges = false }
            } else {
                places[key] = groups.count
                groups.append(Group(rows: [row], total: 1, isAtEdges: isAtEdge))
            }
            isGrouped[row] = true
            widths[width] = true
        }
        // Few rows are any of them: how a row begins tells most of the others apart before a key is made.
        var openings = [Bool](repeating: false, count: 1 << 16)
        for key in places.keys { openings[Int(key.opening)] = true }
        for row in texts where !isGrouped[row] {
            let width = manuscript.rows[row].width
            guard width <= widestHeader, widths[width], openings[Int(LineKey.opening(manuscript, row, labels))],
                let place = places[LineKey(manuscript, row, labels)]
            else { continue }
            groups[place].total += 1
        }
        return groups
    }

    private static func headers(
        _ manuscript: Manuscript, _ texts: [Int], _ numbers: [Int: NumberLine], _ labels: ItemLabels
    ) -> [Int: String?] {
        // Where many pages are numbered, a header that stands on two of them only is none.
        let least = numbers.count > fewPages ? 3 : 2
        var result: [Int: String?] = [:]
        for group in groups(manuscript, texts, numbers, labels) {
            let rows = group.rows
            let carried = rows.compactMap { numberBeside(manuscript, $0) }
            // A year that begins every header is no page number.
            let isNumbered = carried.count == rows.count && (carried.count < 2 || carried.first != carried.last)
            let isHeader: Bool
            if isNumbered {
                isHeader =
                    (rows.count >= 3 || (carried.last == carried.first.map { $0 + 1 } && group.isAtEdges))
                    && zip(carried, carried.dropFirst()).allSatisfy { $0.0 < $0.1 }
                    && manuscript.rows[rows[0]].width >= narrowestHeader
                    && usualDistance(rows) >= leastPageLength
            } else if rows.count >= least {
                isHeader =
                    Double(rows.count) >= Double(group.total) * leastShareAtEdges
                    && !Punctuation.endsSentence(manuscript, rows[0])
            } else {
                isHeader =
                    isOrnamented(manuscript, rows[0])
                    || (least == 2 && group.total == 2 && parts(manuscript, texts, numbers, labels, rows[0]))
            }
            guard isHeader else { continue }
            for row in rows { result[row] = .some(isNumbered ? numberBeside(manuscript, row).map(String.init) : nil) }
        }
        return result
    }

    /// Whether a row and a number beside it part a sentence, and the front matter has the same line.
    private static func parts(
        _ manuscript: Manuscript, _ texts: [Int], _ numbers: [Int: NumberLine], _ labels: ItemLabels, _ row: Int
    ) -> Bool {
        // Asked of a text with few numbers, so they are gone through and not the rows.
        let places = numbers.values.compactMap { number in
            [number.position - 1, number.position + 1].first { texts.indices.contains($0) && texts[$0] == row }
                .map { (place: $0, number: number.position) }
        }
        guard let (place, number) = places.min(by: { $0.number < $1.number }), min(place, number) > 0 else {
            return false
        }
        let previous = texts[min(place, number) - 1]
        guard !manuscript.rows[previous].endsSentence, !manuscript.rows[row].endsSentence,
            manuscript.rows[previous].width > manuscript.rows[row].width * 2
        else { return false }
        let front = texts.prefix { !labels.begins($0) }
        guard front.count < place else { return false }
        let key = LineKey(manuscript, row, labels)
        return front.contains { LineKey(manuscript, $0, labels) == key }
    }

    /// The median of the distances between rows.
    private static func usualDistance(_ rows: [Int]) -> Int {
        let distances = zip(rows, rows.dropFirst()).map { $0.1 - $0.0 }.sorted()
        return distances.isEmpty ? 0 : distances[distances.count / 2]
    }

    /// Whether a row begins with a counted marker or a bullet, as headings and items do and headers do not.
    static func isHeading(_ manuscript: Manuscript, _ row: Int) -> Bool {
        guard let marker = BlockMarker(manuscript, row) else { return false }
        if case .bullet = marker.style { return true }
        return marker.style.isCounted
    }

    /// Whether only a page break lies between a row and its neighbour with text.
    private static func isAtPageEdge(_ manuscript: Manuscript, _ row: Int, _ before: Int?, _ after: Int?) -> Bool {
        let rows = manuscript.rows
        // The first line of all stands at the head of its page, the last at the foot.
        if before == nil || after == nil { return true }
        if let before, rows[row].feedsBefore > 0 || rows[before].feedsAfter > 0 { return true }
        if let before, (before + 1..<max(before + 1, row)).contains(where: { rows[$0].feedsBefore > 0 }) { return true }
        if let after, rows[row].feedsAfter > 0 || rows[after].feedsBefore > 0 { return true }
        if let after, (row + 1..<max(row + 1, after)).contains(where: { rows[$0].feedsBefore > 0 }) { return true }
        return false
    }

    /// Whether a line that is printed once still shows by its ornament that it is a running header.
    private static func isOrnamented(_ manuscript: Manuscript, _ row: Int) -> Bool {
        let scalars = manuscript.text(row).unicodeScalars.prefix(3).filter { $0 != " " }
        guard let first = scalars.first else { return false }
        let isOrnament = { (scalar: Unicode.Scalar) in "￭▪■◼▮▌❙〓◀▐|".unicodeScalars.contains(scalar) }
        return first == "￭" || (scalars.count == 2 && scalars.allSatisfy(isOrnament))
    }

    private mutating func acceptNumbers(_ manuscript: Manuscript, _ texts: [Int], _ candidates: [Int: NumberLine]) {
        let ordered = candidates.sorted { $0.key < $1.key }
        let neighbours = { (line: NumberLine) in
            (
                line.position > 0 ? texts[line.position - 1] : nil,
                line.position + 1 < texts.count ? texts[line.position + 1] : nil
            )
        }
        let valued = ordered.compactMap { entry in entry.value.value.map { (row: entry.key, value: $0) } }
        let atEdge = valued.filter { number in
            guard let line = candidates[number.row] else { return false }
            let (before, after) = neighbours(line)
            return after == nil || Self.isAtPageEdge(manuscript, number.row, before, after)
        }
        let inSequence = Self.sequence(valued, leastDistance: Self.leastPageLength, leastCount: 3)
            .union(Self.sequence(atEdge, leastDistance: 1, leastCount: 2))
            .union(Self.pair(valued, of: texts))
            .union(valued.filter { valued.count == 1 && $0.value == 1 && $0.row == texts.last }.map(\.row))
        for (row, line) in ordered {
            guard kinds[row] == .text else { continue }
            let (before, after) = neighbours(line)
            let touchesHeader = [before, after].contains { $0.map { kinds[$0] == .header } ?? false }
            guard line.isDecorated || touchesHeader || inSequence.contains(row) else { continue }
            kinds[row] = .number
            numbers[row] = line.text
        }
        // The last page may be too short for its number to stand at the distance of a page, and has no header after it.
        if let end = ordered.last, end.key == texts.last, kinds[end.key] == .text,
            let last = ordered.last(where: { kinds[$0.key] == .number })?.value.value, end.value.value == last + 1
        {
            kinds[end.key] = .number
            numbers[end.key] = end.value.text
        }
    }

    /// Two numbers that follow one another where the first begins the text or the second ends it, as in a text of two pages.
    private static func pair(_ numbers: [(row: Int, value: Int)], of texts: [Int]) -> Set<Int> {
        guard let start = texts.first, let end = texts.last else { return [] }
        return zip(numbers, numbers.dropFirst()).reduce(into: []) { result, pair in
            let (one, two) = pair
            let isPair = two.value == one.value + 1 && two.row - one.row >= leastPageLength
            if isPair, one.row == start || two.row == end { result.formUnion([one.row, two.row]) }
        }
    }

    /// The rows of a run of numbers that grow by one to three from one to the next; a run of two only counts by one.
    private static func sequence(
        _ numbers: [(row: Int, value: Int)], leastDistance: Int, leastCount: Int
    ) -> Set<Int> {
        var result: Set<Int> = []
        var run: [(row: Int, value: Int)] = []
        func close() {
            guard run.count >= leastCount, let first = run.first, let last = run.last else { return }
            if run.count > 2 || last.value == first.value + 1 { result.formUnion(run.map(\.row)) }
        }
        for number in numbers {
            if let last = run.last,
                !((last.value + 1)...(last.value + 3)).contains(number.value) || number.row - last.row < leastDistance
            {
                close()
                run = []
            }
            run.append(number)
        }
        close()
        return result
    }
}
