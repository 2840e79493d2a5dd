import Foundation
import Testing

@testable import rostrum

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// What the server meets on a machine in trouble, as a process of its own.
@Suite("rostrum serve, in trouble", .timeLimit(.minutes(10)))
struct FaultTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func connect(_ server: RunningServer) throws -> WireConnection {
        let port = try #require(server.url.port)
        return try #require(WireConnection(UInt16(port)))
    }

    @Test("a log that cannot be written is none, and requests are answered", arguments: ["/dev/full", "closed"])
    func brokenLog(place: String) async throws {
        let server = try RunningServer(
            store: folder.store, arguments: ["--access-log"],
            errorFile: place == "closed" ? nil : FileHandle(forWritingAtPath: place))
        // A pipe is broken once nobody holds its other end.
        if place == "closed" { try server.error.fileHandleForReading.close() }
        for _ in 0..<20 { #expect(try await server.get("v1").status == 200) }
        server.process.terminate()
        server.process.waitUntilExit()
        #expect(server.process.terminationReason == .exit && server.process.terminationStatus == 0)
    }

    @Test("a log that nobody reads holds up neither answers nor the end")
    func stalledLog() throws {
        let server = try RunningServer(store: folder.store, arguments: ["--access-log"])
        let connection = try connect(server)
        // More than a pipe holds.
        for _ in 0..<700 {
            #expect(connection.ask("/v1").status == 200)
        }
        server.process.terminate()
        server.process.waitUntilExit()
        #expect(server.process.terminationReason == .exit && server.process.terminationStatus == 0)
    }

    @Test("without descriptors accepting waits, those that are open are served, and the others when some close")
    func descriptors() throws {
        let server = try RunningServer(store: folder.store, descriptorLimit: 48)
        var connections: [WireConnection] = []
        for _ in 0..<60 { connections.append(try connect(server)) }
        #expect(connections[0].ask("/v1").status == 200)
        // Somebody is not accepted; the first goes on being served, and sees that accepting has paused.
        try server.waitForLog { $0.hasSuffix("accepting pauses") }
        #expect(connections[0].ask("/metrics").text.contains(/rostrum_accept_pauses_total [1-9]/))
        while connections.count > 1 {
            let last = connections.removeLast()
            if connections.count < 10 { #expect(last.ask("/v1").status == 200) }
        }
        let late = try connect(server)
        #expect(late.ask("/v1").status == 200)
    }

    @Test("a second signal ends it at once, whatever is under way")
    func secondSignal() throws {
        let server = try RunningServer(store: folder.store)
        let idle = try connect(server)
        #expect(idle.ask("/v1").status == 200)
        // A client that asks for far more than it takes keeps the server from ending.
        let stalled = try connect(server)
        #expect(stalled.ask("/v1").status == 200)
        for _ in 0..<300 { stalled.send("GET /v1/passages?limit=100 HTTP/1.1\r\nHost: localhost\r\n\r\n") }
        kill(server.process.processIdentifier, SIGTERM)
        // The first signal has come when an idle connection is let go.
        #expect(idle.readToEnd().isEmpty)
        kill(server.process.processIdentifier, SIGTERM)
        server.process.waitUntilExit()
        #expect(server.process.terminationStatus == 128 + SIGTERM)
        withExtendedLifetime(stalled) {}
    }
}
