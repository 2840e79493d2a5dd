/// A forum, hearing or symposium, described only by what its source or its hand-written `event.yaml` says.
public struct Event: Hashable, Sendable {
    /// The event's identifier: the name of its folder under `Data/events`.
    public typealias ID = Identifier<Event>

    /// The event's identifier.
    public var id: ID
    /// The event's name (`딥시크(DeepSeek) 파장과 미래 전망`), or `nil` where nothing names it.
    public var name: String?
    /// The kind of event as printed before its name (`긴급공동포럼`).
    public var label: String?
    /// What kind of event it is, as Popolo's `classification` (`forum`, `hearing`, `symposium`).
    public var classification: String?
    /// The first day, as an ISO 8601 date or a part of one (`2025-02`).
    public var startDate: String?
    /// The last day, as an ISO 8601 date or a part of one.
    public var endDate: String?
    /// Where it was held.
    public var location: String?
    /// Who held it, in printed order.
    public var organizers: [String]
    /// The main language of the proceedings, a BCP 47 tag.
    public var language: String?

    /// Makes an event; what is not given is unknown.
    public init(
        id: ID, name: String? = nil, label: String? = nil, classification: String? = nil, startDate: String? = nil,
        endDate: String? = nil, location: String? = nil, organizers: [String] = [], language: String? = nil
    ) {
        self.id = id
        self.name = name
        self.label = label
        self.classification = classification
        self.startDate = startDate
        self.endDate = endDate
        self.location = location
        self.organizers = organizers
        self.language = language
    }
}
