import Proceedings

/// A request for panelists.
public typealias PanelistList = ListRequest<PanelistField, PanelistSort>

/// What panelists can be narrowed by.
///
/// `event`, `talk`, `role`, `affiliation` and `kind` together mean one appearance for which all of them hold.
public enum PanelistField: String, ListField {
    /// An event that the person took part in.
    case event
    /// A talk that the person took part in.
    case talk
    /// The person.
    case panelist
    /// A role that the person had.
    case role
    /// Where the person was from: the organization, or the whole affiliation as printed.
    case affiliation
    /// A topic of a talk that the person took part in.
    case topic
    /// The kind of a programme item that the person took part in.
    case kind

    /// The table of the list.
    public static let table = ListTable("panelists", alias: "pn", searched: .panelists)

    /// What the field's values are, and where they stand.
    public var definition: FieldDefinition {
        switch self {
        case .event: .init(.reference(.event), .related(.appearances, ["e.id"]))
        case .talk: .init(.reference(.talk), .related(.appearances, ["t.id"]))
        case .panelist: .init(.reference(.panelist), .own(["pn.id"]))
        case .role: .init(.choice(ParticipationRole.self), .related(.appearances, ["pa.role"]))
        case .affiliation: .init(.reference(.affiliation), .related(.appearances, ["o.name", "pa.affiliation"]))
        case .topic: .init(.reference(.topic), .related(.panelistTopics, ["tp.id"]))
        case .kind: .init(.choice(TalkKind.self), .related(.appearances, ["t.kind"]))
        }
    }
}

/// What panelists can be sorted by.
public enum PanelistSort: String, SortKey {
    /// The order of first appearance.
    case position
    /// The identifier.
    case id
    /// The name.
    case name
    /// The organization.
    case affiliation
    /// How many talks the person took part in.
    case talks

    /// What the key sorts by.
    public var expression: SortExpression {
        switch self {
        case .position: nil
        case .id: "pn.id"
        case .name: "pn.name"
        case .affiliation:
            """
            coalesce((SELECT o.name FROM participations pa JOIN organizations o ON o.key = pa.organization \
            WHERE pa.talk = pn.latest_talk AND pa.position = pn.latest_position), '')
            """
        case .talks: "pn.talk_count"
        }
    }
}
