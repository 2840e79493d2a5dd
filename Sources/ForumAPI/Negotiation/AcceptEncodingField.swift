/// The content codings of an `Accept-Encoding` field with their weights (RFC 9110 §12.5.3).
struct AcceptEncodingField: Sendable {
    /// The weight of content without a coding, where one is stated, be it with all others.
    private let identityWeight: Int?
    /// The weight of gzip, where one is stated; RFC 9110 §8.4.1.3: `x-gzip` is another name of it.
    private let gzipWeight: Int?
    /// Whether gzip is acceptable.
    let acceptsGzip: Bool

    /// Reads the field's value; `nil` for an absent field.
    init(_ value: String?) {
        let codings = WeightedList(value ?? "")
        // Most requests state no preference.
        guard !codings.elements.isEmpty else {
            (identityWeight, gzipWeight, acceptsGzip) = (nil, nil, false)
            return
        }
        let otherWeight = codings.weight(of: "*")
        identityWeight = codings.weight(of: "identity") ?? otherWeight
        gzipWeight = codings.weight(of: "gzip") ?? codings.weight(of: "x-gzip")
        acceptsGzip = (gzipWeight ?? otherWeight ?? 0) > 0
    }

    /// Whether content without a coding is acceptable: it is unless it is refused, by its name or with all others.
    var acceptsIdentity: Bool { identityWeight != 0 }

    /// Whether gzip is at least as welcome as no coding.
    ///
    /// Who only says that anything is (`*`), or who says nothing, is not taken to want it.
    var prefersGzip: Bool {
        guard let gzipWeight, gzipWeight > 0 else { return acceptsGzip && !acceptsIdentity }
        return gzipWeight >= (identityWeight ?? 0)
    }

    /// Content compressed for those who like it and where it is worth it, or who accept nothing else; `nil` where it is not.
    func compress(_ content: [UInt8]) -> [UInt8]? {
        guard prefersGzip, !content.isEmpty, content.count >= Limits.compressedLength || !acceptsIdentity,
            let compressed = Gzip.compress(content), compressed.count < content.count || !acceptsIdentity
        else { return nil }
        return compressed
    }
}
