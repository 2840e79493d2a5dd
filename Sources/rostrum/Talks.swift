import ArgumentParser
import ForumStore
import Proceedings

/// `rostrum talks`: the programme, without a server.
struct Talks: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the talks, without a server.")

    @OptionGroup var options: StoreOptions

    func run() throws {
        try Listing(options).print(["ID", "ITEM", "PANELISTS", "PASSAGES", "TITLE"]) {
            reader, limit, start, add throws(StoreError) in
            try reader.talks(TalkList(limit: limit, start: start)) { talk throws(StoreError) in
                var names: [String] = []
                try talk.forEachParticipant { person throws(StoreError) in
                    try person.panelist.read { names.append($0.name.string) }
                }
                let item = talk.reference.kindLabel.string + (talk.reference.ordinal.map { " \($0)" } ?? "")
                add([
                    talk.reference.id.string, item, names.joined(separator: ", "), String(talk.passageCount),
                    talk.reference.title.optionalString ?? "–",
                ])
            }
        }
    }
}
