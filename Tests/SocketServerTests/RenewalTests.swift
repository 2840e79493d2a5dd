import Dispatch
import HTTPWire
import Synchronization
import Testing

@testable import SocketServer

@Suite("Renewing the responders, and long contents, over loopback", .serialized, .timeLimit(.minutes(10)))
struct RenewalTests {
    private static func get(_ path: String, _ lines: String = "") -> String {
        "GET \(path) HTTP/1.1\r\nHost: localhost\r\n\(lines)\r\n"
    }

    @Test("what a responder answered is forgotten with it")
    func forgets() throws {
        let server = try TestServer { $0.workers = 3 }
        let client = server.client()
        for generation in 0..<3 {
            server.generation.number.store(generation, ordering: .relaxed)
            #expect(server.server.renewResponders() == [])
            // Often enough that the cache answers too, and knows the request by its bytes.
            for _ in 0..<5 { #expect(client.send(Self.get("/generation")).answer()?.text == "\(generation)") }
        }
    }

    @Test("a worker whose responder cannot be made keeps its own, and says why")
    func keeps() throws {
        let server = try TestServer { $0.workers = 2 }
        server.generation.number.store(-1, ordering: .relaxed)
        #expect(server.server.renewResponders() == ["no generation", "no generation"])
        #expect(server.client().send(Self.get("/generation")).answer()?.text == "0")
    }

    @Test("under load no request fails")
    func load() throws {
        let server = try TestServer {
            $0.workers = 2
            $0.cacheBytes = 0
        }
        let isOver = Atomic<Bool>(false)
        let answers = Atomic<Int>(0)
        let failures = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: 4) { number in
            if number == 0 {
                for generation in 1...50 {
                    server.generation.number.store(generation, ordering: .relaxed)
                    let refused = server.server.renewResponders()
                    if !refused.isEmpty { failures.withLock { $0 += refused } }
                }
                isOver.store(true, ordering: .relaxed)
            } else {
                let client = server.client()
                repeat {
                    let answer = client.send(Self.get("/generation") + Self.get("/a")).answer()
                    if answer?.status != 200 || client.answer()?.text != "/a\n" {
                        return failures.withLock { $0.append("\(answer?.status ?? 0)") }
                    }
                    answers.add(1, ordering: .relaxed)
                } while !isOver.load(ordering: .relaxed)
            }
        }
        #expect(failures.withLock(\.self) == [])
        #expect(answers.load(ordering: .relaxed) >= 3)
        #expect(server.client().send(Self.get("/generation")).answer()?.text == "50")
    }

    @Test(
        "content that is read while it is sent arrives whole, in parts, and after another",
        arguments: [0, 1, 1_500_000])
    func source(count: Int) throws {
        let server = try TestServer()
        let client = server.client(receiveBuffer: 4096)
        for _ in 0..<2 {
            client.send(Self.get("/source/\(count)") + Self.get("/a"))
            let answer = try #require(client.answer())
            #expect(answer.body == TestServer.bytes(count) && answer.fields["content-length"] == "\(count)")
            #expect(client.answer()?.text == "/a\n")
        }
        let head = try #require(
            client.send("HEAD /source/\(count) HTTP/1.1\r\nHost: localhost\r\n\r\n").answer(toHEAD: true))
        #expect(head.fields["content-length"] == "\(count)")
    }

    @Test("content that cannot be read to its end ends the connection, so that nobody takes it for whole")
    func broken() throws {
        let server = try TestServer()
        let client = server.client()
        client.send(Self.get("/source/3000000"))
        #expect(client.answer() == nil && client.isEnded)
        #expect(server.client().send(Self.get("/a")).answer()?.status == 200)
    }

    @Test(
        "a part is answered with 206, from a worker, from the cache and from what is read",
        arguments: ["ranges", "source"])
    func parts(kind: String) throws {
        let server = try TestServer()
        let client = server.client()
        let all = TestServer.bytes(100_000)
        for _ in 0..<2 {
            for (range, part) in [("0-9", 0..<10), ("99990-", 99_990..<100_000), ("-70000", 30_000..<100_000)] {
                let answer = try #require(
                    client.send(Self.get("/\(kind)/100000", "Range: bytes=\(range)\r\n")).answer())
                #expect(answer.status == 206 && answer.body == Array(all[part]))
                #expect(answer.fields["content-range"] == "bytes \(part.lowerBound)-\(part.upperBound - 1)/100000")
                #expect(answer.fields["etag"] != nil)
            }
            let beyond = try #require(client.send(Self.get("/\(kind)/100000", "Range: bytes=100000-\r\n")).answer())
            #expect(beyond.status == 416 && beyond.fields["content-range"] == "bytes */100000")
            let whole = try #require(client.send(Self.get("/\(kind)/100000")).answer())
            #expect(whole.status == 200 && whole.body == all && whole.fields["accept-ranges"] == "bytes")
            let held = try #require(
                client.send(
                    Self.get("/\(kind)/100000", "Range: bytes=0-9\r\nIf-None-Match: \(whole.fields["etag"] ?? "")\r\n")
                ).answer())
            #expect(held.status == 304)
            #expect(client.send(Self.get("/bytes/10", "Range: bytes=0-1\r\n")).answer()?.status == 200)
        }
    }
}
