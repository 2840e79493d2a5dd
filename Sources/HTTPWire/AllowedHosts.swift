import Bytes

/// The hosts whose requests are answered: the guard against a page that rebinds its own name to this address.
///
/// A browser on a hostile page sends that page's host; only the names this server goes by are let through, whatever the
/// port (a proxy or a forwarded port may change it). `X-Forwarded-Host` is never looked at.
public struct AllowedHosts: Sendable, Hashable {
    /// The names of this machine to itself.
    public static let loopback = ["127.0.0.1", "localhost", "[::1]"]

    private let names: [[UInt8]]
    private let allowsAll: Bool

    /// Allows the names, in any case; an IPv6 address stands in brackets; `*` allows every host.
    public init(_ names: [String] = Self.loopback) {
        self.names = names.map { Array($0.utf8).map(\.lowercased) }
        self.allowsAll = names.contains("*")
    }

    /// Whether a request for this authority is answered.
    public func allows(_ authority: Span<UInt8>) -> Bool {
        if allowsAll { return true }
        guard let host = Authority.hostRange(authority) else { return false }
        for name in names where name.count == host.count {
            // Most write it as it is told here.
            if authority.extracting(host).isSame(as: name.span) { return true }
            var isSame = true
            for index in host where authority[index].lowercased != name[index] {
                isSame = false
                break
            }
            if isSame { return true }
        }
        return false
    }
}
