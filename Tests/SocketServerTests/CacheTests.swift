import HTTPTypes
import HTTPWire
import Testing

@testable import SocketServer

@Suite("The cache of answers")
struct CacheTests {
    private func response(_ size: Int) -> PreparedResponse {
        PreparedResponse(Response(status: .ok, body: [UInt8](repeating: 65, count: size)))
    }

    /// A request, as the cache is asked about it.
    struct Asked {
        let bytes: [UInt8]
        let head: RequestHead

        init(_ line: String, _ fields: String...) throws {
            let text = Array((["\(line) HTTP/1.1"] + fields + ["", ""]).joined(separator: "\r\n").utf8)
            var parser = RequestParser()
            let isComplete = try parser.parse(text.span)
            (bytes, head) = (text, parser.head)
            #expect(isComplete)
        }

        /// The number-th of many requests.
        init(_ number: Int) throws { try self.init("GET /v1/talks/\(number)", "Host: localhost") }
    }

    private func hash(_ asked: Asked, _ hash: RequestHash) -> UInt64 {
        hash.value(of: asked.head, in: asked.bytes.span)
    }

    private func key(_ asked: Asked) -> RequestKey { RequestKey(asked.head, in: asked.bytes.span) }

    private func fits(_ key: RequestKey, _ asked: Asked) -> Bool { key.fits(asked.head, in: asked.bytes.span) }

    @Test("the cache keeps to its budget, and keeps what is asked for")
    func budget() throws {
        var cache = ResponseCache(budget: 100_000)
        let first = try Asked(0)
        for number in 0..<1000 {
            let asked = try Asked(number)
            cache.insert(response(1000), for: asked)
            #expect(cache.response(to: first) != nil, "asked for all the time")
            #expect(cache.cost <= 100_000)
        }
        let (second, last) = (try Asked(1), try Asked(999))
        #expect(cache.response(to: second) == nil)
        #expect(cache.response(to: last) != nil)
    }

    @Test("an answer too great for the cache is not kept, and without a budget none is")
    func tooGreat() throws {
        let asked = try Asked(0)
        var cache = ResponseCache(budget: 100_000)
        cache.insert(response(30_000), for: asked)
        #expect(cache.response(to: asked) == nil)
        var none = ResponseCache(budget: 0)
        none.insert(response(0), for: asked)
        #expect(none.response(to: asked) == nil)
    }

    @Test("a later answer to the same request takes the place of the earlier one, and its cost")
    func replaced() throws {
        let asked = try Asked(7)
        var cache = ResponseCache(budget: 100_000)
        cache.insert(response(10), for: asked)
        let cost = cache.cost
        for size in [1000, 10] { cache.insert(response(size), for: asked) }
        #expect(cache.cost == cost)
        #expect(cache.response(to: asked)?.contentLength == 10)
    }

    @Test("what many requests got is found again, each its own")
    func many() throws {
        var cache = ResponseCache(budget: 10_000_000)
        for number in 0..<2000 {
            let asked = try Asked(number)
            cache.insert(response(number), for: asked)
        }
        for number in 0..<2000 {
            let asked = try Asked(number)
            #expect(cache.response(to: asked)?.contentLength == number)
        }
    }

    @Test("requests that may get different answers have different keys, and others the same")
    func keys() throws {
        let one = try Asked("GET /a", "Host: localhost", "Accept: text/html")
        let key = self.key(one)
        let hash = RequestHash()
        for same in [
            try Asked("HEAD /a", "Host: localhost", "Accept: text/html"),
            try Asked("GET /a", "User-Agent: x", "host: localhost", "accept:text/html", "If-None-Match: \"b\""),
        ] {
            #expect(fits(key, same))
            #expect(key == self.key(same))
            #expect(self.hash(one, hash) == self.hash(same, hash))
        }
        for other in [
            try Asked("GET /b", "Host: localhost", "Accept: text/html"),
            try Asked("GET /a?", "Host: localhost", "Accept: text/html"),
            try Asked("GET /alocalhost", "Host: text", "Accept: text/html"),
            try Asked("GET /a", "Host: localhost:1", "Accept: text/html"),
            try Asked("GET /a", "Host: localhost"),
            try Asked("GET /a", "Host: localhost", "Accept: text/htm"),
            try Asked("GET /a", "Host: localhost", "Accept: text/html", "Accept: text/html"),
            try Asked("GET /a", "Host: localhost", "Accept-Language: text/html"),
            try Asked("GET /a", "Host: localhost", "Origin: text/html"),
        ] {
            #expect(!fits(key, other))
            #expect(key != self.key(other))
            #expect(self.hash(one, hash) != self.hash(other, hash))
        }
    }

    @Test(
        "an answer is kept only if the key has all it varies by",
        arguments: [
            ("", true), ("Accept", true), ("accept-encoding , Origin,ACCEPT-LANGUAGE", true), ("Cookie", false),
            ("Accept, User-Agent", false), ("*", false),
        ])
    func varies(vary: String, isKept: Bool) {
        let fields: HTTPFields = vary.isEmpty ? [:] : [.vary: vary]
        #expect(ResponseCache.covers(Response(status: .ok, fields: fields, isCacheable: true)) == isKept)
        #expect(!ResponseCache.covers(Response(status: .ok, fields: fields)))
    }
}

extension ResponseCache {
    fileprivate mutating func insert(_ response: PreparedResponse, for asked: CacheTests.Asked) {
        insert(response, for: asked.head, in: asked.bytes.span)
    }

    fileprivate mutating func response(to asked: CacheTests.Asked) -> PreparedResponse? {
        response(to: asked.head, in: asked.bytes.span)
    }
}
