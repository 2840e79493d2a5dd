/// Consecutive lines of one page of a source.
public struct SourceSpan: Hashable, Sendable {
    /// The 1-based page, counted by page breaks.
    public var page: Int
    /// The number printed on that page, or `nil` where none was seen.
    public var printedPage: String?
    /// The first and last line, 1-based, of which every line that carries text belongs to the passage.
    public var lines: ClosedRange<Int>

    /// Makes a span.
    public init(page: Int, printedPage: String?, lines: ClosedRange<Int>) {
        self.page = page
        self.printedPage = printedPage
        self.lines = lines
    }
}
