import HTTPWire
import Logging
import Sockets

/// One of a server's loops: it has its own connections, poller, deadlines and cache, and nobody else touches them.
///
/// It is made and used in one block on its own serial queue, and never leaves it; others reach it through its mailbox. It
/// is a value with one owner, so that the compiler knows that nothing overlaps.
struct Shard: ~Copyable {
    /// What a shard shares with the rest of the server.
    struct Context: Sendable {
        var configuration: ServerConfiguration
        var allowedHosts: AllowedHosts
        var application: Application
        var listener: ListeningSocket
        var mailbox: Mailbox
        var workers: WorkerLanes
        var counters: ShardCounters
        /// Shared by all shards.
        var connectionCount = ConnectionCount()
        var accessLog: AccessLog?
        var logger: Logger
        /// The first number for requests; shards count up from distant ones.
        var firstIdentifier: UInt64
    }

    /// The tokens that are no connection's: their generations are not reached.
    enum Token {
        static let listener = UInt64.max
        static let mailbox = UInt64.max - 1
        static let acceptAgain = UInt64.max - 2
        static let stopNow = UInt64.max - 3
    }

    let context: Context
    var configuration: ServerConfiguration { context.configuration }
    let limits: WireLimits
    let deadlineDurations: WireDeadlines
    let connectionLimit: Int

    let poller: any Poller
    var connections = ConnectionTable()
    var deadlines = DeadlineQueue()
    var cache: ResponseCache
    /// The generation of responders whose responses are in the cache.
    var cacheGeneration: Int

    /// Responses that have not been sent: those gathered, and behind them those of the connection that is served now.
    var batch: [UInt8] = []
    /// Where the responses of the connection that is served now begin.
    var batchStart = 0
    /// What of the batch waits to be sent with the others of this round.
    var gathered: [Gathered] = []
    var accessRecords: [AccessLog.Record] = []

    /// The responses of this round.
    var observations: [RouteCounters.Observation] = []
    /// When this round began.
    var roundMicroseconds: Int64 = 0

    var now = MonotonicTime(milliseconds: 0)
    var second: Int64 = 0
    var delivery = PreparedResponse.Delivery(date: [])
    var nextIdentifier: UInt64
    /// The requests that workers have of this shard.
    var awaitedAnswers = 0
    var isAccepting = false
    /// Whether accepting is to be tried again after a pause.
    var isRetryScheduled = false
    /// Connections that may still be idle, the one that has been so longest last.
    var idle: [IdleConnection] = []
    /// Whether the last attempt to accept failed for want of something.
    var isShort = false
    var isStopping = false

    /// Why a request is turned away when too many wait.
    let overload: WireError
    /// The response to it for who is no page, ready beforehand: there is no time to lose.
    let overloaded: PreparedResponse
    let serverOptions: PreparedResponse

    init(_ context: Context, poller: any Poller) throws(SystemError) {
        self.context = context
        self.poller = poller
        let configuration = context.configuration
        limits = configuration.limits
        deadlineDurations = configuration.deadlines
        let shards = max(1, configuration.shards)
        connectionLimit = max(1, configuration.connections / shards)
        cache = ResponseCache(budget: configuration.cacheBytes / shards)
        cacheGeneration = context.workers.generation
        nextIdentifier = context.firstIdentifier
        batch.reserveCapacity(2 * ServerConfiguration.sendBatch + ServerConfiguration.copiedContent)
        overload = WireError(
            .serviceUnavailable, "Too many requests wait; come again later.",
            fields: [.retryAfter: "\(configuration.retryAfter)"])
        overloaded = PreparedResponse(context.application.refusal(overload, nil))
        serverOptions = PreparedResponse(Response(status: .noContent, fields: [.allow: context.application.allow]))
        try poller.add(context.mailbox.wakeup, token: Token.mailbox)
        try poller.add(context.listener, token: Token.listener)
        isAccepting = true
    }

    /// Serves until it is told to stop and the last connection has closed.
    consuming func run() throws(SystemError) {
        var events: [PollerEvent] = []
        // What one call received; the bytes of a message that came whole are read where they are.
        var input = [UInt8](repeating: 0, count: ServerConfiguration.receiveBuffer)
        readClocks()
        while !isStopping || connections.count > 0 {
            var wait = deadlines.next.map { max(0, $0 - now) }
            if awaitedAnswers > 0 { wait = min(wait ?? .max, ServerConfiguration.answerWait) }
            try poller.wait(milliseconds: wait, into: &events)
            readClocks()
            // What was posted before a request came is known when it is answered: a stop makes it the last.
            for event in events where event.token == Token.mailbox { handle(event, &input) }
            for event in events where event.token != Token.mailbox { handle(event, &input) }
            if awaitedAnswers > 0 {
                for message in context.mailbox.takeEarly() { handle(message) }
            }
            while let due = deadlines.pop(until: now) { handleDeadline(due.time, token: due.token) }
            sendGathered()
            if !observations.isEmpty {
                context.counters.routes.count(
                    observations, from: roundMicroseconds, to: SystemClock.monotonicMicroseconds())
                observations.removeAll(keepingCapacity: true)
            }
            if !accessRecords.isEmpty {
                context.accessLog?.write(accessRecords)
                accessRecords.removeAll(keepingCapacity: true)
            }
        }
    }

