import HTTPTypes

/// The kinds of problem that the interface answers with.
///
/// The raw value is the last part of the problem's `type` and never changes; the address says what the kind means.
enum ProblemKind: String, CaseIterable, Sendable {
    case malformedTarget = "malformed-target"
    case unknownParameter = "unknown-parameter"
    case invalidParameter = "invalid-parameter"
    case malformedCursor = "malformed-cursor"
    case notFound = "not-found"
    case methodNotAllowed = "method-not-allowed"
    case notAcceptable = "not-acceptable"
    case expiredCursor = "expired-cursor"
    case moved = "moved"
    case storeFailure = "store-failure"
    case costlyQuery = "costly-query"
    case excessiveRequest = "excessive-request"
    // What is refused before the interface is asked, or after it has answered.
    case malformedMessage = "malformed-message"
    case foreignPage = "foreign-page"
    case requestTimeout = "request-timeout"
    case preconditionFailed = "precondition-failed"
    case contentTooLarge = "content-too-large"
    case addressTooLong = "address-too-long"
    case rangeNotSatisfiable = "range-not-satisfiable"
    case expectationFailed = "expectation-failed"
    case misdirectedRequest = "misdirected-request"
    case fieldsTooLarge = "fields-too-large"
    case notImplemented = "not-implemented"
    case overloaded = "overloaded"
    case versionNotSupported = "version-not-supported"

    /// The stable `type`: a path on this server that describes the kind.
    var address: String { "/problems/" + rawValue }

    /// The status of the response.
    var status: HTTPResponse.Status { heading.status }

    /// The stable `title`.
    var title: String { heading.title }

    private var heading: (status: HTTPResponse.Status, title: String) {
        switch self {
        case .malformedTarget: (.badRequest, "The address cannot be decoded")
        case .unknownParameter: (.badRequest, "Unknown parameter")
        case .invalidParameter: (.badRequest, "Invalid parameter value")
        case .malformedCursor: (.badRequest, "Malformed cursor")
        case .notFound: (.notFound, "Not found")
        case .methodNotAllowed: (.methodNotAllowed, "Method not allowed")
        case .notAcceptable: (.notAcceptable, "Not acceptable")
        case .expiredCursor: (.gone, "The cursor has expired")
        case .moved: (.permanentRedirect, "Moved")
        case .storeFailure: (.serviceUnavailable, "The store cannot be read")
        case .costlyQuery: (.serviceUnavailable, "The request was cut off")
        case .excessiveRequest: (.badRequest, "The request asks for too much at once")
        case .malformedMessage: (.badRequest, "Malformed message")
        case .foreignPage: (.forbidden, "A page of another site asks for too much")
        case .requestTimeout: (.requestTimeout, "The request came too slowly")
        case .preconditionFailed: (.preconditionFailed, "Precondition failed")
        case .contentTooLarge: (.contentTooLarge, "The content is too long")
        case .addressTooLong: (.uriTooLong, "The address is too long")
        case .rangeNotSatisfiable: (.rangeNotSatisfiable, "The range is not in the file")
        case .expectationFailed: (.expectationFailed, "Unknown expectation")
        case .misdirectedRequest: (.misdirectedRequest, "The host is not served")
        case .fieldsTooLarge: (.requestHeaderFieldsTooLarge, "The header fields are too long")
        case .notImplemented: (.notImplemented, "Unknown method or transfer coding")
        case .overloaded: (.serviceUnavailable, "Too many requests wait")
        case .versionNotSupported: (.httpVersionNotSupported, "HTTP version not supported")
        }
    }

    /// What the kind means and what to do, for people.
    var explanation: String {
        switch self {
        case .malformedTarget:
            "The path or query holds a bad percent escape, bytes that are not UTF-8, a control character or too many "
                + "parameters. Percent-encode the UTF-8 bytes of the text once."
        case .unknownParameter:
            "The address does not know the parameter. Nothing is ignored in silence: errors[] names the parameters "
                + "that are allowed here and the nearest spelling."
        case .invalidParameter:
            "A parameter's value is not allowed, names nothing that is in the store, or stands beside a parameter "
                + "that excludes it. errors[] says which and what is allowed."
        case .malformedCursor:
            "The cursor was not made by this server for this list with these filters and this order. "
                + "Follow page.next_url as it is given."
        case .notFound:
            "There is nothing at the address. The detail says what kind of thing was sought, and suggestion the "
                + "address that was probably meant."
        case .methodNotAllowed:
            "The interface is read-only: GET, HEAD and OPTIONS. Allow lists the methods."
        case .notAcceptable:
            "Accept excludes every form that the address has, or Accept-Encoding every content coding; the detail lists them."
        case .expiredCursor:
            "The cursor belongs to an earlier snapshot of the forum's data. Begin the list again."
        case .moved: "The address has no trailing slash; Location names the right one."
        case .storeFailure:
            "The server could not read its store. The request was well-formed and may be tried again."
        case .costlyQuery:
            "The request took longer than one may. Narrow it with filters, such as an event or a talk. In a search, ask for "
                + "rarer words or fewer of them; of a quotation, for a part that is found nowhere else."
        case .excessiveRequest: Self.excessiveExplanation
        case .malformedMessage:
            "The bytes sent are no HTTP/1.1 message: the request line, a field or the framing of the content breaks its "
                + "grammar (RFC 9112). The detail says what; the connection is closed."
        case .foreignPage: Self.foreignPageExplanation
        case .requestTimeout:
            "The request, or its content, did not come whole in the time that is given to it. Send it at once."
        case .preconditionFailed:
            "If-Match or If-Unmodified-Since names another representation than the present one. Ask without it and take "
                + "the new ETag."
        case .contentTooLarge: "The content is longer than the server reads; nothing here reads any. Leave it out."
        case .addressTooLong:
            "The request line is longer than the server reads. Narrow a list with fewer values, or ask for it in parts."
        case .rangeNotSatisfiable:
            "Range begins beyond the end of the file or is empty; Content-Range tells its length. A download that is to "
                + "be resumed is whole already, or belongs to another file: compare the ETag in If-Range."
        case .expectationFailed: "Expect asks for something else than 100-continue. Leave it out."
        case .misdirectedRequest: Self.misdirectedExplanation
        case .fieldsTooLarge:
            "There are more header fields, or longer ones, than the server reads; often it is the cookies of other servers "
                + "on the same host. Send fewer."
        case .notImplemented:
            "The server does not know the method, or the transfer coding of the content. The interface is read-only: GET, "
                + "HEAD and OPTIONS."
        case .overloaded: "More requests wait than the server holds. Retry-After says when to come again."
        case .versionNotSupported: "The server speaks HTTP/1.1 and HTTP/1.0."
        }
    }

    private static let excessiveExplanation =
        "The response would need more rows of the store, or be longer, than one may. Ask for fewer items with limit, for "
        + "fewer members with fields, leave out include, or narrow it; whole tables are at /v1/exports."

    private static let foreignPageExplanation =
        "A page of another site asks in the background for what costs more than one row (Sec-Fetch-Site: cross-site). "
        + "Go to the address itself, serve the page from this machine, or start the server with --allow-origin and the "
        + "page's origin."

    private static let misdirectedExplanation =
        "Host names a server that this one does not answer for, which keeps pages from elsewhere from reading it under "
        + "a name of their own. Ask at 127.0.0.1 or localhost, or start the server with --allow-host."
}
