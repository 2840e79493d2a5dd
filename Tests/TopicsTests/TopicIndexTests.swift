import Proceedings
import Testing

@testable import Topics

@Suite("TopicIndex: where topics are derived, and what of them is kept")
struct TopicIndexTests {
    private static let regulation = Topic(id: "regulation", labels: ["ko": "규제"], aliases: ["규제"])

    private func index(
        _ texts: [String], curated: [Topic] = [], derives: Bool? = nil
    ) -> TopicIndex {
        TopicIndex(
            [MadeEvent.event("e", talks: [texts])], curated: curated, choices: derives.map { ["e": $0] } ?? [:])
    }

    private static let texts = [
        "양자컴퓨터의 시대가 온다.", "양자컴퓨터를 만드는 규제는 없다.", "양자컴퓨터가 규제를 바꾼다.", "양자컴퓨터와 규제는 다르다.",
    ]

    @Test("an event that no vocabulary covers derives topics; every count is one of mentions")
    func uncovered() throws {
        let found = index(Self.texts)
        let topic = try #require(found.topics.first { $0.id == "양자컴퓨터" })
        #expect(topic.origin == .derived)
        #expect(topic.labels == ["ko": "양자컴퓨터"])
        let mentions = found.mentions.filter { $0.topic == topic.id }
        #expect(mentions.map(\.passage) == (1...4).map { Passage.ID("e-t1.p\($0)") })
        #expect(mentions.allSatisfy { $0.method == .term && $0.surface == "양자컴퓨터" && $0.start == 0 && $0.end == 5 })
    }

    @Test("the vocabulary's topics come first and are never derived again, in whatever writing")
    func curatedFirst() {
        let found = index(Self.texts + ["하나", "둘", "셋"], curated: [Self.regulation])
        #expect(found.topics.first == Self.regulation)
        #expect(found.topics.map(\.id) == ["regulation", "양자컴퓨터"])
        #expect(Set(found.mentions.filter { $0.topic == "regulation" }.map(\.method)) == [.alias])
        let spaced = Topic(id: "quantum", labels: ["ko": "양자 컴퓨터"], aliases: [])
        #expect(index(Self.texts, curated: [spaced]).topics.allSatisfy { $0.id != "양자컴퓨터" })
    }

    @Test("an event that the vocabulary covers derives nothing, unless a person says so, and the other way round")
    func covered() {
        let covered = index(Self.texts, curated: [Self.regulation])
        #expect(covered.topics == [Self.regulation])
        #expect(covered.deriving.isEmpty)
        #expect(index(Self.texts, curated: [Self.regulation], derives: true).topics.count > 1)
        #expect(index(Self.texts, derives: false).topics.isEmpty)
        var general = Self.regulation
        general.isGeneral = true
        #expect(index(Self.texts, curated: [general]).deriving == ["e"])
    }

    @Test("mentions of both kinds stand in the order of the text")
    func order() {
        let found = index(Self.texts, curated: [Self.regulation], derives: true)
        let places = found.mentions.map { ($0.passage?.rawValue ?? "", $0.start) }
        #expect(places.elementsEqual(places.sorted { $0 < $1 }, by: ==))
    }

    @Test("events that derive share their topics; others have none of them")
    func shared() {
        let events = [
            MadeEvent.event("a", talks: [Self.texts]), MadeEvent.event("b", talks: [["그 양자컴퓨터를 본다."]]),
            MadeEvent.event("c", talks: [["그 양자컴퓨터를 본다."]]),
        ]
        let found = TopicIndex(events, curated: [], choices: ["c": false])
        #expect(Set(found.mentions.map(\.talk)) == ["a-t1", "b-t1"])
        #expect(found.deriving == ["a", "b"])
    }
}
