/// Finds running heads, feet and page numbers by their place (TURNS.md, rule 4).
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
        for (page, rows) in rows.enumerated() {
            let head = edges.indices.filter { edges[$0].page == page && edges[$0].isHead && taken.contains($0) }
            let foot = edges.indices.filter { edges[$0].page == page && !edges[$0].isHead && taken.contains($0) }
            // A page of furniture alone has it once.
            let below = min(foot.count, rows.count - min(head.count, rows.count))
            heads[page] = head.prefix(rows.count).compactMap { PDFLine(edges[$0].words, page: page) }
            feet[page] = foot.prefix(below).reversed().compactMap { PDFLine(edges[$0].words, page: page) }
            rest[page] = rows.dropFirst(head.count).dropLast(below).flatMap(\.self)
        }
    }

    private static func edge(_ rows: [[PDFWord]], _ page: Int, isHead: Bool) -> [Row] {
        rows.prefix(mostRows).enumerated().map { depth, words in
            let box = words.dropFirst().reduce(words[0].box) { $0.union($1.box) }
            let next = depth + 1 < rows.count ? rows[depth + 1].dropFirst().reduce(rows[depth + 1][0].box) { $0.union($1.box) } : nil
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

    /// The places in a list of rows of those that are furniture: from the edge inwards, as long as each is.
    private static func furniture(_ edges: [Row], pages: Int, size: Double) -> Set<Int> {
        var taken: Set<Int> = []
        for isHead in [true, false] {
            for depth in 0..<mostRows {
                let all = edges.indices.filter { edges[$0].isHead == isHead && edges[$0].depth == depth }
                let open = all.filter { index in
                    depth == 0
                        || taken.contains { edges[$0].page == edges[index].page && edges[$0].isHead == isHead && edges[$0].depth == depth - 1 }
                }
                let sure = open.filter { isRecurring(edges[$0], among: open.map { edges[$0] }, pages: pages, size: size) }
                taken.formUnion(sure)
                let places = sure.map { edges[$0] }
                taken.formUnion(open.filter { isInPlace(edges[$0], places, pages: pages, size: size) })
            }
        }
        return taken
    }

    /// Whether a row stands on another page in the same place with the same text, its figures equal or stepping with the page.
    private static func isRecurring(_ row: Row, among rows: [Row], pages: Int, size: Double) -> Bool {
        let same = rows.filter { other in
            other.page != row.page && other.key == row.key && abs(other.place - row.place) <= samePlace
                && zip(row.numbers, other.numbers).allSatisfy { $0 == $1 || $1 - $0 == other.page - row.page }
        }
        guard !same.isEmpty else {
            // The number of the only page, or of one of two that differ: set apart, and nothing else in its row.
            return row.numbers.count == 1 && PageFurniture.pageNumber(row.text) != nil
                && row.gap > leastGap * size && row.size <= largest * size && !row.isHead
        }
        guard row.size > largest * size else { return true }
        // A date is the same on all pages; the number of a chapter's heading is not.
        return same.allSatisfy { $0.numbers == row.numbers } && Double(same.count + 1) >= Double(pages) * mostPages
    }

    /// Whether a row stands, set apart and in the same size, where most other pages have furniture (the head of a part of one page).
    private static func isInPlace(_ row: Row, _ places: [Row], pages: Int, size: Double) -> Bool {
        guard row.gap > leastGap * size, pages > 2 else { return false }
        let same = places.count { $0.page != row.page && abs($0.place - row.place) <= samePlace && abs($0.size - row.size) < 0.2 }
        return Double(same) >= Double(pages) * mostPages - 1 && same > 1
    }
}
