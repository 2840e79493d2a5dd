import HTTPTypes

extension HTTPField.Name {
    /// How many items a list has, where the response is no envelope that could say so.
    static let totalCount = known("X-Total-Count")
    /// What else there is (RFC 8288).
    static let link = known("Link")
    /// The hash of a whole file (RFC 9530).
    static let reprDigest = known("Repr-Digest")

    private static func known(_ name: String) -> Self {
        guard let name = Self(name) else { preconditionFailure("\(name) is no field name") }
        return name
    }
}
