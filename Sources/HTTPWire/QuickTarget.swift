/// What an application found out of a request's target when it was asked whether its response is quick, so that it need
/// not find it out again; to a server it means nothing.
public struct QuickTarget: Sendable, Hashable {
    /// The number of the route, from 1.
    public let route: Int
    /// Where in the target begins what the route is asked for, in bytes.
    public let offset: Int

    /// Makes a note of a target.
    public init(route: Int, offset: Int) {
        self.route = route
        self.offset = offset
    }
}
