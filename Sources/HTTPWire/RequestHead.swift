import HTTPTypes

/// The request line and fields of a request, as ranges of its bytes; nothing is copied.
public struct RequestHead: Sendable, Hashable {
    /// The methods that every server knows (RFC 9110 §9.3, RFC 5789, and QUERY of draft-ietf-httpbis-safe-method-w-body).
    public enum Method: UInt8, Sendable {
        case get, head, post, put, delete, connect, options, trace, patch, query
        /// A token that is none of these: 501.
        case unknown
    }

    /// The fields that decide how a message is framed and how its response is chosen.
    public enum KnownField: UInt8, CaseIterable, Sendable {
        case host, connection, expect
        case contentLength, transferEncoding
        case accept, acceptEncoding, acceptLanguage, origin, range
        case ifMatch, ifNoneMatch, ifModifiedSince, ifUnmodifiedSince, ifRange
        case secFetchSite, secFetchMode
        case other

        @inline(__always)
        fileprivate var bit: UInt32 { 1 << UInt32(rawValue) }
    }

    /// One field line.
    public struct FieldLine: Sendable, Hashable {
        /// The name, in the sender's case.
        public var name: ByteRange
        /// The value, without the white space around it.
        public var value: ByteRange
        /// Which field it is.
        public var field: KnownField
    }

    /// How the content is delimited (RFC 9112 §6).
    public enum Framing: Sendable, Hashable {
        case none
        case length(Int)
        case chunked
    }

    /// The method.
    public var method: Method = .unknown
    /// The method's token.
    public var methodName = ByteRange(0, 0)
    /// The whole target as sent.
    public var target = ByteRange(0, 0)
    /// The target's path; empty where an absolute target has none, and in asterisk and authority form.
    public var path = ByteRange(0, 0)
    /// The target's query, without the `?`.
    public var query: ByteRange?
    /// The authority of an absolute target, else of `Host`; `nil` where HTTP/1.0 gives none.
    public var authority: ByteRange?
    /// Whether the target is `*`, which asks about the server as a whole.
    public var isAsterisk = false
    /// The minor version: 0, or 1 for every later one.
    public var minorVersion = 1
    /// The field lines, in the order received.
    public private(set) var fields: [FieldLine] = []
    /// A bit for each known field that is there.
    private var known: UInt32 = 0
    /// How the content is delimited.
    public var framing = Framing.none
    /// Whether the connection may stay open after the response.
    public var isPersistent = true
    /// Whether the sender waits for 100 before it sends the content.
    public var expectsContinue = false
    /// The bytes of the head, blank line included, and of an empty line before it.
    public var length = 0

    init() {}

    /// Forgets the message but keeps the memory for the next.
    mutating func reset() {
        method = .unknown
        methodName = ByteRange(0, 0)
        target = ByteRange(0, 0)
        path = ByteRange(0, 0)
        query = nil
        authority = nil
        isAsterisk = false
        minorVersion = 1
        fields.removeAll(keepingCapacity: true)
        known = 0
        framing = .none
        isPersistent = true
        expectsContinue = false
        length = 0
    }

    mutating func append(_ line: FieldLine) {
        fields.append(line)
        known |= line.field.bit
    }

    /// Whether a field is there.
    public func contains(_ field: KnownField) -> Bool { known & field.bit != 0 }

    /// Whether a page of another site asks in the background, and no person has gone to the address (Fetch Metadata,
    /// W3C: `Sec-Fetch-Site` and `Sec-Fetch-Mode`, which no page can set).
    public func isForeign(_ bytes: Span<UInt8>) -> Bool {
        guard contains(.secFetchSite) else { return false }
        var isForeign = false
        for line in fields {
            let value = bytes.extracting(line.value.offsets)
            switch line.field {
            case .secFetchSite: isForeign = isForeign || value.equals("cross-site")
            case .secFetchMode where value.equals("navigate"): return false
            default: break
            }
        }
        return isForeign
    }

    /// Whether a field makes the request conditional.
    var hasPreconditions: Bool {
        typealias Field = KnownField
        let conditions =
            Field.ifMatch.bit | Field.ifNoneMatch.bit | Field.ifModifiedSince.bit | Field.ifUnmodifiedSince.bit
        return known & conditions != 0
    }

    /// Whether a field is there by which one of several representations is chosen.
    public var isNegotiating: Bool {
        known & KnownField.negotiatingBits != 0
    }
}

extension RequestHead.KnownField {
    /// The one list of the fields by which a representation is chosen.
    fileprivate static let negotiatingBits =
        Self.accept.bit | Self.acceptEncoding.bit | Self.acceptLanguage.bit | Self.origin.bit

    /// The names of the fields by which a representation is chosen; a response may vary by these and be cached.
    public static let negotiatingNames = allCases.filter(\.isNegotiating).compactMap(\.name)

    /// Whether a representation is chosen by the field.
    public var isNegotiating: Bool { bit & Self.negotiatingBits != 0 }
}

extension Request {
    /// Makes the application's request from a head, the bytes it stands in and its content.
    ///
    /// `Host` is no field of it: what it says is the authority.
    public init(head: borrowing RequestHead, bytes: Span<UInt8>, body: [UInt8]) {
        var fields = HTTPFields()
        for line in head.fields where line.field != .host {
            guard let name = line.field.name ?? HTTPField.Name(bytes.text(line.name)) else { continue }
            fields.append(
                bytes.extracting(line.value.offsets).withUnsafeBufferPointer { HTTPField(name: name, value: $0) })
        }
        self.init(
            method: head.method.known ?? HTTPRequest.Method(bytes.text(head.methodName)) ?? .get,
            authority: head.authority.map { bytes.text($0) }, path: head.path.isEmpty ? "/" : bytes.text(head.path),
            query: head.query.map { bytes.text($0) }, fields: fields, body: body)
    }
}

extension RequestHead.Method {
    /// The methods of almost all requests, which need not be checked to be tokens again.
    fileprivate var known: HTTPRequest.Method? {
        switch self {
        case .get: .get
        case .head: .head
        case .options: .options
        default: nil
        }
    }
}

extension RequestHead.KnownField {
    /// The names of the fields by which a response is chosen, which are made once.
    fileprivate var name: HTTPField.Name? {
        switch self {
        case .accept: .accept
        case .acceptEncoding: .acceptEncoding
        case .acceptLanguage: .acceptLanguage
        case .origin: .origin
        case .ifNoneMatch: .ifNoneMatch
        default: nil
        }
    }
}
