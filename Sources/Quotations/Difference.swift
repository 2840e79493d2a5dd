/// One thing in which a quotation is not what is printed.
public struct Difference: Hashable, Sendable {
    /// What differs; the raw value is the API's `kind`.
    public enum Kind: String, CaseIterable, Sendable {
        /// Words that are written together or apart.
        case spacing
        /// Marks other than those of quoting.
        case punctuation
        /// The kind of quotation marks, or marks around words.
        case quotationMarks = "quotation-marks"
        /// Full-width or compatibility forms of the same characters.
        case width
        /// Capitals and small letters.
        case letterCase = "case"
        /// A hyphen inside a word.
        case hyphenation
        /// A running head or a page number that was copied with the words.
        case pageBreak = "page-break"
        /// A word in another script in brackets, added or left out.
        case gloss
        /// What the editor put into square brackets.
        case insertion
        /// A note on who emphasised.
        case emphasisNote = "emphasis-note"
        /// `[sic]` and its like.
        case sic
        /// Words left out where a mark says so.
        case omissionMarked = "omission-marked"
        /// Words left out where nothing says so.
        case omissionUnmarked = "omission-unmarked"
        /// A Korean particle.
        case particle
        /// The ending of a word: tense, style of speech, number.
        case ending
        /// Another word, a missing letter, or a word that nobody said.
        case word
        /// The same words in another order.
        case order
        /// What is joined stands in two places, or is said by two voices.
        case splice
        /// A number.
        case number
        /// What a number counts.
        case unit
        /// A negation that is there in only one of both.
        case negation
        /// Who or what is named.
        case name
        /// Who is asked for does not say it.
        case speaker
    }

    /// How much a difference matters, from what nobody minds to what turns the meaning.
    public enum Severity: String, CaseIterable, Comparable, Sendable {
        case harmless, convention, altered, meaning

        /// Orders from the least grave.
        public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

        private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    /// What in words that are left out may turn the meaning; the raw value is the API's word in `drops`.
    public enum Weight: String, CaseIterable, Sendable {
        case negation, condition, number
    }

    /// What differs.
    public var kind: Kind
    /// How much it matters.
    public var severity: Severity
    /// Where it stands in the quotation, in UTF-16 units; empty where words are missing there.
    public var given: Range<Int>
    /// Where it stands in what is printed, in UTF-16 units; empty where nothing is printed for it.
    public var printed: Range<Int>
    /// What the words that are left out hold.
    public var drops: [Weight]

    /// Makes a difference of the severity that its kind has by itself.
    public init(
        _ kind: Kind, given: Range<Int>, printed: Range<Int>, severity: Severity? = nil, drops: [Weight] = []
    ) {
        self.kind = kind
        self.severity = severity ?? kind.severity
        self.given = given
        self.printed = printed
        self.drops = drops
    }
}

extension Difference.Kind {
    /// How much a difference of this kind matters where nothing makes it graver.
    public var severity: Difference.Severity {
        switch self {
        case .spacing, .punctuation, .quotationMarks, .width, .letterCase, .hyphenation, .pageBreak: .harmless
        case .gloss, .insertion, .emphasisNote, .sic, .omissionMarked: .convention
        case .omissionUnmarked, .particle, .ending, .word, .order, .splice, .speaker: .altered
        case .number, .unit, .negation, .name: .meaning
        }
    }
}
