/// The pages that form feeds show.
struct Sheets {
    /// The rows with text, in order.
    let texts: [Int]
    /// The places in `texts` that stand on each page with text.
    private(set) var pages: [Range<Int>] = []
    /// The 1-based number of each of them among all pages, empty ones counted.
    private(set) var numbers: [Int] = []

    /// Whether form feeds part the text.
    var areShown: Bool { pages.count > 1 }

    init(_ manuscript: Manuscript, texts: [Int]) {
        self.texts = texts
        var number = 1
        var carried = 0
        var (start, place) = (0, 0)
        for line in manuscript.rows {
            let feeds = carried + line.feedsBefore
            carried = line.feedsAfter
            // What stands before the first text parts nothing.
            if place > 0, feeds > 0 {
                close(start..<place, number)
                start = place
                number += feeds
            }
            if !line.isBlank { place += 1 }
        }
        close(start..<place, number)
    }

    private mutating func close(_ places: Range<Int>, _ number: Int) {
        guard !places.isEmpty else { return }
        pages.append(places)
        numbers.append(number)
    }

    /// The row at a depth from the head or the foot of a page.
    func row(_ page: Int, _ depth: Int, atFoot: Bool) -> Int? {
        let places = pages[page]
        guard depth < places.count else { return nil }
        return texts[atFoot ? places.upperBound - 1 - depth : places.lowerBound + depth]
    }
}
