/// The addresses of single things that are one row of the store, found by its identifier, as they are written most often.
struct QuickTargets: Sendable {
    /// What the addresses begin with: `/v1/talks/` and the like.
    private let prefixes: [[UInt8]]

    /// Those among routes.
    init(of routes: [Route]) {
        prefixes = routes.filter(\.isRow).map { Array($0.path.description.utf8.prefix { $0 != UInt8(ascii: "{") }) }
    }

    /// Whether a request's target is one: without a query, a further segment or an ending.
    func contains(_ target: Span<UInt8>) -> Bool {
        guard let prefix = prefixes.first(where: { target.begins(with: $0) }), target.count > prefix.count else {
            return false
        }
        for place in prefix.count..<target.count {
            switch target[place] {
            case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "."): return false
            default: break
            }
        }
        return true
    }
}

extension Span<UInt8> {
    fileprivate func begins(with prefix: [UInt8]) -> Bool {
        guard count >= prefix.count else { return false }
        for place in prefix.indices where self[place] != prefix[place] { return false }
        return true
    }
}
