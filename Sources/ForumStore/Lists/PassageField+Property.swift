import Proceedings
import SQLite

extension PassageField {
    /// What the field is among the properties of which pairs are counted while loading; `nil` where it is none.
    var property: CountedProperty? {
        switch self {
        case .event: .event
        case .panelist: .panelist
        case .role: .role
        case .affiliation: .affiliation
        case .topic: .topic
        case .kind: .kind
        case .talk, .section, .page, .voice, .voiceKind: nil
        }
    }
}

extension CountedProperty {
    /// The table whose keys the values are, with the column of the names; `nil` of words.
    var named: (table: String, column: String)? {
        switch self {
        case .event: ("events", "id")
        case .panelist: ("panelists", "id")
        case .topic: ("topics", "id")
        case .affiliation: ("organizations", "name")
        case .kind, .role: nil
        }
    }

    /// The words that the values are; none of keys.
    var words: [String] {
        switch self {
        case .kind: Passage.Kind.allCases.map(\.rawValue)
        case .role: ParticipationRole.allCases.map(\.rawValue)
        case .event, .panelist, .topic, .affiliation: []
        }
    }

    /// Whether the values are of those who may be quoted, of whom a passage may have several.
    var isOfVoices: Bool { self == .role || self == .affiliation || self == .panelist }

    /// The expression of what stands for a value in the table, with the value as its parameter.
    ///
    /// The plus takes the column's affinity away: columns of any type are sought by nothing that has one.
    var stored: String {
        named.map { "+(SELECT key FROM \($0.table) WHERE \($0.column) = ?)" } ?? "?"
    }
}

extension Filter where Field == PassageField {
    /// The properties that the filter's terms fix to one value each; `nil` where a term does something else.
    ///
    /// An affiliation is none of these: a filter finds it as an organization and as the whole of what is printed.
    var properties: [(property: CountedProperty, value: Value)]? {
        guard query == nil, found == nil else { return nil }
        var properties: [(property: CountedProperty, value: Value)] = []
        for term in terms {
            guard let property = term.field.property, property != .affiliation, let text = term.singleText,
                !properties.contains(where: { $0.property == property })
            else { return nil }
            properties.append((property, .text(text)))
        }
        return properties.sorted { $0.property < $1.property }
    }
}
