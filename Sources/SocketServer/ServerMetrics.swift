import Synchronization

/// What a server has done since it started, at one moment.
public struct ServerMetrics: Sendable, Hashable {
    /// The connections accepted.
    public var connectionsAccepted = 0
    /// The connections open now.
    public var connectionsOpen = 0
    /// The requests read whole; those refused while they were read are not among them.
    public var requests = 0
    /// The requests answered from the cache.
    public var cacheHits = 0
    /// The responses sent, by the first digit of their status: informational at 1, server errors at 5.
    public var responses = [Int](repeating: 0, count: 6)
    /// The bytes received.
    public var bytesReceived = 0
    /// The bytes sent.
    public var bytesSent = 0
    /// The requests answered 503 because too many waited.
    public var requestsTurnedAway = 0
    /// The requests whose client left before they were answered.
    public var requestsAbandoned = 0
    /// The times accepting was paused for want of descriptors or memory.
    public var acceptPauses = 0
    /// The idle connections closed so that others fit.
    public var idleConnectionsClosed = 0
    /// The access records dropped because the log did not keep up.
    public var accessRecordsDropped = 0
    /// The requests that wait for a worker now.
    public var requestsWaiting = 0
}

/// The counters of one shard: written by it alone, read by anyone.
final class ShardCounters: Sendable {
    /// A number that one thread counts up; so it needs no exclusive access to memory, only whole reads and writes.
    struct Counter: ~Copyable, Sendable {
        private let value = Atomic<Int>(0)

        func add(_ amount: Int = 1) { value.store(value.load(ordering: .relaxed) &+ amount, ordering: .relaxed) }

        var current: Int { value.load(ordering: .relaxed) }
    }

    let accepted = Counter()
    let open = Counter()
    let requests = Counter()
    let cacheHits = Counter()
    let informational = Counter()
    let successful = Counter()
    let redirections = Counter()
    let clientErrors = Counter()
    let serverErrors = Counter()
    let received = Counter()
    let sent = Counter()
    let turnedAway = Counter()
    let abandoned = Counter()
    let acceptPauses = Counter()
    let idleClosed = Counter()
    let routes: RouteCounters

    init(routes: Int = 0) { self.routes = RouteCounters(routes: routes) }

    func countResponse(_ status: Int) {
        switch status {
        case ..<200: informational.add()
        case ..<300: successful.add()
        case ..<400: redirections.add()
        case ..<500: clientErrors.add()
        default: serverErrors.add()
        }
    }

    func add(to metrics: inout ServerMetrics) {
        metrics.connectionsAccepted += accepted.current
        metrics.connectionsOpen += open.current
        metrics.requests += requests.current
        metrics.cacheHits += cacheHits.current
        metrics.responses[1] += informational.current
        metrics.responses[2] += successful.current
        metrics.responses[3] += redirections.current
        metrics.responses[4] += clientErrors.current
        metrics.responses[5] += serverErrors.current
        metrics.bytesReceived += received.current
        metrics.bytesSent += sent.current
        metrics.requestsTurnedAway += turnedAway.current
        metrics.requestsAbandoned += abandoned.current
        metrics.acceptPauses += acceptPauses.current
        metrics.idleConnectionsClosed += idleClosed.current
    }
}
