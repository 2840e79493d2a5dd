import Proceedings

/// A kind of thing that has identifiers, and for most an address of its own.
///
/// The raw value is the `type` of its objects and the name of the parameter that filters by it.
enum Resource: String, CaseIterable, Sendable {
    case event
    case talk
    case panelist
    case topic
    case section
    case passage
    case source

    /// The path of the thing, percent-encoded; a section's is the list of its passages, for it has no address of its own.
    func address(of id: String) -> String {
        var address: String
        switch self {
        case .section: address = "/v1/passages?section="
        case .event, .talk, .panelist, .topic, .passage, .source: address = collection + "/"
        }
        PercentEncoding.append(id, to: &address)
        return address
    }

    /// The path of the list of all such things.
    var collection: String { "/v1/" + rawValue + "s" }
}
