import ForumStore
import HTTPTypes
import HTTPWire

/// The HTTP interface of a forum's store: from a request to a response, without a socket.
///
/// - Every `url` is a path on this server, percent-encoded so that it can be pasted; page addresses keep the filters.
/// - An unknown parameter, value or identifier is refused with what is allowed and the nearest spelling; an identifier in
///   a filter that names nothing is refused too, for an empty list would hide the mistake.
/// - A path with a trailing slash is redirected (308) to the one without it.
/// - A cursor belongs to one list, with its filters and order, and to one snapshot.
///
/// It is a value without state. The server sends its responses, compares entity tags and leaves out the content of HEAD.
public struct ForumAPI: Sendable {
    /// What a deployment may choose.
    public typealias Configuration = InterfaceConfiguration

    /// The names of all routes; every response of a route bears its number among them, from 1.
    public static let routeNames = Route.all.map(\.name)

    private let configuration: Configuration
    private let router = Router(routes: Route.all)

    /// Makes the interface.
    public init(configuration: Configuration) {
        self.configuration = configuration
    }

    /// The route of a target that is answered from one row, found by its identifier, and what belongs to it: of most, little
    /// enough for ``respondAtOnce(to:of:from:)``; `nil` for every other target.
    public func quickTarget(_ target: Span<UInt8>) -> QuickTarget? { router.row(target) }

    /// By which way a request for a target is to go to a worker, so that what is quick never waits for what is not.
    public func lane(_ target: Span<UInt8>) -> Lane { router.lane(target) }

    /// A store as this interface responds from it, for those who answer many requests.
    public func edition(of store: StoreReader) -> Edition { Edition(store, configuration) }

    /// Responds to a request.
    ///
    /// - Parameters:
    ///   - request: The request. OPTIONS is answered here; HEAD as GET.
    ///   - store: The store to read, in use by this call alone.
    /// - Returns: The response, of an error too. Where `If-None-Match` names the representation's own tag, it is a 304
    ///   that cost no query.
    public func respond(to request: Request, reading store: StoreReader) -> Response {
        respond(to: request, from: edition(of: store))
    }

    /// Responds to a request from an edition, as from its store.
    ///
    /// - Parameters:
    ///   - request: The request.
    ///   - edition: The store that it is answered from.
    ///   - cancellation: Tells when nobody waits for the response any more; the work for it ends then.
    public func respond(
        to request: Request, from edition: Edition, until cancellation: Cancellation? = nil
    ) -> Response {
        var route = 0
        do throws(Problem) {
            return try response(to: request, edition, route: &route, until: cancellation)
        } catch {
            return response(of: error, to: request[.origin], isPreflight: request.isPreflight, route: route)
        }
    }

    /// Responds to a request whose target is quick, on a loop that others wait for meanwhile.
    ///
    /// It throws where more than ``Limits/rowsAtOnce`` rows belong to what is asked for, and where there is a problem, since
    /// the nearest spelling is sought among all.
    ///
    /// - Parameters:
    ///   - request: The request.
    ///   - target: What ``quickTarget(_:)`` returned for its target.
    ///   - edition: The store that it is answered from.
    public func respondAtOnce(
        to request: Request, of target: QuickTarget, from edition: Edition
    ) throws(TakesLonger) -> Response {
        edition.store.rowBudget = Limits.rowsAtOnce
        defer { edition.store.rowBudget = .max }
        var route = 0
        do throws(Problem) {
            return try response(to: request, of: target, edition, route: &route)
        } catch {
            throw TakesLonger()
        }
    }

    /// Refuses a target to a page of another site that asks for it in the background.
    ///
    /// Refused is what costs more than a row: all but a single thing by its identifier, and `/livez`, `/readyz` and `/metrics`.
    /// Pages that may read the interface are refused nothing.
    ///
    /// - Parameters:
    ///   - target: The target, whose route tells what it costs.
    ///   - origin: The origin of the page; `nil` where it is not told, as for images and scripts.
    /// - Returns: Why it is refused, or `nil`.
    public func refusal(ofForeign target: Span<UInt8>, origin: String?) -> WireError? {
        guard !configuration.crossOrigin.allows(origin), router.costsMoreThanRow(target) else { return nil }
        return WireError(
            .forbidden,
            "A page of another site asks for this in the background, and it costs more than one row. Go to the address itself, "
                + "serve the page from this machine, or start the server with --allow-origin and the page's origin.",
            fields: [.vary: "Sec-Fetch-Site, Sec-Fetch-Mode"])
    }

    /// The response to what the server refuses in this interface's place: a problem like every other, which a page that
    /// may read the interface may read too.
    ///
    /// - Parameters:
    ///   - error: Why it is refused.
    ///   - origin: The origin of the page that asks; `nil` where there is none or it is not known.
    public func refusal(of error: WireError, origin: String?) -> Response {
        response(of: Problem(error), to: origin, isPreflight: false, route: 0)
    }

    /// The response to a request, as the page that asks may read it: all work for a request is done in here.
    private func response(
        to request: Request, of target: QuickTarget? = nil, _ edition: Edition, route: inout Int,
        until cancellation: Cancellation? = nil
    ) throws(Problem) -> Response {
        let found = try router.find(request, known: target)
        route = found.entry.number
        let exchange = Exchange(found: found, edition: edition)
        // What is answered at once is bounded by its rows.
        let spending = target == nil ? self.spending(on: found.entry, until: cancellation) : nil
        guard let origin = request[.origin] else { return try exchange.response(to: request, within: spending) }
        var response = try exchange.response(to: request, within: spending)
        allow(origin, toRead: &response, isPreflight: request.isPreflight)
        return response
    }

    /// What may be spent on a request of a route.
    private func spending(on entry: Router.Entry, until cancellation: Cancellation?) -> Spending? {
        let budget = entry.isExport ? .unlimited : configuration.budget
        guard budget != .unlimited || cancellation != nil else { return nil }
        return Spending(budget) { cancellation?.isCancelled ?? false }
    }

    private func response(of problem: Problem, to origin: String?, isPreflight: Bool, route: Int) -> Response {
        var response = problem.response
        response.fields.append(contentsOf: HTTPFields.ofTheMoment)
        response.route = route
        if let origin { allow(origin, toRead: &response, isPreflight: isPreflight) }
        return response
    }

    /// Lets the pages of an origin read a response, if they may.
    private func allow(_ origin: String, toRead response: inout Response, isPreflight: Bool) {
        // Appended, not set: to set a field, all are indexed by their names.
        response.fields.append(
            contentsOf: configuration.crossOrigin.fields(
                origin: origin, preflight: isPreflight, methods: "GET, HEAD, OPTIONS"))
    }
}

extension Request {
    /// Whether a page asks whether it may ask (Fetch standard, CORS-preflight request).
    fileprivate var isPreflight: Bool { method == .options && fields[.accessControlRequestMethod] != nil }
}
