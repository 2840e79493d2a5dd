import Foundation

/// A thing as the API returns it, with what its form for people consists of.
protocol Thing: Decodable {
    /// The name of the API's list that it stands in.
    static var list: String { get }

    /// Its form for people.
    func lines(_ interface: LocalInterface) throws(CommandFailure) -> [String]
}

extension Thing {
    /// Prints a thing in the form that was asked for.
    ///
    /// - Throws: What the API says of an identifier that names nothing: the nearest that does.
    static func print(_ options: ThingOptions) throws(CommandFailure) {
        let interface = LocalInterface(try Listing(options.store).reader)
        let body = try interface.body(["v1", list, options.id], [("pretty", "1")])
        guard !options.json else { return Terminal.print(body) }
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let thing: Self
        do {
            thing = try decoder.decode(Self.self, from: Data(body.utf8))
        } catch {
            preconditionFailure("/v1/\(list) returns what it does not document: \(error)")
        }
        try thing.lines(interface).forEach(Terminal.print)
    }
}
