/// What is known for sure of each line of a text before it is read, as from the places of its words on the page.
///
/// A text by itself does not hold it: whether a full line ended its paragraph, whether small print is a note. What the reader would
/// otherwise guess it takes from here.
public struct LayoutHints: Sendable {
    /// What a line is.
    public enum Role: Hashable, Sendable {
        /// Nothing is known but what its end says.
        case text
        /// The heading of what follows.
        case heading
        /// A row of a table.
        case table
        /// A running head or foot, with the page's number where it stands in it.
        case header(number: String?)
        /// A printed page number.
        case pageNumber(String)
        /// The first line of a footnote, with the length of its label in bytes of its clean text, the blank after it included.
        case noteStart(label: Int)
        /// A later line of a footnote.
        case note
    }

    /// What stands at a line's end.
    public enum End: Hashable, Sendable {
        /// Nothing is known: the reader judges.
        case unknown
        /// A block ends.
        case end
        /// A word ends, and its block goes on.
        case space
        /// The break fell inside a word.
        case nothing
        /// A hyphen, of which the reader judges whether it is the word's own.
        case hyphen
        /// A sentence ends at a column's end: the block goes on, or another begins.
        case open
    }

    /// What is known of one line.
    public struct Line: Hashable, Sendable {
        /// What it is.
        public var role: Role
        /// What stands at its end.
        public var end: End

        /// Says what is known of a line.
        public init(_ role: Role = .text, _ end: End = .unknown) {
            self.role = role
            self.end = end
        }
    }

    /// One for each line of the text, blank ones included.
    public var lines: [Line]

    /// Puts together what is known of a text's lines.
    public init(lines: [Line]) { self.lines = lines }

    /// Whether a row is a part of a footnote.
    func isNote(_ row: Int) -> Bool {
        guard lines.indices.contains(row) else { return false }
        switch lines[row].role {
        case .note, .noteStart: return true
        default: return false
        }
    }

    /// The length of the label of the footnote that begins in a row.
    func noteLabel(_ row: Int) -> Int? {
        if lines.indices.contains(row), case .noteStart(let length) = lines[row].role { return length }
        return nil
    }

    /// What a row is.
    func role(_ row: Int) -> Role { lines.indices.contains(row) ? lines[row].role : .text }

    /// What stands at a row's end.
    func end(_ row: Int) -> End { lines.indices.contains(row) ? lines[row].end : .unknown }
}
