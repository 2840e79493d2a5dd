import Proceedings

/// What of a name can stand at the end of an address, and be found there again.
enum PanelistName {
    /// The most bytes of a name that is an identifier; percent-encoded it has three times as many.
    static let maxByteCount = 255

    /// Whether the name is an identifier as it stands: it is not empty, no `.` or `..`, which clients resolve before they ask,
    /// does not end as an address does that asks for a form, and is not too long.
    static func isIdentifier(_ name: String) -> Bool {
        guard !name.isEmpty, name != ".", name != "..", name.utf8.count <= maxByteCount else { return false }
        guard let dot = name.lastIndex(of: ".") else { return true }
        return !Panelist.ID.reservedEndings.contains(name[dot...].dropFirst().lowercased())
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
