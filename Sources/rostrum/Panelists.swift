import ArgumentParser
import ForumStore
import Proceedings

/// `rostrum panelists`: everyone on the programme, without a server.
struct Panelists: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the panelists, without a server.")

    @OptionGroup var options: ListOptions

    func run() throws {
        let listing = try Listing(options.store)
        if options.json { return Terminal.print(try LocalInterface(listing.reader).list("panelists")) }
        try listing.print(["ID", "ROLE", "TALKS", "AFFILIATION AND OFFICE"]) {
            reader, limit, start, add throws(StoreError) in
            try reader.panelists(PanelistList(limit: limit, start: start)) { person throws(StoreError) in
                add([
                    person.id.string, person.latest.role.string, String(person.talkCount),
                    person.latest.affiliation.printed.optionalString ?? person.latest.roleTitle.optionalString ?? "–",
                ])
            }
        }
    }
}
