import Bytes
import HTTPWire

/// The addresses of single things that are one row of the store, as they are written most often: most requests name one, and
/// those are known by their bytes alone.
struct RowAddresses: Sendable {
    private struct Row {
        /// What the addresses begin with: `/v1/talks/` and the like.
        let prefix: [UInt8]
        /// What stands in the place of an identifier in other routes, and is none.
        let words: [[UInt8]]
        /// The number of the route.
        let route: Int
    }

    private let rows: [Row]

    /// Those among routes.
    init(of entries: [Router.Entry]) {
        rows = entries.filter(\.route.isRow).map { entry in
            let path = entry.route.path
            let words = entries.map(\.route.path.segments).filter {
                $0.count == path.segments.count && $0.dropLast() == path.segments.dropLast()
            }
            return Row(
                prefix: Array(path.description.utf8.prefix { $0 != UInt8(ascii: "{") }),
                words: words.compactMap { if case .literal(let word) = $0.last { Array(word.utf8) } else { nil } },
                route: entry.number)
        }
    }

    /// The route of a target, and where the identifier begins, which is its rest; none where it has a query, a further
    /// segment or an ending.
    func find(_ target: Span<UInt8>) -> QuickTarget? {
        for row in rows.indices where target.begins(with: rows[row].prefix) {
            let start = rows[row].prefix.count
            for place in start..<target.count {
                switch target[place] {
                case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "."): return nil
                default: break
                }
            }
            let rest = target.extracting(start...)
            guard !rest.isEmpty, !rows[row].words.contains(where: { rest.count == $0.count && rest.begins(with: $0) })
            else { return nil }
            return QuickTarget(route: rows[row].route, offset: start)
        }
        return nil
    }
}
