import Proceedings
import Testing

@testable import ForumStore

@Suite("Reading the parts of a store")
struct PartTests {
    let folder: TemporaryFolder
    let reader: StoreReader

    init() throws {
        folder = try TemporaryFolder()
        reader = try folder.sampleReader()
    }

    @Test("an event has its organizers in printed order and its counts")
    func event() throws {
        try reader.event("forum") { row throws(StoreError) in
            var organizers: [String] = []
            try row.forEachOrganizer { organizers.append($0.string) }
            #expect(organizers == ["한국대학교", "한국신문"])
            #expect(row.label.string == "긴급포럼")
            #expect(row.location.optionalString == nil)
            #expect([row.sourceCount, row.talkCount, row.panelistCount, row.passageCount] == [1, 2, 2, 4])
        }
        try reader.event("hearing") { row throws(StoreError) in
            try row.forEachOrganizer { _ in Issue.record("the hearing has no organizer") }
            #expect(row.name.isNull == true)
            #expect([row.sourceCount, row.talkCount, row.panelistCount, row.passageCount] == [1, 2, 4, 5])
        }
    }

    @Test("a panelist has the latest affiliation that is printed, and every appearance")
    func panelist() throws {
        var appearances: [String] = []
        try reader.panelist("김하나") { row throws(StoreError) in
            #expect(row.latest.affiliation.text.string == "한국대학교 전산학과")
            #expect(row.latest.printedName.string == "김 하 나")
            #expect([row.eventCount, row.talkCount, row.passageCount] == [2, 2, 2])
            try row.forEachAppearance {
                let organization = $0.participation.affiliation.organization.optionalString ?? "-"
                appearances.append(
                    "\($0.event.id.string) \($0.talk.id.string) \($0.participation.role.string) \(organization)")
            }
        }
        #expect(appearances == ["forum forum-k1 keynote 한국대학교", "hearing hearing-r1 speaker -"])
        try reader.panelist("최네온") { row throws(StoreError) in
            #expect(row.latest.role.isNull == true)
            #expect(row.latest.affiliation.isNull == true)
            #expect([row.eventCount, row.talkCount, row.passageCount] == [0, 0, 1])
        }
    }

