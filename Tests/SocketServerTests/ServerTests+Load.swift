import HTTPTypes
import HTTPWire
import Logging
import Sockets
import Testing

@testable import SocketServer

/// Deadlines, load, the beginning and the end.
extension ServerTests {
    @Test("a slow head and slow content are 408")
    func slowSender() throws {
        let server = try TestServer {
            $0.deadlines.head = .milliseconds(60)
            $0.deadlines.content = .milliseconds(60)
        }
        for message in ["GET / HT", "POST / HTTP/1.1\r\nContent-Length: 5\r\n\(Self.fields)ab"] {
            let client = server.client()
            let answer = client.send(message).answer()
            #expect(answer?.status == 408)
            #expect(answer?.fields["connection"] == "close")
            #expect(client.readToEnd() == "")
        }
    }

    @Test("an idle connection is closed, before its first request and after an answer")
    func idle() throws {
        let server = try TestServer {
            $0.deadlines.head = .milliseconds(60)
            $0.deadlines.keepAlive = .milliseconds(60)
        }
        let silent = server.client()
        #expect(silent.readToEnd() == "")
        #expect(silent.isEnded && !silent.isReset)
        let client = server.client()
        #expect(client.send("GET /a HTTP/1.1\r\n\(Self.fields)").answer()?.status == 200)
        #expect(client.readToEnd() == "")
        #expect(client.isEnded && !client.isReset)
    }

    @Test("a reader that takes nothing is dropped")
    func stalledReader() throws {
        let server = try TestServer {
            $0.deadlines.write = .milliseconds(60)
            $0.shards = 1
        }
        let stalled = server.client(receiveBuffer: 4096)
        stalled.send("GET /zeros/20000000 HTTP/1.1\r\n\(Self.fields)")
        let watcher = server.client()
        // The other connection's idle time is longer than the stalled one's: when it has been answered, look again.
        while server.server.metrics.connectionsOpen > 1 || server.server.metrics.responses[2] == 0 {
            #expect(watcher.send("GET /a HTTP/1.1\r\n\(Self.fields)").answer()?.status == 200)
        }
    }

    // MARK: Load

    @Test("when too many requests wait, the next is 503 and told when to come again")
    func overload() throws {
        let server = try TestServer {
            $0.queueDepth = 1
            $0.retryAfter = 7
        }
        let held = [server.client(), server.client()]
        held[0].send("GET /held HTTP/1.1\r\n\(Self.fields)")
        server.gate.waitForArrival()
        held[1].send("GET /held HTTP/1.1\r\n\(Self.fields)")
        let waiting = server.server
        while waiting.metrics.requestsWaiting == 0 {}
        let turnedAway = server.client()
        let answer = turnedAway.send("GET /a HTTP/1.1\r\n\(Self.fields)").answer()
        #expect(answer?.status == 503)
        #expect(answer?.fields["retry-after"] == "7")
        #expect(waiting.metrics.requestsTurnedAway == 1)
        server.gate.open()
        server.gate.open()
        for client in held { #expect(client.answer()?.text == "held\n") }
        #expect(turnedAway.send("GET /a HTTP/1.1\r\n\(Self.fields)").answer()?.status == 200)
    }

    @Test("a client that goes away while its answer is made is forgotten")
    func abandoned() throws {
        let server = try TestServer()
        do {
            let client = server.client()
            client.send("GET /held HTTP/1.1\r\n\(Self.fields)")
            server.gate.waitForArrival()
        }
        server.gate.open()
        #expect(server.client().send("GET /a HTTP/1.1\r\n\(Self.fields)").answer()?.status == 200)
    }

    @Test("many connections are open at once, and each is answered")
    func many() throws {
        let server = try TestServer()
        let clients = (0..<400).map { _ in server.client() }
        for _ in 0..<2 {
            for client in clients { client.send("GET /a HTTP/1.1\r\n\(Self.fields)") }
            for client in clients { #expect(client.answer()?.status == 200) }
        }
        #expect(server.server.metrics.connectionsOpen == 400)
    }

    // MARK: Beginning and end

    @Test("a second server on the port fails and says why")
    func portInUse() throws {
        let server = try TestServer()
        #expect {
            _ = try TestServer { $0.port = server.address.port }
        } throws: { error in
            guard case ServerError.addressInUse(let address) = error else { return false }
            return "\(error)" == "cannot listen on \(address): another process listens there"
        }
        #expect(server.client().send("GET /a HTTP/1.1\r\n\(Self.fields)").answer()?.status == 200)
    }

    @Test("a host that is no address, and an application that cannot begin, are said so")
    func cannotStart() throws {
        #expect { _ = try TestServer { $0.host = "example.org" } } throws: {
            guard case ServerError.invalidHost = $0 else { return false }
            return true
        }
        struct Broken: Error, CustomStringConvertible { var description: String { "the store is missing" } }
        var configuration = ServerConfiguration()
        configuration.port = 0
        let server = Server(
            configuration: configuration, application: Application { throw Broken() }, logger: Logger(label: "test"))
        #expect { _ = try server.start() } throws: { "\($0)" == "the store is missing" }
    }

