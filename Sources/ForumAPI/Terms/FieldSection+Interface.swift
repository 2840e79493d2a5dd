import HTTPTypes
import HTTPWire

extension HTTPFields {
    /// The request's fields by which responses differ, as `Vary` has them (RFC 9110 §12.5.5).
    static let varying = "Accept, Accept-Encoding, Origin"

    /// The fields of a response that is not to be stored.
    static let ofTheMoment: HTTPFields = [
        .xContentTypeOptions: "nosniff", .crossOriginResourcePolicy: resourcePolicy, .cacheControl: "no-store",
        .vary: varying,
    ]

    /// Who may load a response without asking by CORS, as an image or a script: pages of this origin (Fetch, CORP check).
    static let resourcePolicy = "same-origin"
}

extension HTTPField {
    /// Tells that a part of the content may be asked for.
    static let hasParts = HTTPField(name: .acceptRanges, value: "bytes")
    /// Tells that the content is compressed.
    static let inGzip = HTTPField(name: .contentEncoding, value: "gzip")
}

extension MediaType {
    /// A page may load nothing but its own inline style, and no page may frame it.
    private static let contentSecurityPolicy =
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

    /// The fields that every response of the form has.
    var fields: HTTPFields {
        var fields: HTTPFields = [.contentType: contentType]
        if self == .html { fields[.contentSecurityPolicy] = Self.contentSecurityPolicy }
        return fields
    }

    /// The fields that every response of the form has which may be stored as long as it is asked whether it still holds.
    var section: FieldSection {
        // Most responses are JSON, and need not even look for theirs.
        if self == .json { return Self.jsonSection }
        guard let section = Self.sections[self] else { preconditionFailure("\(rawValue) has no fields") }
        return section
    }

    private static let jsonSection = Self.json.makeSection()
    private static let sections = Dictionary(uniqueKeysWithValues: allCases.map { ($0, $0.makeSection()) })

    private func makeSection() -> FieldSection {
        var fields = fields
        fields[.cacheControl] = "no-cache"
        fields[.xContentTypeOptions] = "nosniff"
        fields[.crossOriginResourcePolicy] = HTTPFields.resourcePolicy
        fields[.vary] = HTTPFields.varying
        return FieldSection(fields)
    }
}

extension FieldSection {
    /// The section with further fields behind its own.
    func adding(_ further: [HTTPField]) -> FieldSection {
        guard !further.isEmpty else { return self }
        var fields = fields
        fields.append(contentsOf: further)
        return FieldSection(fields)
    }
}
