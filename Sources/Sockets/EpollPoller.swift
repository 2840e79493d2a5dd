#if os(Linux)
import CPlatform
#if canImport(Glibc)
import Glibc
#else
import Musl
#endif

/// The poller of this platform.
public typealias PlatformPoller = EpollPoller

/// The poller on Linux: epoll.
///
/// One call for each change of interest and none for each request.
public final class EpollPoller: Poller {
    /// The events taken in one call.
    private static let batch = 256

    private let set: Descriptor
    private var ready = [cplatform_event](repeating: cplatform_event(), count: EpollPoller.batch)

    /// Makes an empty set.
    public init() throws(SystemError) {
        set = try Descriptor(cplatform_epoll_create(), of: "epoll_create1")
    }

    /// Watches a connection.
    public func add(
        _ socket: borrowing StreamSocket, token: UInt64, for readiness: Readiness
    ) throws(SystemError) {
        try control(socket.descriptor.number, token, readiness, isConnection: true)
    }

    /// Watches a connection for something else.
    public func change(
        _ socket: borrowing StreamSocket, token: UInt64, to readiness: Readiness
    ) throws(SystemError) {
        try control(socket.descriptor.number, token, readiness, isConnection: true, isModification: true)
    }

    /// Watches for connections to accept.
    public func add(_ socket: ListeningSocket, token: UInt64) throws(SystemError) {
        try control(socket.descriptor.number, token, .readable, isExclusive: true)
    }

    /// No longer watches for connections.
    public func remove(_ socket: ListeningSocket) throws(SystemError) {
        guard cplatform_epoll_remove(set.number, socket.descriptor.number) == 0 else {
            throw SystemError.last("epoll_ctl")
        }
    }

    /// Watches for a wakeup.
    public func add(_ wakeup: Wakeup, token: UInt64) throws(SystemError) {
        try control(wakeup.readingNumber, token, .readable)
    }

    private func control(
        _ number: CInt, _ token: UInt64, _ readiness: Readiness, isConnection: Bool = false,
        isModification: Bool = false, isExclusive: Bool = false
    ) throws(SystemError) {
        let result = cplatform_epoll_set(
            set.number, number, token, readiness.rawValue, isModification ? 1 : 0, isExclusive ? 1 : 0,
            isConnection ? 1 : 0)
        guard result == 0 else { throw SystemError.last("epoll_ctl") }
    }

    /// Waits until something is ready.
    public func wait(milliseconds: Int64?, into events: inout [PollerEvent]) throws(SystemError) {
        let timeout = milliseconds.map { CInt(clamping: $0) } ?? -1
        let count = cplatform_epoll_wait(set.number, &ready, CInt(Self.batch), timeout)
        events.removeAll(keepingCapacity: true)
        guard count >= 0 else {
            if errno == EINTR { return }
            throw SystemError.last("epoll_wait")
        }
        for event in ready.prefix(Int(count)) {
            events.append(PollerEvent(token: event.token, readiness: Readiness(rawValue: event.events)))
        }
    }
}
#endif
