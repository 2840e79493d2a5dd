import ComposedTopics
import Proceedings
import Testing
import Topics

@Suite("Derived topics of composed discussions in five languages")
struct ComposedTopicTests {
    /// The precision that each language reached when the rules were last changed, less one topic.
    private static let floors: [ComposedTopics.Language: Double] = [
        .english: 0.6, .german: 0.5, .korean: 0.7, .spanish: 0.5, .ukrainian: 0.5,
    ]

    @Test("most of the first twenty are what a reader would look up", arguments: ComposedTopics.Language.allCases)
    func precision(language: ComposedTopics.Language) throws {
        let composed = try ComposedTopics(language)
        let topics = TopicIndex([composed.event], curated: []).topics
        let floor = try #require(Self.floors[language])
        let names = topics.prefix(ComposedTopics.depth).map(\.id.rawValue).joined(separator: " ")
        #expect(composed.precision(of: topics) >= floor, "\(language): \(names)")
        #expect(topics.count >= 10, "\(language): \(names)")
    }

    @Test(
        "every form stands in the text, and no name or title of a speaker is a topic",
        arguments: ComposedTopics.Language.allCases)
    func forms(language: ComposedTopics.Language) throws {
        let composed = try ComposedTopics(language)
        let topics = TopicIndex([composed.event], curated: []).topics
        let text = composed.event.talks.flatMap(\.talk.passages).map(\.text).joined(separator: "\n")
        for form in topics.flatMap(\.aliases) {
            #expect(text.contains(form), "\(language): \(form)")
        }
        #expect(composed.speakers(among: topics).map(\.id.rawValue) == [])
    }
}
