/// The content codings of an `Accept-Encoding` field with their weights (RFC 9110 §12.5.3).
struct AcceptEncodingField: Sendable {
    private let codings: WeightedList

    /// Reads the field's value; `nil` for an absent field.
    init(_ value: String?) { codings = WeightedList(value ?? "") }

    /// Whether content without a coding is acceptable: it is unless it is refused, by its name or with all others.
    var acceptsIdentity: Bool { identityWeight != 0 }

    /// Whether content in gzip is acceptable.
    var acceptsGzip: Bool { (gzipWeight ?? codings.weight(of: "*") ?? 0) > 0 }

    /// Whether gzip is at least as welcome as no coding.
    ///
    /// Who only says that anything is (`*`), or who says nothing, is not taken to want it.
    var prefersGzip: Bool {
        guard let gzipWeight, gzipWeight > 0 else { return acceptsGzip && !acceptsIdentity }
        return gzipWeight >= (identityWeight ?? 0)
    }

    private var identityWeight: Int? { codings.weight(of: "identity") ?? codings.weight(of: "*") }

    /// RFC 9110 §8.4.1.3: `x-gzip` is another name of it.
    private var gzipWeight: Int? { codings.weight(of: "gzip") ?? codings.weight(of: "x-gzip") }

    /// Content compressed for those who like it and where it is worth it, or who accept nothing else; `nil` where it is not.
    func compress(_ content: [UInt8]) -> [UInt8]? {
        guard prefersGzip, !content.isEmpty, content.count >= Limits.compressedLength || !acceptsIdentity,
            let compressed = Gzip.compress(content), compressed.count < content.count || !acceptsIdentity
        else { return nil }
        return compressed
    }
}
