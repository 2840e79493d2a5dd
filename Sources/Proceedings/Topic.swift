/// A concept that talks are about, in the manner of a SKOS concept.
public struct Topic: Hashable, Sendable {
    /// A topic's identifier: its slug in the vocabulary (`open-source`).
    public typealias ID = Identifier<Topic>

    /// Where a topic comes from.
    ///
    /// The raw value is the API's `origin`.
    public enum Origin: String, CaseIterable, Sendable {
        /// From the vocabulary that people edit.
        case curated
        /// From the text alone.
        case derived
    }

    /// The topic's identifier.
    public var id: ID
    /// The preferred label by BCP 47 language tag (`ko`, `en`).
    public var labels: [String: String]
    /// The forms that the text may use, in the vocabulary's order.
    public var aliases: [String]
    /// The next broader topic.
    public var broader: ID?
    /// Whether it is a facet too broad to rank a talk by (`중국`, `인공지능`).
    public var isGeneral: Bool
    /// Where it comes from.
    public var origin: Origin

    /// Makes a topic.
    public init(
        id: ID, labels: [String: String], aliases: [String], broader: ID? = nil, isGeneral: Bool = false,
        origin: Origin = .curated
    ) {
        self.id = id
        self.labels = labels
        self.aliases = aliases
        self.broader = broader
        self.isGeneral = isGeneral
        self.origin = origin
    }
}

extension Identifier where Entity == Topic {
    /// What no topic may be called, for it would take the place of another address (`/v1/topics/cooccurrence`).
    public static let reserved: Set<Topic.ID> = ["cooccurrence"]
}
