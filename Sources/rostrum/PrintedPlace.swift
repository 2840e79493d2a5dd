/// Where words are printed, as a person reads it.
struct PrintedPlace {
    /// The page, counted from the beginning of the source.
    let page: Int
    /// The number that is printed on it.
    let printedPage: String?
    /// The lines of the source.
    let lines: ClosedRange<Int>

    /// The place in a few words: the page's own number where it has one, else which page it is by counting.
    var text: String {
        let pages = printedPage.map { "page \($0)" } ?? "counted page \(page)"
        return lines.count == 1
            ? "\(pages), line \(lines.lowerBound)" : "\(pages), lines \(lines.lowerBound)–\(lines.upperBound)"
    }
}
