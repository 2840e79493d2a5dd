/// A line that begins as a turn may begin.
struct TurnCandidate {
    /// The line's place among those that are read.
    var line: Int
    var form: TurnForm
    var known: KnownReading
    /// The clean text that it was found in; of a label over two lines, both.
    var text: String
    /// Where what is said begins in that text, in bytes.
    var labelEnd: Int
    /// Where what is said begins in the line, in bytes; the line's end where it stands below.
    var restOffset: Int
    /// Where it begins on the second line, where the label goes on there.
    var secondOffset: Int?
    var time: LabelTime?
    /// The number of a question before the label (`Q64`).
    var question: String?
    /// Whether a full stop, blank line or mark shows that a paragraph begins here.
    var isBlockStart: Bool
    /// Whether nothing but the end of a sentence, on a line that is full, shows it.
    var isWeakStart = false

    var reading: LabelReading { known.reading }

    /// The label with its mark, time and separator, as printed.
    var printed: String { LabelReader.edgesTrimmed(String(text[..<start])) }

    /// What is said on the line.
    var rest: Substring { text[start...] }

    private var start: String.Index { text.utf8.index(text.startIndex, offsetBy: labelEnd) }
}

/// A line that may begin a turn, with what its surroundings say.
struct TurnLine {
    /// The row of the manuscript.
    var row: Int
    /// The clean text of the line.
    var text: String
    /// After how many words wide gaps stand.
    var gapWords: [Int] = []
    /// Whether a paragraph, cue or list item may begin here.
    var isBlockStart: Bool
    /// Whether nothing but the end of a sentence on a full line before shows that a paragraph may begin.
    var isWeakStart = false
    /// Whether it is a line of captions, in which a dash may stand right before a label.
    var isCue = false
}
