import HTTPTypes
import HTTPWire

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
}

extension Response {
    /// Compresses the content for those who like it and where it is worth it, or who accept nothing else.
    ///
    /// - Parameter tag: The tag of the compressed representation; a strong tag is another for each coding (RFC 9110 §8.8.3).
    mutating func compress(for accepted: AcceptEncodingField, tag: String?) {
        guard accepted.prefersGzip, source == nil, !body.isEmpty else { return }
        guard body.count >= Limits.compressedLength || !accepted.acceptsIdentity else { return }
        guard let compressed = Gzip.compress(body), compressed.count < body.count || !accepted.acceptsIdentity else {
            return
        }
        body = compressed
        fields[.contentEncoding] = "gzip"
        entityTag = tag
    }
}
