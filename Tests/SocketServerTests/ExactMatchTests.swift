import HTTPTypes
import HTTPWire
import Testing

@testable import SocketServer

@Suite("Requests known by their bytes", .serialized, .timeLimit(.minutes(10)))
struct ExactMatchTests {
    private typealias Asked = CacheTests.Asked

    private let response = PreparedResponse(
        Response(status: .ok, body: Array("a".utf8), entityTag: "\"a\"", isCacheable: true))

    private func note(_ asked: Asked, in cache: inout ResponseCache, _ form: ExactMatchCache.Form = .whole) {
        cache.note(
            asked.head, in: asked.bytes.span, hash: cache.exactHash(asked.bytes.span), response: response, form: form)
    }

    private func match(_ message: [UInt8], in cache: ResponseCache) -> ExactMatchCache.Match? {
        cache.match(message.span, hash: cache.exactHash(message.span))
    }

    @Test("a request is known when it has come twice, by all its bytes")
    func twice() throws {
        var cache = ResponseCache(budget: 100_000)
        let asked = try Asked("GET /a", "Host: localhost")
        for _ in 0..<2 {
            #expect(match(asked.bytes, in: cache) == nil)
            note(asked, in: &cache)
        }
        let known = try #require(match(asked.bytes, in: cache))
        #expect(known.response === response && known.form == .whole)
        #expect((0...ExactMatchCache.longestMessage + 1).filter(cache.knows) == [asked.bytes.count])
        #expect(asked.bytes[known.target.offsets] == Array("/a".utf8)[...])
        #expect(asked.bytes[known.method.offsets] == Array("GET".utf8)[...])
        for index in asked.bytes.indices {
            var other = asked.bytes
            other[index] ^= 1
            #expect(match(other, in: cache) == nil)
        }
    }

    @Test("what may get another answer the next time is not known, nor what is too long")
    func excluded() throws {
        let long = String(repeating: "a", count: ExactMatchCache.longestMessage)
        for asked in [
            try Asked("GET /a", "Host: localhost", "Connection: close"),
            try Asked("GET /a", "Host: localhost", "Range: bytes=0-0"),
            try Asked("GET /a", "Host: localhost", "Content-Length: 0"),
            try Asked("GET /a", "Host: localhost", "Transfer-Encoding: chunked"),
            try Asked("GET /a", "Host: localhost", "Expect: 100-continue"),
            try Asked("GET /\(long)", "Host: localhost"),
        ] {
            var cache = ResponseCache(budget: 100_000)
            for _ in 0..<3 { note(asked, in: &cache) }
            #expect(match(asked.bytes, in: cache) == nil)
        }
    }

    @Test("it holds a bounded number, and none that the cache has let go")
    func bounded() throws {
        var cache = ResponseCache(budget: 1_000_000)
        let all = try (0..<4 * ExactMatchCache.places).map { try Asked($0) }
        for asked in all { for _ in 0..<2 { note(asked, in: &cache) } }
        #expect(1...ExactMatchCache.places ~= all.count { match($0.bytes, in: cache) != nil })
        // So much that what was there before is gone, the old generation too.
        for number in 0..<3 {
            let other = try Asked("GET /other/\(number)", "Host: localhost")
            cache.insert(
                PreparedResponse(Response(status: .ok, body: [UInt8](repeating: 65, count: 240_000))),
                for: other.head, in: other.bytes.span)
        }
        #expect(all.allSatisfy { match($0.bytes, in: cache) == nil && !cache.knows(length: $0.bytes.count) })
    }

    @Test(
        "the same bytes get the same answer each time, however often",
        arguments: [
            ("GET /a HTTP/1.1", 200), ("HEAD /a HTTP/1.1", 200), ("GET /a HTTP/1.1\r\nIf-None-Match: \"e\"", 304),
            ("HEAD /a HTTP/1.1\r\nIf-None-Match: *", 304), ("GET /a HTTP/1.1\r\nIf-Match: \"x\"", 412),
            ("GET /ranges/100 HTTP/1.1\r\nRange: bytes=1-2", 206), ("GET /ranges/50000 HTTP/1.1", 200),
            ("GET /a HTTP/1.0\r\nConnection: keep-alive", 200), ("GET /count HTTP/1.1\r\nContent-Length: 0", 200),
            ("GET http://localhost/a HTTP/1.1", 200), ("\r\nGET /a HTTP/1.1", 200), ("POST /a HTTP/1.1", 405),
            ("GET /%zz HTTP/1.1", 400), ("GET /a HTTP/1.1\r\nAccept-Encoding: gzip\r\nOrigin: http://localhost", 200),
        ])
    func again(line: String, status: Int) throws {
        let server = try TestServer { $0.shards = 1 }
        let message = "\(line)\r\nHost: localhost\r\n\r\n"
        let isHead = line.hasPrefix("HEAD")
        var all: [RawClient.Answer] = []
        let client = server.client()
        for _ in 0..<4 { all.append(try #require(client.send(message).answer(toHEAD: isHead))) }
        // At once, with another behind them, and in two pieces.
        client.send(message + message + "GET /last HTTP/1.1\r\nHost: localhost\r\n\r\n")
        for _ in 0..<2 { all.append(try #require(client.answer(toHEAD: isHead))) }
        #expect(client.answer()?.text == "/last\n")
        client.send(String(message.dropLast(3)))
        client.send(String(message.suffix(3)))
        all.append(try #require(client.answer(toHEAD: isHead)))
        for answer in all {
            #expect(answer.status == status)
            #expect(answer.version == all[0].version && answer.body == all[0].body)
            #expect(answer.fields.filter(isStable) == all[0].fields.filter(isStable))
        }
        #expect(Set(all.compactMap { $0.fields["x-request-id"] }).count == all.count)
        #expect(server.server.metrics.requests == all.count + 1)
    }

    private func isStable(_ field: (key: String, value: String)) -> Bool {
        !["date", "x-request-id"].contains(field.key)
    }

    @Test("when the server stops, a known request that was on its way is answered as the last")
    func stopping() throws {
        let server = try TestServer { $0.deadlines.drain = .seconds(60) }
        let client = server.client()
        let message = "GET /a HTTP/1.1\r\nHost: localhost\r\n\r\n"
        for _ in 0..<4 { #expect(client.send(message).answer()?.status == 200) }
        server.server.shutdown()
        #expect(client.send(message + message).answer()?.status == 200)
        #expect(client.answer()?.fields["connection"] == "close")
        #expect(client.readToEnd() == "" && !client.isReset)
    }
}
