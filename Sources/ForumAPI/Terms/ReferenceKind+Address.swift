import Bytes
import ForumStore

extension ReferenceKind {
    /// The path before the percent-encoded identifier of such a thing.
    ///
    /// A section and an affiliation have no address of their own: theirs is the list of what belongs to them.
    var addressPrefix: StaticString {
        switch self {
        case .event: "/v1/events/"
        case .talk: "/v1/talks/"
        case .panelist: "/v1/panelists/"
        case .topic: "/v1/topics/"
        case .passage: "/v1/passages/"
        case .source: "/v1/sources/"
        case .section: "/v1/passages?section="
        case .affiliation: "/v1/panelists?affiliation="
        }
    }

    /// The raw value, as a literal.
    var word: StaticString {
        switch self {
        case .event: "event"
        case .talk: "talk"
        case .panelist: "panelist"
        case .topic: "topic"
        case .passage: "passage"
        case .source: "source"
        case .section: "section"
        case .affiliation: "affiliation"
        }
    }

    /// The path of the thing with the identifier.
    func address(of id: String) -> String {
        addressPrefix.description + PercentEncoding.encode(id)
    }
}
