import Foundation
import Proceedings
import Testing

@testable import ForumStore

@Suite("What a load derives")
struct DerivationTests {
    @Test(
        "characters are scalar values and words are parted by white space",
        arguments: [
            ("", 0, 0, 0), (" \u{3000}\u{a0}\n", 4, 0, 1), ("가", 1, 1, 1), ("딥시크 파장과  미래", 11, 3, 1),
            ("🇰🇷", 2, 1, 1), ("e\u{301}", 2, 1, 1), (" a b ", 5, 2, 1), ("a\u{200b}b", 3, 1, 1),
        ])
    func measure(text: String, characters: Int, words: Int, minutes: Int) {
        let measure = TextMeasure(text)
        #expect(measure.characters == characters)
        #expect(measure.words == words)
        #expect(measure.readingMinutes == minutes)
    }

    @Test("white space is what Unicode says")
    func whiteSpace() {
        for value in UInt32(0)...0x3100 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let words = TextMeasure("a\(Character(scalar))a").words
            #expect((words == 2) == scalar.properties.isWhitespace, "U+\(String(value, radix: 16))")
        }
    }

    @Test("a minute is begun with its first character", arguments: [(500, 1), (501, 2), (1000, 2), (1001, 3)])
    func minutes(characters: Int, minutes: Int) {
        #expect(TextMeasure(String(repeating: "가", count: characters)).readingMinutes == minutes)
    }

    @Test(
        "a talk is about what its title, a heading or three mentions name",
        arguments: [
            ([TopicWeights.Place.title], true), ([.heading], true), ([.body, .body, .body], true),
            ([.body, .body], false), ([.body], false),
        ])
    func primary(places: [TopicWeights.Place], isPrimary: Bool) {
        var weights = TopicWeights()
        for place in places { weights.add(topic: 1, place: place) }
        // Being too broad to rank by changes the order and not what a talk is about.
        for isGeneral in [false, true] {
            #expect(weights.ranked { _ in isGeneral }.map(\.tally.isPrimary) == [isPrimary])
        }
    }

    @Test("weights are shares, topics too broad come last and the vocabulary decides between equals")
    func ranking() {
        var weights = TopicWeights()
        for _ in 0..<5 { weights.add(topic: 1, place: .body) }
        weights.add(topic: 3, place: .body)
        weights.add(topic: 2, place: .body)
        weights.add(topic: 4, place: .heading)
        let ranked = weights.ranked { $0 == 1 }
        #expect(ranked.map(\.tally.topic) == [4, 2, 3, 1])
        #expect(ranked.map(\.weight) == [0.3, 0.1, 0.1, 0.5])
    }

    /// What the standard says of the talks of the DeepSeek forum; it may lie beside the package.
    private static let standardTopics = try? Data(
        contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("shared/transcripts/deepseek.topics.json"))

    @Test(
        "what the talks of the DeepSeek forum are about equals the standard",
        .enabled(if: DerivationTests.standardTopics != nil, "there is no standard beside the package"))
    func standard() throws {
        struct Standard: Decodable {
            struct Topic: Decodable {
                struct Talk: Decodable {
                    let mentions: Int
                    let in_title: Bool
                    let in_heading: Bool
                    let primary: Bool
                }
                let slug: String
                let mentions: [String: Int]
                let talks: [String: Talk]
            }
            let topics: [Topic]
        }
        let data = try #require(Self.standardTopics)
        for topic in try JSONDecoder().decode(Standard.self, from: data).topics {
            var talks: [String: TopicWeights] = [:]
            for (place, count) in topic.mentions {
                let talk = String(place.prefix { $0 != "." })
                for _ in 0..<count {
                    talks[talk, default: TopicWeights()].add(
                        topic: 1, place: place.hasSuffix(".title") ? .title : place.hasSuffix(".h") ? .heading : .body)
                }
            }
            #expect(Set(talks.keys) == Set(topic.talks.keys))
            for (talk, expected) in topic.talks {
                let tally = try #require(talks[talk]?.ranked { _ in false }.first?.tally)
                #expect(tally.mentions == expected.mentions, "\(topic.slug) \(talk)")
                #expect(tally.isInTitle == expected.in_title, "\(topic.slug) \(talk)")
                #expect(tally.isInHeading == expected.in_heading, "\(topic.slug) \(talk)")
                #expect(tally.isPrimary == expected.primary, "\(topic.slug) \(talk)")
            }
        }
    }

    @Test("every error is one line that names its place")
    func descriptions() {
        let errors: [StoreError] = [
            .missing(path: "/a/b"), .folderMissing(path: "/a/b"), .notPermitted(path: "/a/b", code: 13),
            .diskFull(path: "/a/b"), .notAStore(path: "/a/b"), .otherVersion(path: "/a/b", found: 9, expected: 1),
            .corrupt(path: "/a/b", detail: "x"), .loadInProgress(path: "/a/b", process: 7),
            .system(operation: "sync", path: "/a/b", code: 5),
        ]
        for error in errors {
            #expect("\(error)".contains("/a/b"))
            #expect(!"\(error)".contains("\n"))
        }
    }
}
