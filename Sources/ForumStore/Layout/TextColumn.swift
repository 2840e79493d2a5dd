import SQLite

/// A text of the current row, lent without copying.
///
/// It is valid inside the closure that received the row.
public struct TextColumn {
    /// The UTF-8 bytes, uncopied, or `nil` where the value is absent; valid as long as the row is.
    public let utf8: UnsafeBufferPointer<UInt8>?

    init(_ statement: Statement, _ index: Int) {
        utf8 = statement.utf8(at: index)
    }

    /// A text that lies in bytes of the current row.
    init(utf8: UnsafeBufferPointer<UInt8>?) {
        self.utf8 = utf8
    }

    /// Whether the value is absent.
    public var isNull: Bool { utf8 == nil }

    /// A copy; empty where the value is absent.
    public var string: String { optionalString ?? "" }

    /// A copy, or `nil` where the value is absent; ill-formed UTF-8 is repaired.
    public var optionalString: String? { utf8.map { String(decoding: $0, as: UTF8.self) } }

    /// Lends the UTF-8 bytes; none where the value is absent.
    public func withUTF8<Result, Failure: Error>(
        _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(utf8 ?? UnsafeBufferPointer(start: nil, count: 0))
    }

    /// Whether the text has exactly these UTF-8 bytes.
    public func equals(_ other: String) -> Bool {
        utf8?.elementsEqual(other.utf8) ?? false
    }
}
