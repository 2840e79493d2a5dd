import ForumStore

/// Finds the route of a path, or says what was probably meant.
struct Router: Sendable {
    /// The routes, an earlier one before a later that fits too.
    let routes: [Route]

    /// The route of a path with what it captures.
    func find(_ segments: [String]) throws(Problem) -> (route: Route, captured: String) {
        for route in routes {
            if let match = route.path.match(segments) { return (route, match.captured) }
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
        return nil
    }

    /// The percent-encoded path of decoded segments.
    static func path(_ segments: [String]) -> String {
        "/" + segments.map(PercentEncoding.encode).joined(separator: "/")
    }
}
