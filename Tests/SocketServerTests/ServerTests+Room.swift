import HTTPTypes
import HTTPWire
import Sockets
import Testing

@testable import SocketServer

/// Who gives way when there is no room, and who may not come any more.
extension ServerTests {
    private static let ask = "GET /a HTTP/1.1\r\n\(fields)"

    @Test(
        "at the limit of connections the one that has been idle longest gives way, and then the next",
        arguments: [1, 2])
    func idleGivesWay(shards: Int) throws {
        let server = try TestServer {
            $0.connections = 4
            $0.shards = shards
            $0.acceptPause = .milliseconds(20)
        }
        let clients = (0..<4).map { _ in server.client() }
        for client in clients { #expect(client.send(Self.ask).answer()?.status == 200) }
        #expect(server.server.metrics.connectionsOpen == 4)
        let later = (0..<2).map { _ in server.client() }
        for client in later { #expect(client.send(Self.ask).answer()?.status == 200) }
        #expect(server.server.metrics.connectionsOpen == 4 && server.server.metrics.idleConnectionsClosed == 2)
        // Two have gone, and the others are there.
        #expect((clients + later).count { $0.send(Self.ask).answer()?.status == 200 } == 4)
    }

    @Test("what has been asked for last is not idle longest")
    func orderOfUse() throws {
        let server = try TestServer {
            $0.connections = 2
            $0.shards = 1
        }
        let (first, second) = (server.client(), server.client())
        #expect(first.send(Self.ask).answer()?.status == 200)
        #expect(second.send(Self.ask).answer()?.status == 200)
        // The clock of a loop counts milliseconds; another server tells when some have gone by.
        let clock = try TestServer { $0.deadlines.head = .milliseconds(20) }
        #expect(clock.client().readToEnd() == "")
        #expect(first.send(Self.ask).answer()?.status == 200)
        let third = server.client()
        #expect(third.send(Self.ask).answer()?.status == 200)
        #expect(second.readToEnd() == "" && !second.isReset)
        #expect(first.send(Self.ask).answer()?.status == 200)
    }

    @Test("a request in progress is never cut: a newcomer waits, and comes in once it is answered")
    func busyStays() throws {
        let server = try TestServer {
            $0.connections = 3
            $0.shards = 1
            $0.workers = 2
            $0.acceptPause = .milliseconds(20)
        }
        let (held, half, content) = (server.client(), server.client(), server.client())
        held.send("GET /held HTTP/1.1\r\n\(Self.fields)")
        server.gate.waitForArrival()
        half.send("GET /a HTTP/1.1\r\nHost: local")
        content.send("GET /a HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\nx")
        let newcomer = server.client()
        newcomer.send(Self.ask)
        #expect(!newcomer.receive(milliseconds: 100))
        #expect(server.server.metrics.idleConnectionsClosed == 0)
        // Once one of them is answered it is idle, and makes room.
        #expect(half.send("host\r\n\r\n").answer()?.status == 200)
        #expect(newcomer.answer()?.status == 200)
        #expect(half.readToEnd() == "" && !half.isReset)
        #expect(content.send("y").answer()?.status == 200)
        server.gate.open()
        #expect(held.answer()?.text == "held\n")
    }

    @Test("a shutdown closes the listening socket first, while what is begun is finished")
    func refusedAtTheEnd() throws {
        let server = try TestServer {
            $0.deadlines.linger = .milliseconds(60)
            $0.workers = 2
            #if os(Linux)
            $0.host = "127.0.77.2"
            #endif
        }
        let begun = server.client()
        begun.send("GET /held HTTP/1.1\r\n\(Self.fields)")
        server.gate.waitForArrival()
        let idle = (0..<4).map { _ in server.client() }
        for client in idle { #expect(client.send(Self.ask).answer()?.status == 200) }
        server.server.shutdown()
        // Every loop has begun to stop when it lets its idle connections go.
        for client in idle { #expect(client.readToEnd() == "") }
        let late = server.client()
        #expect(!late.isConnected)
        server.gate.open()
        #expect(begun.answer()?.text == "held\n")
        server.server.wait()
    }

    @Test("what a page of another site asks for in the background is refused before the cache, and a person is not")
    func foreignPages() throws {
        let server = try TestServer(foreignRefusal: { target, origin in
            let path = target.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
            guard path == "/a", origin != "http://localhost:1" else { return nil }
            return WireError(.forbidden, "not for you")
        })
        let client = server.client()
        func status(_ path: String, _ fields: String, method: String = "GET") -> Int? {
            client.send("\(method) \(path) HTTP/1.1\r\n\(fields)\(Self.fields)").answer(toHEAD: method == "HEAD")?
                .status
        }
        let foreign = "Sec-Fetch-Site: cross-site\r\n"
        // Twice and more, so that the cache and the cache by bytes have their say.
        for _ in 0..<4 {
            #expect(status("/a", "") == 200)
            #expect(status("/a", foreign) == 403)
            #expect(status("/a", foreign + "Sec-Fetch-Mode: no-cors\r\n", method: "HEAD") == 403)
            #expect(status("/a", foreign + "Sec-Fetch-Mode: navigate\r\n") == 200)
            #expect(status("/a", foreign + "Origin: http://localhost:1\r\n") == 200)
            #expect(status("/a", foreign + "Origin: https://evil.example\r\n") == 403)
            #expect(status("/a", "Sec-Fetch-Site: same-origin\r\n") == 200)
            #expect(status("/b", foreign) == 200)
        }
        #expect(status("/a", foreign, method: "OPTIONS") == 405)
    }
}
