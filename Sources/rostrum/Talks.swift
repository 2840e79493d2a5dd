import ArgumentParser
import ForumStore
import Proceedings

/// `rostrum talks`: the programme, without a server.
struct Talks: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the talks, without a server.")

    @OptionGroup var options: ListOptions

    func run() throws {
        let listing = try Listing(options.store)
        if options.json { return Terminal.print(try LocalInterface(listing.reader).list("talks")) }
        try listing.print(["ID", "ITEM", "PANELISTS", "PASSAGES", "TITLE"]) {
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
