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

    @Test("what is quick waits in the line while no worker rests")
    func quickBehindSlow() throws {
        let server = try TestServer(quick: ["/a"])
        let slow = server.client().send("GET /held HTTP/1.1\r\n\(Self.fields)")
        server.gate.waitForArrival()
        let quick = server.client().send("GET /a HTTP/1.1\r\n\(Self.fields)")
        #expect(!quick.receive(milliseconds: 50))
        server.gate.open()
        #expect(quick.answer()?.text == "/a\n")
        #expect(slow.answer()?.text == "held\n")
    }

    @Test("a worker whose place a loop has taken does what came to wait for it")
    func slowBehindQuick() throws {
        let server = try TestServer(quick: ["/held"])
        // The loop that received this stands still with the only worker's responder; the other one takes what comes.
        let quick = server.client().send("GET /held HTTP/1.1\r\n\(Self.fields)")
        server.gate.waitForArrival()
        let other = server.client().send("GET /b HTTP/1.1\r\n\(Self.fields)")
        #expect(!other.receive(milliseconds: 50))
        server.gate.open()
        #expect(quick.answer()?.text == "held\n")
        #expect(other.answer()?.text == "/b\n")
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
