import Bytes
import ForumStore
import HTTPWire

/// Finds the route of a path, or says what was probably meant.
struct Router: Sendable {
    /// A route as it is found, whose copies share what it consists of.
    final class Entry: Sendable {
        let route: Route
        /// The route's number, from 1, under which its answers are counted.
        let number: Int
        /// The route's parameters.
        let parameters: ParameterTable
        /// The forms that the answer can take, the preferred one first.
        let offers: [MediaType]
        let endsInIdentifier: Bool
        let endsInDocument: Bool
        /// Whether the answer is a file, of which a part may be asked for.
        let isFile: Bool
        /// Whether the answer is made of whole tables.
        let isExport: Bool
        /// Whether the answer is compressed for those who like it: a file that is described by its hash is not.
        var isCompressible: Bool { !isFile || isExport }

        init(_ route: Route, number: Int) {
            self.route = route
            self.number = number
            parameters = ParameterTable(route.parameters)
            offers = route.offers
            endsInIdentifier = route.path.endsInIdentifier
            endsInDocument = route.path.endsInDocument
            isFile = route.isFile
            isExport = route.isExport
        }
    }

    /// What a request's target asks for.
    struct Found {
        /// The route.
        let entry: Entry
        /// The identifier that the path holds, in NFC; empty where the route captures none.
        let captured: String
        /// The form that the path's ending asks for.
        var ending: MediaType?
        /// The path in canonical form, percent-encoded, without a trailing slash.
        let path: String
        /// Whether a slash stands behind the path.
        var hasTrailingSlash = false
        /// The items of the query.
        var query: [Target.QueryItem] = []

        /// The path without an ending that asks for a form.
        var stem: String { ending?.word.map { String(path.dropLast($0.count + 1)) } ?? path }
    }

    /// What a path can be one of that has a certain second segment, which is a literal in almost every pattern.
    private struct Candidates {
        let word: String
        let entries: [Entry]
    }

    /// The routes, an earlier one before a later that fits too.
    private let entries: [Entry]
    /// Those that can be found by their second segment, by the length of the path.
    private var candidates: [[Candidates]] = []
    /// Those with no literal there.
    private let others: [Entry]
    private let rows: RowAddresses
    /// The routes that have a way of their own.
    let laned: [Route]

    /// Makes a router.
    ///
    /// - Parameter routes: The routes, an earlier one before a later that fits too.
    init(routes: [Route]) {
        entries = zip(routes, 1...).map(Entry.init)
        rows = RowAddresses(of: entries)
        laned = routes.filter { $0.lane != .quick }
        others = entries.filter { $0.route.path.word == nil }
        for length in 0...routes.map(\.path.segments.count).reduce(0, max) {
            let fitting = entries.filter { $0.route.path.segments.count == length }
            var words: [String] = []
            for word in fitting.compactMap(\.route.path.word) where !words.contains(word) { words.append(word) }
            candidates.append(
                words.map { word in
                    Candidates(word: word, entries: fitting.filter { ($0.route.path.word ?? word) == word })
                })
        }
    }

    /// The routes that can fit a path.
    private func entries(for segments: [String]) -> [Entry] {
        guard segments.count > 1, segments.count < candidates.count else { return others }
        // Of so few, looking at each is faster than hashing.
        return candidates[segments.count].first { $0.word == segments[1] }?.entries ?? others
    }

    /// The route of a target that names one row of the store, and where its identifier begins; `nil` for most others, though
    /// they may be one written in another way.
    func row(_ target: Span<UInt8>) -> QuickTarget? { rows.find(target) }

    /// The route of a request's target, and what else the target says.
    ///
    /// - Parameter row: What ``row(_:)`` returned for the target, where it was asked before.
    func find(_ request: Request, known row: QuickTarget? = nil) throws(Problem) -> Found {
        let bytes = request.path.utf8.span
        if request.query == nil, let row = row ?? self.row(bytes) {
            let id = bytes.extracting(row.offset...).withUnsafeBufferPointer {
                PercentEncoding.isUnreserved($0) ? String(decoding: $0, as: UTF8.self) : nil
            }
            if let id { return Found(entry: entries[row.route - 1], captured: id, path: request.path) }
        }
        let target = try Problem.decoding(request)
        let (entry, captured, ending) = try find(target.segments)
        // A path without escapes that is plain is its own canonical form.
        let path = target.isPlain && !target.hasTrailingSlash ? request.path : Self.path(target.segments)
        return Found(
            entry: entry, captured: captured, ending: ending, path: path,
            hasTrailingSlash: target.hasTrailingSlash, query: target.query)
    }

    /// The route of a path with what it captures, and the form that the path's ending asks for.
    ///
    /// An address that ends in a word (`schedule.json`, `{talk}.md`) stands before the ending that asks for a form, and that
    /// before an identifier, which would take the ending for its own.
    func find(_ segments: [String]) throws(Problem) -> (entry: Entry, captured: String, form: MediaType?) {
        let entries = entries(for: segments)
        let mayHaveEnding = segments.last?.hasDot ?? false
        for entry in entries where !entry.endsInIdentifier && (mayHaveEnding || !entry.endsInDocument) {
            if let captured = entry.route.path.match(segments) { return (entry, captured, nil) }
        }
        for (word, form) in MediaType.tabular where mayHaveEnding {
            guard let last = segments.last?.stem(before: word), !last.isEmpty else { continue }
            let stem = Array(segments.dropLast()) + [String(last)]
            for entry in self.entries(for: stem) where entry.route.takesEnding(word) {
                if let captured = entry.route.path.match(stem) { return (entry, captured, form) }
            }
        }
        for entry in entries where entry.endsInIdentifier {
            if let captured = entry.route.path.match(segments) { return (entry, captured, nil) }
        }
        let path = Problem.echo("/" + segments.joined(separator: "/"))
        let nearest = nearest(to: segments)
        throw Problem(
            kind: .notFound,
            detail: "There is no address \(path)." + (nearest.map { " Did you mean \($0)?" } ?? " / lists them."),
            suggestion: nearest)
    }

    private func nearest(to segments: [String]) -> String? {
        let unversioned = segments.first == "v1" ? Array(segments.dropFirst()) : segments
        if let path = UsualNames.paths["/" + unversioned.joined(separator: "/")] { return path }
        // Many forget the version, or give one to what has none.
        var candidates = [segments, ["v1"] + segments, unversioned]
        let renamed = unversioned.map { UsualNames.segments[$0] ?? $0 }
        if renamed != unversioned { candidates.insert(["v1"] + renamed, at: 0) }
        for candidate in candidates {
            for entry in entries {
                if let corrected = entry.route.path.nearest(to: candidate) { return Self.path(corrected) }
            }
        }
        // The ending may be wrong, or the word before a right one.
        guard let last = segments.last, let dot = last.lastIndex(of: "."), dot > last.startIndex else { return nil }
        let stem = Array(segments.dropLast()) + [String(last[..<dot])]
        let ending = String(last[dot...].dropFirst())
        for route in entries.map(\.route) {
            if let corrected = route.path.nearest(to: stem) {
                return Self.path(corrected) + (route.takesEnding(ending) ? "." + ending : "")
            }
        }
        return nil
    }

    /// The percent-encoded path of decoded segments.
    static func path(_ segments: [String]) -> String {
        "/" + segments.map(PercentEncoding.encode).joined(separator: "/")
    }
}
