/// A person on the programme of one or more events.
public struct Panelist: Hashable, Sendable {
    /// A person's identifier: the name, with `-2` and so on for another person of that name.
    public typealias ID = Identifier<Panelist>

    /// The person's identifier.
    public var id: ID
    /// The name closed up and in NFC.
    public var name: String

    /// Makes a panelist.
    public init(id: ID, name: String) {
        self.id = id
        self.name = name
    }
}
