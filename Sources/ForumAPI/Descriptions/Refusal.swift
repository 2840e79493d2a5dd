/// The answers of the description that are problems: those with one status, and under `default` what can meet any request.
enum Refusal: String, CaseIterable {
    case badRequest = "BadRequest"
    case notFound = "NotFound"
    case notAcceptable = "NotAcceptable"
    case expiredCursor = "ExpiredCursor"
    case unavailable = "Unavailable"
    case preconditionFailed = "PreconditionFailed"
    case rangeNotSatisfiable = "RangeNotSatisfiable"
    case refused = "Refused"

    /// Where a kind of problem is told of.
    init(_ kind: ProblemKind) {
        self =
            switch kind {
            case .malformedTarget, .unknownParameter, .invalidParameter, .malformedCursor, .malformedMessage,
                .excessiveRequest:
                .badRequest
            case .notFound: .notFound
            case .notAcceptable: .notAcceptable
            case .expiredCursor: .expiredCursor
            case .storeFailure, .costlyQuery, .overloaded: .unavailable
            case .preconditionFailed: .preconditionFailed
            case .rangeNotSatisfiable: .rangeNotSatisfiable
            case .methodNotAllowed, .moved, .foreignPage, .requestTimeout, .contentTooLarge, .addressTooLong,
                .expectationFailed,
                .misdirectedRequest, .fieldsTooLarge, .notImplemented, .versionNotSupported:
                .refused
            }
    }

    /// The kinds of problem that it tells of.
    var kinds: [ProblemKind] { ProblemKind.allCases.filter { Refusal($0) == self } }

    /// The status as the description has it, or `default`.
    var key: String {
        guard self != .refused else { return "default" }
        guard let kind = kinds.first else { preconditionFailure("\(rawValue) tells of no problem") }
        return String(kind.status.code)
    }

    /// What the answer means, with the type of each problem.
    var description: String {
        let types = kinds.map { "\($0.address) (\(key == "default" ? "\($0.status.code): " : "")\($0.title))" }
        return (key == "default" ? "What can meet any request: " : "") + types.joined(separator: "; ") + "."
    }
}
