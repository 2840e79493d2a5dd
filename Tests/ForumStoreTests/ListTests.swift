import Proceedings
import Testing

@testable import ForumStore

/// The identifiers that a list gives, for each kind of list.
extension StoreReader {
    func ids(_ list: EventList) throws -> [String] {
        var ids: [String] = []
        _ = try events(list) { ids.append($0.id.string) }
        return ids
    }

    func ids(_ list: TalkList) throws -> [String] {
        var ids: [String] = []
        _ = try talks(list) { ids.append($0.reference.id.string) }
        return ids
    }

    func ids(_ list: PanelistList) throws -> [String] {
        var ids: [String] = []
        _ = try panelists(list) { ids.append($0.id.string) }
        return ids
    }

    func ids(_ list: TopicList) throws -> [String] {
        var ids: [String] = []
        _ = try topics(list) { ids.append($0.reference.id.string) }
        return ids
    }

    func ids(_ list: PassageList) throws -> [String] {
        var ids: [String] = []
        _ = try passages(list) { ids.append($0.id.string) }
        return ids
    }

    func ids(_ list: SourceList) throws -> [String] {
        var ids: [String] = []
        _ = try sources(list) { ids.append($0.id.string) }
        return ids
    }
}

@Suite("Lists of a store")
struct ListTests {
    let folder: TemporaryFolder
    let reader: StoreReader

    init() throws {
        folder = try TemporaryFolder()
        reader = try folder.sampleReader()
    }

    static let talkFilters: [(terms: [Filter<TalkField>.Term], ids: [String])] = [
        ([], ["forum-k1", "forum-d1", "hearing-r1", "hearing-d1"]),
        ([.init(.event, .equal, [.text("forum")])], ["forum-k1", "forum-d1"]),
        ([.init(.event, .notEqual, [.text("forum")])], ["hearing-r1", "hearing-d1"]),
        (
            [.init(.event, .equal, [.text("forum"), .text("hearing")])],
            ["forum-k1", "forum-d1", "hearing-r1", "hearing-d1"]
        ),
        ([.init(.event, .equal, [.text("nowhere")])], []),
        ([.init(.talk, .startsWith, [.text("forum-")])], ["forum-k1", "forum-d1"]),
        ([.init(.talk, .contains, [.text("-d")])], ["forum-d1", "hearing-d1"]),
        ([.init(.kind, .equal, [.text("keynote"), .text("roundtable")])], ["forum-k1", "hearing-r1"]),
        ([.init(.kind, .notEqual, [.text("keynote"), .text("roundtable")])], ["forum-d1", "hearing-d1"]),
        ([.init(.panelist, .equal, [.text("김하나")])], ["forum-k1", "hearing-r1"]),
        // The person is to have the role: 김하나 chairs nothing, though 박세찬 chairs where she speaks.
        ([.init(.panelist, .equal, [.text("김하나")]), .init(.role, .equal, [.text("moderator")])], []),
        (
            [.init(.panelist, .equal, [.text("박세찬")]), .init(.role, .equal, [.text("moderator")])],
            ["hearing-r1", "hearing-d1"]
        ),
        ([.init(.affiliation, .equal, [.text("한국대학교")])], ["forum-k1"]),
        ([.init(.affiliation, .equal, [.text("한국대학교 전산학과")])], ["forum-k1"]),
        ([.init(.affiliation, .equal, [.text("한국대")])], []),
        ([.init(.affiliation, .contains, [.text("한국")])], ["forum-k1", "forum-d1", "hearing-d1"]),
        ([.init(.topic, .equal, [.text("chips")])], ["forum-d1", "hearing-d1"]),
        ([.init(.topic, .equal, [.text("chips")]), .init(.event, .equal, [.text("hearing")])], ["hearing-d1"]),
        ([.init(.topic, .notEqual, [.text("chips")])], ["forum-k1", "hearing-r1"]),
        ([.init(.page, .equal, [.integer(2)])], ["forum-d1"]),
        ([.init(.page, .atLeast, [.integer(2)])], ["forum-d1"]),
        ([.init(.page, .atMost, [.integer(1)])], ["forum-k1", "forum-d1", "hearing-r1", "hearing-d1"]),
        ([.init(.page, .notEqual, [.integer(1), .integer(2)])], []),
        ([.init(.page, .isNull, [.flag(true)])], []),
        ([.init(.talk, .equal, [.text("'; DROP TABLE talks; --")])], []),
    ]

    @Test("talks are narrowed as the filter says", arguments: talkFilters.indices)
    func talks(_ index: Int) throws {
        let (terms, ids) = Self.talkFilters[index]
        let list = TalkList(filter: Filter(terms), limit: 50)
        #expect(try reader.ids(list) == ids)
        #expect(try reader.talks(list) { _ in } == ListResult(total: ids.count, count: ids.count, next: nil))
        #expect(try reader.talks(TalkList(filter: Filter(terms), limit: 0)) { _ in }.total == ids.count)
    }

