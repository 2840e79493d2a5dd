/// One line of a source and what became of it: an entry of the line ledger.
///
/// Every line of a source stands in the ledger exactly once, and `text` with `terminator` of all lines, put one after
/// another, is the decoded file again.
public struct SourceLine: Hashable, Sendable {
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
    /// The line as decoded, without its terminator; nothing is trimmed or normalised.
    public var text: String
    /// `\n`, `\r\n`, `\r`, or nothing at the end of the file.
    public var terminator: String
    /// What the line was taken for.
    public var lineClass: Class
    /// The talk that the line belongs to.
    public var talk: Talk.ID?
    /// The passage that the line is a part of, headings included.
    public var passage: Passage.ID?
    /// What happened at the line's end, for lines of passages.
    public var join: Join?
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
        self.number = number
        self.text = text
        self.terminator = terminator
        self.lineClass = lineClass
        self.talk = talk
        self.passage = passage
        self.join = join
        self.page = page
        self.printedPage = printedPage
        self.reason = reason
    }
}
