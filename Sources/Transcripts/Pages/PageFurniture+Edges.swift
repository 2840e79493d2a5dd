import KoreanText

/// Running heads and feet of any number of lines where form feeds show the pages: taken off from the edge inwards.
extension PageFurniture {
    /// How many lines a running head or foot has at most.
    static let mostEdgeLines = 6
    /// How many pages count as few, of which two with the same line are enough to make it a running head.
    static let fewSheets = 6
    /// The share of pages that must have a line which could as well be a sentence, or which only begins as on other pages.
    static let leastShareOfPages = 0.6
    /// The share of the numbers at one depth that must follow one another.
    static let leastShareInOrder = 0.6

    /// The rows at one depth from one edge, with their pages.
    private typealias Edge = [(page: Int, row: Int)]

    /// Takes what stands at the edges of pages again and again, and the numbers there that follow one another.
    mutating func acceptEdges(_ manuscript: Manuscript, _ sheets: Sheets, _ labels: ItemLabels) {
        var totals: [LineKey: Int]?
        for atFoot in [false, true] {
            var depths = [Int](repeating: 0, count: sheets.pages.count)
            let open = sheets.pages.indices
            for _ in 0..<Self.mostEdgeLines {
                let edge = open.compactMap { page in
                    sheets.row(page, depths[page], atFoot: atFoot).map { (page: page, row: $0) }
                }
                .filter { kinds[$0.row] == .text }
                var taken = acceptNumbers(manuscript, sheets, edge)
                if totals == nil { totals = Self.totals(manuscript, sheets, labels) }
                taken.formUnion(acceptLines(manuscript, sheets, edge, labels, totals ?? [:]))
                guard !taken.isEmpty else { break }
                for page in taken { depths[page] += 1 }
                // A page may lack one of the lines only: it is looked at again with the next.
            }
        }
    }

    /// How often each line near an edge stands anywhere near one.
    private static func totals(_ manuscript: Manuscript, _ sheets: Sheets, _ labels: ItemLabels) -> [LineKey: Int] {
        var near: [LineKey: Int] = [:]
        var openings = [Bool](repeating: false, count: 1 << 16)
        for page in sheets.pages.indices {
            for atFoot in [false, true] {
                for depth in 0..<mostEdgeLines {
                    guard let row = sheets.row(page, depth, atFoot: atFoot) else { break }
                    let key = LineKey(manuscript, row, labels)
                    near[key] = 0
                    openings[Int(key.opening)] = true
                }
            }
        }
        for row in sheets.texts where openings[Int(LineKey.opening(manuscript, row, labels))] {
            let key = LineKey(manuscript, row, labels)
            if let count = near[key] { near[key] = count + 1 }
        }
        return near
    }

    // MARK: Numbers

    /// Takes the page numbers at one depth that follow one another; where most do, another number there is misprinted.
    private mutating func acceptNumbers(_ manuscript: Manuscript, _ sheets: Sheets, _ edge: Edge) -> Set<Int> {
        var taken: Set<Int> = []
        for isRoman in [false, true] {
            var numbers: [(page: Int, row: Int, value: Int, text: String)] = []
            for (page, row) in edge where manuscript.rows[row].clean.count <= Self.longestNumber {
                let line = manuscript.text(row)
                guard let (text, value) = isRoman ? Self.roman(line) : Self.arabic(line) else { continue }
                numbers.append((page, row, value, text))
            }
            let order = Self.inOrder(numbers.map { (sheets.numbers[$0.page], $0.value) })
            guard fits(order.map { (sheets.numbers[numbers[$0].page], numbers[$0].value) }, of: numbers.count) else {
                continue
            }
            let believed = Set(order)
            for (index, number) in numbers.enumerated() {
                kinds[number.row] = .number
                taken.insert(number.page)
                if believed.contains(index) {
                    self.numbers[number.row] = number.text
                } else {
                    doubt(number.row, "the page number \(number.text) does not fit those before and after it")
                }
            }
        }
        return taken
    }

    /// The longest line, in bytes, that holds a page number and nothing else.
    static let longestNumber = 24

    private static func arabic(_ line: String) -> (text: String, value: Int)? {
        guard let (text, _) = pageNumber(line), let value = pageValue(text) else { return nil }
        return (text, value)
    }

    /// The most digits of a Roman number of a page (`lxxxviii`).
    private static let mostRomanDigits = 8

