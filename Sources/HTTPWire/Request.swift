import HTTPTypes

/// A whole request, as a server hands it to the application that responds to it.
public struct Request: Sendable {
    /// The method.
    public var method: HTTPRequest.Method
    /// The authority: of an absolute target, else of `Host`, port included; `nil` only in HTTP/1.0.
    public var authority: String?
    /// The target's path as sent: percent-encoded, in origin form, beginning with `/` (RFC 9112 §3.2).
    public var path: String
    /// The target's query as sent, without the `?`, or `nil` where there is none.
    public var query: String?
    /// The fields but `Host`, in the order received.
    public var fields: HTTPFields
    /// The content.
    public var body: [UInt8]
}

// Here and not above, so that the request is made of its parts at once: what sets its properties one by one copies it.
extension Request {
    /// Makes a request.
    public init(
        method: HTTPRequest.Method, path: String, query: String? = nil, authority: String? = nil,
        fields: HTTPFields = HTTPFields(), body: [UInt8] = []
    ) {
        self.init(method: method, authority: authority, path: path, query: query, fields: fields, body: body)
    }
}
