import Proceedings
import Testing

@testable import ForumStore

@Suite("Reading a store")
struct ReadingTests {
    let folder: TemporaryFolder
    let reader: StoreReader

    init() throws {
        folder = try TemporaryFolder()
        reader = try folder.sampleReader()
    }

    @Test("a talk has everything that was put in, and what is derived from it")
    func talk() throws {
        var topics: [String] = []
        let found = try reader.talk("forum-d1") { row throws(StoreError) in
            #expect(row.reference.id.string == "forum-d1")
            #expect(row.reference.title.isNull == true)
            #expect(row.reference.ordinal == 1)
            #expect(try row.event.read { $0.name.string } == "앞날 포럼")
            #expect(try row.source.read { $0.id.string } == "forum")
            #expect(row.lines == 5...11)
            #expect(row.pages == 1...3)
            #expect(row.firstPrintedPage.isNull == true)
            #expect(row.lastPrintedPage.string == "13")
            #expect(row.sectionCount == 2)
            #expect(row.passageCount == 4)
            #expect(row.characterCount == 17 + 18)
            #expect(row.wordCount == 5 + 6)
            #expect(row.readingMinutes == 1)
            #expect(row.hasTranscript == true)
            var people: [String] = []
            try row.forEachParticipant { person throws(StoreError) in
                people.append(try person.panelist.read { $0.id.string } ?? "")
                #expect(person.participation.role.string == "discussant")
                #expect(person.participation.affiliation.organization.string == "한국신문")
                #expect(person.participation.affiliation.department.isNull == true)
                #expect(person.participation.affiliation.printed.string == "한국신문 기자")
            }
            #expect(people == ["이두리"])
            try row.forEachTopic { topic throws(StoreError) in
                let weight = topic.weight
                let id = try topic.topic.read { $0.id.string } ?? ""
                topics.append(
                    "\(id) \(weight.mentions) \(weight.isInHeading) \(weight.isPrimary) \(weight.weight)"
                )
            }
        }
        #expect(found)
        #expect(topics == ["law 4 true true 0.545", "chips 1 true true 0.273", "ai 2 false false 0.182"])
    }

    @Test("a guid is the version 5 UUID of the talk's identifier")
    func guid() throws {
        var guid: String?
        try reader.talk("forum-k1") { guid = $0.guid.string }
        #expect(guid == StableUUID.text(of: "forum-k1", in: StableUUID.talks))
        // The example of RFC 9562, appendix A.4: www.example.com in the name space of domain names.
        let names: [UInt8] = [
            0x6b, 0xa7, 0xb8, 0x10, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8,
        ]
        #expect(StableUUID.text(of: "www.example.com", in: names) == "2ed6657d-e927-568b-95e1-2665a8aea6a2")
    }

    @Test("an identifier that names nothing lends no row")
    func nothing() throws {
        #expect(try !reader.talk("forum-k9") { _ in })
        #expect(try !reader.event("nowhere") { _ in })
        #expect(try !reader.passage("") { _ in })
    }

    @Test("a passage knows its talk, section, spans, neighbours, topics and mentions")
    func passage() throws {
        try reader.passage("forum-d1.p1") { row throws(StoreError) in
            #expect(row.text.string == "인공지능 규제 법과 AI 규제.")
            #expect(row.sha256.string == "7f54da9a63d7403575493bd98f0d49792e381f252d23d034eb946800daf0ecd2")
            #expect(row.previousID.string == "forum-d1.s1.h")
            #expect(row.nextID.string == "forum-d1.s1.1.h")
            #expect(try row.talk.read { $0.id.string } == "forum-d1")
            #expect(try row.event.read { $0.id.string } == "forum")
            #expect(try row.section.read { $0.title.string } == "반도체와 규제")
            #expect(try row.panelist.read { $0.name.string } == "이두리")
            #expect(row.isSpeakerPrinted == false)
            var topics: [String] = []
            try row.forEachTopic { topic throws(StoreError) in
                topics.append("\(try topic.topic.read { $0.name.string } ?? "") \(topic.mentions)")
            }
            #expect(topics == ["인공지능 2", "규제 3"])
            var mentions: [String] = []
            try row.forEachMention {
                mentions.append("\($0.topic.id.string) \($0.start)-\($0.end) \($0.surface.string)")
            }
            #expect(mentions == ["ai 0-4 인공지능", "law 5-7 규제", "law 8-9 법", "ai 11-13 AI", "law 14-16 규제"])
        }
        try reader.passage("forum-d1.b1") { row throws(StoreError) in
            var spans: [String] = []
            try row.forEachSpan { span throws(StoreError) in
                let source = try span.source.read { $0.id.string } ?? ""
                spans.append("\(source) \(span.page) \(span.printedPage.string) \(span.lines)")
            }
            #expect(spans == ["forum 2 12 9...9", "forum 3 13 10...11"])
            #expect(row.nextID.isNull == true)
            #expect(row.marker.string == "-")
        }
    }
}
