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

extension Identifier where Entity == Panelist {
    /// The endings by which an address asks for a form (`/v1/panelists/x.json`), without the dot, in lower case.
    ///
    /// An identifier does not end so, for its address would mean another person's.
    public static let reservedEndings: Set<String> = ["json", "ndjson", "csv", "jsonld", "md", "txt", "bib", "html"]
}
