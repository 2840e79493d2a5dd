import Proceedings
import Testing

@testable import ForumStore

@Suite("What is counted while loading is what a query counts")
struct CountTests {
    static let seeds = Array(UInt64(1)...12)

    private static func reader(_ seed: UInt64) throws -> (StoreReader, TemporaryFolder) {
        let folder = try TemporaryFolder()
        try StoreBuilder(path: folder.store).build(from: ComposedCorpus(seed: seed).corpus)
        return (try StoreReader(path: folder.store), folder)
    }

    /// A filter that lets everything through, which nothing counted beforehand is asked for.
    private static func everything<Field: ListField>(_: Field.Type) -> Filter<Field> {
        guard let event = Field.allCases.first(where: { $0.rawValue == "event" }) else { return Filter() }
        return Filter([.init(event, .notEqual, [.text("nothing")])])
    }

    private struct Count: Hashable {
        var value: String
        var rows: Int
    }

    private static func counts<Field: ListField>(
        of field: Field, where filter: Filter<Field>, limit: Int, _ reader: StoreReader
    ) throws -> [Count] {
        var counts: [Count] = []
        try reader.counts(of: field, where: filter, limit: limit) { value, rows throws(StoreError) in
            counts.append(Count(value: value.string, rows: rows))
        }
        return counts
    }

