import Testing

@testable import SocketServer

extension ServerTests {
    private static func get(_ path: String) -> String { "GET \(path) HTTP/1.1\r\n\(fields)" }

    /// Asks the server's only loop something, so that everything that reached it before has been dealt with.
    private func settle(_ server: TestServer) {
        #expect(server.client().send("OPTIONS * HTTP/1.1\r\n\(Self.fields)").answer()?.status == 204)
    }

    private func laned(costlyQueueDepth: Int = 8, queueDepth: Int = 8) throws -> TestServer {
        try TestServer(
            {
                $0.shards = 1
                $0.costlyWorkers = 1
                $0.costlyQueueDepth = costlyQueueDepth
                $0.queueDepth = queueDepth
            }, hasLanes: true)
    }

    @Test("while what is costly is held, what is quick and what is urgent are answered, and the other way round")
    func lanes() throws {
        let server = try laned()
        let costly = server.client().send(Self.get("/costly/held"))
        server.gate.waitForArrival()
        let waiting = server.client().send(Self.get("/costly/a"))
        #expect(server.client().send(Self.get("/a")).answer()?.text == "/a\n")
        #expect(server.client().send(Self.get("/urgent")).answer()?.text == "/urgent\n")
        let held = server.client().send(Self.get("/held"))
        server.gate.waitForArrival()
        #expect(server.client().send(Self.get("/urgent")).answer()?.text == "/urgent\n")
        #expect(server.server.metrics.requestsWaiting == 1)
        server.gate.open()
        server.gate.open()
        #expect(costly.answer()?.status == 200 && held.answer()?.status == 200)
        #expect(waiting.answer()?.text == "/costly/a\n")
    }

    @Test("beyond its queue what is costly is turned away with a time to come again, and nothing else is")
    func costlyQueue() throws {
        let server = try laned(costlyQueueDepth: 1)
        let held = server.client().send(Self.get("/costly/held"))
        server.gate.waitForArrival()
        let waiting = server.client().send(Self.get("/costly/a"))
        settle(server)
        let refused = server.client().send(Self.get("/costly/b")).answer()
        #expect(refused?.status == 503 && refused?.fields["retry-after"] == "1")
        #expect(server.client().send(Self.get("/b")).answer()?.status == 200)
        server.gate.open()
        #expect(held.answer()?.status == 200 && waiting.answer()?.status == 200)
    }

    @Test("a client that leaves has its running request told, and its waiting one dropped")
    func leaving() throws {
        let server = try laned(costlyQueueDepth: 1)
        let running = server.client().send(Self.get("/costly/held"))
        server.gate.waitForArrival()
        let waiting = server.client().send(Self.get("/costly/held"))
        settle(server)
        #expect(server.server.metrics.requestsWaiting == 1)
        for client in [running, waiting] { client.leave() }
        // The first round tells both that they are worked for, the second learns that nobody is there.
        settle(server)
        settle(server)
        #expect(server.server.metrics.requestsWaiting == 0 && server.server.metrics.requestsAbandoned == 2)
        // The place in the queue is free again.
        let next = server.client().send(Self.get("/costly/a"))
        server.gate.open()
        #expect(next.answer()?.text == "/costly/a\n")
        #expect(server.gate.cancelled.load(ordering: .relaxed) == 1)
    }

    @Test("a client that closes only its own side gets its answer, after a word that it is worked for")
    func halfClosed() throws {
        let server = try laned()
        let client = server.client().send(Self.get("/costly/held"))
        server.gate.waitForArrival()
        client.closeSending()
        #expect(client.answer()?.status == 102)
        server.gate.open()
        #expect(client.answer()?.text == "held\n")
        #expect(client.readToEnd() == "")
        #expect(server.server.metrics.requestsAbandoned == 0)
    }

    @Test("a client of HTTP/1.0, which knows no interim answers, is sent none")
    func halfClosedOld() throws {
        let server = try laned()
        let client = server.client().send("GET /costly/held HTTP/1.0\r\n\r\n")
        server.gate.waitForArrival()
        client.closeSending()
        settle(server)
        server.gate.open()
        #expect(client.answer()?.status == 200)
    }

    @Test("a renewal reaches every lane")
    func renewedLanes() throws {
        let server = try laned()
        server.generation.number.store(7, ordering: .relaxed)
        #expect(server.server.renewResponders().isEmpty)
        #expect(server.client().send(Self.get("/generation")).answer()?.text == "7")
        server.generation.number.store(-1, ordering: .relaxed)
        // One worker for each of the four.
        #expect(server.server.renewResponders().count == 4)
    }
}
