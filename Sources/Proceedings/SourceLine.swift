/// One line of a source and what became of it: an entry of the line ledger.
///
/// Every line of a source stands in the ledger exactly once, and `text` with `terminator` of all lines, put one after
/// another, is the decoded file again. The lines of one source share its text, of which each is a part: a copy of every line would
/// take more memory than all else that is told of them.
public struct SourceLine: Sendable {
    /// What a line was taken for.
    ///
    /// The raw value is the API's `class`.
    public enum Class: String, CaseIterable, Sendable {
        /// Text of a passage.
        case body
        /// The heading of a section.
        case heading
        /// The label that begins a programme item (`지정토론 1`).
        case item
        /// A talk's title.
        case title
        /// A panelist's name.
        case name
        /// A panelist's affiliation and role.
        case affiliation
        /// A running header or footer.
        case pageHeader = "page_header"
        /// A printed page number.
        case pageNumber = "page_number"
        /// A row of ornaments.
        case separator
        /// The number, name or times of a caption's cue.
        case cue
        /// What a file says of itself before or between its text: front matter, a caption file's header and styles.
        case metadata
        /// Nothing but white space.
        case blank
        /// Left out of every talk, for the reason beside it.
        case dropped
    }

    /// What happened at the end of a line of running text.
    ///
    /// The raw value is the API's `join`.
    public enum Join: String, CaseIterable, Sendable {
        /// The next line of the passage follows after one space.
        case space
        /// The next line of the passage follows at once: the break fell inside a word.
        case nothing
        /// The next line of the passage follows at once, without the hyphen at this line's end, which only broke the word.
        case hyphen
        /// The passage ends here.
        case end
    }

    /// The 1-based number of the line.
    public var number: Int
    /// The text that the line is a part of, in UTF-8.
    private var source: [UInt8]
    /// Where the line stands in it, without its terminator.
    private var place: Range<Int>
    /// Where its terminator ends.
    private var end: Int
    /// What the line was taken for.
    public var lineClass: Class
    /// What happened at the line's end, for lines of passages.
    public var join: Join?
    /// The talk that the line belongs to.
    public var talk: Talk.ID?
    /// The passage that the line is a part of, headings included.
    public var passage: Passage.ID?
    /// The 1-based page, counted by page breaks.
    public var page: Int
    /// The number printed on that page, or `nil` where none was seen.
    public var printedPage: String?
    /// Why the line was dropped, for a dropped one.
    public var reason: String?

    /// Makes a ledger entry.
    public init(
        number: Int, text: String, terminator: String, lineClass: Class, talk: Talk.ID? = nil,
        passage: Passage.ID? = nil, join: Join? = nil, page: Int, printedPage: String? = nil, reason: String? = nil
    ) {
        let source = Array((text + terminator).utf8)
        self.init(
            number: number, in: source, at: 0..<text.utf8.count, end: source.count, lineClass: lineClass, talk: talk,
            passage: passage, join: join, page: page, printedPage: printedPage, reason: reason)
    }

    /// Makes an entry of a line that is a part of a text and shares it.
    ///
    /// - Parameters:
    ///   - source: The whole text, well-formed UTF-8.
    ///   - place: Where in it the line stands, without its terminator.
    ///   - end: Where the line's terminator ends, which begins where the line ends.
    public init(
        number: Int, in source: [UInt8], at place: Range<Int>, end: Int, lineClass: Class, talk: Talk.ID? = nil,
        passage: Passage.ID? = nil, join: Join? = nil, page: Int, printedPage: String? = nil, reason: String? = nil
    ) {
        self.number = number
        self.source = source
        self.place = place
        self.end = end
        self.lineClass = lineClass
        self.talk = talk
        self.passage = passage
        self.join = join
        self.page = page
        self.printedPage = printedPage
        self.reason = reason
    }

    /// The line as decoded, without its terminator; nothing is trimmed or normalised.
    ///
    /// It is copied out of the source whenever it is asked for.
    public var text: String {
        get { String(decoding: source[place], as: UTF8.self) }
        set { stand(alone: newValue, terminator) }
    }

    /// `\n`, `\r\n`, `\r`, or nothing at the end of the file.
    public var terminator: String {
        get { String(decoding: source[place.upperBound..<end], as: UTF8.self) }
        set { stand(alone: text, newValue) }
    }

    private mutating func stand(alone text: String, _ terminator: String) {
        source = Array((text + terminator).utf8)
        (place, end) = (0..<text.utf8.count, source.count)
    }
}

extension SourceLine: Hashable {
    /// Whether two lines read the same and were taken for the same, whatever texts they are parts of.
    public static func == (left: Self, right: Self) -> Bool {
        left.number == right.number && left.text == right.text && left.terminator == right.terminator
            && left.lineClass == right.lineClass && left.talk == right.talk && left.passage == right.passage
            && left.join == right.join && left.page == right.page && left.printedPage == right.printedPage
            && left.reason == right.reason
    }

    /// Feeds what tells lines apart to a hasher.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(number)
        hasher.combine(text)
        hasher.combine(terminator)
        hasher.combine(passage)
    }
}
