import ArgumentParser

/// `rostrum passage ID`: one passage with who says it and where it is printed, without a server.
struct ShowPassage: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "passage",
        abstract: "Show one passage, who says it and where it is printed, without a server.")

    @OptionGroup var options: ThingOptions

    func run() throws {
        try PassageThing.print(options)
    }
}

/// A passage: its heading as search shows it, and its whole text.
private struct PassageThing: Thing {
    struct Named: Decodable {
        var name: String
    }

    struct Voice: Decodable {
        var label: String
    }

    struct Span: Decodable {
        var page: Int
        var printedPage: String?
        var lineStart: Int
        var lineEnd: Int
    }

    static let list = "passages"

    var id: String
    var text: String
    var talk: Named
    var panelist: Named?
    var voice: Voice?
    var spans: [Span]

    func lines(_: LocalInterface) -> [String] {
        let places = spans.map {
            PrintedPlace(page: $0.page, printedPage: $0.printedPage, lines: $0.lineStart...$0.lineEnd).text
        }
        let speaker = panelist?.name ?? voice?.label
        return [([id, speaker, talk.name].compactMap(\.self) + places).joined(separator: " · "), "", text]
    }
}
