import Foundation
import Proceedings
import Testing

@testable import ForumData

@Suite("event.yaml and topics.yaml")
struct YAMLFileTests {
    private func read(event: String? = nil, topics: String? = nil) throws -> Corpus {
        let folder = try TemporaryFolder()
        try folder.write(SampleTranscript.text, to: "events/forum/transcript.txt")
        if let event { try folder.write(event, to: "events/forum/event.yaml") }
        if let topics { try folder.write(topics, to: "topics.yaml") }
        do {
            return try CorpusReader(folder: DataFolder(path: folder.path)).read(schemaVersion: 1).corpus
        } catch {
            guard case .invalidYAML(let path, let line, _, let reason) = error else { throw error }
            throw Refused(file: String(path.dropFirst(folder.path.count + 1)), line: line, reason: reason)
        }
    }

    private struct Refused: Error {
        var file: String
        var line: Int?
        var reason: String
    }

    private func refusal(event: String? = nil, topics: String? = nil) -> Refused? {
        do {
            _ = try read(event: event, topics: topics)
            return nil
        } catch {
            return error as? Refused
        }
    }

    @Test("what event.yaml says is taken, what is null or left out is unknown")
    func event() throws {
        let corpus = try read(
            event: """
                name: 규제 토론회
                start_date: 2025-02-13
                location: null
                organizers: [한국학회, 국회]
                language: ko
                """)
        let event = corpus.events[0].event
        #expect(event.name == "규제 토론회")
        #expect(event.startDate == "2025-02-13")
        #expect(event.location == nil)
        #expect(event.classification == nil)
        #expect(event.organizers == ["한국학회", "국회"])
        #expect(try read(event: "# nothing yet\n").events[0].event.name == nil)
    }

