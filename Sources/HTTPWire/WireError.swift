import HTTPTypes

/// Why a message, or a request as a message, is refused: what kind of fault it is and one sentence for its reader.
///
/// The sentence never quotes the request.
public struct WireError: Error, Sendable, Hashable {
    /// The kinds of fault, each with a status of its own.
    public enum Kind: CaseIterable, Sendable, Hashable {
        case badRequest, forbidden, requestTimeout, preconditionFailed, contentTooLarge, uriTooLong, rangeNotSatisfiable
        case expectationFailed, misdirectedRequest, requestHeaderFieldsTooLarge
        case notImplemented, serviceUnavailable, httpVersionNotSupported

        /// The status that the kind is answered with.
        public var status: HTTPResponse.Status {
            switch self {
            case .badRequest: .badRequest
            case .forbidden: .forbidden
            case .requestTimeout: .requestTimeout
            case .preconditionFailed: .preconditionFailed
            case .contentTooLarge: .contentTooLarge
            case .uriTooLong: .uriTooLong
            case .rangeNotSatisfiable: .rangeNotSatisfiable
            case .expectationFailed: .expectationFailed
            case .misdirectedRequest: .misdirectedRequest
            case .requestHeaderFieldsTooLarge: .requestHeaderFieldsTooLarge
            case .notImplemented: .notImplemented
            case .serviceUnavailable: .serviceUnavailable
            case .httpVersionNotSupported: .httpVersionNotSupported
            }
        }
    }

    /// What kind of fault it is.
    public var kind: Kind
    /// What is wrong and what is allowed.
    public var detail: String
    /// Fields that the status calls for, such as `Retry-After`.
    public var fields: HTTPFields = [:]

    /// The status of the response.
    public var status: HTTPResponse.Status { kind.status }

    /// Makes a refusal.
    public init(_ kind: Kind, _ detail: String, fields: HTTPFields = [:]) {
        self.kind = kind
        self.detail = detail
        self.fields = fields
    }

    /// RFC 9110 §15.6.2.
    public static let unknownMethod = Self(.notImplemented, "This server does not know that method.")
    /// RFC 9110 §15.5.13.
    public static let preconditionFailed = Self(
        .preconditionFailed, "The resource is not the one that the precondition names.")
    /// RFC 9110 §15.5.20.
    public static let misdirected = Self(
        .misdirectedRequest, "This server does not answer for that host; name it with --allow-host.")

    /// RFC 9110 §15.5.17; `Content-Range` says how much there is.
    static func rangeNotSatisfiable(_ count: Int) -> Self {
        Self(
            .rangeNotSatisfiable, "There are \(count) bytes; the range begins beyond them or is empty.",
            fields: [.contentRange: "bytes */\(count)"])
    }

    static func badRequest(_ detail: String) -> Self { Self(.badRequest, detail) }
}

extension WireError {
    /// The response as problem details (RFC 9457) of an application that has no types of its own: `about:blank`, for then the
    /// status says it all.
    public var response: Response {
        var fields = fields
        fields[.contentType] = "application/problem+json"
        fields[.xContentTypeOptions] = "nosniff"
        fields[.cacheControl] = "no-store"
        let body =
            "{\"type\":\"about:blank\",\"title\":\(Self.json(status.reasonPhrase)),\"status\":\(status.code),"
            + "\"detail\":\(Self.json(detail))}\n"
        return Response(status: status, fields: fields, body: Array(body.utf8))
    }

    private static func json(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\u{0}"..<" ": quoted += "\\u" + String(scalar.value + 0x10000, radix: 16).dropFirst()
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
