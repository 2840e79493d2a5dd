import Proceedings

/// A request for passages.
public typealias PassageList = ListRequest<PassageField, PassageSort>

/// What passages can be narrowed by.
///
/// `panelist`, `role` and `affiliation` together mean one person for whom all of them hold: the passage's printed speaker,
/// or anyone who takes part in the talk where no speaker is printed.
public enum PassageField: String, ListField {
    /// The event.
    case event
    /// The talk.
    case talk
    /// Who speaks.
    case panelist
    /// The role of who speaks.
    case role
    /// Where the one who speaks is from: the organization, or the whole affiliation as printed.
    case affiliation
    /// A topic mentioned.
    case topic
    /// A section that holds the passage, at any depth.
    case section
    /// The kind of block.
    case kind
    /// A page that the passage is printed on, counted by page breaks.
    case page
    /// The label of the turn that holds the passage, as printed.
    case voice
    /// What that label names.
    case voiceKind = "voice_kind"

    /// The table of the list.
    public static let table = ListTable("passages", alias: "p", searched: .passages)

    /// What the field's values are, and where they stand.
    public var definition: FieldDefinition {
        switch self {
        case .event: .init(.reference(.event), .related(.passageEvents, ["e.id"]), span: .eventPassages)
        case .talk: .init(.reference(.talk), .reference(column: "p.talk", table: "talks"))
        case .panelist: .init(.reference(.panelist), .related(.passageVoices, ["pn.id"]), run: .panelistPassages)
        case .role: .init(.choice(ParticipationRole.self), .related(.passageVoices, ["pa.role"]))
        case .affiliation: .init(.reference(.affiliation), .related(.passageVoices, ["o.name", "pa.affiliation"]))
        case .topic: .init(.reference(.topic), .related(.passageTopics, ["tp.id"]), run: .topicPassages)
        case .section: .init(.reference(.section), .related(.passageSections, ["s.id"]))
        case .kind: .init(.choice(Passage.Kind.self), .own(["p.kind"]))
        case .page: .init(.integer, .run(first: "p.first_page", last: "p.last_page"))
        case .voice: .init(.text, .own(["p.voice_label"]))
        case .voiceKind: .init(.choice(Voice.Kind.self), .own(["p.voice_kind"]))
        }
    }
}

/// What passages can be sorted by.
public enum PassageSort: String, SortKey {
    /// The order of the document.
    case position
    /// The identifier.
    case id
    /// The kind of block.
    case kind
    /// How many characters it has.
    case characters
    /// How many words it has.
    case words

    /// What the key sorts by.
    public var expression: SortExpression {
        switch self {
        case .position: nil
        case .id: "p.id"
        case .kind: "p.kind"
        case .characters: "p.character_count"
        case .words: "p.word_count"
        }
    }
}
