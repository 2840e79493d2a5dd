/// A request for events.
public typealias EventList = ListRequest<EventField, EventSort>

/// What events can be narrowed by.
public enum EventField: String, ListField {
    /// The event itself.
    case event
    /// Someone on the programme.
    case panelist
    /// Where someone on the programme is from.
    case affiliation
    /// A topic spoken of.
    case topic

    /// The table of the list.
    public static let table = ListTable("events", alias: "e")

    /// What the field's values are, and where they stand.
    public var definition: FieldDefinition {
        switch self {
        case .event: .init(.reference(.event), .own(["e.id"]))
        case .panelist: .init(.reference(.panelist), .related(.eventPeople, ["pn.id"]))
        case .affiliation: .init(.reference(.affiliation), .related(.eventPeople, ["o.name", "pa.affiliation"]))
        case .topic: .init(.reference(.topic), .related(.eventTopics, ["tp.id"]))
        }
    }
}

/// What events can be sorted by.
public enum EventSort: String, SortKey {
    /// The order of the identifiers.
    case position
    /// The identifier.
    case id
    /// The name.
    case name
    /// The first day.
    case startDate = "start_date"

    /// What the key sorts by.
    public var expression: SortExpression {
        switch self {
        case .position: nil
        case .id: "e.id"
        case .name: "coalesce(e.name, '')"
        case .startDate: "coalesce(e.start_date, '')"
        }
    }
}
