import SQLite

/// The table that a list's keys are taken from.
public struct ListTable: Sendable {
    /// The lists whose rows can be sought by words.
    enum Searched {
        case talks, panelists, topics, passages
    }

    /// The table.
    let name: String
    /// The table with its alias.
    let sql: String
    /// The alias, whose `key` is the order of the document.
    let alias: String
    /// Which list it is for the search; `nil` where nothing can be sought in it.
    let searched: Searched?
    /// The related rows within which the list's rows are counted, where the filter narrows to some of them.
    let scope: ListScope?

    init(_ table: String, alias: String, searched: Searched? = nil, scope: ListScope? = nil) {
        name = table
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
    /// Where the rows of one value stand in the order of the document; `nil` where nothing has them so.
    let run: KeyRun?
    /// Where the bounds of the keys of one value's rows stand, which follow one another; `nil` where they do not.
    let span: KeySpan?

    init(_ type: FieldType, _ column: FieldColumn, run: KeyRun? = nil, span: KeySpan? = nil) {
        self.type = type
        self.column = column
        self.run = run
        self.span = span
    }
}

/// A table that has the keys of a list's rows by what they are related to, which an index gives in their order.
struct KeyRun: Sendable {
    /// The table.
    let table: String
    /// The column of the key of what the list's rows are related to.
    let owner: String
    /// The table of these, whose identifiers are the field's values.
    let owners: String
    /// The column of the list's keys.
    let key: String
    /// The column of the owners that says how many of the list's rows they have.
    let ownersCount: String

    static let topicPassages = KeyRun(
        table: "passage_topics", owner: "topic", owners: "topics", key: "passage", ownersCount: "passage_count")
    static let panelistPassages = KeyRun(
        table: "passage_voices", owner: "panelist", owners: "panelists", key: "passage", ownersCount: "passage_count")
    static let topicTalks = KeyRun(
        table: "talk_topics", owner: "topic", owners: "topics", key: "talk", ownersCount: "talk_count")

    /// Where it stands how many rows a value has.
    var count: (table: String, column: String) { (owners, ownersCount) }
}

/// A table that has the first and the last key of the rows that belong to each of its own.
struct KeySpan: Sendable {
    /// The table, whose identifiers are the field's values.
    let table: String
    /// The columns of the bounds; NULL where there are no rows.
    let first: String
    let last: String

    /// The column that says how many rows there are.
    let rowCount: String

    static let eventPassages = KeySpan(
        table: "events", first: "first_passage", last: "last_passage", rowCount: "passage_count")

    /// Where it stands how many rows a value has.
    var count: (table: String, column: String) { (table, rowCount) }

    /// The condition that a key is one of those that belong to an identifier.
    func condition(on key: String, _ id: Value) -> Condition {
        Condition(
            """
            \(key) BETWEEN (SELECT \(first) FROM \(table) WHERE id = ?) AND (SELECT \(last) FROM \(table) WHERE id = ?)
            """, [id, id])
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
