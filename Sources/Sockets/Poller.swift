/// What a poller reports about a descriptor, and what it is asked to report.
public struct Readiness: OptionSet, Sendable, Hashable {
    /// The flags.
    public let rawValue: UInt32
    /// Makes a set of flags.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Bytes, a connection or the peer's end can be read.
    public static let readable = Readiness(rawValue: 1)
    /// Bytes can be written.
    public static let writable = Readiness(rawValue: 2)
    /// The connection is broken, or closed on both sides; reported whatever is asked for.
    public static let hangup = Readiness(rawValue: 4)
    /// A read may stop before all is read: at urgent data, or before the end of a peer that has closed its side.
    ///
    /// Told with ``readable`` by a poller that reports that once.
    public static let more = Readiness(rawValue: 8)
}

/// Something that is ready.
public struct PollerEvent: Sendable, Hashable {
    /// The token under which it is watched.
    public var token: UInt64
    /// What it is ready for.
    public var readiness: Readiness

    /// Makes an event.
    public init(token: UInt64, readiness: Readiness) {
        self.token = token
        self.readiness = readiness
    }
}

/// A set of descriptors that one thread waits on.
///
/// Readiness is reported for as long as it lasts (level-triggered), but of a connection that can be read perhaps only when
/// more has come to be read, and when the set is asked to watch for it: to report it again until it is all read costs the
/// system another look at each connection for each request.
///
/// A descriptor leaves the set when it is closed.
public protocol Poller: AnyObject {
    /// Watches a connection for `readiness`; its events bear the token.
    func add(_ socket: borrowing StreamSocket, token: UInt64, for readiness: Readiness) throws(SystemError)
    /// Watches a connection for something else from now on; nothing at all leaves hangups.
    func change(_ socket: borrowing StreamSocket, token: UInt64, to readiness: Readiness) throws(SystemError)
    /// Watches for connections to accept; of several sets that watch one socket, not all are woken by one connection.
    func add(_ socket: ListeningSocket, token: UInt64) throws(SystemError)
    /// No longer watches for connections.
    func remove(_ socket: ListeningSocket) throws(SystemError)
    /// Watches for a wakeup.
    func add(_ wakeup: Wakeup, token: UInt64) throws(SystemError)
    /// Waits until something is ready or the milliseconds are over, `nil` for ever, and puts what is ready in `events`.
    func wait(milliseconds: Int64?, into events: inout [PollerEvent]) throws(SystemError)
}
