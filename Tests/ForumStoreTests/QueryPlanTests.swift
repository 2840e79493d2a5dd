import SQLite
import Testing

@testable import ForumStore

@Suite("How SQLite runs the statements")
struct QueryPlanTests {
    let folder: TemporaryFolder
    let reader: StoreReader

    init() throws {
        folder = try TemporaryFolder()
        reader = try folder.sampleReader()
    }

    func plan(_ sql: String) throws -> [String] {
        let statement = try reader.connection.prepare("EXPLAIN QUERY PLAN \(sql)")
        var steps: [String] = []
        while try statement.step() { steps.append(statement.string(at: 3) ?? "") }
        return steps
    }

    @Test("rows are found by their owner's key and come in order, without a scan or a sort", arguments: RowSet.allCases)
    func rows(_ set: RowSet) throws {
        let steps = try plan(set.sql)
        #expect(!steps.contains { $0.hasPrefix("SCAN") || $0.contains("TEMP B-TREE") }, "\(steps)")
        guard !set.namedSQL.isEmpty else { return }
        let named = try plan(set.namedSQL)
        #expect(!named.isEmpty && !named.contains { $0.hasPrefix("SCAN") }, "\(named)")
    }

    static let lists: [PassageList] = [
        PassageList(limit: 20), PassageList(limit: 20, start: .offset(50_000)),
        PassageList(limit: 20, start: .after(ListPosition(values: [], key: 50))),
        PassageList(filter: .only(.talk, "forum-d1"), limit: 20),
        PassageList(filter: .only(.topic, "ai"), limit: 20),
        PassageList(filter: .only(.panelist, "김하나"), limit: 20),
        PassageList(filter: .only(.voice, "김 위원"), limit: 20),
        PassageList(filter: .only(.section, "forum-d1.s1"), limit: 20),
        PassageList(filter: .only(.event, "forum"), limit: 20),
    ]

    // A section's subtree and an event's talks are several runs of keys, which are sorted: keys alone, never rows.
    @Test("the usual lists of passages are not sorted by SQLite", arguments: lists.prefix(7))
    func passages(_ list: PassageList) throws {
        let query = try ListQuery(list)
        let steps = try plan(query.keys.sql)
        #expect(!steps.contains { $0.contains("TEMP B-TREE FOR ORDER BY") }, "\(query.keys.sql): \(steps)")
    }

    @Test("what was counted is found by its whole key")
    func cells() throws {
        for property in CountedProperty.allCases {
            let steps = try plan(
                """
                SELECT passage_count FROM passage_cells WHERE first_property = 1 AND second_property = 2 \
                AND first = \(property.stored) AND second = \(property.stored)
                """)
            #expect(
                steps.contains {
                    $0.hasSuffix("(first_property=? AND second_property=? AND first=? AND second=?)")
                }, "\(steps)")
        }
    }

    @Test("a narrow filter reads no table from end to end", arguments: lists.dropFirst(3))
    func narrow(_ list: PassageList) throws {
        let query = try ListQuery(list)
        let steps = try plan(query.keys.sql)
        #expect(!steps.contains { $0 == "SCAN p" }, "\(query.keys.sql): \(steps)")
    }
}
