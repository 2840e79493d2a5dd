/// Something that a reader of a source or of a data file has to say about it.
public struct Diagnostic: Hashable, Sendable {
    /// How bad it is.
    ///
    /// The raw value is how it is printed.
    public enum Severity: String, CaseIterable, Comparable, Sendable {
        /// Worth knowing.
        case note
        /// Probably not meant; `--strict` refuses it.
        case warning
        /// The input cannot be used.
        case error

        /// Orders from the mildest to the worst.
        public static func < (left: Self, right: Self) -> Bool {
            left.rank < right.rank
        }

        private var rank: Int {
            switch self {
            case .note: 0
            case .warning: 1
            case .error: 2
            }
        }
    }

    /// What can be found.
    ///
    /// The raw value is printed and served; once given it keeps its meaning.
    public enum Code: String, CaseIterable, Sendable {
        case byteOrderMark = "byte-order-mark"
        case decomposedText = "decomposed-text"
        case guessedEncoding = "guessed-encoding"
        case mixedLineEnds = "mixed-line-ends"
        case replacementCharacter = "replacement-character"
        case frontMatter = "front-matter"
        case programmeListing = "programme-listing"
        case noPanelist = "no-panelist"
        case repeatedItem = "repeated-item"
        case unclosedParenthesis = "unclosed-parenthesis"
        case malformedTiming = "malformed-timing"
        case cueEndsBeforeStart = "cue-ends-before-start"
        case malformedJSON = "malformed-json"
        case unclosedFrontMatter = "unclosed-front-matter"
        case malformedFrontMatter = "malformed-front-matter"
        case unknownKey = "unknown-key"
        case duplicateKey = "duplicate-key"
        case invalidValue = "invalid-value"
        case unreadTurns = "unread-turns"
        case unresolvedVoice = "unresolved-voice"
        case speechBeforeFirstTurn = "speech-before-first-turn"
        case wovenColumns = "woven-columns"
        case doubtfulPage = "doubtful-page"
        case staleCorrection = "stale-correction"
        case notATranscriptName = "not-a-transcript-name"
        case unreadableFile = "unreadable-file"
    }

    /// How bad it is.
    public var severity: Severity
    /// The stable name of what was found (`unclosed-parenthesis`).
    public var code: String
    /// The 1-based line, where there is one.
    public var line: Int?
    /// The 1-based column in characters, where there is one.
    public var column: Int?
    /// A sentence that a person understands: what was wrong and what was expected.
    public var message: String

    /// Makes a diagnostic of a known code.
    public init(severity: Severity, code: Code, line: Int? = nil, column: Int? = nil, message: String) {
        self.init(severity: severity, code: code.rawValue, line: line, column: column, message: message)
    }

    /// Makes a diagnostic, as read back from where it was kept.
    public init(severity: Severity, code: String, line: Int? = nil, column: Int? = nil, message: String) {
        self.severity = severity
        self.code = code
        self.line = line
        self.column = column
        self.message = message
    }
}
