/// A form that an answer can take.
enum MediaType: String, CaseIterable, Sendable {
    case json = "application/json"
    case problem = "application/problem+json"
    case html = "text/html"
    case plain = "text/plain"

    /// The value of `Content-Type`; JSON is UTF-8 by definition (RFC 8259 §8.1), text says so.
    var contentType: String {
        switch self {
        case .json, .problem: rawValue
        case .html, .plain: rawValue + "; charset=utf-8"
        }
    }
}
