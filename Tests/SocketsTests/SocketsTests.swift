import Foundation
import Testing

@testable import Sockets

@Suite("Sockets", .timeLimit(.minutes(10)))
struct SocketsTests {
    @Test(
        "an address is numeric, or localhost",
        arguments: [
            ("127.0.0.1", "127.0.0.1:80", true), ("localhost", "127.0.0.1:80", true), ("::1", "[::1]:80", true),
            ("[::1]", "[::1]:80", true), ("0.0.0.0", "0.0.0.0:80", false), ("::", "[::]:80", false),
            ("192.0.2.1", "192.0.2.1:80", false),
        ])
    func address(host: String, description: String, isLoopback: Bool) throws {
        let address = try #require(SocketAddress(host: host, port: 80))
        #expect(address.description == description)
        #expect(address.isLoopback == isLoopback)
    }

    @Test("what is no address is none", arguments: ["", "example.org", "127.0.0.1:80", "1.2.3", "256.0.0.1", "[::1"])
    func noAddress(host: String) { #expect(SocketAddress(host: host, port: 80) == nil) }

    @Test("port 0 takes a free port, and a second socket cannot share it")
    func exclusive() throws {
        let any = try #require(SocketAddress(host: "127.0.0.1", port: 0))
        let first = try ListeningSocket(any, backlog: 1)
        #expect(first.address.port != 0)
        #expect { _ = try ListeningSocket(first.address, backlog: 1) } throws: { error in
            (error as? SystemError)?.isAddressInUse == true
        }
    }

    @Test("a port is free when its socket is gone, although somebody else still holds a copy of it")
    func freed() throws {
        // Nobody else has the first address on Linux, so nobody takes its port for a connection.
        #if os(Linux)
        let any = try #require(SocketAddress(host: "127.0.77.2", port: 0))
        #else
        let any = try #require(SocketAddress(host: "127.0.0.1", port: 0))
        #endif
        var copy: CInt = -1
        defer { close(copy) }
        func listenOnce() throws -> SocketAddress {
            let socket = try ListeningSocket(any, backlog: 1)
            // As a forked process does until it calls exec.
            copy = dup(socket.descriptor.number)
            return socket.address
        }
        let address = try listenOnce()
        #expect(try ListeningSocket(address, backlog: 1).address == address)
    }

    @Test("nobody waits: nothing is accepted, and the poller's time runs out")
    func nobody() throws {
        let any = try #require(SocketAddress(host: "127.0.0.1", port: 0))
        let listener = try ListeningSocket(any, backlog: 1)
        if try listener.accept() != nil { Issue.record("somebody came") }
        let poller = try PlatformPoller()
        try poller.add(listener, token: 7)
        var events: [PollerEvent] = []
        try poller.wait(milliseconds: 1, into: &events)
        #expect(events.isEmpty)
    }

    /// The descriptor of a client's connection.
    private func connected(to address: SocketAddress) throws -> CInt {
        #if canImport(Darwin)
        let client = socket(AF_INET, SOCK_STREAM, 0)
        #else
        let client = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        #endif
        var name = sockaddr_in()
        name.sin_family = sa_family_t(AF_INET)
        name.sin_port = address.port.bigEndian
        inet_pton(AF_INET, address.host, &name.sin_addr)
        let isConnected = withUnsafePointer(to: &name) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(client, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        try #require(isConnected)
        return client
    }

    #if os(Linux)
    @Test("connections within the machine have the plainest control of congestion")
    func congestion() throws {
        let any = try #require(SocketAddress(host: "127.0.0.1", port: 0))
        let listener = try ListeningSocket(any, backlog: 1)
        let peer = try connected(to: listener.address)
        defer { close(peer) }
        let poller = try PlatformPoller()
        try poller.add(listener, token: 1)
        var events: [PollerEvent] = []
        try poller.wait(milliseconds: nil, into: &events)
        guard let connection = try listener.accept() else {
            Issue.record("nobody came")
            return
        }
        var name = [UInt8](repeating: 0, count: 16)
        var length = socklen_t(name.count)
        #expect(getsockopt(connection.descriptor.number, CInt(IPPROTO_TCP), TCP_CONGESTION, &name, &length) == 0)
        #expect(String(decoding: name.prefix { $0 != 0 }, as: UTF8.self) == "reno")
    }
    #endif

    @Test("a connection that can be read is reported when more comes, and when it is asked for again")
    func readable() throws {
        let any = try #require(SocketAddress(host: "127.0.0.1", port: 0))
        let listener = try ListeningSocket(any, backlog: 1)
        let poller = try PlatformPoller()
        try poller.add(listener, token: 1)
        let peer = try connected(to: listener.address)
        defer { close(peer) }
        var events: [PollerEvent] = []
        try poller.wait(milliseconds: nil, into: &events)
        let accepted = try listener.accept()
        try poller.remove(listener)
        guard let connection = accepted else {
            Issue.record("nobody came")
            return
        }
        try poller.add(connection, token: 7, for: .readable)
        // Whether what is not read is reported once or as long as it is there, more of it is, and so is a change.
        for _ in 0..<3 {
            #expect(write(peer, "a", 1) == 1)
            try poller.wait(milliseconds: nil, into: &events)
            #expect(events.contains(PollerEvent(token: 7, readiness: .readable)))
        }
        for _ in 0..<3 {
            try poller.change(connection, token: 7, to: .readable)
            try poller.wait(milliseconds: nil, into: &events)
            #expect(events.contains(PollerEvent(token: 7, readiness: .readable)))
        }
        try poller.change(connection, token: 7, to: .writable)
        for _ in 0..<3 {
            try poller.wait(milliseconds: nil, into: &events)
            #expect(events == [PollerEvent(token: 7, readiness: .writable)])
        }
        #if canImport(Glibc)
        try poller.change(connection, token: 7, to: .readable)
        try poller.wait(milliseconds: nil, into: &events)
        shutdown(peer, CInt(SHUT_WR))
        try poller.wait(milliseconds: nil, into: &events)
        #expect(events == [PollerEvent(token: 7, readiness: [.readable, .more])])
        try poller.wait(milliseconds: 0, into: &events)
        #expect(events.isEmpty)
        #endif
    }

    @Test("wakeups are one until they are taken back, and can be sent again")
    func wakeup() throws {
        let wakeup = try Wakeup()
        let poller = try PlatformPoller()
        try poller.add(wakeup, token: 9)
        var events: [PollerEvent] = []
        for _ in 0..<2 {
            wakeup.send()
            wakeup.send()
            try poller.wait(milliseconds: nil, into: &events)
            #expect(events == [PollerEvent(token: 9, readiness: .readable)])
            wakeup.clear()
            try poller.wait(milliseconds: 0, into: &events)
            #expect(events.isEmpty)
        }
    }

    @Test("an error says what was called and what happened")
    func error() {
        #expect(SystemError(call: "bind", code: 98).description.hasPrefix("bind: "))
    }

    @Test("there is a processor, and the clock only goes forward")
    func system() {
        #expect(Processors.available >= 1)
        let before = SystemClock.monotonicMicroseconds()
        #expect(SystemClock.monotonicMicroseconds() >= before)
    }
}