    private mutating func readClocks() {
        roundMicroseconds = SystemClock.monotonicMicroseconds()
        now = MonotonicTime(milliseconds: roundMicroseconds / 1000)
        let second = SystemClock.wallSeconds()
        if second != self.second {
            self.second = second
            delivery.date = HTTPDate.format(second)
        }
    }

    private mutating func handle(_ event: PollerEvent, _ input: inout [UInt8]) {
        switch event.token {
        case Token.listener: accept()
        case Token.mailbox:
            for message in context.mailbox.take() { handle(message) }
        default:
            guard let connection = connections[event.token] else { return }
            if event.readiness.contains(.hangup),
                connection.state.phase != .lingering || !event.readiness.contains(.readable)
            {
                // Broken, or closed on both sides: there is nobody to respond to. What the peer sent is read to its end first,
                // for to close before that is a reset, which would eat what it has not yet taken of the last response.
                drop(connection)
                return
            }
            if event.readiness.contains(.writable) { resumeOutput(connection) }
            if event.readiness.contains(.readable) {
                receive(connection, into: &input, mayLeave: event.readiness.contains(.more))
            }
            schedule(connection)
        }
    }

    private mutating func handle(_ message: Mailbox.Message) {
        switch message {
        case .answer(let token, let response, let generation):
            awaitedAnswers -= 1
            guard let connection = connections[token] else { return }
            finishAnswer(connection, response, keptBy: generation)
            schedule(connection)
        case .abandoned: awaitedAnswers -= 1
        case .stop: stop()
        }
    }

    // MARK: Deadlines

    /// Sees to it that the connection's deadline comes up in time.
    mutating func schedule(_ connection: Connection) {
        guard let deadline = connection.state.deadline else { return }
        if let scheduled = connection.scheduled, scheduled <= deadline { return }
        connection.scheduled = deadline
        deadlines.insert(deadline, token: connection.token)
    }

    private mutating func handleDeadline(_ time: MonotonicTime, token: UInt64) {
        switch token {
        case Token.acceptAgain:
            isRetryScheduled = false
            resumeAccepting()
        case Token.stopNow:
            sendGathered()
            for connection in connections.all { drop(connection) }
        default:
            guard let connection = connections[token], connection.scheduled == time else { return }
            connection.scheduled = nil
            settleGathered(connection)
            take(connection.state.deadlinePassed(at: now), for: connection)
            schedule(connection)
        }
    }

    /// Does what the connection's state has decided.
    mutating func take(_ step: ConnectionState.Step, for connection: Connection) {
        switch step {
        case .proceed: watch(connection)
        case .refuse(let error):
            refuse(connection, error)
            flush(connection)
        case .closeSending:
            connection.socket.closeSending()
            connection.unread = []
            watch(connection)
        case .close: drop(connection)
        }
    }

    /// Has the poller watch for what the connection can go on with.
    mutating func watch(_ connection: Connection) {
        let wanted: Readiness =
            if connection.state.isBlocked {
                .writable
            } else if connection.state.isReading && !connection.state.isInputClosed
                || connection.state.phase == .lingering
            {
                .readable
            } else if connection.state.isInputClosed {
                []
            } else {
                // A response is being made. Most peers send nothing meanwhile, and then nothing needs to change; if one
                // does, `receive` stops watching it.
                // Who asked for what takes long is looked at once more: its end may have come with the request.
                connection.awaitsLong ? .readable : connection.interest == .writable ? [] : connection.interest
            }
        setInterest(connection, wanted)
    }

    mutating func setInterest(_ connection: Connection, _ wanted: Readiness) {
        guard connection.interest != wanted, connection.isOpen else { return }
        connection.interest = wanted
        do {
            try poller.change(connection.socket, token: connection.token, to: wanted)
        } catch {
            context.logger.warning("connection dropped", metadata: ["error": "\(error)"])
            drop(connection)
        }
    }

    mutating func drop(_ connection: Connection) {
        guard connection.isOpen else { return }
        connection.isOpen = false
        abandon(connection)
        connections.remove(connection.token)
        context.counters.open.add(-1)
        context.connectionCount.add(-1)
        if !isAccepting, !isStopping, connections.count < connectionLimit { resumeAccepting() }
    }
}
