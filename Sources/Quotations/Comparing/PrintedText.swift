/// What is printed in one place: the words of passages that follow one another, with a space between.
public struct PrintedText: Sendable {
    /// A passage of it.
    public struct Part: Sendable {
        /// Where it stands in the text, in UTF-16 units.
        public var range: Range<Int>
        /// Who says it; `nil` where nobody is known to, as of a heading.
        public var voice: String?
    }

    /// The words.
    public private(set) var text = ""
    /// The passages in their order.
    public private(set) var parts: [Part] = []
    /// The lines of running heads and page numbers among which it is printed, in NFC.
    public var furniture: [String] = []

    /// The stretch that is compared, in UTF-16 units, with the words that it cuts; `nil` where it is all of the text.
    public var focus: Range<Int>?

    /// Makes an empty text.
    public init() {}

    /// Adds the passage that follows.
    public mutating func append(_ passage: String, voice: String?) {
        if !parts.isEmpty { text += " " }
        let start = parts.last.map { $0.range.upperBound + 1 } ?? 0
        text += passage
        parts.append(Part(range: start..<start + passage.utf16.count, voice: voice))
    }

    /// The part that holds a place.
    public func part(at offset: Int) -> Int {
        parts.lastIndex { $0.range.lowerBound <= offset } ?? 0
    }
}
