/// A part of a talk under a printed heading.
public struct Section: Hashable, Sendable {
    /// A section's identifier: `{talk}.s1`, its second child `{talk}.s1.2`.
    public typealias ID = Identifier<Section>

    /// The section's identifier.
    public var id: ID
    /// 1 for a section of the talk itself, 2 for its children, and so on.
    public var level: Int
    /// The number or sign before the title, as printed (`1.`, `(1)`, `Ⅰ.`, `□`).
    public var numberLabel: String?
    /// The heading without its number or sign, rejoined.
    public var title: String
    /// The section that this one is a part of.
    public var parent: ID?
    /// The source lines of the heading.
    public var lines: ClosedRange<Int>

    /// Makes a section.
    public init(
        id: ID, level: Int, numberLabel: String?, title: String, parent: ID? = nil, lines: ClosedRange<Int>
    ) {
        self.id = id
        self.level = level
        self.numberLabel = numberLabel
        self.title = title
        self.parent = parent
        self.lines = lines
    }
}
