import ArgumentParser
import ForumStore
import Proceedings

/// `rostrum topics`: what is spoken of, without a server.
struct Topics: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the topics, without a server.")

    @OptionGroup var options: StoreOptions

    func run() throws {
        try Listing(options).print(["ID", "NAME", "MENTIONS", "PASSAGES", "TALKS"]) {
            reader, limit, start, add throws(StoreError) in
            try reader.topics(TopicList(limit: limit, start: start)) { topic throws(StoreError) in
                add([
                    topic.reference.id.string, topic.reference.name.string, String(topic.mentionCount),
                    String(topic.passageCount), String(topic.talkCount),
                ])
            }
        }
    }
}
