import HTTPTypes

/// The fields of a response in the form in which they are sent.
///
/// Most responses of an application have the same few fields: serialised once, they are sent by all of them.
public final class FieldSection: Sendable {
    /// The fields.
    public let fields: HTTPFields
    /// The lines that are of the content, and so left out of a 304 (RFC 9110 §15.4.5).
    let representation: [UInt8]
    /// The other lines.
    let common: [UInt8]
    /// The first `Last-Modified` that can be read, in seconds since 1970.
    let lastModified: Int64?
    /// Whether parts of the content may be asked for.
    let acceptsRanges: Bool

    /// Serialises fields, without those that are the server's own to say.
    public init(_ fields: HTTPFields) {
        self.fields = fields
        var representation: [UInt8] = []
        var common: [UInt8] = []
        representation.reserveCapacity(256)
        common.reserveCapacity(512)
        var lastModified: Int64?
        var acceptsRanges = false
        // One pass: to ask for a field by its name, all are indexed.
        for field in fields {
            switch FieldRole(field.name) {
            case .server: break
            case .representation: representation.append(field)
            case .lastModified:
                lastModified = lastModified ?? HTTPDate.parse(Array(field.value.utf8).span)
                common.append(field)
            case .acceptRanges:
                acceptsRanges = acceptsRanges || field.value.lowercased() == "bytes"
                common.append(field)
            case .other: common.append(field)
            }
        }
        self.representation = representation
        self.common = common
        self.lastModified = lastModified
        self.acceptsRanges = acceptsRanges
    }
}

/// What a field of a response is to whoever serialises it.
private enum FieldRole {
    /// The server's own to say, whatever the application says.
    case server
    /// Of the content, and so left out of a 304.
    case representation
    case lastModified, acceptRanges
    case other

    init(_ name: HTTPField.Name) {
        // Names of another length need no comparison: these are all of theirs.
        self =
            switch name.canonicalName.utf8.count {
            case 4: name == .date || name == .eTag ? .server : .other
            case 10: name == .connection ? .server : .other
            case 12: name == .contentType ? .representation : .other
            case 13:
                if name == .contentRange {
                    .representation
                } else if name == .lastModified {
                    .lastModified
                } else {
                    name == .acceptRanges ? .acceptRanges : .other
                }
            case 14: name == .contentLength ? .server : .other
            case 16: name == .contentEncoding || name == .contentLanguage ? .representation : .other
            case 17: name == .transferEncoding ? .server : .other
            case 19: name == .contentDisposition ? .representation : .other
            default: .other
            }
    }
}

extension [UInt8] {
    /// Appends a field line (RFC 9112 §5).
    fileprivate mutating func append(_ field: HTTPField) {
        append(contentsOf: field.name.rawName.utf8)
        append(UInt8(ascii: ":"))
        append(UInt8.space)
        append(contentsOf: field.value.utf8)
        append(UInt8.carriageReturn)
        append(UInt8.lineFeed)
    }
}
