import HTTPTypes
import HTTPWire
import HostileMessages
import Logging
import Sockets
import Testing

@testable import SocketServer

@Suite("The server, over loopback", .serialized, .timeLimit(.minutes(10)))
struct ServerTests {
    static let fields = "Host: localhost\r\n\r\n"

    @Test("a request is answered, and the next one on the same connection")
    func keepAlive() throws {
        let server = try TestServer()
        let client = server.client()
        for path in ["/a", "/b", "/a"] {
            let answer = try #require(client.send("GET \(path) HTTP/1.1\r\n\(Self.fields)").answer())
            #expect(answer.status == 200)
            #expect(answer.text == "\(path)\n")
            #expect(answer.fields["etag"] == "\"e\"")
            #expect(answer.fields["date"]?.hasSuffix(" GMT") == true)
            #expect(answer.fields["x-request-id"]?.count == 16)
            #expect(answer.fields["connection"] == nil)
        }
        #expect(server.server.metrics.requests == 3)
        #expect(server.server.metrics.cacheHits == 1)
    }

    @Test("pipelined requests are answered in order, however they are cut", arguments: [1, 7, 64, 100_000])
    func pipelining(piece: Int) throws {
        let server = try TestServer()
        let client = server.client()
        var requests = ""
        for number in 0..<50 { requests += "GET /p\(number % 7) HTTP/1.1\r\nHost: localhost\r\n\r\n" }
        let bytes = Array(requests.utf8)
        for start in stride(from: 0, to: bytes.count, by: piece) {
            client.send(Array(bytes[start..<min(start + piece, bytes.count)]))
        }
        for number in 0..<50 { #expect(client.answer()?.text == "/p\(number % 7)\n") }
    }

    @Test("HEAD is GET without its content", arguments: ["/a", "/bytes/100000"])
    func head(path: String) throws {
        let server = try TestServer()
        let client = server.client()
        for _ in 0..<2 {
            let head = try #require(client.send("HEAD \(path) HTTP/1.1\r\n\(Self.fields)").answer(toHEAD: true))
            let get = try #require(client.send("GET \(path) HTTP/1.1\r\n\(Self.fields)").answer())
            #expect(head.fields["content-length"] == String(get.body.count))
            #expect(Set(head.fields.keys) == Set(get.fields.keys))
        }
    }

    @Test("a conditional request is answered 304 or 412, from a worker and from the cache")
    func conditional() throws {
        let server = try TestServer()
        let client = server.client()
        for _ in 0..<2 {
            let same = client.send("GET /a HTTP/1.1\r\nIf-None-Match: \"x\", W/\"e\"\r\n\(Self.fields)").answer()
            #expect(same?.status == 304)
            #expect(same?.fields["vary"] == "Accept")
            #expect(same?.fields["content-type"] == nil)
            #expect(client.send("GET /a HTTP/1.1\r\nIf-None-Match: \"x\"\r\n\(Self.fields)").answer()?.status == 200)
            let failed = client.send("GET /a HTTP/1.1\r\nIf-Match: \"x\"\r\n\(Self.fields)").answer()
            #expect(failed?.status == 412)
            #expect(failed?.fields["content-type"] == "application/problem+json")
        }
    }

    @Test("the cache tells requests apart by target and negotiation, and keeps only what it can tell apart")
    func cache() throws {
        let server = try TestServer()
        let client = server.client()
        func count(_ path: String, _ lines: String = "") -> String? {
            client.send("GET \(path) HTTP/1.1\r\n\(lines)\(Self.fields)").answer()?.text
        }
        let first = count("/count")
        #expect(count("/count") == first)
        #expect(count("/count", "User-Agent: x\r\n") == first)
        #expect(count("/count", "accept: a/b\r\n") != first)
        #expect(count("/count?") != first)
        #expect(count("/count", "Range: bytes=0-1\r\n") == first)
        #expect(count("/varies") != count("/varies"))
    }

    @Test("a half-closed client gets its whole answer", arguments: [10, 3_000_000])
    func halfClosed(size: Int) throws {
        let server = try TestServer()
        let client = server.client()
        client.send("GET /bytes/\(size) HTTP/1.1\r\n\(Self.fields)")
        client.closeSending()
        let answer = try #require(client.answer())
        #expect(answer.body == TestServer.bytes(size))
        #expect(!client.receive())
        #expect(client.isEnded && !client.isReset)
    }

    @Test(
        "a client's end is seen, though it comes with what it stands behind, however long that is",
        arguments: [1, 63, 64, 65, 128, 200])
    func ended(requests: Int) throws {
        let server = try TestServer { $0.shards = 1 }
        // 64 of them fill what is received at once.
        let beginning = "GET /a HTTP/1.1\r\nHost: localhost\r\nX-Filling: "
        let message = beginning + String(repeating: "x", count: 1024 - beginning.utf8.count - 4) + "\r\n\r\n"
        #expect(ServerConfiguration.receiveBuffer == 64 * message.utf8.count)
        for rest in ["", "GET /a HT"] {
            for _ in 0..<10 {
                let client = server.client()
                client.send(String(repeating: message, count: requests) + rest)
                client.closeSending()
                for _ in 0..<requests { #expect(client.answer()?.status == 200) }
                while client.receive() {}
                #expect(client.isEnded && !client.isReset)
            }
        }
    }

    @Test("what stands behind urgent data is read, though a read stops there, and so is the end")
    func urgent() throws {
        let server = try TestServer({ $0.shards = 1 }, quick: ["/held"])
        let holding = server.client()
        holding.send("GET /held HTTP/1.1\r\nHost: localhost\r\n\r\n")
        server.gate.waitForArrival()
        // The loop stands still, so that all of this is there when it reads.
        let client = server.client()
        client.send("GET /a HTTP/1.1\r\n")
        client.sendUrgent()
        client.send("Host: localhost\r\n\r\n")
        server.gate.open()
        #expect(client.answer()?.status == 200)
        client.closeSending()
        while client.receive() {}
        #expect(client.isEnded && !client.isReset)
    }

    @Test("the last answer comes whole, whatever its client sent behind the request before it closed its side")
    func behindTheLast() throws {
        let server = try TestServer({ $0.shards = 1 }, quick: ["/held"])
        for size in [10, 20_000, 200_000] {
            let holding = server.client()
            holding.send("GET /held HTTP/1.1\r\nHost: localhost\r\n\r\n")
            server.gate.waitForArrival()
            // The loop stands still: more is there, and the end behind it, than one read takes.
            let client = server.client(receiveBuffer: 4096)
            client.send("GET /bytes/\(size) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            client.send([UInt8](repeating: 65, count: 3 * ServerConfiguration.receiveBuffer / 2))
            client.closeSending()
            server.gate.open()
            let isWhole = client.answer()?.body == TestServer.bytes(size)
            #expect(isWhole, "\(size)")
            while client.receive() {}
            #expect(client.isEnded && !client.isReset)
        }
    }

    @Test("a reader that is slow gets every byte, and what it asks meanwhile in order")
    func backPressure() throws {
        let server = try TestServer()
        let client = server.client(receiveBuffer: 4096)
        client.send(String(repeating: "GET /bytes/1000000 HTTP/1.1\r\n\(Self.fields)", count: 4))
        client.send("GET /last HTTP/1.1\r\n\(Self.fields)")
        for _ in 0..<4 { #expect(client.answer()?.body == TestServer.bytes(1_000_000)) }
        #expect(client.answer()?.text == "/last\n")
    }

    @Test("HTTP/1.0 is answered as 1.0, and the connection closes unless it is to stay")
    func oldVersion() throws {
        let server = try TestServer()
        let client = server.client()
        let kept = try #require(client.send("GET /a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n").answer())
        #expect(kept.version == "HTTP/1.0")
        #expect(kept.fields["connection"] == "keep-alive")
        let last = try #require(client.send("GET /a HTTP/1.0\r\n\r\n").answer())
        #expect(last.fields["connection"] == "close")
        #expect(!client.receive())
        #expect(client.isEnded)
    }

    @Test("a host that is not allowed is 421 for every method", arguments: ["GET", "POST", "OPTIONS", "TRACE", "BREW"])
    func misdirected(method: String) throws {
        let server = try TestServer()
        let client = server.client()
        #expect(client.send("\(method) /a HTTP/1.1\r\nHost: evil.test\r\n\r\n").answer()?.status == 421)
        let absolute = "\(method) http://evil.test/ HTTP/1.1\r\n\(Self.fields)"
        #expect(client.send(absolute).answer()?.status == 421)
        let forwarded = "GET /a HTTP/1.1\r\nX-Forwarded-Host: evil.test\r\n\(Self.fields)"
        #expect(client.send(forwarded).answer()?.status == 200)
    }

    @Test("methods: unknown ones are 501, OPTIONS * is answered here, others by the application")
    func methods() throws {
        let server = try TestServer()
        let client = server.client()
        #expect(client.send("BREW / HTTP/1.1\r\n\(Self.fields)").answer()?.status == 501)
        #expect(client.send("get / HTTP/1.1\r\n\(Self.fields)").answer()?.status == 501)
        let options = client.send("OPTIONS * HTTP/1.1\r\n\(Self.fields)").answer()
        #expect(options?.status == 204)
        #expect(options?.fields["allow"] == "GET, HEAD, OPTIONS")
        for method in ["POST", "PUT", "DELETE", "TRACE", "PATCH"] {
            let answer = client.send("\(method) / HTTP/1.1\r\n\(Self.fields)").answer()
            #expect(answer?.status == 405)
            #expect(answer?.fields["allow"] == "GET, HEAD, OPTIONS")
        }
        let connect = client.send("CONNECT localhost:80 HTTP/1.1\r\n\(Self.fields)").answer()
        #expect(connect?.status == 405)
        #expect(connect?.fields["connection"] == "close")
    }

    @Test("a broken percent-encoding is 400, and the connection goes on", arguments: ["/%zz", "/%00", "/%c0%af", "/%"])
    func target(path: String) throws {
        let server = try TestServer()
        let client = server.client()
        #expect(client.send("GET \(path) HTTP/1.1\r\n\(Self.fields)").answer()?.status == 400)
        #expect(client.send("GET /a HTTP/1.1\r\n\(Self.fields)").answer()?.status == 200)
    }

    // MARK: Content

    @Test("content that nobody reads is dropped and never becomes a request")
    func unwantedContent() throws {
        let server = try TestServer()
        let client = server.client()
        let smuggled = "GET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n"
        client.send("GET /echo HTTP/1.1\r\nContent-Length: \(smuggled.utf8.count)\r\n\(Self.fields)\(smuggled)")
        client.send("POST /echo HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\(Self.fields)3\r\nabc\r\n0\r\n\r\n")
        client.send("GET /a HTTP/1.1\r\n\(Self.fields)")
        #expect(client.answer()?.text == "GET - localhost ")
        #expect(client.answer()?.text == "POST - localhost ")
        #expect(client.answer()?.text == "/a\n")
    }

    @Test("content that the application reads reaches it, after 100 where that is waited for")
    func wantedContent() throws {
        let server = try TestServer(contentMethods: [.post])
        let client = server.client()
        client.send("POST /echo?q HTTP/1.1\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\(Self.fields)")
        #expect(client.answer()?.status == 100)
        #expect(client.send("hello").answer()?.text == "POST q localhost hello")
        client.send(
            "POST /echo HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\(Self.fields)2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n")
        #expect(client.answer()?.text == "POST - localhost hello")
    }

    @Test("an expectation about content that nobody reads gets the answer at once, and the connection ends")
    func unwantedExpectation() throws {
        let server = try TestServer()
        let client = server.client()
        client.send("POST /a HTTP/1.1\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\(Self.fields)")
        let answer = client.answer()
        #expect(answer?.status == 405)
        #expect(answer?.fields["connection"] == "close")
    }

    // MARK: Refusals

    @Test("what is too long is refused, and the whole answer arrives although more was sent")
    func tooLong() throws {
        let server = try TestServer()
        let long = String(repeating: "a", count: 300_000)
        let cases = [
            (414, "GET /\(long) HTTP/1.1\r\n\(Self.fields)"),
            (431, "GET / HTTP/1.1\r\nX: \(long)\r\n\(Self.fields)"),
            (431, "GET / HTTP/1.1\r\n" + String(repeating: "X: y\r\n", count: 300) + Self.fields),
            (413, "POST / HTTP/1.1\r\nContent-Length: 300000\r\n\(Self.fields)\(long)"),
        ]
        for (status, message) in cases {
            let client = server.client()
            let answer = client.send(message).answer()
            #expect(answer?.status == status)
            #expect(answer?.fields["connection"] == "close")
            #expect(answer?.fields["content-type"] == "application/problem+json")
            #expect(answer?.text.contains("\"status\":\(status)") == true)
            #expect(!client.receive())
            #expect(client.isEnded && !client.isReset)
        }
    }

    @Test(
        "a peer that does not close after its last answer is dropped in time",
        arguments: ["nonsense\r\n", "GET /a HTTP/1.1\r\nConnection: close\r\n\(fields)"])
    func silent(request: String) throws {
        // Nothing but the time of lingering ends it, and only then is another connection accepted.
        let server = try TestServer {
            $0.connections = 1
            $0.shards = 1
            $0.deadlines.linger = .milliseconds(60)
            $0.deadlines.head = .seconds(600)
            $0.deadlines.keepAlive = .seconds(600)
        }
        let silent = server.client()
        #expect(silent.send(request).answer()?.status != nil)
        let next = server.client()
        #expect(next.send("GET /a HTTP/1.1\r\n\(Self.fields)").answer()?.status == 200)
    }

    @Test("a refused peer that goes on sending is dropped at a bound")
    func lingering() throws {
        let patient = try TestServer { $0.deadlines.linger = .seconds(60) }
        let talker = patient.client()
        talker.send("nonsense\r\n")
        talker.send([UInt8](repeating: 65, count: 4 * ServerConfiguration.lingerBytes))
        while patient.server.metrics.connectionsOpen > 0 { talker.send([65]) }
        #expect(patient.server.metrics.bytesReceived < 2 * ServerConfiguration.lingerBytes)
    }

    @Test("a hostile message gets one answer with its status, and then the connection closes")
    func hostile() throws {
        let server = try TestServer()
        #expect(!HostileMessage.all.isEmpty)
        for message in HostileMessage.all {
            guard let status = message.status else { continue }
            let client = server.client()
            client.send(message.bytes)
            let answer = client.answer()
            #expect(answer?.status == status, "\(message.name)")
            #expect(answer?.fields["connection"] == "close", "\(message.name)")
            #expect(client.readToEnd() == "", "\(message.name)")
        }
    }
}
