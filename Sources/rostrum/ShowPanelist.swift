import ArgumentParser

/// `rostrum panelist ID`: one panelist with the talks they take part in, without a server.
struct ShowPanelist: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "panelist", abstract: "Show one panelist and their talks, without a server.")

    @OptionGroup var options: ThingOptions

    func run() throws {
        try PanelistThing.print(options)
    }
}

/// A panelist: who it is, and a table of the talks.
private struct PanelistThing: Thing {
    struct Talk: Decodable {
        var id: String
        var name: String
    }

    struct Participation: Decodable {
        var talk: Talk
        var role: String
    }

    struct Affiliation: Decodable {
        var printed: String?
    }

    static let list = "panelists"

    var name: String
    var affiliation: Affiliation?
    var roleTitle: String?
    var participations: [Participation]

    func lines(_: LocalInterface) -> [String] {
        var table = TextTable(["TALK", "ROLE", "TITLE"])
        for participation in participations {
            table.add([participation.talk.id, participation.role, participation.talk.name])
        }
        return [[name, affiliation?.printed ?? roleTitle].compactMap(\.self).joined(separator: " · "), ""] + table.lines
    }
}