    @Test("a shutdown finishes what is begun, drops what is not, and frees the port")
    func shutdown() throws {
        let server = try TestServer {
            $0.deadlines.linger = .milliseconds(60)
            $0.shards = 1
            #if os(Linux)
            // Nobody else has this address, so nobody takes its port.
            $0.host = "127.0.77.1"
            #endif
        }
        let (idle, half, begun) = (server.client(), server.client(), server.client())
        for client in [idle, half] { #expect(client.send("GET /a HTTP/1.1\r\n\(Self.fields)").answer()?.status == 200) }
        half.send("GET /a HT")
        begun.send("GET /held HTTP/1.1\r\n\(Self.fields)")
        server.gate.waitForArrival()
        server.server.shutdown()
        #expect(half.send("TP/1.1\r\n\(Self.fields)").answer()?.status == 200)
        for client in [idle, half] { #expect(client.readToEnd() == "") }
        server.gate.open()
        let answer = begun.answer()
        #expect(answer?.text == "held\n")
        #expect(answer?.fields["connection"] == "close")
        #expect(begun.readToEnd() == "")
        server.server.wait()
        #expect(throws: Never.self) { _ = try ListeningSocket(server.address, backlog: 1) }
    }

    @Test("a shutdown under load answers everything that was sent before it")
    func shutdownUnderLoad() throws {
        let server = try TestServer {
            $0.deadlines.linger = .milliseconds(60)
            // As long as clients under a sanitizer take to read.
            $0.deadlines.drain = .seconds(60)
            $0.shutdownGrace = .seconds(60)
        }
        // What the answers of one client are; the first keeps the only worker busy, so that the others wait behind it.
        let paths = ["/held"] + (0..<20).map { $0 % 3 == 0 ? "/bytes/100000" : "/p\($0)" }
        let bytes = TestServer.bytes(100_000)
        let clients = (0..<12).map { _ in server.client() }
        for (number, client) in clients.enumerated() {
            let asked = number == 0 ? paths : Array(paths.dropFirst())
            client.send(asked.map { "GET \($0) HTTP/1.1\r\n\(Self.fields)" }.joined())
            if number == 0 { server.gate.waitForArrival() }
        }
        server.server.shutdown()
        server.gate.open()
        for (number, client) in clients.enumerated() {
            for path in number == 0 ? paths : Array(paths.dropFirst()) {
                let answer = client.answer()
                #expect(answer?.status == 200, "client \(number), \(path)")
                if path.hasPrefix("/bytes/") { #expect(answer?.body == bytes) }
            }
            #expect(client.readToEnd() == "")
            #expect(!client.isReset)
        }
        server.server.wait()
    }

    @Test("a shutdown does not wait longer than its grace")
    func shutdownGrace() throws {
        let server = try TestServer { $0.shutdownGrace = .milliseconds(50) }
        let begun = server.client()
        begun.send("GET /held HTTP/1.1\r\n\(Self.fields)")
        server.gate.waitForArrival()
        server.server.shutdown()
        server.server.wait()
        #expect(begun.readToEnd() == "")
        server.gate.open()
    }

    @Test("an answer goes out although the worker that made it is at the next, slow one")
    func answerBeforeSlowOne() throws {
        let server = try TestServer { $0.shards = 1 }
        let first = server.client().send("GET /held HTTP/1.1\r\n\(Self.fields)")
        server.gate.waitForArrival()
        let quick = server.client().send("GET /a HTTP/1.1\r\n\(Self.fields)")
        while server.server.metrics.requestsWaiting < 1 {}
        let slow = server.client().send("GET /held HTTP/1.1\r\n\(Self.fields)")
        while server.server.metrics.requestsWaiting < 2 {}
        server.gate.open()
        server.gate.waitForArrival()
        #expect(quick.answer()?.status == 200)
        #expect(first.answer()?.status == 200)
        server.gate.open()
        #expect(slow.answer()?.status == 200)
    }
}
