import Testing

@testable import SocketServer

extension ServerTests {
    @Test("what is quick is answered like all else: in order, conditionally, and from the cache afterwards")
    func quick() throws {
        let server = try TestServer(quick: ["/a", "/bytes/100000"])
        let client = server.client()
        let paths = ["/bytes/10", "/a", "/bytes/100000", "/b", "/a"]
        client.send(paths.map { "GET \($0) HTTP/1.1\r\n\(Self.fields)" }.joined())
        for path in paths {
            let answer = client.answer()
            #expect(answer?.status == 200)
            let size = path.hasPrefix("/bytes/") ? Int(path.dropFirst(7)) : nil
            #expect(answer?.body == size.map(TestServer.bytes) ?? Array("\(path)\n".utf8))
        }
        #expect(server.server.metrics.cacheHits == 1)
        #expect(client.send("HEAD /a HTTP/1.1\r\n\(Self.fields)").answer(toHEAD: true)?.fields["content-length"] == "3")
        let same = client.send("GET /bytes/100000 HTTP/1.1\r\nIf-None-Match: \"100000\"\r\n\(Self.fields)").answer()
        #expect(same?.status == 304)
    }

    /// What is held is either with the worker, and what is quick comes behind it; or it is quick, and a loop that stands
    /// still has the worker's place.
    @Test("while the only worker's responder is held, what comes waits, quick or not", arguments: ["/a", "/held"])
    func behindHeld(quick: String) throws {
        let server = try TestServer(quick: [quick])
        let held = server.client().send("GET /held HTTP/1.1\r\n\(Self.fields)")
        server.gate.waitForArrival()
        let other = server.client().send("GET /a HTTP/1.1\r\n\(Self.fields)")
        #expect(!other.receive(milliseconds: 50))
        server.gate.open()
        #expect(held.answer()?.text == "held\n")
        #expect(other.answer()?.text == "/a\n")
    }

    @Test("what turns out to take longer goes to a worker, and meanwhile the loop serves others")
    func notSoQuick() throws {
        let server = try TestServer({ $0.shards = 1 }, quick: ["/long", "/a"])
        let long = server.client().send("GET /long HTTP/1.1\r\n\(Self.fields)")
        server.gate.waitForArrival()
        // The one loop would stand still if it had stayed there.
        #expect(server.client().send("OPTIONS * HTTP/1.1\r\n\(Self.fields)").answer()?.status == 204)
        server.gate.open()
        #expect(long.answer()?.text == "held\n")
        #expect(server.client().send("GET /a HTTP/1.1\r\n\(Self.fields)").answer()?.text == "/a\n")
    }

    @Test("a renewal reaches what is quick")
    func quickAfterRenewal() throws {
        let server = try TestServer(quick: ["/generation"])
        let client = server.client()
        for generation in 0..<3 {
            server.generation.number.store(generation, ordering: .relaxed)
            #expect(server.server.renewResponders().isEmpty)
            for _ in 0..<2 {
                #expect(client.send("GET /generation HTTP/1.1\r\n\(Self.fields)").answer()?.text == "\(generation)")
            }
        }
    }
}
