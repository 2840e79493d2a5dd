import ArgumentParser

/// `rostrum topic ID`: one topic with the talks that mention it, without a server.
struct ShowTopic: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "topic", abstract: "Show one topic and the talks that mention it, without a server.")

    @OptionGroup var options: ThingOptions

    func run() throws {
        try TopicThing.print(options)
    }
}

/// A topic: what it is called, and a table of the talks.
private struct TopicThing: Thing {
    struct Talk: Decodable {
        var id: String
        var name: String
        var mentions: Int
    }

    struct Counts: Decodable {
        var mentions: Int
        var passages: Int
        var talks: Int
    }

    static let list = "topics"

    var name: String
    var origin: String
    var aliases: [String]
    var counts: Counts
    var talks: [Talk]

    func lines(_: LocalInterface) -> [String] {
        var table = TextTable(["TALK", "MENTIONS", "TITLE"])
        for talk in talks { table.add([talk.id, String(talk.mentions), talk.name]) }
        let others = aliases.filter { $0 != name }
        let left = counts.talks - talks.count
        return ["\(name) · \(origin) · \(counts.mentions) mentions in \(counts.passages) passages"]
            + (others.isEmpty ? [] : ["also: " + others.joined(separator: ", ")]) + [""] + table.lines
            + (left > 0 ? ["and \(left) talks more"] : [])
    }
}
