import Proceedings

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

    /// What the field's values are.
    public var valueType: FieldType {
        switch self {
        case .event: .reference(.event)
        case .panelist: .reference(.panelist)
        case .affiliation: .reference(.affiliation)
        case .topic: .reference(.topic)
        }
    }
}

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

    /// What the field's values are.
    public var valueType: FieldType {
        switch self {
        case .event: .reference(.event)
        case .talk: .reference(.talk)
        case .panelist: .reference(.panelist)
        case .role: .choice(ParticipationRole.allCases.map(\.rawValue))
        case .affiliation: .reference(.affiliation)
        case .topic: .reference(.topic)
        case .kind: .choice(TalkKind.allCases.map(\.rawValue))
        case .page: .integer
        }
    }
}

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

    /// What the field's values are.
    public var valueType: FieldType {
        switch self {
        case .event: .reference(.event)
        case .talk: .reference(.talk)
        case .panelist: .reference(.panelist)
        case .role: .choice(ParticipationRole.allCases.map(\.rawValue))
        case .affiliation: .reference(.affiliation)
        case .topic: .reference(.topic)
        case .kind: .choice(TalkKind.allCases.map(\.rawValue))
        }
    }
}

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

    /// What the field's values are.
    public var valueType: FieldType {
        switch self {
        case .event: .reference(.event)
        case .talk: .reference(.talk)
        case .panelist: .reference(.panelist)
        case .topic, .broader: .reference(.topic)
        case .origin: .choice(Topic.Origin.allCases.map(\.rawValue))
        case .general: .flag
        }
    }
}

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

    /// What the field's values are.
    public var valueType: FieldType {
        switch self {
        case .event: .reference(.event)
        case .talk: .reference(.talk)
        case .panelist: .reference(.panelist)
        case .role: .choice(ParticipationRole.allCases.map(\.rawValue))
        case .affiliation: .reference(.affiliation)
        case .topic: .reference(.topic)
        case .section: .reference(.section)
        case .kind: .choice(Passage.Kind.allCases.map(\.rawValue))
        case .page: .integer
        case .voice: .text
        case .voiceKind: .choice(Voice.Kind.allCases.map(\.rawValue))
        }
    }
}

/// What sources can be narrowed by.
public enum SourceField: String, ListField {
    /// The event whose proceedings the source holds.
    case event

    /// What the field's values are.
    public var valueType: FieldType { .reference(.event) }
}

/// What corrections can be narrowed by.
public enum CorrectionField: String, ListField {
    /// The event in whose folder it is written.
    case event
    /// The talk that is meant, or that the passage belongs to.
    case talk
    /// The passage that is meant.
    case passage
    /// The person who is meant, by the identifier without corrections.
    case panelist
    /// The voice that is meant, by its label.
    case voice
    /// What is set right.
    case change
    /// Whether it applies.
    case applied

    /// What the field's values are.
    ///
    /// A correction may name what is not there, or not any more: all but the event are plain texts.
    public var valueType: FieldType {
        switch self {
        case .event: .reference(.event)
        case .talk, .passage, .panelist, .voice: .text
        case .change: .choice(Correction.Change.allCases.map(\.rawValue))
        case .applied: .flag
        }
    }
}
