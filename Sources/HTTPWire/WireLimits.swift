/// How much of one message a connection holds before it refuses the rest.
public struct WireLimits: Sendable, Hashable {
    /// Maximum bytes of a request line, its CRLF included; longer is 414.
    public var requestLine = 16 * 1024
    /// Maximum bytes of all field lines of a request together; more is 431.
    public var fields = 64 * 1024
    /// Maximum number of field lines of a request; more is 431.
    public var fieldCount = 200
    /// Maximum bytes of content; more is 413.
    public var content = 64 * 1024
    /// Maximum bytes of a chunk's size and extensions, its CRLF included; more is 400.
    public var chunkLine = 256
    /// Maximum bytes of all chunk extensions of a request together; more is 400.
    public var chunkExtensions = 8 * 1024
    /// Maximum bytes of a trailer section; more is 431.
    public var trailers = 8 * 1024

    /// The default limits.
    public init() {}
}

/// How long a connection waits; every one is counted from its beginning and not renewed by a trickle of bytes.
public struct WireDeadlines: Sendable, Hashable {
    /// From a request's first byte (or the connection's beginning) to the end of its head; then 408.
    public var head: Duration = .seconds(10)
    /// From the end of a head to the end of its content; then 408.
    public var content: Duration = .seconds(30)
    /// Between a response and the next request's first byte; then the connection closes.
    public var keepAlive: Duration = .seconds(30)
    /// For a peer to take another `WireDeadlines.writeQuota` bytes of a response; then the connection closes.
    public var write: Duration = .seconds(20)
    /// For a peer to close its side after this side is closed; what it sends meanwhile is dropped.
    public var linger: Duration = .seconds(2)
    /// For a request that is on its way when the server stops; then the connection closes.
    public var drain: Duration = .milliseconds(250)

    /// How many bytes a peer must take to be given another `write`.
    public static let writeQuota = 64 * 1024

    /// The default deadlines.
    public init() {}
}
