import HTTPTypes

/// A request that a route has accepted: what it captured and what it asks for.
///
/// Each handler is given it through several hands, none of which copies it.
final class Call {
    private let found: Router.Found
    /// The checked parameters; once they are looked up in the store, with identifiers in the place of names.
    var arguments: Arguments
    /// The host and port that the request was sent to, `nil` only in HTTP/1.0.
    let authority: String?
    /// The fields of a list's response that say what its envelope's `page` does.
    var pageFields: [HTTPField] = []
    /// Whether a list is given to its end where no limit is: in lines and tables, which do not say that there is more.
    var isWhole = false
    private let edition: Edition

    init(_ found: Router.Found, _ arguments: Arguments, authority: String?, _ edition: Edition) {
        self.found = found
        self.arguments = arguments
        self.authority = authority
        self.edition = edition
    }

    /// The identifier that the path holds, in NFC; empty where the route captures none.
    var captured: String { found.captured }
    /// The path in canonical form, percent-encoded.
    var path: String { found.path }
    /// What the deployment chose.
    var configuration: InterfaceConfiguration { edition.configuration }

    private static func address(_ path: String, _ query: [Target.QueryItem]) -> String {
        guard !query.isEmpty else { return path }
        return path + "?" + query.encoded
    }

    /// The address in canonical form: two requests that mean the same have the same.
    var address: String { Self.address(path, arguments.canonical) }

    /// The list that a page is of: the address without what chooses a page and its form.
    var list: String {
        Self.address(found.stem, arguments.identifying)
    }

    /// The address of the page that begins at a cursor.
    func address(after cursor: Cursor) -> String {
        var items = arguments.canonical
        items.removeAll { $0.name == ParameterKey.cursor.name || $0.name == ParameterKey.offset.name }
        let query = items.encoded
        var address = path
        address.reserveCapacity(path.utf8.count + query.utf8.count + cursor.token.utf8.count + 16)
        address += "?"
        address += query
        // A cursor's letters are its own encoding.
        address += items.isEmpty ? "cursor=" : "&cursor="
        address += cursor.token
        return address
    }
}
