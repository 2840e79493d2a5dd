import Proceedings

/// What of a name can stand at the end of an address, and be found there again.
enum PanelistName {
    /// The endings by which an address asks for a form (`/v1/panelists/x.json`): a name that ends so would lose its own.
    static let formEndings = ["json", "ndjson", "csv", "jsonld", "md", "txt", "bib", "html"]

    /// The most bytes of a name that is an identifier; percent-encoded it has three times as many.
    static let maxByteCount = 255

    /// Whether the name is an identifier as it stands: it is not empty, no `.` or `..`, which clients resolve before they ask,
    /// does not end as an address does that asks for a form, and is not too long.
    static func isIdentifier(_ name: String) -> Bool {
        guard !name.isEmpty, name != ".", name != "..", name.utf8.count <= maxByteCount else { return false }
        return !formEndings.contains { name.lowercased().hasSuffix("." + $0) }
    }

    /// The beginning of a name that is short enough for an identifier.
    static func stem(_ name: String) -> String {
        guard name.utf8.count > maxByteCount else { return name }
        var stem = String.UnicodeScalarView()
        var count = 0
        for scalar in name.unicodeScalars {
            count += UTF8.width(scalar)
            guard count <= maxByteCount else { break }
            stem.append(scalar)
        }
        return String(stem)
    }
}
