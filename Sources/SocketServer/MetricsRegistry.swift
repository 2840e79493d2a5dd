import Synchronization

/// Where a server's numbers are found, before and while it runs; what an application shows of them, it asks for here.
public final class MetricsRegistry: Sendable {
    struct Sources {
        var routes: [String] = []
        var counters: [ShardCounters] = []
        /// Not held: a worker's responder may hold the registry.
        weak var workers: WorkerLanes?
        var accessLog: AccessLog?
    }

    private let sources = Mutex(Sources())

    /// What the names of metrics begin with.
    private let prefix: String

    /// Makes a registry for one server.
    ///
    /// - Parameter prefix: What the names of metrics begin with, before an underscore.
    public init(prefix: String = "http_server") {
        self.prefix = prefix
    }

    func set(_ sources: Sources) {
        self.sources.withLock { $0 = sources }
    }

    /// What has been done so far, all shards together.
    public var metrics: ServerMetrics {
        let sources = sources.withLock(\.self)
        var metrics = ServerMetrics()
        for counters in sources.counters { counters.add(to: &metrics) }
        metrics.requestsWaiting = sources.workers?.waiting ?? 0
        metrics.accessRecordsDropped = sources.accessLog?.dropped ?? 0
        return metrics
    }

    /// Everything in the text format of Prometheus, version 0.0.4.
    ///
    /// Times are in seconds: from the request's last byte until the round in which its response went out was over. Requests
    /// that reach no route, errors of the wire among them, have an empty route.
    public var prometheusText: String {
        let sources = sources.withLock(\.self)
        var routes = [RouteStatistics](repeating: RouteStatistics(), count: sources.routes.count + 1)
        for counters in sources.counters {
            for (number, statistics) in counters.routes.current.enumerated() { routes[number].add(statistics) }
        }
        return PrometheusText(prefix: prefix)
            .text(of: metrics, routes: zip([""] + sources.routes, routes).filter { $1.count > 0 })
    }
}
