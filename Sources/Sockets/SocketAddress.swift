#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#else
import Musl
#endif

/// A numeric IP address with a port.
public struct SocketAddress: Sendable, Hashable, CustomStringConvertible {
    /// The address: `127.0.0.1` or `::1`.
    public let host: String
    /// The port; 0 stands for any free one.
    public let port: UInt16
    /// Whether it is an IPv6 address.
    public let isIPv6: Bool

    /// Makes an address; `nil` for what is neither a numeric address nor `localhost`, which is 127.0.0.1 here.
    ///
    /// Names are not looked up: that blocks, and a server listens on an address.
    public init?(host: String, port: UInt16) {
        let name = host == "localhost" ? "127.0.0.1" : host
        let bare = name.hasPrefix("[") && name.hasSuffix("]") ? String(name.dropFirst().dropLast()) : name
        var four = in_addr()
        var six = in6_addr()
        if inet_pton(AF_INET, bare, &four) == 1 {
            isIPv6 = false
        } else if inet_pton(AF_INET6, bare, &six) == 1 {
            isIPv6 = true
        } else {
            return nil
        }
        self.host = bare
        self.port = port
    }

    /// Whether only this machine can reach it.
    public var isLoopback: Bool { isIPv6 ? host == "::1" : host.hasPrefix("127.") }

    /// The address as in a URL: an IPv6 address stands in brackets.
    public var urlHost: String { isIPv6 ? "[\(host)]" : host }

    /// The address and port as in a URL.
    public var description: String { "\(urlHost):\(port)" }

    /// The same address with another port.
    func with(port: UInt16) -> Self { Self(host: host, port: port, isIPv6: isIPv6) }

    private init(host: String, port: UInt16, isIPv6: Bool) {
        self.host = host
        self.port = port
        self.isIPv6 = isIPv6
    }

    /// Calls `body` with the system's form of the address.
    func withSystemAddress<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
        if isIPv6 {
            var address = sockaddr_in6()
            address.sin6_family = sa_family_t(AF_INET6)
            address.sin6_port = port.bigEndian
            inet_pton(AF_INET6, host, &address.sin6_addr)
            return withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    body($0, socklen_t(MemoryLayout<sockaddr_in6>.size))
                }
            }
        }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        inet_pton(AF_INET, host, &address.sin_addr)
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }
}
