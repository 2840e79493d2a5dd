#if canImport(Darwin)
import Darwin

/// The poller of this platform.
public typealias PlatformPoller = KqueuePoller

/// The poller on macOS: kqueue.
///
/// A connection that waits may wake several sets; all but one then find nothing to accept.
public final class KqueuePoller: Poller {
    private static let batch = 256

    private let queue: Descriptor
    private var ready = [kevent](repeating: kevent(), count: KqueuePoller.batch)

    /// Makes an empty set.
    public init() throws(SystemError) { queue = try Descriptor(kqueue(), of: "kqueue") }

    /// Watches a connection.
    public func add(
        _ socket: borrowing StreamSocket, token: UInt64, for readiness: Readiness
    ) throws(SystemError) {
        try change(socket, token: token, to: readiness)
    }

    /// Watches a connection for something else.
    public func change(
        _ socket: borrowing StreamSocket, token: UInt64, to readiness: Readiness
    ) throws(SystemError) {
        let number = socket.descriptor.number
        try control(number, EVFILT_READ, token, isWanted: readiness.contains(.readable))
        try control(number, EVFILT_WRITE, token, isWanted: readiness.contains(.writable))
    }

    /// Watches for connections to accept.
    public func add(_ socket: ListeningSocket, token: UInt64) throws(SystemError) {
        try control(socket.descriptor.number, EVFILT_READ, token, isWanted: true)
    }

    /// No longer watches for connections.
    public func remove(_ socket: ListeningSocket) throws(SystemError) {
        try control(socket.descriptor.number, EVFILT_READ, 0, isWanted: false)
    }

    /// Watches for a wakeup.
    public func add(_ wakeup: Wakeup, token: UInt64) throws(SystemError) {
        try control(wakeup.readingNumber, EVFILT_READ, token, isWanted: true)
    }

    private func control(_ number: CInt, _ filter: CInt, _ token: UInt64, isWanted: Bool) throws(SystemError) {
        var change = kevent(
            ident: UInt(number), filter: Int16(filter), flags: UInt16(isWanted ? EV_ADD : EV_DELETE), fflags: 0,
            data: 0,
            udata: UnsafeMutableRawPointer(bitPattern: UInt(token)))
        let result = kevent(queue.number, &change, 1, nil, 0, nil)
        guard result == 0 || (!isWanted && errno == ENOENT) else { throw SystemError.last("kevent") }
    }

    /// Waits until something is ready.
    public func wait(milliseconds: Int64?, into events: inout [PollerEvent]) throws(SystemError) {
        let wait = Int(clamping: milliseconds ?? 0)
        var timeout = timespec(tv_sec: wait / 1000, tv_nsec: wait % 1000 * 1_000_000)
        let count =
            milliseconds == nil
            ? kevent(queue.number, nil, 0, &ready, CInt(Self.batch), nil)
            : kevent(queue.number, nil, 0, &ready, CInt(Self.batch), &timeout)
        events.removeAll(keepingCapacity: true)
        guard count >= 0 else {
            if errno == EINTR { return }
            throw SystemError.last("kevent")
        }
        for event in ready.prefix(Int(count)) {
            var readiness: Readiness = CInt(event.filter) == EVFILT_WRITE ? .writable : .readable
            if event.flags & UInt16(EV_EOF) != 0, readiness == .writable { readiness.insert(.hangup) }
            events.append(PollerEvent(token: UInt64(UInt(bitPattern: event.udata)), readiness: readiness))
        }
    }
}
#endif
