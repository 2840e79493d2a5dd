import Proceedings

/// A request for corrections.
public typealias CorrectionList = ListRequest<CorrectionField, CorrectionSort>

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

    /// The table of the list.
    public static let table = ListTable("corrections", alias: "c")

    /// What the field's values are, and where they stand.
    ///
    /// A correction may name what is not there, or not any more: all but the event are plain texts.
    public var definition: FieldDefinition {
        switch self {
        case .event: .init(.reference(.event), .reference(column: "c.event", table: "events"))
        case .talk: .init(.text, .own(["c.talk"]))
        case .passage: .init(.text, .own(["c.passage"]))
        case .panelist: .init(.text, .own(["c.panelist"]))
        case .voice: .init(.text, .own(["c.voice"]))
        case .change: .init(.choice(Correction.Change.self), .own(["c.change"]))
        case .applied: .init(.flag, .own(["c.obstacle IS NULL"]))
        }
    }
}

/// What corrections can be sorted by.
public enum CorrectionSort: String, SortKey {
    /// The order of the events, then of their files.
    case position

    /// What the key sorts by.
    public var expression: SortExpression { nil }
}
