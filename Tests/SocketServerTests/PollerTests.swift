import Dispatch
import HTTPTypes
import HTTPWire
import Logging
import Sockets
import Synchronization
import Testing

@testable import SocketServer

/// A shard with pollers that do what the system's seldom does.
@Suite("A shard and its poller", .timeLimit(.minutes(10)))
struct PollerTests {
    /// The platform's poller, with something put in between.
    private class WrappedPoller: Poller {
        let platform: PlatformPoller

        init() throws(SystemError) { platform = try PlatformPoller() }

        func add(_ socket: borrowing StreamSocket, token: UInt64, for readiness: Readiness) throws(SystemError) {
            try platform.add(socket, token: token, for: readiness)
        }
        func change(_ socket: borrowing StreamSocket, token: UInt64, to readiness: Readiness) throws(SystemError) {
            try platform.change(socket, token: token, to: readiness)
        }
        func add(_ socket: ListeningSocket, token: UInt64) throws(SystemError) {
            try platform.add(socket, token: token)
        }
        func remove(_ socket: ListeningSocket) throws(SystemError) { try platform.remove(socket) }
        func add(_ wakeup: Wakeup, token: UInt64) throws(SystemError) { try platform.add(wakeup, token: token) }
        func wait(milliseconds: Int64?, into events: inout [PollerEvent]) throws(SystemError) {
            try platform.wait(milliseconds: milliseconds, into: &events)
        }
    }

    /// Reports everything that was ever watched as ready for everything, closed connections and strangers too.
    private final class RestlessPoller: WrappedPoller {
        private var seen: [UInt64] = [42 << 32 | 7, 3]

        override func add(
            _ socket: borrowing StreamSocket, token: UInt64, for readiness: Readiness
        ) throws(SystemError) {
            try super.add(socket, token: token, for: readiness)
            seen.append(token)
        }
        override func wait(milliseconds: Int64?, into events: inout [PollerEvent]) throws(SystemError) {
            try super.wait(milliseconds: milliseconds, into: &events)
            events = seen.map { PollerEvent(token: $0, readiness: [.readable, .writable]) } + events
        }
    }

    /// Has no place for the first connection, and none for the first change of interest.
    private final class ShortPoller: WrappedPoller {
        private var refusesAdding = true
        private var refusesChanging = true

        override func add(
            _ socket: borrowing StreamSocket, token: UInt64, for readiness: Readiness
        ) throws(SystemError) {
            defer { refusesAdding = false }
            if refusesAdding { throw SystemError(call: "epoll_ctl", code: 28) }
            try super.add(socket, token: token, for: readiness)
        }
        override func change(
            _ socket: borrowing StreamSocket, token: UInt64, to readiness: Readiness
        ) throws(SystemError) {
            defer { refusesChanging = false }
            if refusesChanging { throw SystemError(call: "epoll_ctl", code: 28) }
            try super.change(socket, token: token, to: readiness)
        }
    }

    /// Stands still before the wait that it is told to, and reports the mailbox last.
    private final class LatePoller: WrappedPoller {
        /// What the test and the poller say to each other.
        final class Turnstile: Sendable {
            let isClosed = Atomic<Bool>(false)
            let arrived = DispatchSemaphore(value: 0)
            let opened = DispatchSemaphore(value: 0)
        }

        private let turnstile: Turnstile

        init(_ turnstile: Turnstile) throws(SystemError) {
            self.turnstile = turnstile
            try super.init()
        }

        override func wait(milliseconds: Int64?, into events: inout [PollerEvent]) throws(SystemError) {
            if turnstile.isClosed.exchange(false, ordering: .relaxed) {
                turnstile.arrived.signal()
                turnstile.opened.wait()
            }
            try super.wait(milliseconds: milliseconds, into: &events)
            events.sort { $0.token < $1.token }
        }
    }

    private final class Bytes: Responder {
        func respond(to request: Request) -> Response {
            Response(
                status: .ok, body: TestServer.bytes(Int(request.path.dropFirst()) ?? 0),
                isCacheable: request.path == "/10")
        }
    }

    /// A shard alone, on a queue of its own; it ends when the test does.
    private final class TestShard {
        let context: Shard.Context
        private let ended = DispatchGroup()

        init(poller: @escaping @Sendable () throws(SystemError) -> any Poller) throws {
            var configuration = ServerConfiguration()
            configuration.shards = 1
            configuration.workers = 1
            configuration.acceptPause = .milliseconds(20)
            configuration.deadlines.linger = .milliseconds(60)
            let any = try #require(SocketAddress(host: "127.0.0.1", port: 0))
            let application = Application { Bytes() }
            context = Shard.Context(
                configuration: configuration, allowedHosts: AllowedHosts(), application: application,
                listener: try ListeningSocket(any, backlog: 16), mailbox: try Mailbox(),
                workers: try WorkerLanes(configuration, application: application),
                counters: ShardCounters(), accessLog: nil,
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, firstIdentifier: 0)
            ended.enter()
            DispatchQueue(label: "test.shard").async { [context, ended] in
                defer { ended.leave() }
                do {
                    try Shard(context, poller: poller()).run()
                } catch {
                    Issue.record(error)
                }
            }
        }

        deinit {
            context.mailbox.post(.stop)
            ended.wait()
        }

        func client() -> RawClient { RawClient(context.listener.address) }
    }

    private static func get(_ size: Int) -> String { "GET /\(size) HTTP/1.1\r\nHost: localhost\r\n\r\n" }

    @Test("readiness that is none, and events of connections that are gone, change nothing")
    func restless() throws {
        let shard = try TestShard { () throws(SystemError) in try RestlessPoller() }
        for _ in 0..<3 {
            let client = shard.client()
            let sizes = [10, 2_000_000, 0, 10, 70_000]
            for size in sizes { client.send(Self.get(size)) }
            for size in sizes { #expect(client.answer()?.body == TestServer.bytes(size)) }
        }
        let waiting = shard.client()
        waiting.send("GET /10 HT")
        #expect(shard.client().send(Self.get(10)).answer()?.status == 200)
        #expect(waiting.send("TP/1.1\r\nHost: localhost\r\n\r\n").answer()?.body == TestServer.bytes(10))
    }

    @Test("a connection that cannot be watched is closed, and accepting goes on after a pause")
    func short() throws {
        let shard = try TestShard { () throws(SystemError) in try ShortPoller() }
        let refused = shard.client()
        #expect(refused.send(Self.get(10)).answer() == nil)
        #expect(refused.isEnded)
        // Its answer does not fit, and waiting for it to be writable is refused.
        let dropped = shard.client()
        dropped.send(Self.get(30_000_000))
        #expect(dropped.answer() == nil)
        #expect(dropped.isEnded)
        #expect(shard.client().send(Self.get(10)).answer()?.status == 200)
        #expect(shard.context.counters.acceptPauses.current == 1)
    }

    @Test("a stop that was posted before a request came makes it the last, in whatever order they are reported")
    func stopBeforeRequest() throws {
        let turnstile = LatePoller.Turnstile()
        let shard = try TestShard { () throws(SystemError) in try LatePoller(turnstile) }
        let client = shard.client()
        #expect(client.send(Self.get(10)).answer()?.status == 200)
        turnstile.isClosed.store(true, ordering: .relaxed)
        shard.context.mailbox.wakeup.send()
        turnstile.arrived.wait()
        shard.context.mailbox.post(.stop)
        client.send(Self.get(10))
        turnstile.opened.signal()
        #expect(client.answer()?.fields["connection"] == "close")
        #expect(client.readToEnd() == "" && !client.isReset)
    }
}
