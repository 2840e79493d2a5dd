import ArgumentParser

/// `rostrum talk ID`: one talk with its text, without a server.
struct ShowTalk: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "talk", abstract: "Show one talk with its text, as Markdown or JSON, without a server.")

    @OptionGroup var options: ThingOptions

    func run() throws {
        try TalkThing.print(options)
    }
}

/// A talk, whose form for people is the API's Markdown.
private struct TalkThing: Thing {
    static let list = "talks"

    var id: String

    func lines(_ interface: LocalInterface) throws(CommandFailure) -> [String] {
        [try interface.body(["v1", Self.list, id + ".md"])]
    }
}
