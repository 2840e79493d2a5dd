import Proceedings

/// A request for topics.
public typealias TopicList = ListRequest<TopicField, TopicSort>

/// What topics can be narrowed by.
///
/// `event` and `talk` together mean one talk for which both hold.
public enum TopicField: String, ListField {
    /// An event where the topic is spoken of.
    case event
    /// A talk where the topic is spoken of.
    case talk
    /// Someone who takes part in a talk where the topic is spoken of.
    case panelist
    /// The topic itself.
    case topic
    /// The next broader topic.
    case broader
    /// Where the topic comes from.
    case origin
    /// Whether the topic is too broad to rank by.
    case general

    /// The table of the list.
    public static let table = ListTable("topics", alias: "tp", searched: .topics, scope: .topicTalks)

    /// What the field's values are, and where they stand.
    public var definition: FieldDefinition {
        switch self {
        case .event: .init(.reference(.event), .related(.topicTalks, ["e.id"]))
        case .talk: .init(.reference(.talk), .related(.topicTalks, ["t.id"]))
        case .panelist: .init(.reference(.panelist), .related(.topicPeople, ["pn.id"]))
        case .topic: .init(.reference(.topic), .own(["tp.id"]))
        case .broader: .init(.reference(.topic), .reference(column: "tp.broader", table: "topics"))
        case .origin: .init(.choice(Topic.Origin.self), .own(["tp.origin"]))
        case .general: .init(.flag, .own(["tp.is_general"]))
        }
    }
}

/// What topics can be sorted by.
public enum TopicSort: String, SortKey {
    /// The vocabulary's order, derived topics last.
    case position
    /// The identifier.
    case id
    /// The preferred label.
    case name
    /// How many mentions there are; where the filter names events or talks, in those.
    case mentions
    /// How many passages mention it, likewise.
    case passages
    /// How many talks mention it, likewise.
    case talks

    /// What the key sorts by.
    public var expression: SortExpression {
        switch self {
        case .position: nil
        case .id: "tp.id"
        case .name: "tp.name"
        case .mentions: SortExpression("tp.mention_count", scoped: TopicCounts.mentions)
        case .passages: SortExpression("tp.passage_count", scoped: TopicCounts.passages)
        case .talks: SortExpression("tp.talk_count", scoped: TopicCounts.talks)
        }
    }
}