    @Test("a topic has labels, aliases, its broader topic, counts and its first talks")
    func topic() throws {
        var lines: [String] = []
        _ = try reader.topics(TopicList(limit: 9)) { row throws(StoreError) in
            var words = [row.reference.id.string, row.reference.name.string, row.origin.string]
            words.append(row.broader.id.optionalString ?? "-")
            words.append("\(row.mentionCount)/\(row.passageCount)/\(row.talkCount)\(row.isGeneral ? " general" : "")")
            try row.forEachLabel { words.append("\($0.string)=\($1.string)") }
            try row.forEachAlias { words.append("~\($0.string)") }
            try row.forEachTalk(limit: 2) { words.append("\($0.talk.id.string):\($0.weight.mentions)") }
            lines.append(words.joined(separator: " "))
        }
        #expect(
            lines == [
                """
                ai 인공지능 curated - 4/2/3 general en=Artificial intelligence ko=인공지능 ~인공지능 ~AI \
                forum-k1:1 forum-d1:2
                """,
                "chips Chips curated ai 2/2/2 en=Chips ~반도체 forum-d1:1 hearing-d1:1",
                "law 규제 derived - 4/2/1 ko=규제 ~규제 ~법 forum-d1:4",
            ])
    }

    @Test("who speaks is the printed speaker, else the only one who does not chair, else nobody")
    func speakers() throws {
        var lines: [String] = []
        _ = try reader.passages(PassageList(filter: .only(.event, "hearing"), limit: 9)) { row throws(StoreError) in
            let speaker = try row.panelist.read { $0.id.string } ?? "-"
            lines.append("\(speaker) \(row.isSpeakerPrinted)")
        }
        #expect(lines == ["박세찬 true", "김하나 true", "- false", "최네온 true", "이두리 false"])
    }

    @Test("sections come in printed order with their parents")
    func sections() throws {
        var lines: [String] = []
        try reader.sections(of: "forum-d1") {
            lines.append(
                "\($0.reference.id.string) \($0.level) \($0.parentID.optionalString ?? "-") \($0.lines) \($0.passageCount)"
            )
        }
        #expect(lines == ["forum-d1.s1 1 - 6...6 2", "forum-d1.s1.1 2 forum-d1.s1 8...8 2"])
        try reader.sections(of: "nothing") { _ in Issue.record("there is no such talk") }
    }

    @Test("a bound ends what would read more rows, until it is lifted", arguments: 0...3)
    func bound(rows: Int) throws {
        var count = 0
        var failure: StoreError?
        reader.rowBudget = rows
        do throws(StoreError) {
            try reader.sections(of: "forum-d1") { _ in count += 1 }
        } catch {
            failure = error
        }
        #expect(failure == (rows < 2 ? .interrupted : nil) && count == min(rows, 2))
        reader.rowBudget = .max
        try reader.sections(of: "forum-d1") { _ in count += 1 }
        #expect(count == min(rows, 2) + 2)
    }

    @Test(
        "a context stays within the talk",
        arguments: [
            (0, 0, ["hearing-r1.p2"]), (1, 1, ["hearing-r1.p1", "hearing-r1.p2", "hearing-r1.p3"]),
            (9, 9, ["hearing-r1.p1", "hearing-r1.p2", "hearing-r1.p3", "hearing-r1.p4"]),
            (.max, .max, ["hearing-r1.p1", "hearing-r1.p2", "hearing-r1.p3", "hearing-r1.p4"]),
            (-1, 1, ["hearing-r1.p2", "hearing-r1.p3"]),
        ])
    func context(before: Int, after: Int, expected: [String]) throws {
        var ids: [String] = []
        try reader.context(of: "hearing-r1.p2", before: before, after: after) { ids.append($0.id.string) }
        #expect(ids == expected)
    }

    @Test("lines come in order with what became of them")
    func lines() throws {
        var lines: [String] = []
        try reader.lines(of: "forum", 6...8) {
            let printed = $0.printedPage.optionalString ?? "-"
            lines.append(
                "\($0.number) \($0.text.string) \($0.lineClass.string) \($0.talk.id.string) \($0.passageID.string) \($0.join.string) \($0.page) \(printed)"
            )
        }
        #expect(
            lines == [
                "6 줄 6 body forum-d1 forum-d1.s1.h end 1 -", "7 줄 7 body forum-d1 forum-d1.p1 end 1 -",
                "8 줄 8 body forum-d1 forum-d1.s1.1.h end 2 12",
            ])
        var last: [String] = []
        try reader.lines(of: "forum", 12...(.max)) { last.append($0.text.string + $0.terminator.string) }
        #expect(last == ["줄 12"])
        var classes: [String] = []
        try reader.source("forum") { row throws(StoreError) in
            try row.forEachLineClass { classes.append("\($0.lineClass.string) \($0.lines) \($0.characters)") }
            #expect([row.lineCount, row.pageCount] == [12, 3])
        }
        #expect(classes == ["blank 6 24", "body 6 26"])
    }

    @Test("every kind of identifier is known, and no other")
    func references() throws {
        for kind in ReferenceKind.allCases {
            var names: [String] = []
            try reader.identifiers(of: kind) { names.append($0.string) }
            #expect(!names.isEmpty)
            for name in names { #expect(try reader.contains(kind, name)) }
            #expect(try !reader.contains(kind, "nothing"))
            #expect(try !reader.contains(kind, ""))
        }
        #expect(try reader.contains(.affiliation, "한국대학교 전산학과"))
    }

    @Test("a closure may ask the reader for rows of the same kind, and row for row children of the same kind")
    func nesting() throws {
        var pairs: [String] = []
        _ = try reader.talks(TalkList(limit: 2)) { outer throws(StoreError) in
            _ = try reader.talks(TalkList(limit: 2)) { inner throws(StoreError) in
                pairs.append(outer.reference.id.string + " " + inner.reference.id.string)
            }
        }
        #expect(pairs == ["forum-k1 forum-k1", "forum-k1 forum-d1", "forum-d1 forum-k1", "forum-d1 forum-d1"])
        var titles: [String] = []
        try reader.talk("forum-k1") { outer throws(StoreError) in
            try reader.talk("hearing-r1") { inner in
                titles = [outer.reference.id.string, inner.reference.id.string]
            }
        }
        #expect(titles == ["forum-k1", "hearing-r1"])
        var people: [String] = []
        try reader.talk("hearing-r1") { row throws(StoreError) in
            try row.forEachParticipant { outer throws(StoreError) in
                try row.forEachParticipant { inner throws(StoreError) in
                    let first = try outer.panelist.read { $0.id.string } ?? ""
                    let second = try inner.panelist.read { $0.id.string } ?? ""
                    people.append(first + " " + second)
                }
            }
        }
        #expect(people.count == 9)
        #expect(people[5] == "박세찬-2 김하나")
    }

    @Test("what a closure throws ends the reading, and the reader goes on")
    func throwing() throws {
        for _ in 0..<2 {
            #expect(throws: StoreError.interrupted) {
                _ = try reader.talks(TalkList(limit: 9)) { row throws(StoreError) in
                    try row.forEachParticipant { _ throws(StoreError) in throw .interrupted }
                }
            }
        }
        #expect(try reader.ids(TalkList(limit: 9)).count == 4)
    }

    @Test("children are the same whatever the order of their owners")
    func children() throws {
        func people(_ order: [SortTerm<TalkSort>], _ filter: Filter<TalkField> = Filter()) throws -> [String: [String]]
        {
            var people: [String: [String]] = [:]
            _ = try reader.talks(TalkList(filter: filter, order: order, limit: 9)) { row throws(StoreError) in
                let id = row.reference.id.string
                try row.forEachParticipant { person throws(StoreError) in
                    try person.panelist.read { people[id, default: []].append($0.id.string) }
                }
            }
            return people
        }
        let all = try people([])
        #expect(all["hearing-r1"] == ["박세찬", "박세찬-2", "김하나"])
        for key in TalkSort.allCases {
            #expect(try people([SortTerm(key, isDescending: true)]) == all)
        }
        #expect(try people([], .only(.talk, "hearing-d1", "forum-k1")).count == 2)
    }
}
