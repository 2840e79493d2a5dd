import HTTPTypes
import HTTPWire

extension Problem {
    /// Decodes a request's target.
    static func decoding(_ request: Request) throws(Problem) -> Target {
        do throws(Target.Malformation) {
            return try Target(path: request.path, query: request.query)
        } catch {
            throw Problem(kind: .malformedTarget, detail: error.detail)
        }
    }

    /// The address without its trailing slash.
    ///
    /// The path is one that has a route; it and the query are encoded anew, so that no text of the request reaches the
    /// field as it was sent.
    static func moved(to path: String, _ query: [Target.QueryItem]) -> Problem {
        var location = path
        if !query.isEmpty { location += "?" + query.encoded }
        return Problem(
            kind: .moved, detail: "The address has no trailing slash: \(path).", suggestion: path,
            fields: [.location: location])
    }
}

extension Target.Malformation {
    /// What is wrong, in a sentence that says what to do.
    var detail: String {
        switch self {
        case .noLeadingSlash: "The path does not begin with a slash."
        case .badEscape: "A % is not followed by two hexadecimal digits; write %25 for the character itself."
        case .invalidUTF8: "The percent-decoded bytes are not UTF-8."
        case .controlCharacter: "The address holds a control character."
        case .tooManyQueryItems: "The query holds more than \(Limits.queryItems) parameters."
        }
    }
}
