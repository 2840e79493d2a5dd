import HTTPWire
import Sockets

/// Where a server listens, and every limit that it holds to.
public struct ServerConfiguration: Sendable {
    /// The address to listen on: a numeric one, or `localhost`, which is 127.0.0.1.
    public var host = "127.0.0.1"
    /// The port to listen on; 0 takes any free one.
    public var port: UInt16 = 8080
    /// The hosts that requests may name, without ports.
    ///
    /// The address listened on is always among them; `*` is any host.
    public var allowedHosts = AllowedHosts.loopback
    /// The loops that connections are spread over; one for each processor.
    public var shards = Processors.available
    /// The workers that ask the application, each with a responder of its own.
    public var workers = Processors.available
    /// The requests that wait for a worker; one more is answered 503.
    public var queueDepth = 1024
    /// Further workers, for what is costly; what is quick has workers of its own, among which the system shares processors.
    public var costlyWorkers = Processors.available
    /// The costly requests that wait for one of these; one more is answered 503.
    public var costlyQueueDepth = 128
    /// The seconds after which a client is asked to come again with 503.
    public var retryAfter = 1
    /// The connections that are open at once; others wait to be accepted.
    public var connections = 16_384
    /// The connections that the system holds before they are accepted.
    public var backlog = 1024
    /// The bytes of cached responses, over all shards; 0 caches none.
    public var cacheBytes = 32 * 1024 * 1024
    /// The limits of one message.
    public var limits = WireLimits()
    /// The waits of one connection.
    public var deadlines = WireDeadlines()
    /// The pause in accepting when no descriptor or memory is left.
    public var acceptPause = Duration.milliseconds(250)
    /// The time that a shutdown gives to responses that are begun.
    public var shutdownGrace = Duration.seconds(8)
    /// The time that a shutdown gives to the access log's reader, after that.
    public var logGrace = Duration.seconds(1)
    /// Whether each request is logged.
    public var logsAccess = false

    /// Maximum bytes that one call sends, and that are gathered before it is made.
    static let sendBatch = 64 * 1024
    /// The connections whose responses are sent one right after the other.
    static let sendGroup = 32
    /// The bytes sent to one connection before the others have their turn.
    static let sendTurn = 256 * 1024
    /// Maximum content that is copied into a batch; longer ones are gathered from where they are.
    static let copiedContent = 16 * 1024
    /// The bytes of a long content that are read at once.
    static let sourcePiece = 256 * 1024
    /// The bytes received in one call.
    static let receiveBuffer = 64 * 1024
    /// The responses of one worker after which shards are told of them although more requests wait.
    static let answerBatch = 64
    /// The milliseconds after which a shard that waits for responses looks whether there are some.
    static let answerWait: Int64 = 1
    /// The connections accepted before those open have their turn.
    static let acceptBatch = 32
    /// Maximum bytes that are dropped while a peer's side is waited for.
    static let lingerBytes = 4 * 1024 * 1024
    /// The access records that wait to be written; more are dropped and counted.
    static let accessBacklog = 16_384

    /// The workers for a way to the application, and how many requests may wait for them.
    func capacity(of lane: Lane) -> (workers: Int, depth: Int) {
        switch lane {
        case .quick: (workers, queueDepth)
        case .costly: (costlyWorkers, costlyQueueDepth)
        case .urgent: (1, queueDepth)
        case .bulk: (1, costlyQueueDepth)
        }
    }

    /// The default configuration.
    public init() {}
}
