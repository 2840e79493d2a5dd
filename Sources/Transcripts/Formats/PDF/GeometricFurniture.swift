/// Finds running heads, feet and page numbers by their place (the chapter on PDFs, rule 4).
struct GeometricFurniture {
    /// How many rows are looked at from each edge.
    static let mostRows = 3
    /// How far the same row may stand higher or lower on another page, in points.
    static let samePlace = 3.0
    /// How much larger than the text furniture is at most, unless it has no figures and stands on most pages.
    static let largest = 1.12
    static let mostPages = 0.6
    /// How far, in sizes, a row stands from the text that is furniture by its place alone.
    static let leastGap = 1.5

    /// A row at the edge of a page.
    private struct Row {
        var page: Int
        /// How many rows lie between it and the edge.
        var depth: Int
        var isHead: Bool
        var words: [PDFWord]
        var place: Double
        var size: Double
        /// The distance from the next row towards the text.
        var gap: Double
        /// Its text, every number one sign, and its numbers.
        var key: String
        var numbers: [Int]
        var text: String
    }

    /// The furniture of each page: the lines at its head and at its foot, from the top.
    private(set) var heads: [[PDFLine]]
    private(set) var feet: [[PDFLine]]
    /// The other words of each page.
    private(set) var rest: [[PDFWord]]

    init(_ pages: [[PDFWord]], size: Double) {
        heads = [[PDFLine]](repeating: [], count: pages.count)
        feet = heads
        rest = pages
        let rows = pages.map(PageRows.rows)
        var edges: [Row] = []
        for (page, rows) in rows.enumerated() {
            edges += Self.edge(rows, page, isHead: true) + Self.edge(rows.reversed(), page, isHead: false)
        }
        let taken = Self.furniture(edges, pages: pages.count, size: size)
        var found: [Int: (head: [Int], foot: [Int])] = [:]
        for index in edges.indices where taken.contains(index) {
            if edges[index].isHead {
                found[edges[index].page, default: ([], [])].head.append(index)
            } else {
                found[edges[index].page, default: ([], [])].foot.append(index)
            }
        }
        for (page, (head, foot)) in found {
            // A page of furniture alone has it once.
            let below = min(foot.count, rows[page].count - head.count)
            heads[page] = head.compactMap { PDFLine(edges[$0].words, page: page) }
            feet[page] = foot.prefix(below).reversed().compactMap { PDFLine(edges[$0].words, page: page) }
            rest[page] = rows[page].dropFirst(head.count).dropLast(below).flatMap(\.self)
        }
    }

    private static func edge(_ rows: [[PDFWord]], _ page: Int, isHead: Bool) -> [Row] {
        rows.prefix(mostRows).enumerated().map { depth, words in
            let box = words.dropFirst().reduce(words[0].box) { $0.union($1.box) }
            let next =
                depth + 1 < rows.count
                ? rows[depth + 1].dropFirst().reduce(rows[depth + 1][0].box) { $0.union($1.box) } : nil
            let gap = next.map { isHead ? $0.top - box.bottom : box.top - $0.bottom } ?? .infinity
            let text = words.map(\.text).joined(separator: " ")
            let (key, numbers) = key(words.map(\.text).sorted().joined())
            return Row(
                page: page, depth: depth, isHead: isHead, words: words, place: box.middle,
                size: PDFLine.commonestSize(words), gap: gap, key: key, numbers: numbers, text: text)
        }
    }

    private static func key(_ text: String) -> (String, [Int]) {
        var key = String.UnicodeScalarView()
        var numbers: [Int] = []
        var number: Int?
        for scalar in text.unicodeScalars {
            if ("0"..."9").contains(scalar) {
                if number == nil { key.append("#") }
                number = min((number ?? 0) * 10 + Int(scalar.value - 0x30), 1 << 30)
            } else {
                if let value = number { numbers.append(value) }
                number = nil
                key.append(scalar)
            }
        }
        if let number { numbers.append(number) }
        return (String(key), numbers)
    }

    /// How many rows of one text are compared with each; more tell nothing new.
    private static let mostAlike = 64

    /// The places in a list of rows of those that are furniture: from the edge inwards, as long as each is.
    private static func furniture(_ edges: [Row], pages: Int, size: Double) -> Set<Int> {
        var taken: Set<Int> = []
        for isHead in [true, false] {
            var outer = Set(0..<pages)
            for depth in 0..<mostRows {
                let open = edges.indices.filter {
                    edges[$0].isHead == isHead && edges[$0].depth == depth && outer.contains(edges[$0].page)
                }
                let alike = Dictionary(grouping: open) { edges[$0].key }
                var sure = open.filter { index in
                    let rows = alike[edges[index].key] ?? []
                    // Those of the pages around it, however many there are.
                    let place = rows.firstPlace(notBelow: index)
                    let near = rows[max(0, place - mostAlike)..<min(rows.count, place + mostAlike)].map { edges[$0] }
                    return isRecurring(edges[index], among: near, count: rows.count, pages: pages, size: size)
                }
                let places = sure.prefix(mostAlike).map { edges[$0] }
                let known = Set(sure)
                sure += open.filter {
                    !known.contains($0)
                        && isInPlace(edges[$0], places, share: Double(sure.count) / Double(max(pages, 1)), size: size)
                }
                taken.formUnion(sure)
                outer = Set(sure.map { edges[$0].page })
            }
        }
        return taken
    }

    /// Whether a row stands on another page in the same place with the same text, its figures equal or stepping with the page.
    private static func isRecurring(_ row: Row, among rows: [Row], count: Int, pages: Int, size: Double) -> Bool {
        let same = rows.filter { other in
            other.page != row.page && abs(other.place - row.place) <= samePlace
                && zip(row.numbers, other.numbers).allSatisfy { $0 == $1 || $1 - $0 == other.page - row.page }
        }
        guard !same.isEmpty else {
            // The number of the only page, or of one of two that differ: set apart, and nothing else in its row.
            return row.numbers.count == 1 && PageFurniture.pageNumber(row.text) != nil
                && row.gap > leastGap * size && row.size <= largest * size && !row.isHead
        }
        guard row.size > largest * size else { return true }
        // A date is the same on all pages; the number of a chapter's heading is not. A number by itself counts pages.
        return (same.allSatisfy { $0.numbers == row.numbers } || PageFurniture.pageNumber(row.text) != nil)
            && Double(count) >= Double(pages) * mostPages
    }

    /// Whether a row stands, set apart and in the same size, where most pages have furniture (the head of a part of one page).
    private static func isInPlace(_ row: Row, _ places: [Row], share: Double, size: Double) -> Bool {
        guard row.gap > leastGap * size, share >= mostPages, places.count > 1 else { return false }
        let same = places.count { abs($0.place - row.place) <= samePlace && abs($0.size - row.size) < 0.2 }
        return same * 2 > places.count
    }
}

extension [Int] {
    /// The place in a rising list of the first number that is not below another.
    fileprivate func firstPlace(notBelow number: Int) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < number { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
