/// A person on the programme of one or more events, or an office or numbered speaker of one event.
public struct Panelist: Hashable, Sendable {
    /// A person's identifier: the name, with `-2` and so on for another person of that name.
    public typealias ID = Identifier<Panelist>

    /// The person's identifier.
    public var id: ID
    /// The name closed up and in NFC.
    public var name: String
    /// Whether this is a person, or an office or numbered speaker of one event.
    public var kind: Voice.Kind

    /// Makes a panelist.
    public init(id: ID, name: String, kind: Voice.Kind = .person) {
        self.id = id
        self.name = name
        self.kind = kind
    }
}
