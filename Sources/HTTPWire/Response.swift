import HTTPTypes

/// A whole response, as an application hands it to the server that sends it.
///
/// The application neither writes `Date`, `Content-Length` and `Connection` nor evaluates conditional fields: the server
/// does (RFC 9110 §13), from `entityTag`. Where the application knows before it reads anything that the client holds the
/// tagged content, it may return 304 itself, with the tag. It treats HEAD as GET; the server leaves the
/// content out. With a tag and `Accept-Ranges: bytes` the server responds with a part of the content too (RFC 9110 §14).
public struct Response: Sendable {
    /// The status.
    public var status: HTTPResponse.Status
    /// The fields, `Content-Type` included.
    public var fields: HTTPFields {
        didSet { section = nil }
    }
    /// The fields in the form in which they are sent, where the response was made with that.
    private(set) var section: FieldSection?
    /// The content.
    public var body: [UInt8]
    /// The content, in the place of `body`, where it is too long to be held.
    public var source: (any ContentSource)?
    /// The strong entity tag, quotes included; sent as `ETag` and compared with the request's preconditions.
    public var entityTag: String?
    /// Whether the same method, target and negotiation fields get this same response for as long as the snapshot stands.
    public var isCacheable: Bool
    /// The number of the route that responds, from 1, for metrics; 0 if no route was found.
    public var route: Int
}

// Here and not above, so that the response is made of its parts at once: what sets its properties one by one copies it.
extension Response {
    /// Makes a response.
    public init(
        status: HTTPResponse.Status, fields: HTTPFields = HTTPFields(), body: [UInt8] = [], entityTag: String? = nil,
        isCacheable: Bool = false, route: Int = 0
    ) {
        self.init(
            status: status, fields: fields, section: nil, body: body, source: nil, entityTag: entityTag,
            isCacheable: isCacheable, route: route)
    }

    /// Makes a response with fields that many responses have.
    public init(
        status: HTTPResponse.Status, section: FieldSection, body: [UInt8] = [],
        source: (any ContentSource)? = nil, entityTag: String? = nil, isCacheable: Bool = false, route: Int = 0
    ) {
        self.init(
            status: status, fields: section.fields, section: section, body: body, source: source, entityTag: entityTag,
            isCacheable: isCacheable, route: route)
    }
}
