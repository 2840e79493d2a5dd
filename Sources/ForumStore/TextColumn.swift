import SQLite

/// A text of the current row, lent without copying.
///
/// It is valid inside the closure that received the row.
public struct TextColumn {
    private let statement: Statement
    private let index: Int

    init(_ statement: Statement, _ index: Int) {
        self.statement = statement
        self.index = index
    }

    /// Whether the value is absent.
    public var isNull: Bool { statement.isNull(at: index) }

    /// A copy; empty where the value is absent.
    public var string: String { statement.string(at: index) ?? "" }

    /// A copy, or `nil` where the value is absent.
    public var optionalString: String? { statement.string(at: index) }

    /// The UTF-8 bytes, uncopied, or `nil` where the value is absent; valid as long as the row is.
    public var utf8: UnsafeBufferPointer<UInt8>? { statement.utf8(at: index) }

    /// Lends the UTF-8 bytes; none where the value is absent.
    public func withUTF8<Result, Failure: Error>(
        _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try statement.withUTF8(at: index, body)
    }

    /// Whether the text has exactly these UTF-8 bytes.
    public func equals(_ other: String) -> Bool {
        utf8?.elementsEqual(other.utf8) ?? false
    }
}
