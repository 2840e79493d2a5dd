/// A typed identifier: the stable name of one `Entity` in addresses, stores and exports.
public struct Identifier<Entity>: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The identifier as it stands in an address, before percent-encoding; NFC.
    public let rawValue: String

    /// Wraps a name that is already in its canonical form.
    public init(_ rawValue: String) {
        self.rawValue = rawValue
    }

    /// The identifier as it stands in an address, before percent-encoding.
    public var description: String { rawValue }

    /// Orders by Unicode scalar values, which is the order of the UTF-8 bytes.
    public static func < (left: Self, right: Self) -> Bool {
        left.rawValue.utf8.lexicographicallyPrecedes(right.rawValue.utf8)
    }
}

extension Identifier: ExpressibleByStringLiteral {
    /// Wraps a literal.
    public init(stringLiteral value: String) {
        self.init(value)
    }
}
