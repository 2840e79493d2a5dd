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
    var key: String {
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
        let query =
            filter.isEmpty
            ? Self.countedPairs(within: window, includesGeneral: includesGeneral)
            : try Self.pairs(within: window, where: filter, includesGeneral: includesGeneral)
        var pairs: [CooccurringTopics] = []
        var total = 0
        try reader.forEachRow(of: query.sql, query.values) { statement throws(StoreError) in
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

    /// The pairs that were counted while loading.
    private static func countedPairs(within window: CooccurrenceWindow, includesGeneral: Bool) -> Condition {
        Condition(
            """
            SELECT a.key, a.id, a.name, b.key, b.id, b.name, pairs.window_count, pairs.similarity
            FROM topic_pairs pairs CROSS JOIN topics a ON a.key = pairs.first CROSS JOIN topics b ON b.key = pairs.second
            WHERE pairs.span = ?\(includesGeneral ? "" : " AND NOT pairs.is_general")
            ORDER BY pairs.window_count DESC, pairs.first, pairs.second
            """, [.text(window.rawValue)])
    }

    private static func pairs(
        within window: CooccurrenceWindow, where filter: Filter<PassageField>, includesGeneral: Bool
    ) throws(StoreError) -> Condition {
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
        return Condition(sql, condition?.values ?? [])
    }
}

extension Statement {
    fileprivate func side(at index: Int) -> CooccurringTopics.Side {
        .init(key: int64(at: index), id: string(at: index + 1) ?? "", name: string(at: index + 2) ?? "")
    }
}
