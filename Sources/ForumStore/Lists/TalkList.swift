import Proceedings

/// A request for talks.
public typealias TalkList = ListRequest<TalkField, TalkSort>

/// What talks can be narrowed by.
///
/// `panelist`, `role` and `affiliation` together mean one person for whom all of them hold.
public enum TalkField: String, ListField {
    /// The event.
    case event
    /// The talk itself.
    case talk
    /// Someone who takes part.
    case panelist
    /// The role of someone who takes part.
    case role
    /// Where someone who takes part is from: the organization, or the whole affiliation as printed.
    case affiliation
    /// A topic spoken of.
    case topic
    /// The kind of programme item.
    case kind
    /// A page that the talk is printed on, counted by page breaks.
    case page

    /// The table of the list.
    public static let table = ListTable("talks", alias: "t", searched: .talks)

    /// What the field's values are, and where they stand.
    public var definition: FieldDefinition {
        switch self {
        case .event: .init(.reference(.event), .reference(column: "t.event", table: "events"))
        case .talk: .init(.reference(.talk), .own(["t.id"]))
        case .panelist: .init(.reference(.panelist), .related(.talkPeople, ["pn.id"]))
        case .role: .init(.choice(ParticipationRole.self), .related(.talkPeople, ["pa.role"]))
        case .affiliation: .init(.reference(.affiliation), .related(.talkPeople, ["o.name", "pa.affiliation"]))
        case .topic: .init(.reference(.topic), .related(.talkTopics, ["tp.id"]), run: .topicTalks)
        case .kind: .init(.choice(TalkKind.self), .own(["t.kind"]))
        case .page: .init(.integer, .run(first: "t.first_page", last: "t.last_page"))
        }
    }
}

/// What talks can be sorted by.
public enum TalkSort: String, SortKey {
    /// The order of the document.
    case position
    /// The identifier.
    case id
    /// The kind of programme item.
    case kind
    /// The printed number.
    case ordinal
    /// The title.
    case title
    /// How many passages it has.
    case passages
    /// How many characters it has.
    case characters
    /// How many words it has.
    case words

    /// What the key sorts by.
    public var expression: SortExpression {
        switch self {
        case .position: nil
        case .id: "t.id"
        case .kind: "t.kind"
        case .ordinal: "coalesce(t.ordinal, -1)"
        case .title: "coalesce(t.title, '')"
        case .passages: "t.passage_count"
        case .characters: "t.character_count"
        case .words: "t.word_count"
        }
    }
}
