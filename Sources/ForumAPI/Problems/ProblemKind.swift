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

    /// The stable `type`: a path on this server that describes the kind.
    var address: String { "/problems/" + rawValue }

    /// The status that the kind is answered with.
    var status: HTTPResponse.Status {
        switch self {
        case .malformedTarget, .unknownParameter, .invalidParameter, .malformedCursor: .badRequest
        case .notFound: .notFound
        case .methodNotAllowed: .methodNotAllowed
        case .notAcceptable: .notAcceptable
        case .expiredCursor: .gone
        case .moved: .permanentRedirect
        case .storeFailure, .costlyQuery: .serviceUnavailable
        }
    }

    /// The stable `title`.
    var title: String {
        switch self {
        case .malformedTarget: "The address cannot be decoded"
        case .unknownParameter: "Unknown parameter"
        case .invalidParameter: "Invalid parameter value"
        case .malformedCursor: "Malformed cursor"
        case .notFound: "Not found"
        case .methodNotAllowed: "Method not allowed"
        case .notAcceptable: "Not acceptable"
        case .expiredCursor: "The cursor has expired"
        case .moved: "Moved"
        case .storeFailure: "The store cannot be read"
        case .costlyQuery: "The search was cut off"
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
        case .moved:
            "The address has no trailing slash; Location names the right one."
        case .storeFailure:
            "The server could not read its store. The request was well-formed and may be tried again."
        case .costlyQuery:
            "Searching took longer than a request may. Ask for rarer words, fewer of them, or narrow a search with filters; "
                + "of a quotation, for a part that is found nowhere else."
        }
    }
}
