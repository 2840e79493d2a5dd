import Dispatch
import HTTPWire
import Logging
import Sockets
import Synchronization

/// An HTTP/1.1 server on Dispatch: some shards that serve connections, and some workers that ask the application.
///
/// It starts once, and stops once. `shutdown()` may be called from anywhere.
public final class Server: Sendable {
    private enum Phase {
        case new
        case running(Running)
        case stopped
    }

    private struct Running {
        let listener: ListeningSocket
        var mailboxes: [Mailbox]
        var counters: [ShardCounters]
        var workers: WorkerLanes
        var accessLog: AccessLog?
    }

    private let configuration: ServerConfiguration
    private let application: Application
    private let logger: Logger
    private let registry: MetricsRegistry
    private let phase = Mutex<Phase>(.new)
    /// Entered by every shard that runs.
    private let shards = DispatchGroup()

    /// Makes a server; nothing happens until it starts.
    ///
    /// - Parameters:
    ///   - configuration: Where it listens, and its limits.
    ///   - application: What it serves.
    ///   - logger: Where it logs.
    ///   - metrics: Where its numbers will be found; its own, shared with no other server.
    public init(
        configuration: ServerConfiguration, application: Application, logger: Logger,
        metrics: MetricsRegistry = MetricsRegistry()
    ) {
        registry = metrics
        self.configuration = configuration
        self.application = application
        self.logger = logger
    }

    /// Makes the responders, listens and begins to serve.
    ///
    /// It changes nothing of the process as a whole: sends raise no SIGPIPE, and how many connections fit is decided by
    /// the limit of open descriptors (`RLIMIT_NOFILE`) that the process has.
    ///
    /// - Returns: The address with its real port.
    /// - Throws: ``ServerError/addressInUse(_:)`` where another process listens on the port, or another reason.
    public func start() throws(ServerError) -> SocketAddress {
        guard phase.withLock({ if case .new = $0 { true } else { false } }) else { throw .alreadyStarted }
        guard let address = SocketAddress(host: configuration.host, port: configuration.port) else {
            throw .invalidHost(configuration.host)
        }
        // The port comes first: a second instance has nothing else to do than to say so.
        let listener = try listen(address)
        let workers = try WorkerLanes(configuration, application: application)
        let accessLog = configuration.logsAccess ? AccessLog(logger: logger) : nil
        var running = Running(
            listener: listener, mailboxes: [], counters: [], workers: workers, accessLog: accessLog)
        var contexts: [Shard.Context] = []
        let connectionCount = ConnectionCount()
        for number in 0..<max(1, configuration.shards) {
            let mailbox: Mailbox
            do { mailbox = try Mailbox() } catch { throw .system(error) }
            let counters = ShardCounters(routes: application.routes.count)
            running.mailboxes.append(mailbox)
            running.counters.append(counters)
            contexts.append(
                Shard.Context(
                    configuration: configuration,
                    allowedHosts: AllowedHosts(configuration.allowedHosts + [listener.address.urlHost]),
                    application: application, listener: listener, mailbox: mailbox, workers: workers,
                    counters: counters, connectionCount: connectionCount, accessLog: accessLog, logger: logger,
                    firstIdentifier: UInt64.random(in: 0...UInt64(UInt32.max)) << 32 | UInt64(number) << 28))
        }
        registry.set(
            MetricsRegistry.Sources(
                routes: application.routes, counters: running.counters, workers: workers, accessLog: accessLog))
        phase.withLock { $0 = .running(running) }
        for (number, context) in contexts.enumerated() { serve(context, number: number) }
        return listener.address
    }

    private func listen(_ address: SocketAddress) throws(ServerError) -> ListeningSocket {
        do {
            return try ListeningSocket(address, backlog: configuration.backlog)
        } catch {
            throw error.isAddressInUse ? .addressInUse(address) : .cannotListen(address, error)
        }
    }

    /// Runs a shard on a serial queue of its own; the block lasts as long as the shard.
    private func serve(_ context: Shard.Context, number: Int) {
        let queue = DispatchQueue(label: "SocketServer.shard.\(number)", qos: .userInitiated)
        shards.enter()
        queue.async { [shards, logger] in
            do {
                try Shard(context, poller: PlatformPoller()).run()
            } catch {
                logger.critical("a shard ended", metadata: ["error": "\(error)"])
            }
            shards.leave()
        }
    }

    /// Has the application's responders made anew, and forgets the responses that the old ones gave; no request waits for it
    /// but those that the workers have begun.
    ///
    /// It blocks until every worker has its new responder; a worker for which none can be made keeps its own.
    ///
    /// - Returns: What went wrong, for each worker that keeps its old responder.
    public func renewResponders() -> [String] {
        let running: Running? = phase.withLock { phase in
            guard case .running(let running) = phase else { return nil }
            return running
        }
        guard let running else { return [] }
        return running.workers.renew()
    }

    /// Stops listening, lets responses that are begun be finished within the configured grace, drops idle connections.
    ///
    /// Returns at once; `wait()` returns when it is done.
    public func shutdown() {
        let mailboxes: [Mailbox] = phase.withLock { phase in
            defer { if case .new = phase { phase = .stopped } }
            guard case .running(let running) = phase else { return [] }
            return running.mailboxes
        }
        for mailbox in mailboxes { mailbox.post(.stop) }
    }

    /// Blocks until every shard has ended, the port is free and the access log is written, or its reader has been waited
    /// for; never call it on a queue that has work to do.
    public func wait() {
        shards.wait()
        let running: Running? = phase.withLock { phase in
            guard case .running(let running) = phase else { return nil }
            return running
        }
        running?.listener.stop()
        running?.accessLog?.flush(within: configuration.logGrace)
    }

    /// What has been done so far, all shards together.
    public var metrics: ServerMetrics { registry.metrics }
}
