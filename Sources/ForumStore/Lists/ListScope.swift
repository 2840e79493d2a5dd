/// Related rows that the list's rows are counted over, where a filter narrows to some of them: the talks of one event, not of all.
struct ListScope: Sendable {
    /// The relation whose terms narrow the rows.
    let relation: Relation
    /// The related rows, up to the condition on the list's own row.
    let tables: String
    /// The column of the related rows that the list's key is compared with.
    let owner: String
}

extension ListScope {
    /// The talks that speak of a topic.
    static let topicTalks = ListScope(
        relation: .topicTalks,
        tables: "FROM talk_topics tt JOIN talks t ON t.key = tt.talk JOIN events e ON e.key = t.event",
        owner: "tt.topic")

    /// A query over those related rows of an owner that a condition lets through.
    ///
    /// - Parameter owner: An expression for the list's key; a parameter's value comes before those of the condition.
    func query(_ columns: String, of owner: String, where condition: Condition) -> String {
        "SELECT \(columns) \(tables) WHERE \(self.owner) = \(owner) AND \(condition.sql)"
    }
}