    @Test(
        "what event.yaml may not say is refused with its line",
        arguments: [
            ("name: a\nnmae: b\n", 2, "unknown key 'nmae'"), ("start_date: 2025-13-01", 1, "a date of the calendar"),
            ("start_date: 2025-02-30", 1, "a date of the calendar"), ("start_date: 13.2.2025", 1, "a date"),
            ("organizers: 국회", 1, "a list of texts"), ("name: [a]", 1, "a text, or null"),
            ("- a", 1, "expected a mapping"), ("language: klingon!!", 1, "a BCP 47 tag"),
            ("start_date: 2025-02\nend_date: 2025-01", 2, "before 'start_date'"),
            ("derive_topics: sometimes", 1, "true or false"), ("derive_topics: [true]", 1, "true or false"),
            ("name: 'a", nil, "malformed YAML"),
            ("name: a\nname: b", nil, "twice"),
        ] as [(String, Int?, String)])
    func badEvent(yaml: String, line: Int?, reason: String) throws {
        let refused = try #require(refusal(event: yaml))
        #expect(refused.file == "events/forum/event.yaml")
        if let line { #expect(refused.line == line) }
        #expect(refused.reason.contains(reason))
    }

    @Test(
        "event.yaml wins over what a transcript says of the event, a day of its own over one that does not fit",
        arguments: [
            ("name: a", "2025-02-13", "2025-02-14"), ("start_date: 2025-02-12", "2025-02-12", "2025-02-14"),
            ("end_date: 2025-02-15", "2025-02-13", "2025-02-15"), ("start_date: 2026", "2026", nil),
            ("end_date: 2024", nil, "2024"), ("start_date: null", "2025-02-13", "2025-02-14"),
        ] as [(String, String?, String?)])
    func days(yaml: String, first: String?, last: String?) throws {
        let folder = try TemporaryFolder()
        try folder.write(yaml, to: "event.yaml")
        var event = Event(id: "forum", startDate: "2025-02-13", endDate: "2025-02-14", location: "국회")
        try EventFile(InputFile(path: folder.path + "/event.yaml", name: "event.yaml")).apply(to: &event)
        #expect(event.startDate == first && event.endDate == last && event.location == "국회")
    }

    @Test("the days of an event's parts are the event's, from the first to the last")
    func parts() {
        var event = Event(id: "forum")
        event.include("2025-02-13"..."2025-02-13")
        #expect(event.startDate == "2025-02-13" && event.endDate == nil)
        event.include("2025-02-12"..."2025-02-12")
        #expect(event.startDate == "2025-02-12" && event.endDate == "2025-02-13")
        event.include("2025-02-13"..."2025-02-14")
        #expect(event.startDate == "2025-02-12" && event.endDate == "2025-02-14")
    }

    @Test("topics keep the file's order, and their mentions are found")
    func topics() throws {
        let corpus = try read(
            topics: """
                topics:
                  - id: regulation
                    labels: { ko: 규제, en: Regulation }
                    aliases: [규제]
                  - id: market
                    labels: { ko: 시장 }
                    aliases: [시장]
                    general: true
                    broader: regulation
                """)
        #expect(corpus.topics.map(\.id) == ["regulation", "market"])
        #expect(corpus.topics[1].isGeneral && corpus.topics[1].broader == "regulation")
        #expect(corpus.mentions.map(\.surface) == ["규제", "시장"])
        #expect(corpus.mentions.map(\.passage) == ["forum-d1.p1", "forum-d1.p1"])
    }

    @Test(
        "what topics.yaml may not say is refused",
        arguments: [
            ("topics: 3", "'topics' is a list"), ("subjects: []", "unknown key 'subjects'"),
            ("topics:\n  - labels: { ko: a }", "needs an 'id'"), ("topics:\n  - id: A B\n", "needs an 'id'"),
            ("topics:\n  - id: a\n", "needs 'labels'"),
            ("topics:\n  - { id: a, labels: { ko: } }", "a label is a text"),
            ("topics:\n  - { id: a, labels: { ko: a } }\n  - { id: a, labels: { ko: a } }", "stands twice"),
            ("topics:\n  - { id: a, labels: { ko: a }, aliases: [b, b] }", "an alias of 'a' stands twice"),
            ("topics:\n  - { id: a, labels: { ko: a }, aliases: [' '] }", "nothing in it to be found"),
            ("topics:\n  - { id: a, labels: { ko: a }, aliases: [AI, ai] }", "letter case aside"),
            ("topics:\n  - { id: a, labels: { zz zz: a } }", "a label is a text"),
            ("topics:\n  - { id: a, labels: { ko: a }, general: maybe }", "true or false"),
            ("topics:\n  - { id: a, labels: { ko: a }, broader: b }", "names no topic: 'b'"),
            ("topics:\n  - { id: a, labels: { ko: a }, broader: a }", "broader than itself"),
            ("topics:\n  - { id: cooccurrence, labels: { ko: a } }", "taken by an address"),
            ("topics:\n  - { id: 대형_모델, labels: { ko: a } }", "needs an 'id'"),
        ])
    func badTopics(yaml: String, reason: String) throws {
        let refused = try #require(refusal(topics: yaml))
        #expect(refused.file == "topics.yaml")
        #expect(refused.reason.contains(reason), "\(refused.reason)")
    }

    @Test("topics that are written as a topics.yaml are read again as they were")
    func written() throws {
        let topics = [
            Topic(
                id: "대형-모델", labels: ["ko": "대형 모델", "en": "Large: model #1"],
                aliases: ["대형 모델", "R&D", "a\"b\\c", "3.7"]),
            Topic(
                id: "yes", labels: ["ko": "- 'x'"], aliases: ["no", "미･중", "{a}", "\tb"], broader: "대형-모델",
                isGeneral: true),
            Topic(id: "none", labels: ["en": "null"], aliases: []),
        ]
        var text = VocabularyText()
        for topic in topics { text.add(topic, note: "derived: 3 mentions\nin 2 talks") }
        #expect(try read(topics: text.text).topics == topics)
    }

    @Test("topics are derived where the vocabulary does not reach, or where event.yaml says so")
    func derivation() throws {
        let vocabulary = "topics:\n  - { id: regulation, labels: { ko: 규제 }, aliases: [규제] }"
        #expect(try read(topics: vocabulary).topics.map(\.id) == ["regulation"])
        #expect(try read(event: "derive_topics: false").topics.isEmpty)
        for yaml in ["derive_topics: true", "derive_topics: null", "name: a"] {
            #expect(try read(event: yaml).topics.allSatisfy { $0.origin == .derived })
        }
    }
}
