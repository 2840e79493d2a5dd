/// What the rows or columns of a matrix of passages are; the raw value is the filter of passages that chooses one of them.
public enum MatrixAxis: String, CaseIterable, Sendable {
    /// Events.
    case event
    /// Talks.
    case talk
    /// Who may be quoted for a passage.
    case panelist
    /// The roles of those who may be quoted.
    case role
    /// The organizations of those who may be quoted.
    case affiliation
    /// Topics spoken of.
    case topic
    /// Kinds of block.
    case kind

    /// The filter of passages that has the axis' values.
    public var field: PassageField {
        switch self {
        case .event: .event
        case .talk: .talk
        case .panelist: .panelist
        case .role: .role
        case .affiliation: .affiliation
        case .topic: .topic
        case .kind: .kind
        }
    }

    /// The rows beside passages that hold the values.
    enum Join: String, CaseIterable {
        case voices = """
            JOIN passage_voices pv ON pv.passage = p.key JOIN panelists pn ON pn.key = pv.panelist \
            LEFT JOIN participations pa ON pa.talk = pv.talk AND pa.position = pv.position \
            LEFT JOIN organizations o ON o.key = pa.organization
            """
        case topics = "JOIN passage_topics pt ON pt.passage = p.key JOIN topics tp ON tp.key = pt.topic"
        case talks = "JOIN talks t ON t.key = p.talk JOIN events e ON e.key = t.event"
    }

    var join: Join? {
        switch self {
        case .event, .talk: .talks
        case .panelist, .role, .affiliation: .voices
        case .topic: .topics
        case .kind: nil
        }
    }

    /// The rows by which the filters of this axis and of its kin are compiled.
    var relation: Relation? {
        switch self {
        case .event: .passageEvents
        case .panelist, .role, .affiliation: .passageVoices
        case .topic: .passageTopics
        case .talk, .kind: nil
        }
    }

    /// The expression of a value's identifier; NULL where a passage has none.
    var value: String {
        switch self {
        case .event: "e.id"
        case .talk: "t.id"
        case .panelist: "pn.id"
        case .role: "pa.role"
        case .affiliation: "o.name"
        case .topic: "tp.id"
        case .kind: "p.kind"
        }
    }

    /// The expression of what a value goes by.
    var name: String {
        switch self {
        case .event: "coalesce(e.name, e.label, e.id)"
        case .talk: "coalesce(t.title, nullif(t.kind_label || coalesce(' ' || t.ordinal, ''), ''), t.id)"
        case .panelist: "pn.name"
        case .topic: "tp.name"
        case .role, .affiliation, .kind: value
        }
    }

    /// The table whose rows the values name, by its alias, with the column that does; `nil` of words.
    var named: (table: String, alias: String, column: String)? {
        switch self {
        case .event: ("events", "e", "id")
        case .talk: ("talks", "t", "id")
        case .panelist: ("panelists", "pn", "id")
        case .topic: ("topics", "tp", "id")
        case .affiliation: ("organizations", "o", "name")
        case .role, .kind: nil
        }
    }
}
