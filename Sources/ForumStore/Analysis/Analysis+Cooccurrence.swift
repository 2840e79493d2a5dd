import SQLite

/// Within what two topics count as spoken of together; the raw value is the API's `window`.
public enum CooccurrenceWindow: String, CaseIterable, Sendable {
    /// One passage.
    case passage
    /// The passages of one section, its subsections apart; those of a talk outside every section are one window.
    case section
    /// One talk.
    case talk

    /// The expression that is the same for all passages of a window.
    fileprivate var key: String {
        switch self {
        case .passage: "p.key"
        case .section: "coalesce(p.section, -p.talk)"
        case .talk: "p.talk"
        }
    }
}

/// Two topics that are spoken of together.
public struct CooccurringTopics: Hashable, Sendable {
    /// A topic's key, identifier and name.
    public struct Side: Hashable, Sendable {
        let key: Int64
        /// The identifier.
        public var id: String
        /// The preferred label.
        public var name: String
    }

    /// The topic that comes first in the vocabulary.
    public var first: Side
    /// The other one.
    public var second: Side
    /// In how many windows both are spoken of.
    public var windows: Int
    /// The windows with both as a share of those with either (Jaccard index).
    public var similarity: Double
}

/// A window in which two topics are spoken of together, with the first passage for each.
public struct CooccurrenceEvidenceRow {
    static let columns = "\(TalkReferenceView.columns), \(SectionReferenceView.columns), a.id, b.id"

    let statement: Statement

    /// The talk.
    public var talk: TalkReferenceView { TalkReferenceView(statement: statement, first: 0) }
    /// The section of the passage that speaks of the first topic.
    public var section: SectionReferenceView { SectionReferenceView(statement: statement, first: 5) }
    /// The passage that speaks of the first topic.
    public var firstPassageID: TextColumn { TextColumn(statement, 8) }
    /// The passage that speaks of the second topic; it may be the same.
    public var secondPassageID: TextColumn { TextColumn(statement, 9) }
}

extension Analysis {
    /// The pairs of topics that are spoken of together in filtered passages, the most frequent first, equals in the
    /// vocabulary's order.
    ///
    /// - Parameters:
    ///   - topics: Identifiers of which one must be in the pair; all pairs where there are none.
    ///   - includesGeneral: Whether topics too broad to rank by take part.
    /// - Returns: The pairs of the part asked for, and how many there are.
    public func cooccurrences(
        within window: CooccurrenceWindow, where filter: Filter<PassageField>, of topics: Set<String>,
        includesGeneral: Bool, offset: Int, limit: Int
    ) throws(StoreError) -> (pairs: [CooccurringTopics], total: Int) {
        let condition = try filter.condition()
        var conditions = condition.map { [$0.sql] } ?? []
        if !includesGeneral { conditions.append("NOT tp.is_general") }
        let sql = """
            WITH spoken AS MATERIALIZED (
                SELECT DISTINCT \(window.key) AS place, pt.topic FROM passage_topics pt
                JOIN topics tp ON tp.key = pt.topic JOIN passages p ON p.key = pt.passage
                \(conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND "))
                ORDER BY 1, 2),
            frequency AS MATERIALIZED (SELECT topic, count(*) AS places FROM spoken GROUP BY topic),
            pairs AS MATERIALIZED (
                SELECT a.topic AS first, b.topic AS second, count(*) AS places FROM spoken a
                JOIN spoken b ON b.place = a.place AND b.topic > a.topic GROUP BY 1, 2)
            SELECT a.key, a.id, a.name, b.key, b.id, b.name, pairs.places,
                round(1.0 * pairs.places / (fa.places + fb.places - pairs.places), 3)
            FROM pairs JOIN topics a ON a.key = pairs.first JOIN topics b ON b.key = pairs.second
            JOIN frequency fa ON fa.topic = pairs.first JOIN frequency fb ON fb.topic = pairs.second
            ORDER BY pairs.places DESC, a.key, b.key
            """
        var pairs: [CooccurringTopics] = []
        var total = 0
        try reader.forEachRow(of: sql, condition?.values ?? []) { statement throws(StoreError) in
            let (first, second) = (statement.side(at: 0), statement.side(at: 3))
            guard topics.isEmpty || topics.contains(first.id) || topics.contains(second.id) else { return }
            if total >= offset, pairs.count < limit {
                pairs.append(
                    CooccurringTopics(
                        first: first, second: second, windows: statement.int(at: 6),
                        similarity: statement.double(at: 7)))
            }
            total += 1
        }
        return (pairs, total)
    }

    /// Hands over the first windows in which two topics are spoken of together, in the order of the document.
    public func evidence(
        for pair: CooccurringTopics, within window: CooccurrenceWindow, where filter: Filter<PassageField>, limit: Int,
        _ body: (borrowing CooccurrenceEvidenceRow) throws(StoreError) -> Void
    ) throws(StoreError) {
        let condition = try filter.condition()
        let sql = """
            SELECT \(CooccurrenceEvidenceRow.columns) FROM (
                SELECT min(p.key) FILTER (WHERE pt.topic = ?) AS first, min(p.key) FILTER (WHERE pt.topic = ?) AS second
                FROM passage_topics pt JOIN passages p ON p.key = pt.passage
                WHERE pt.topic IN (?, ?)\(condition.map { " AND \($0.sql)" } ?? "")
                GROUP BY \(window.key)) found
            JOIN passages a ON a.key = found.first JOIN passages b ON b.key = found.second
            JOIN talks t ON t.key = a.talk LEFT JOIN sections s ON s.key = a.section ORDER BY a.key LIMIT ?
            """
        let keys = [pair.first.key, pair.second.key].map(Value.integer)
        try reader.forEachRow(of: sql, keys + keys + (condition?.values ?? []) + [Value(limit)]) {
            statement throws(StoreError) in
            try body(CooccurrenceEvidenceRow(statement: statement))
        }
    }
}

extension Statement {
    fileprivate func side(at index: Int) -> CooccurringTopics.Side {
        .init(key: int64(at: index), id: string(at: index + 1) ?? "", name: string(at: index + 2) ?? "")
    }
}
