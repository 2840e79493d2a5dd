import ForumStore

/// What a route takes as content of POST: many questions at once, which change nothing.
struct Posting: Sendable {
    /// Writes the JSON document of a response.
    typealias Handler = @Sendable (Call, [UInt8], StoreReader, inout JSONWriter) throws(Problem) -> Void

    /// What the response is, in a sentence.
    let summary: String
    /// What the content holds.
    let content: Schema
    /// What the response holds.
    let answer: Schema
    /// Makes the response.
    let handler: Handler
    /// The parameters that are left of the route's own.
    let parameters = [Parameter.pretty]
}
