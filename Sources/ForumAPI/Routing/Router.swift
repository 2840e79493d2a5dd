import ForumStore

/// Finds the route of a path, or says what was probably meant.
struct Router: Sendable {
    /// The routes, an earlier one before a later that fits too.
    let routes: [Route]

    /// The route of a path with what it captures, and the form that the path's ending asks for.
    ///
    /// An address that ends in a word (`schedule.json`, `{talk}.md`) stands before the ending that asks for a form, and that
    /// before an identifier, which would take the ending for its own.
    func find(_ segments: [String]) throws(Problem) -> (route: Route, captured: String, form: MediaType?) {
        for route in routes where !route.path.endsInIdentifier {
            if let match = route.path.match(segments) { return (route, match.captured, nil) }
        }
        for (word, form) in MediaType.tabular {
            guard let last = segments.last, last.utf8.count > word.utf8.count + 1,
                last.utf8.suffix(word.utf8.count + 1).elementsEqual(("." + word).utf8)
            else { continue }
            let stem = Array(segments.dropLast()) + [String(last.dropLast(word.count + 1))]
            for route in routes where route.takesEnding(word) {
                if let match = route.path.match(stem) { return (route, match.captured, form) }
            }
        }
        for route in routes where route.path.endsInIdentifier {
            if let match = route.path.match(segments) { return (route, match.captured, nil) }
        }
        let path = Problem.echo("/" + segments.joined(separator: "/"))
        let nearest = nearest(to: segments)
        throw Problem(
            kind: .notFound,
            detail: "There is no address \(path)." + (nearest.map { " Did you mean \($0)?" } ?? " / lists them."),
            suggestion: nearest)
    }

    private func nearest(to segments: [String]) -> String? {
        // Many forget the version.
        for candidate in [segments, ["v1"] + segments] {
            for route in routes {
                if let corrected = route.path.nearest(to: candidate) { return Self.path(corrected) }
            }
        }
        // The ending may be wrong, or the word before a right one.
        guard let last = segments.last, let dot = last.lastIndex(of: "."), dot > last.startIndex else { return nil }
        let stem = Array(segments.dropLast()) + [String(last[..<dot])]
        let ending = String(last[dot...].dropFirst())
        for route in routes {
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
