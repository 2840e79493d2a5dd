/// The table that a list's keys are taken from.
public struct ListTable: Sendable {
    /// The lists whose rows can be sought by words.
    enum Searched {
        case talks, panelists, topics, passages
    }

    /// The table with its alias.
    let sql: String
    /// The alias, whose `key` is the order of the document.
    let alias: String
    /// Which list it is for the search; `nil` where nothing can be sought in it.
    let searched: Searched?
    /// The related rows within which the list's rows are counted, where the filter narrows to some of them.
    let scope: ListScope?

    init(_ table: String, alias: String, searched: Searched? = nil, scope: ListScope? = nil) {
        self.scope = scope
        sql = "\(table) \(alias)"
        self.alias = alias
        self.searched = searched
    }
}

/// What a field's values are, and what holds them.
public struct FieldDefinition: Sendable {
    let type: FieldType
    let column: FieldColumn

    init(_ type: FieldType, _ column: FieldColumn) {
        self.type = type
        self.column = column
    }
}

/// What holds a field's values.
enum FieldColumn: Sendable {
    /// Expressions over the list's own table, of which one is enough.
    case own([String])
    /// A column of the list's own table that refers to a row of another one by key; the values are that row's identifiers.
    case reference(column: String, table: String)
    /// The first and last of a run of numbers, every one of which is a value.
    case run(first: String, last: String)
    /// Expressions over rows related to the list's, of which one is enough.
    case related(Relation, [String])
}