    static let passageFilters: [(terms: [Filter<PassageField>.Term], ids: [String])] = [
        (
            [.init(.talk, .equal, [.text("forum-d1")])],
            ["forum-d1.s1.h", "forum-d1.p1", "forum-d1.s1.1.h", "forum-d1.b1"]
        ),
        (
            [.init(.talk, .equal, [.text("forum-d1"), .text("hearing-d1")])],
            ["forum-d1.s1.h", "forum-d1.p1", "forum-d1.s1.1.h", "forum-d1.b1", "hearing-d1.p1"]
        ),
        (
            [.init(.event, .equal, [.text("hearing")])],
            ["hearing-r1.p1", "hearing-r1.p2", "hearing-r1.p3", "hearing-r1.p4", "hearing-d1.p1"]
        ),
        (
            [.init(.section, .equal, [.text("forum-d1.s1")])],
            ["forum-d1.s1.h", "forum-d1.p1", "forum-d1.s1.1.h", "forum-d1.b1"]
        ),
        ([.init(.section, .equal, [.text("forum-d1.s1.1")])], ["forum-d1.s1.1.h", "forum-d1.b1"]),
        (
            [.init(.section, .isNull, [.flag(true)])],
            ["hearing-r1.p1", "hearing-r1.p2", "hearing-r1.p3", "hearing-r1.p4", "hearing-d1.p1"]
        ),
        (
            [.init(.section, .isNull, [.flag(false)]), .init(.kind, .notEqual, [.text("heading")])],
            ["forum-d1.p1", "forum-d1.b1"]
        ),
        (
            [.init(.section, .notEqual, [.text("forum-d1.s1")])],
            ["hearing-r1.p1", "hearing-r1.p2", "hearing-r1.p3", "hearing-r1.p4", "hearing-d1.p1"]
        ),
        ([.init(.topic, .equal, [.text("ai")])], ["forum-d1.p1", "hearing-r1.p2"]),
        ([.init(.topic, .equal, [.text("ai")]), .init(.topic, .notEqual, [.text("law")])], ["hearing-r1.p2"]),
        ([.init(.page, .atLeast, [.integer(3)])], ["forum-d1.b1"]),
        ([.init(.page, .equal, [.integer(2)])], ["forum-d1.s1.1.h", "forum-d1.b1"]),
        // What a person is printed to say, and what is said where no speaker is printed and the person takes part.
        ([.init(.panelist, .equal, [.text("김하나")])], ["hearing-r1.p2", "hearing-r1.p3"]),
        ([.init(.panelist, .equal, [.text("박세찬-2")])], ["hearing-r1.p3"]),
        // A chair speaks only where it is printed.
        ([.init(.panelist, .equal, [.text("박세찬")])], ["hearing-r1.p1"]),
        ([.init(.panelist, .equal, [.text("최네온")])], ["hearing-r1.p4"]),
        ([.init(.role, .equal, [.text("moderator")])], ["hearing-r1.p1"]),
        (
            [.init(.affiliation, .equal, [.text("한국신문")])],
            ["forum-d1.s1.h", "forum-d1.p1", "forum-d1.s1.1.h", "forum-d1.b1", "hearing-d1.p1"]
        ),
    ]

    @Test("passages are narrowed as the filter says", arguments: passageFilters.indices)
    func passages(_ index: Int) throws {
        let (terms, ids) = Self.passageFilters[index]
        let list = PassageList(filter: Filter(terms), limit: 50)
        #expect(try reader.ids(list) == ids)
        #expect(try reader.passages(PassageList(filter: Filter(terms), limit: 0)) { _ in }.total == ids.count)
    }

