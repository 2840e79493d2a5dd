/// A form that an answer can take.
enum MediaType: String, CaseIterable, Sendable {
    case json = "application/json"
    case problem = "application/problem+json"
    /// One JSON object a line.
    case ndjson = "application/x-ndjson"
    case csv = "text/csv"
    /// Linked data (JSON-LD 1.1).
    case jsonLD = "application/ld+json"
    /// Links with their contexts (RFC 9264).
    case linkset = "application/linkset+json"
    case html = "text/html"
    case plain = "text/plain"
    case markdown = "text/markdown"
    case bibTeX = "application/x-bibtex"
    case ris = "application/x-research-info-systems"
    case sqlite = "application/vnd.sqlite3"

    /// The names by which `Accept` may ask for the form; responses bear the first.
    var names: [String] {
        // No name for lines of JSON is registered.
        self == .ndjson ? [rawValue, "application/ndjson", "application/jsonl"] : [rawValue]
    }

    /// The forms of a list, by the word that asks for them.
    static let tabular: [(word: String, form: Self)] = [("json", .json), ("ndjson", .ndjson), ("csv", .csv)]

    /// The word by which `format` asks for the form; `nil` where nothing but the address does.
    var word: String? { Self.words.first { $0.form == self }?.word }

    /// Makes the form that a word of ``words`` asks for.
    init(word: String) {
        guard let form = Self.words.first(where: { $0.word == word })?.form else {
            preconditionFailure("\(word) asks for no form")
        }
        self = form
    }

    /// The forms that `format` asks for by a word.
    static let words = tabular + [("jsonld", .jsonLD)]

    /// The value of `Content-Type`; JSON is UTF-8 by definition (RFC 8259 §8.1), text says so.
    var contentType: String {
        switch self {
        case .json, .problem, .ndjson, .jsonLD, .linkset, .sqlite: rawValue
        case .csv: rawValue + "; charset=utf-8; header=present"
        case .html, .plain, .markdown, .bibTeX, .ris: rawValue + "; charset=utf-8"
        }
    }
}
