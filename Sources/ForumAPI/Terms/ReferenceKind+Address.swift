import Bytes
import ForumStore

extension ReferenceKind {
    /// The path before the percent-encoded identifier of such a thing.
    ///
    /// A section and an affiliation have no address of their own: theirs is the list of what belongs to them.
    var addressPrefix: StaticString { literals.prefix }

    /// The raw value, as a literal.
    var word: StaticString { literals.word }

    private var literals: (word: StaticString, prefix: StaticString) {
        switch self {
        case .event: ("event", "/v1/events/")
        case .talk: ("talk", "/v1/talks/")
        case .panelist: ("panelist", "/v1/panelists/")
        case .topic: ("topic", "/v1/topics/")
        case .passage: ("passage", "/v1/passages/")
        case .source: ("source", "/v1/sources/")
        case .section: ("section", "/v1/passages?section=")
        case .affiliation: ("affiliation", "/v1/panelists?affiliation=")
        }
    }

    /// The path of the thing with the identifier.
    func address(of id: String) -> String {
        addressPrefix.description + PercentEncoding.encode(id)
    }
}