    /// A number of front matter by itself (`iv`); in round brackets it is a list marker.
    private static func roman(_ line: String) -> (text: String, value: Int)? {
        let text = line.unicodeScalars.filter { !"-–— .[]".unicodeScalars.contains($0) }
        let digits: [Unicode.Scalar: Int] = ["i": 1, "v": 5, "x": 10, "l": 50, "c": 100]
        guard !text.isEmpty, text.count <= mostRomanDigits else { return nil }
        var value = 0
        var last = 0
        for scalar in text.reversed() {
            guard let digit = digits[scalar] else { return nil }
            value += digit < last ? -digit : digit
            last = max(last, digit)
        }
        return (String(String.UnicodeScalarView(text)), value)
    }

    /// Whether numbers, each with its page, number their pages.
    private func fits(_ order: [(page: Int, value: Int)], of total: Int) -> Bool {
        guard let first = order.first, let last = order.last else { return false }
        guard Double(order.count) >= Double(total) * Self.leastShareInOrder else { return false }
        switch order.count {
        case 1: return first.value == first.page
        case 2: return last.value - first.value == last.page - first.page
        default: return true
        }
    }

    /// The indices of the longest run of numbers that grow with their pages.
    private static func inOrder(_ numbers: [(page: Int, value: Int)]) -> [Int] {
        // The longest run that grows, by its least ends; pages without a number may lie between.
        var ends: [Int] = []
        var before = [Int?](repeating: nil, count: numbers.count)
        for (index, number) in numbers.enumerated() {
            var (low, high) = (0, ends.count)
            while low < high {
                let middle = (low + high) / 2
                if numbers[ends[middle]].value < number.value { low = middle + 1 } else { high = middle }
            }
            before[index] = low > 0 ? ends[low - 1] : nil
            if low < ends.count { ends[low] = index } else { ends.append(index) }
        }
        var result: [Int] = []
        var next = ends.last
        while let index = next {
            result.append(index)
            next = before[index]
        }
        return result.reversed()
    }

    // MARK: Lines

    /// Takes the lines at one depth that stand there on other pages as well.
    private mutating func acceptLines(
        _ manuscript: Manuscript, _ sheets: Sheets, _ edge: Edge, _ labels: ItemLabels, _ totals: [LineKey: Int]
    ) -> Set<Int> {
        var groups: [LineKey: Edge] = [:]
        var dates: Edge = []
        var order: [LineKey] = []
        for (page, row) in edge where kinds[row] == .text && mayBeFurniture(manuscript, row, labels) {
            if PrintedDate.isWhole(manuscript.text(row)) { dates.append((page, row)) }
            let key = LineKey(manuscript, row, labels)
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append((page, row))
        }
        var taken: Set<Int> = []
        for key in order {
            guard let group = groups[key], let row = group.first?.row else { continue }
            let isAtEdges = Double(group.count) >= Double(totals[key] ?? 0) * Self.leastShareAtEdges
            guard isAtEdges, recurs(group.count, sheets, isSentence: isSentence(manuscript, row)) else { continue }
            take(manuscript, sheets, group, &taken)
        }
        // A day that changes from page to page is the same line.
        if recurs(dates.count, sheets, isSentence: false) { take(manuscript, sheets, dates, &taken) }
        let rest = edge.filter {
            !taken.contains($0.page) && mayBeFurniture(manuscript, $0.row, labels) && kinds[$0.row] == .text
        }
        for group in partlyAlike(manuscript, rest) where recurs(group.count, sheets, isSentence: true) {
            take(manuscript, sheets, group, &taken)
        }
        return taken
    }

    /// Whether so many of the pages are enough to make a line that they share furniture.
    private func recurs(_ count: Int, _ sheets: Sheets, isSentence: Bool) -> Bool {
        let pages = sheets.pages.count
        // The first page has no head, and the last no foot, as often as not.
        if isSentence { return count >= 3 && Double(count) >= Double(pages - 1) * Self.leastShareOfPages }
        return count >= (pages > Self.fewSheets ? 3 : 2)
    }

    /// Whether a line could as well be text: it ends as a sentence or as a label does.
    private func isSentence(_ manuscript: Manuscript, _ row: Int) -> Bool {
        if manuscript.rows[row].endsSentence || Punctuation.announces(manuscript, row) { return true }
        return manuscript.clean[manuscript.rows[row].clean].contains(0x3A)
    }

    private static let turnSigns: ScalarSet = "○◯●◎◇◆△▲"

    private func mayBeFurniture(_ manuscript: Manuscript, _ row: Int, _ labels: ItemLabels) -> Bool {
        guard manuscript.rows[row].width <= Self.widestHeader, !labels.isOne(row), !Separator.isOne(manuscript, row),
            !Self.isHeading(manuscript, row) || PrintedDate.isWhole(manuscript.text(row))
        else { return false }
        return manuscript.firstScalar(row).map { !Self.turnSigns.contains($0) } ?? false
    }

