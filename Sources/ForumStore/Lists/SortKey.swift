/// A key that a list can be sorted by; its raw value is the API's `sort`.
///
/// `position` is the order of the document, which also decides between equals. Texts are ordered by their UTF-8 bytes,
/// which for Hangul in NFC is the order of the dictionary; an absent value comes before every other.
public protocol SortKey: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    /// What the key sorts by.
    var expression: SortExpression { get }
}

/// What a list is sorted by: an expression that is never NULL, or nothing for the order of the document.
public struct SortExpression: ExpressibleByStringInterpolation, ExpressibleByNilLiteral, Sendable {
    let sql: String?
    /// The same over the rows of the list's scope, where the filter narrows to some of them.
    let scoped: String?

    /// Makes an expression.
    public init(stringLiteral sql: String) { self.init(sql, scoped: nil) }

    /// Makes the order of the document.
    public init(nilLiteral: ()) {
        sql = nil
        scoped = nil
    }

    init(_ sql: String, scoped: String?) {
        self.sql = sql
        self.scoped = scoped
    }
}
