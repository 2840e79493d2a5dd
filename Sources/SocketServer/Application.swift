import HTTPWire

/// Responds to requests; each worker has its own, which is called from one thread at a time.
public protocol Responder: AnyObject {
    /// Responds to a request; it may block, and never touches the connection.
    func respond(to request: Request) -> Response

    /// Responds to a request, as long as somebody waits for the response.
    ///
    /// - Parameter cancellation: Tells when the client has left; what is answered then is dropped.
    func respond(to request: Request, until cancellation: Cancellation) -> Response

    /// Responds to a request whose target is quick, on a loop; where it is not after all, a worker is asked then.
    ///
    /// - Parameter target: What ``Application/quickTarget`` returned for the request's target.
    func respondAtOnce(to request: Request, of target: QuickTarget) throws(TakesLonger) -> Response
}

extension Responder {
    /// Responds to the end.
    public func respond(to request: Request, until cancellation: Cancellation) -> Response { respond(to: request) }

    /// Responds: where what is quick is known by its target, nothing more needs to be found out.
    public func respondAtOnce(to request: Request, of target: QuickTarget) throws(TakesLonger) -> Response {
        respond(to: request)
    }
}

/// What a server serves.
public struct Application: Sendable {
    /// Makes a worker's responder; called once per worker, on the worker's own queue, before the server listens.
    public var makeResponder: @Sendable () throws -> any Responder
    /// The methods whose content the responder reads; the content of others is read up to the limit and dropped.
    public var contentMethods: [RequestHead.Method] = []
    /// The names of the routes whose numbers responses bear, from 1; by them the metrics are told apart.
    public var routes: [String] = []
    /// Responds in the place of the responder to what is refused before it is asked, or after; the origin is the page's that
    /// asks, where the request came so far as to tell it.
    public var refusal: @Sendable (_ error: WireError, _ origin: String?) -> Response = { error, _ in error.response }
    /// Refuses a target to a page of another site that asks for it in the background (Fetch Metadata: `Sec-Fetch-Site` is
    /// `cross-site`, and `Sec-Fetch-Mode` is not `navigate`); `nil` where it may ask.
    ///
    /// The origin is the page's, where the request tells it. It is called on a loop, before the cache is asked.
    public var foreignRefusal: @Sendable (_ target: Span<UInt8>, _ origin: String?) -> WireError? = { _, _ in nil }
    /// Tells whether a GET of that target is answered in about the time that handing it to a worker takes; `nil` where it is
    /// not.
    ///
    /// Such a request is answered by the loop that received it, on which all its connections wait meanwhile, unless the
    /// responder then finds that it takes longer.
    public var quickTarget: @Sendable (_ target: Span<UInt8>) -> QuickTarget? = { _ in nil }
    /// Tells by which way a request for that target goes to a worker; `nil` where there is but one, the quick one.
    public var lane: (@Sendable (_ target: Span<UInt8>) -> Lane)?
    /// The methods that the server as a whole serves, for `OPTIONS *`.
    public var allow = "GET, HEAD, OPTIONS"

    /// Makes an application that reads no content.
    public init(makeResponder: @escaping @Sendable () throws -> any Responder) { self.makeResponder = makeResponder }
}
