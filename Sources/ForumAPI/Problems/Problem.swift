import HTTPTypes
import HTTPWire

/// What went wrong with a request, as problem details (RFC 9457).
///
/// Every error of the interface is one of these and is rendered by ``response`` alone.
struct Problem: Error, Equatable {
    /// One thing that is wrong with one parameter.
    struct ParameterError: Error, Equatable {
        /// The parameter's name as sent.
        var parameter: String
        /// What is wrong, in a sentence.
        var detail: String
        /// What is allowed instead, or the beginning of it; none where that is no list of words.
        var allowed: [String] = []
        /// The allowed word nearest to the wrong one.
        var nearest: String?
    }

    /// What kind of problem it is.
    var kind: ProblemKind
    /// What happened here, in sentences that say what to do instead.
    var detail: String
    /// The parameters at fault.
    var errors: [ParameterError] = []
    /// An address that was probably meant.
    var suggestion: String?
    /// Further fields of the answer, such as `Allow`.
    var fields: HTTPFields = [:]

    /// The answer that tells of the problem.
    var response: Response {
        var writer = JSONWriter(layout: .indented, capacity: 512)
        writer.object { writer in
            writer.member("type", kind.address)
            writer.member("title", kind.title)
            writer.member("status", kind.status.code)
            writer.member("detail", detail)
            writer.member("suggestion", suggestion)
            writer.array("errors") { writer in
                for error in errors { error.write(to: &writer) }
            }
        }
        var fields = fields
        fields[.contentType] = MediaType.problem.contentType
        return Response(status: kind.status, fields: fields, body: writer.finish())
    }

    /// A request's own text as an error repeats it: cut to ``Limits/echoedCharacters``.
    static func echo(_ text: String) -> String {
        text.count <= Limits.echoedCharacters ? text : text.prefix(Limits.echoedCharacters) + "…"
    }
}

extension Problem {
    /// Makes a problem of parameters.
    init(kind: ProblemKind = .invalidParameter, _ errors: [ParameterError]) {
        self.init(kind: kind, detail: errors.map(\.detail).joined(separator: " "), errors: errors)
    }

    /// Makes a problem of one parameter.
    init(kind: ProblemKind = .invalidParameter, parameter: String, _ detail: String) {
        self.init(kind: kind, [.init(parameter: parameter, detail: detail)])
    }
}

extension Problem.ParameterError {
    /// Says of a word that it is not one of the allowed, and which it may have been meant for.
    init(parameter: String, detail: String, word: String, allowed: [String]) {
        self.init(
            parameter: Problem.echo(parameter), detail: detail, allowed: Array(allowed.prefix(Limits.allowedValues)),
            nearest: NearestSpelling(of: word).best(among: allowed))
    }

    fileprivate func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("parameter", parameter)
            writer.member("detail", detail)
            writer.member("nearest", nearest)
            writer.array("allowed", allowed)
        }
    }
}
