/// A request for sources.
public typealias SourceList = ListRequest<SourceField, SourceSort>

/// What sources can be narrowed by.
public enum SourceField: String, ListField {
    /// The event whose proceedings the source holds.
    case event

    /// The table of the list.
    public static let table = ListTable("sources", alias: "so")

    /// What the field's values are, and where they stand.
    public var definition: FieldDefinition {
        FieldDefinition(.reference(.event), .reference(column: "so.event", table: "events"))
    }
}

/// What sources can be sorted by.
public enum SourceSort: String, SortKey {
    /// The order of the events, then of their files.
    case position
    /// The identifier.
    case id

    /// What the key sorts by.
    public var expression: SortExpression {
        switch self {
        case .position: nil
        case .id: "so.id"
        }
    }
}