    @Test("topics of an event or a talk are counted and sorted within it, page by page")
    func scopedTopics() throws {
        func counts(_ terms: Filter<TopicField>.Term..., limit: Int = 9) throws -> [String] {
            var rows: [String] = []
            var start: ListStart? = .offset(0)
            let order = [SortTerm(TopicSort.mentions, isDescending: true)]
            while let from = start {
                let list = TopicList(filter: Filter(terms), order: order, limit: limit, start: from)
                start = try reader.topics(list) { row in
                    rows.append("\(row.reference.id.string) \(row.mentionCount) \(row.passageCount) \(row.talkCount)")
                }.next.map { .after($0) }
            }
            return rows
        }
        #expect(try counts() == ["ai 4 2 3", "law 4 2 1", "chips 2 2 2"])
        let forum = Filter<TopicField>.Term(.event, .equal, [.text("forum")])
        for limit in [1, 2, 9] {
            #expect(try counts(forum, limit: limit) == ["law 4 2 1", "ai 3 1 2", "chips 1 1 1"])
        }
        #expect(
            try counts(forum, .init(.talk, .equal, [.text("forum-d1")])) == ["law 4 2 1", "ai 2 1 1", "chips 1 1 1"])
        #expect(try counts(.init(.event, .equal, [.text("hearing")])) == ["ai 1 1 1", "chips 1 1 1"])
        #expect(
            try counts(.init(.event, .equal, [.text("forum"), .text("hearing")]))
                == ["ai 4 2 3", "law 4 2 1", "chips 2 2 2"])
        // What is left out narrows the list, and no counts.
        #expect(try counts(.init(.event, .notEqual, [.text("hearing")])) == ["law 4 2 1"])
    }

    @Test("panelists, topics, events and sources are narrowed as the filter says")
    func others() throws {
        func people(_ terms: Filter<PanelistField>.Term...) throws -> [String] {
            try reader.ids(PanelistList(filter: Filter(terms), limit: 50))
        }
        #expect(try people() == ["김하나", "이두리", "박세찬", "박세찬-2", "최네온"])
        #expect(try people(.init(.event, .equal, [.text("forum")])) == ["김하나", "이두리"])
        // 김하나 is a keynote speaker of the forum and takes part in the hearing, but is no keynote speaker there.
        let keynote = Filter<PanelistField>.Term(.role, .equal, [.text("keynote")])
        #expect(try people(keynote) == ["김하나"])
        #expect(try people(keynote, .init(.event, .equal, [.text("hearing")])) == [])
        #expect(try people(.init(.affiliation, .equal, [.text("국회")])) == ["박세찬", "박세찬-2"])
        #expect(try people(.init(.affiliation, .isNull, [.flag(true)])) == ["최네온"])
        #expect(try people(.init(.topic, .equal, [.text("law")])) == ["이두리"])
        func topics(_ terms: Filter<TopicField>.Term...) throws -> [String] {
            try reader.ids(TopicList(filter: Filter(terms), limit: 50))
        }
        #expect(try topics(.init(.talk, .equal, [.text("hearing-r1")])) == ["ai"])
        #expect(try topics(.init(.panelist, .equal, [.text("이두리")])) == ["ai", "chips", "law"])
        #expect(try topics(.init(.broader, .equal, [.text("ai")])) == ["chips"])
        #expect(try topics(.init(.broader, .isNull, [.flag(true)])) == ["ai", "law"])
        #expect(try topics(.init(.general, .equal, [.flag(false)])) == ["chips", "law"])
        #expect(try topics(.init(.origin, .equal, [.text("derived")])) == ["law"])
        #expect(try reader.ids(EventList(filter: .only(.panelist, "이두리"), limit: 9)) == ["forum", "hearing"])
        #expect(try reader.ids(EventList(filter: .only(.topic, "law"), limit: 9)) == ["forum"])
        #expect(try reader.ids(EventList(filter: .only(.affiliation, "국회"), limit: 9)) == ["hearing"])
        #expect(try reader.ids(SourceList(filter: .only(.event, "hearing"), limit: 9)) == ["hearing"])
    }

    @Test("every allowed field, comparison and order runs")
    func everythingRuns() throws {
        func each<Field: ListField, Key: SortKey>(
            _ field: Field.Type, _ key: Key.Type, _ run: (ListRequest<Field, Key>) throws -> Void
        ) throws {
            for field in Field.allCases {
                for comparison in field.comparisons {
                    let value: FilterValue =
                        switch (comparison, field.valueType) {
                        case (.isNull, _), (_, .flag): .flag(true)
                        case (_, .integer): .integer(1)
                        default: .text("x")
                        }
                    let values = comparison == .isNull ? [value] : [value, value]
                    try run(ListRequest(filter: Filter([.init(field, comparison, values)]), limit: 3))
                }
            }
            for key in Key.allCases {
                for isDescending in [false, true] {
                    try run(ListRequest(order: [SortTerm(key, isDescending: isDescending)], limit: 3))
                }
            }
        }
        try each(EventField.self, EventSort.self) { _ = try reader.ids($0) }
        try each(TalkField.self, TalkSort.self) { _ = try reader.ids($0) }
        try each(PanelistField.self, PanelistSort.self) { _ = try reader.ids($0) }
        try each(TopicField.self, TopicSort.self) { _ = try reader.ids($0) }
        try each(PassageField.self, PassageSort.self) { _ = try reader.ids($0) }
        try each(SourceField.self, SourceSort.self) { _ = try reader.ids($0) }
    }

    static let refused: [Filter<TalkField>.Term] = [
        .init(.event, .equal, []), .init(.event, .equal, [.integer(1)]), .init(.page, .equal, [.text("1")]),
        .init(.page, .contains, [.integer(1)]), .init(.kind, .startsWith, [.text("k")]),
        .init(.event, .isNull, [.text("yes")]), .init(.event, .isNull, [.flag(true), .flag(false)]),
    ]

    @Test("a filter that its field does not allow is refused by name", arguments: refused)
    func refuses(_ term: Filter<TalkField>.Term) {
        #expect {
            _ = try reader.ids(TalkList(filter: Filter([term]), limit: 1))
        } throws: { error in
            guard case StoreError.invalidFilter(let field, _) = error else { return false }
            return field == term.field.rawValue
        }
    }
}
