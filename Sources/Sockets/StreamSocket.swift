#if canImport(Darwin)
import Darwin
private let sendFlags: CInt = 0
private let dontWait = CInt(MSG_DONTWAIT)
private let writeEnd = SHUT_WR
#else
import CPlatform
#if canImport(Glibc)
import Glibc
#else
import Musl
#endif
private let sendFlags = CInt(MSG_NOSIGNAL)
private let dontWait = CInt(MSG_DONTWAIT)
private let writeEnd = CInt(SHUT_WR)
#endif

/// One end of an accepted connection; it never blocks.
public struct StreamSocket: ~Copyable, Sendable {
    let descriptor: Descriptor

    /// Takes over an accepted connection.
    init(_ descriptor: consuming Descriptor) throws(SystemError) {
        self.descriptor = descriptor
        #if canImport(Darwin)
        try self.descriptor.makeNonBlocking()
        var on: CInt = 1
        let size = socklen_t(MemoryLayout<CInt>.size)
        setsockopt(self.descriptor.number, IPPROTO_TCP, TCP_NODELAY, &on, size)
        setsockopt(self.descriptor.number, SOL_SOCKET, SO_NOSIGPIPE, &on, size)
        #endif
    }

    /// How a call that moves bytes ended.
    public enum Transfer: Sendable, Hashable {
        /// That many bytes moved; when receiving never 0.
        case moved(Int)
        /// Nothing can be moved now.
        case wouldBlock
        /// The peer has closed its side.
        case ended
        /// The connection is broken.
        case failed(SystemError)
    }

    /// Receives into the array's elements, from its beginning, at most its count.
    public func receive(into buffer: inout [UInt8]) -> Transfer {
        while true {
            let count = buffer.withUnsafeMutableBytes { Self.receive(descriptor.number, $0) }
            if count > 0 { return .moved(count) }
            if count == 0 { return .ended }
            if errno == EINTR { continue }
            return Self.failure("recv")
        }
    }

    /// Sends two pieces in one call, at most `limit` bytes together.
    public func send(
        _ first: Span<UInt8>, _ second: Span<UInt8> = Span<UInt8>(), limit: Int
    ) -> Transfer {
        let firstCount = min(first.count, limit)
        let secondCount = min(second.count, limit - firstCount)
        return first.withUnsafeBufferPointer { first in
            second.withUnsafeBufferPointer { second in
                while true {
                    let count =
                        secondCount == 0
                        ? Self.send(descriptor.number, first, firstCount)
                        : Self.gather(descriptor.number, first, firstCount, second, secondCount)
                    if count >= 0 { return .moved(count) }
                    if errno != EINTR { return Self.failure("send") }
                }
            }
        }
    }

    /// Whether bytes have come that were not received.
    public var hasUnread: Bool {
        var byte: UInt8 = 0
        return recv(descriptor.number, &byte, 1, CInt(MSG_PEEK) | dontWait) > 0
    }

    /// Closes the sending side: the peer sees the end when it has read everything.
    public func closeSending() { _ = shutdown(descriptor.number, CInt(writeEnd)) }

    private static func receive(_ number: CInt, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
        #if canImport(Darwin)
        recv(number, buffer.baseAddress, buffer.count, 0)
        #else
        cplatform_receive(number, buffer.baseAddress, buffer.count)
        #endif
    }

    private static func send(_ number: CInt, _ bytes: UnsafeBufferPointer<UInt8>, _ count: Int) -> Int {
        #if canImport(Darwin)
        Darwin.send(number, bytes.baseAddress, count, sendFlags)
        #else
        cplatform_send(number, bytes.baseAddress, count)
        #endif
    }

    private static func gather(
        _ number: CInt, _ first: UnsafeBufferPointer<UInt8>, _ firstCount: Int,
        _ second: UnsafeBufferPointer<UInt8>, _ secondCount: Int
    ) -> Int {
        var pieces = (
            iovec(iov_base: UnsafeMutableRawPointer(mutating: first.baseAddress), iov_len: firstCount),
            iovec(iov_base: UnsafeMutableRawPointer(mutating: second.baseAddress), iov_len: secondCount)
        )
        return withUnsafeMutablePointer(to: &pieces) { pointer in
            pointer.withMemoryRebound(to: iovec.self, capacity: 2) { vector in
                var message = msghdr()
                message.msg_iov = vector
                message.msg_iovlen = 2
                return sendmsg(number, &message, sendFlags)
            }
        }
    }

    private static func failure(_ call: String) -> Transfer {
        errno == EAGAIN || errno == EWOULDBLOCK ? .wouldBlock : .failed(SystemError.last(call))
    }
}
