/// What a response of a route holds.
enum Answer: Equatable, Sendable {
    /// One JSON value.
    case one(Schema)
    /// A page of a list of such items, in an envelope that may say more than a page's.
    case list(of: Schema, envelope: Component? = nil)
    /// All such items.
    case rows(of: Schema)
    /// Text in one of the forms offered.
    case text
    /// Bytes of that form.
    case binary(MediaType)

    /// The schema of the response as JSON, or `nil` where it is no JSON.
    var schema: Schema? {
        switch self {
        case .one(let schema): schema
        case .list(let item, let envelope): envelope.map(Schema.named) ?? .page(of: item)
        case .rows(let item): .list(item)
        case .text, .binary: nil
        }
    }
}