    private static func check<Field: ListField>(_ fields: Field.Type, _ reader: StoreReader) throws {
        for field in Field.allCases where field.isCountable {
            for limit in [1, 3, StoreSchema.countedValues] {
                #expect(
                    try counts(of: field, where: Filter(), limit: limit, reader)
                        == counts(of: field, where: everything(fields), limit: limit, reader), "\(fields).\(field)")
            }
        }
    }

    @Test("the values of every field of every list", arguments: seeds)
    func fields(seed: UInt64) throws {
        let (reader, folder) = try Self.reader(seed)
        try Self.check(EventField.self, reader)
        try Self.check(TalkField.self, reader)
        try Self.check(PanelistField.self, reader)
        try Self.check(TopicField.self, reader)
        try Self.check(PassageField.self, reader)
        try Self.check(SourceField.self, reader)
        try Self.check(CorrectionField.self, reader)
        withExtendedLifetime(folder) {}
    }

    @Test("the matrix of any two axes", arguments: seeds)
    func matrix(seed: UInt64) throws {
        let (reader, folder) = try Self.reader(seed)
        let everything = Self.everything(PassageField.self)
        for limit in [2, StoreSchema.countedValues] {
            for rows in MatrixAxis.allCases {
                for columns in MatrixAxis.allCases where rows != columns {
                    let found = try [Filter(), everything].map { filter in
                        let values = try Analysis(reader).matrixValues(rows, where: filter, limit: limit)
                        let others = try Analysis(reader).matrixValues(columns, where: filter, limit: limit)
                        let cells = try Analysis(reader).matrixCells(
                            (rows, values.values), (columns, others.values), where: filter)
                        return (values, others, cells)
                    }
                    #expect(found[0].0 == found[1].0 && found[0].1 == found[1].1, "\(rows) \(columns)")
                    #expect(found[0].2 == found[1].2, "\(rows) \(columns)")
                }
            }
        }
        withExtendedLifetime(folder) {}
    }

    /// Filters that fix one or two values, each also in a form that nothing counted beforehand is asked for.
    private static func filters(_ corpus: Corpus) -> [Filter<PassageField>] {
        let values: [PassageField: [String]] = [
            .event: corpus.events.map(\.event.id.rawValue), .panelist: corpus.panelists.map(\.id.rawValue),
            .topic: corpus.topics.map(\.id.rawValue), .kind: Passage.Kind.allCases.map(\.rawValue),
            .role: ParticipationRole.allCases.map(\.rawValue), .voice: ["청중"], .affiliation: ["한국대학교", "국회"],
            .voiceKind: Voice.Kind.allCases.map(\.rawValue),
            .talk: corpus.events.flatMap { $0.talks.map(\.talk.id.rawValue) },
        ]
        let single = values.flatMap { field, values in values.map { Filter.Term(field, .equal, [.text($0)]) } }
        let pairs = single.flatMap { one in
            single.compactMap { other -> Filter<PassageField>? in
                one.field.rawValue < other.field.rawValue ? Filter([one, other]) : nil
            }
        }
        return single.map { Filter([$0]) } + pairs
    }

    private static func keys(
        _ request: PassageList, _ reader: StoreReader
    ) throws -> (ids: [String], result: ListResult) {
        var ids: [String] = []
        let result = try reader.passages(request) { row throws(StoreError) in ids.append(row.id.string) }
        return (ids, result)
    }

    @Test("totals and pages of passages with one or two values fixed", arguments: seeds.prefix(4))
    func pages(seed: UInt64) throws {
        let (reader, folder) = try Self.reader(seed)
        for filter in Self.filters(ComposedCorpus(seed: seed).corpus) {
            // Two terms over the same rows are more than each of them: a further one changes nothing but the way.
            let plain = Filter(filter.terms + Self.everything(PassageField.self).terms)
            let order = [SortTerm(PassageSort.position, isDescending: true)]
            for (offset, limit, order) in [(0, 2, []), (3, 2, []), (1, 100, []), (1, 2, order)] {
                let found = try [filter, plain].map {
                    try Self.keys(PassageList(filter: $0, order: order, limit: limit, start: .offset(offset)), reader)
                }
                #expect(found[0].ids == found[1].ids, "\(filter.terms)")
                #expect(found[0].result == found[1].result, "\(filter.terms)")
                guard let next = found[0].result.next else { continue }
                let further = try [filter, plain].map {
                    try Self.keys(PassageList(filter: $0, order: order, limit: limit, start: .after(next)), reader)
                }
                #expect(further[0].ids == further[1].ids && further[0].result == further[1].result, "\(filter.terms)")
            }
        }
        withExtendedLifetime(folder) {}
    }

    @Test("places of offsets in passages with one value fixed", arguments: seeds.prefix(4))
    func places(seed: UInt64) throws {
        let (reader, folder) = try Self.reader(seed)
        var found = 0
        for filter in Self.filters(ComposedCorpus(seed: seed).corpus) where filter.terms.count == 1 {
            for offset in 0..<20 {
                guard let place = try reader.countedPlace(of: offset, in: filter) else { continue }
                found += 1
                let request = PassageList(filter: filter, limit: 3, start: .offset(offset))
                let queries = try [ListQuery(request), ListQuery(request, from: place)]
                let keys = try queries.map { query in
                    var keys: [Int64] = []
                    try reader.forEachRow(of: query.keys.sql, query.keys.values) { keys.append($0.int64(at: 0)) }
                    return keys
                }
                #expect(keys[0] == keys[1], "\(filter.terms) \(offset)")
            }
        }
        #expect(found > 0)
        withExtendedLifetime(folder) {}
    }

    private struct Point: Hashable {
        var event: String
        var passage: String
        var mentions: Int
    }

    @Test("timelines", arguments: seeds)
    func timeline(seed: UInt64) throws {
        let (reader, folder) = try Self.reader(seed)
        for topic in ComposedCorpus(seed: seed).corpus.topics.map(\.id) {
            for (offset, limit) in [(0, 100), (0, 3), (5, 4), (1000, 3)] {
                let found = try [Filter(), Self.everything(PassageField.self)].map { filter in
                    var points: [Point] = []
                    let total = try Analysis(reader).timeline(of: topic, where: filter, offset: offset, limit: limit) {
                        row throws(StoreError) in
                        points.append(
                            Point(
                                event: row.event.id.string, passage: row.passageID.string, mentions: row.mentions))
                    }
                    return (points, total)
                }
                #expect(found[0].0 == found[1].0 && found[0].1 == found[1].1, "\(topic) \(offset) \(limit)")
            }
        }
        withExtendedLifetime(folder) {}
    }

    @Test("the values of every field with one value fixed", arguments: seeds.prefix(4))
    func filteredFields(seed: UInt64) throws {
        let (reader, folder) = try Self.reader(seed)
        for filter in Self.filters(ComposedCorpus(seed: seed).corpus) where filter.terms.count == 1 {
            let plain = Filter(filter.terms + Self.everything(PassageField.self).terms)
            for field in PassageField.allCases where field.isCountable {
                #expect(
                    try Self.counts(of: field, where: filter, limit: 3, reader)
                        == Self.counts(of: field, where: plain, limit: 3, reader), "\(field) \(filter.terms)")
            }
        }
        withExtendedLifetime(folder) {}
    }

    private static func pairs(
        _ window: CooccurrenceWindow, where filter: Filter<PassageField>, of topics: Set<String>, general: Bool,
        offset: Int, _ reader: StoreReader
    ) throws -> ([CooccurringTopics], Int, [[String]]) {
        let analysis = Analysis(reader)
        let found = try analysis.cooccurrences(
            within: window, where: filter, of: topics, includesGeneral: general, offset: offset, limit: 5)
        var evidence: [[String]] = []
        try analysis.evidence(for: found.pairs, within: window, where: filter, limit: 3) {
            pair, row throws(StoreError) in
            evidence.append(["\(pair)", row.firstPassageID.string, row.secondPassageID.string, row.talk.id.string])
        }
        return (found.pairs, found.total, evidence)
    }

    @Test("pairs of topics with their evidence", arguments: seeds)
    func pairs(seed: UInt64) throws {
        let (reader, folder) = try Self.reader(seed)
        for window in CooccurrenceWindow.allCases {
            for general in [false, true] {
                for topics: Set<String> in [[], ["topic-3"], ["topic-1", "topic-2"]] {
                    for offset in [0, 3] {
                        let found = try [Filter(), Self.everything(PassageField.self)].map {
                            try Self.pairs(window, where: $0, of: topics, general: general, offset: offset, reader)
                        }
                        #expect(found[0] == found[1], "\(window) \(general) \(topics) \(offset)")
                    }
                }
            }
        }
        withExtendedLifetime(folder) {}
    }

    @Test("the composed corpora have what can be counted wrongly")
    func composed() throws {
        var (noTalks, noPassages, strangers, twice, nobody) = (0, 0, 0, 0, 0)
        for seed in Self.seeds {
            for record in ComposedCorpus(seed: seed).corpus.events {
                if record.talks.isEmpty { noTalks += 1 }
                for (talk, _) in record.talks {
                    let people = talk.participations.map(\.panelist)
                    if talk.passages.isEmpty { noPassages += 1 }
                    if Set(people).count < people.count { twice += 1 }
                    strangers += talk.passages.count { $0.speaker.map { !people.contains($0) } ?? false }
                    nobody += talk.passages.count { $0.speaker == nil && $0.kind == .note }
                }
            }
        }
        #expect(min(noTalks, noPassages, strangers, twice, nobody) > 0)
    }
}
