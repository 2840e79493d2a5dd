import HTTPTypes

/// Which web pages may read the interface (Fetch standard, CORS protocol).
public struct CrossOriginPolicy: Sendable, Equatable {
    /// Pages that are allowed beside those of the loopback.
    public enum Others: Sendable, Equatable {
        /// Every page.
        case all
        /// The pages of these origins, as browsers write them (`https://example.org`).
        case origins(Set<String>)
    }

    /// Whether pages served from this machine, on any port, may read.
    public var allowsLoopback: Bool
    /// Which other pages may read.
    public var others: Others

    /// Makes a policy.
    ///
    /// Without arguments, only pages from loopback origins may read.
    public init(allowsLoopback: Bool = true, others: Others = .origins([])) {
        self.allowsLoopback = allowsLoopback
        self.others = others
    }

    /// How long a browser may remember a preflight, in seconds.
    static let maximumAge = 7200

    /// The fields that a page may read beside those that every page may (Fetch §2.2.2).
    static let exposed =
        "ETag, Link, Location, Allow, Retry-After, Content-Length, Content-Range, Accept-Ranges, Repr-Digest, "
        + "X-Total-Count, X-Request-Id"

    /// The fields of an answer to a request from the origin: none where its pages may not read.
    ///
    /// The methods and fields of a preflight are given with its answer alone.
    func fields(origin: String?, preflight: Bool, methods: String) -> HTTPFields {
        guard let origin, let allowed = allowedOrigin(origin) else { return [:] }
        var fields: HTTPFields = [:]
        fields[.accessControlAllowOrigin] = allowed
        if preflight {
            fields[.accessControlAllowMethods] = methods
            fields[.accessControlAllowHeaders] = "*"
            fields[.accessControlMaxAge] = String(Self.maximumAge)
        } else {
            fields[.accessControlExposeHeaders] =
                Self.exposed
        }
        return fields
    }

    /// Whether the pages of an origin may read; of a page whose origin is not told, only where every page may.
    func allows(_ origin: String?) -> Bool {
        if others == .all { return true }
        return origin.flatMap(allowedOrigin) != nil
    }

    /// The value of `Access-Control-Allow-Origin`, or `nil` where the origin is not allowed.
    private func allowedOrigin(_ origin: String) -> String? {
        switch others {
        case .all: return "*"
        case .origins(let origins):
            if origins.contains(origin) { return origin }
            return allowsLoopback && Self.isLoopback(origin) ? origin : nil
        }
    }

    /// Whether an origin is `http` or `https` on a loopback host, with or without a port.
    static func isLoopback(_ origin: String) -> Bool {
        let lowercased = origin.lowercased()
        guard let scheme = ["http://", "https://"].first(where: lowercased.hasPrefix) else { return false }
        let authority = lowercased.dropFirst(scheme.count)
        for host in ["localhost", "127.0.0.1", "[::1]"] where authority.hasPrefix(host) {
            let rest = authority.dropFirst(host.count)
            if rest.isEmpty { return true }
            let port = rest.dropFirst()
            return rest.first == ":" && (1...5).contains(port.utf8.count)
                && port.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        }
        return false
    }
}