    /// Lines of which only the number that steps with the page, or how they begin or end, is the same.
    private func partlyAlike(_ manuscript: Manuscript, _ edge: Edge) -> [Edge] {
        let widest = LineMetric.percentile(0.95, of: edge.lazy.map { manuscript.rows[$0.row].width })
        let open = edge.filter { isSetOff(manuscript, $0.row, widest: max(widest, Self.leastWidth)) }
        let numbered = open.compactMap { entry in
            Self.numberBeside(manuscript, entry.row).map { (page: entry.page, row: entry.row, value: $0) }
        }
        let order = Self.inOrder(numbered.map { ($0.page, $0.value) })
        var stepping: Edge = []
        var last: Int?
        for index in order {
            if let last, numbered[index].value - numbered[last].value > numbered[index].page - numbered[last].page + 1 {
                continue
            }
            last = index
            stepping.append((numbered[index].page, numbered[index].row))
        }
        var opening: [String: Edge] = [:]
        var closing: [String: Edge] = [:]
        for (page, row) in open {
            let words = manuscript.text(row).words.filter { !$0.unicodeScalars.contains { ("0"..."9").contains($0) } }
            guard words.count >= 2 else { continue }
            opening[words.prefix(2).joined(separator: " "), default: []].append((page, row))
            closing[words.suffix(2).joined(separator: " "), default: []].append((page, row))
        }
        let parts = (Array(opening.values) + Array(closing.values)).filter { $0.count > 2 }
        return [stepping] + parts.sorted { ($1.count, $0[0].row) < ($0.count, $1[0].row) }
    }

    /// The width that a full line of text has at least, in columns.
    private static let leastWidth = 60

    /// Whether a line looks like no line of a paragraph: it is short or has gaps, and no sentence ends in it.
    private func isSetOff(_ manuscript: Manuscript, _ row: Int, widest: Int) -> Bool {
        let line = manuscript.rows[row]
        guard line.hasGaps || line.width * 4 <= widest * 3 else { return false }
        return !manuscript.clean[line.clean].contains { ".?!:;".utf8.contains($0) }
    }

    private mutating func take(
        _ manuscript: Manuscript, _ sheets: Sheets, _ group: Edge, _ taken: inout Set<Int>
    ) {
        let numbered = group.compactMap { entry in
            Self.numberBeside(manuscript, entry.row).map {
                (page: sheets.numbers[entry.page], row: entry.row, value: $0)
            }
        }
        let order = Self.inOrder(numbered.map { ($0.page, $0.value) })
        // A year that begins every head is no page number.
        if order.count == group.count, order.count > 1 {
            for index in order where numbered.first?.value != numbered.last?.value {
                numbers[numbered[index].row] = String(numbered[index].value)
            }
        }
        for (page, row) in group {
            kinds[row] = .header
            taken.insert(page)
        }
    }

    // MARK: What the pages' middles hold

    /// Leaves as text what stands within a page: form feeds alone begin pages, and only what reaches an edge is no text.
    ///
    /// A line that stands at edges as well was printed where a form feed was lost, and remains what it is.
    ///
    /// - Returns: Whether form feeds begin all pages. They do not where more heads, feet and numbers stand within pages than
    ///   at their edges, as in a text whose form feeds are left before its items only.
    mutating func keepEdges(_ manuscript: Manuscript, _ sheets: Sheets, _ labels: ItemLabels) -> Bool {
        var atEdges: Set<LineKey> = []
        var edgeCount = 0
        var inner: [Int] = []
        for places in sheets.pages {
            var low = places.lowerBound
            while low < places.upperBound, kinds[sheets.texts[low]] != .text { low += 1 }
            var high = places.upperBound
            while high > low, kinds[sheets.texts[high - 1]] != .text { high -= 1 }
            edgeCount += low - places.lowerBound + places.upperBound - high
            for place in [places.lowerBound..<low, high..<places.upperBound].joined()
            where kinds[sheets.texts[place]] == .header {
                atEdges.insert(LineKey(manuscript, sheets.texts[place], labels))
            }
            inner += (low..<high).filter { kinds[sheets.texts[$0]] != .text }
        }
        if inner.count >= Self.leastWithin, inner.count > edgeCount { return false }
        for place in inner {
            let row = sheets.texts[place]
            if kinds[row] == .header, atEdges.contains(LineKey(manuscript, row, labels)) { continue }
            kinds[row] = .text
            numbers[row] = nil
        }
        return true
    }

    /// How many of them within pages at least show that form feeds were lost.
    private static let leastWithin = 2
}
