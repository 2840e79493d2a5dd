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

    /// Makes a diagnostic.
    public init(severity: Severity, code: String, line: Int? = nil, column: Int? = nil, message: String) {
        self.severity = severity
        self.code = code
        self.line = line
        self.column = column
        self.message = message
    }
}
