#if canImport(Darwin)
import Darwin
private let streamType = SOCK_STREAM
#elseif canImport(Glibc)
import CPlatform
import Glibc
private let streamType = CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue) | CInt(SOCK_NONBLOCK.rawValue)
#else
import CPlatform
import Musl
private let streamType = SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK
#endif

/// A socket that connections are accepted from, by every shard of a server.
public final class ListeningSocket: Sendable {
    /// Where it listens, with the port that the system chose for 0.
    public let address: SocketAddress
    let descriptor: Descriptor

    /// Listens; it fails with `EADDRINUSE` where another socket listens on the port.
    ///
    /// `SO_REUSEADDR` lets a restarted server take the port over from connections that are still timing out. It does not
    /// let two servers share it, and `SO_REUSEPORT`, which would, is not set: a second instance has to fail.
    public init(_ address: SocketAddress, backlog: Int) throws(SystemError) {
        descriptor = try Descriptor(
            socket(address.isIPv6 ? AF_INET6 : AF_INET, streamType, 0), of: "socket")
        #if canImport(Darwin)
        try descriptor.makeNonBlocking()
        #endif
        let number = descriptor.number
        var on: CInt = 1
        guard setsockopt(number, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<CInt>.size)) == 0 else {
            throw SystemError.last("setsockopt")
        }
        #if os(Linux)
        // Within a machine no network is shared: the plainest control of congestion, which every system has, does the same
        // as those that measure the path with each acknowledgement, for less. Connections have it from here.
        if address.isLoopback { _ = cplatform_plain_congestion_control(number) }
        #endif
        guard address.withSystemAddress({ bind(number, $0, $1) }) == 0 else { throw SystemError.last("bind") }
        guard listen(number, CInt(clamping: backlog)) == 0 else { throw SystemError.last("listen") }
        self.address = address.with(port: try Self.port(of: number))
    }

    /// Stops listening at once and frees the port; nothing is accepted any more.
    ///
    /// Closing alone would leave that to the last holder of the socket, and a process that was forked and has not yet called
    /// exec holds it too.
    public func stop() { _ = shutdown(descriptor.number, CInt(SHUT_RDWR)) }

    deinit { stop() }

    /// Whether a connection waits to be accepted.
    public var hasWaiting: Bool {
        var entry = pollfd(fd: descriptor.number, events: Int16(POLLIN), revents: 0)
        return poll(&entry, 1, 0) == 1 && entry.revents & Int16(POLLIN) != 0
    }

    private static func port(of number: CInt) throws(SystemError) -> UInt16 {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let result = withUnsafeMutablePointer(to: &storage) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(number, $0, &length) }
        }
        guard result == 0 else { throw SystemError.last("getsockname") }
        // The port stands at the same place in both families.
        return withUnsafePointer(to: &storage) { pointer in
            pointer.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { UInt16(bigEndian: $0.pointee.sin_port) }
        }
    }

    /// Accepts a connection, or answers `nil` where none waits.
    public func accept() throws(SystemError) -> StreamSocket? {
        while true {
            #if canImport(Darwin)
            let number = Darwin.accept(descriptor.number, nil, nil)
            #else
            let number = cplatform_accept(descriptor.number)
            #endif
            guard number < 0 else { return try StreamSocket(Descriptor(number, of: "accept")) }
            switch errno {
            // EINVAL: another shard has stopped it.
            case EAGAIN, EWOULDBLOCK, EINVAL: return nil
            // accept(2): a connection that failed before it was accepted is no fault of this socket.
            case EINTR, ECONNABORTED, EPROTO, EPERM, ENETDOWN, ENETUNREACH, EHOSTDOWN, EHOSTUNREACH, ENOPROTOOPT,
                EOPNOTSUPP:
                continue
            default: throw SystemError.last("accept")
            }
        }
    }
}
