import Foundation
import Proceedings
import Testing
import Topics

@testable import ForumData

/// The forum in Data/, against what people found in it by hand.
@Suite("The DeepSeek forum in Data/")
struct DeepSeekForumTests {
    private struct Standard: Decodable {
        /// By place: `d1.p1`, `d3.s1.h` for a heading, `k1.title` for a title.
        var mentions: [String: Int]
    }

    /// What was derived when the rules were last changed: another list needs another `TopicDeriver.version`.
    private static let recorded = """
        딥시크 ai 미국 llm 중국 데이터 한국 생태계 ai-생태계 ai-기술 스타트업 기초과학 투자 혁신 ai-혁신 정부 경쟁력 인재 알고리즘 논문 응용 ai-g3 ai-응용 컴퓨팅 gpu 로봇 추론
        r-d
        """
        .split(whereSeparator: \.isWhitespace).map(String.init)

    private let corpus: Corpus

    init() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        corpus = try CorpusReader(folder: DataFolder(path: root.path + "/Data"), isStrict: true)
            .read(schemaVersion: 1).corpus
    }

    @Test("seven talks, seven people, eleven sections, and the event as printed")
    func counts() {
        #expect(corpus.events.map(\.event.id) == ["deepseek"])
        let event = corpus.events[0].event
        #expect(event.name == "딥시크(DeepSeek) 파장과 미래 전망")
        #expect(event.label == "긴급공동포럼")
        #expect(event.startDate == nil && event.location == nil && event.organizers.isEmpty)
        let talks = corpus.events[0].talks.map(\.talk)
        #expect(talks.map(\.id.rawValue) == ["k1", "k2", "d1", "d2", "d3", "d4", "d5"].map { "deepseek-\($0)" })
        #expect(corpus.panelists.map(\.name) == ["이상근", "김명주", "황의종", "최재식", "이주형", "홍영준", "고광본"])
        #expect(talks.reduce(0) { $0 + $1.sections.count } == 11)
    }

    @Test("every topic's mentions are those of the standard, passage by passage")
    func mentions() throws {
        let file = try #require(Bundle.module.url(forResource: "Fixtures/deepseek-mentions", withExtension: "json"))
        let standard = try JSONDecoder().decode([String: Standard].self, from: Data(contentsOf: file))
        #expect(Set(corpus.topics.map(\.id.rawValue)) == Set(standard.keys))
        var found: [String: [String: Int]] = [:]
        for mention in corpus.mentions {
            let place = mention.passage?.rawValue ?? "\(mention.talk).title"
            found[mention.topic.rawValue, default: [:]][String(place.dropFirst("deepseek-".count)), default: 0] += 1
        }
        for (topic, expected) in standard {
            #expect(found[topic] == expected.mentions, "\(topic)")
        }
    }

    @Test("the vocabulary covers the forum: nothing is derived beside it")
    func covered() {
        #expect(corpus.topics.count == 39)
        #expect(corpus.topics.allSatisfy { $0.origin == .curated })
        #expect(corpus.mentions.allSatisfy { $0.method == .alias })
    }

    @Test(
        "without the vocabulary, topics are derived: no person and no affiliation among them, every mention in its text"
    )
    func derived() throws {
        let index = TopicIndex(corpus.events, curated: [])
        #expect(index.topics.count >= 20)
        #expect(index.topics.allSatisfy { $0.origin == .derived })
        let labels = index.topics.flatMap(\.aliases)
        for (talk, _) in corpus.events.flatMap(\.talks) {
            for part in talk.participations {
                let words = [part.name, part.roleTitle, part.affiliation?.organization, part.affiliation?.department]
                #expect(Set(words.compactMap(\.self)).isDisjoint(with: labels))
            }
        }
        let texts = Dictionary(
            uniqueKeysWithValues: corpus.events.flatMap(\.talks).flatMap { $0.talk.passages }.map { ($0.id, $0.text) })
        for mention in index.mentions {
            guard let passage = mention.passage else { continue }
            let units = Array(try #require(texts[passage]).utf16)
            #expect(String(decoding: units[mention.start..<mention.end], as: UTF16.self) == mention.surface)
        }
        #expect(index.topics.map(\.id.rawValue) == Self.recorded)
    }
}
