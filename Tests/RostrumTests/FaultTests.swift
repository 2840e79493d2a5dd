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

    @Test("without descriptors idle connections give way, and where none is idle accepting waits until one closes")
    func descriptors() throws {
        let server = try RunningServer(store: folder.store, descriptorLimit: 48)
        // Each newcomer is served, though all that came before it stay open.
        var idle: [WireConnection] = []
        for _ in 0..<60 {
            let connection = try connect(server)
            #expect(connection.ask("/v1").status == 200)
            idle.append(connection)
        }
        let metrics = try connect(server).ask("/metrics").text
        #expect(metrics.contains(/rostrum_idle_closed_total [1-9]/))
        // Half of a request is one in progress.
        var begun: [WireConnection] = []
        for _ in 0..<60 {
            let connection = try connect(server)
            connection.send("GET /v1 HTTP/1.1\r\nHost: local")
            begun.append(connection)
        }
        try server.waitForLog { $0.hasSuffix("accepting pauses") }
        begun[0].send("host\r\n\r\n")
        #expect(begun[0].answer().status == 200)
        begun.removeSubrange(1...)
        let late = try connect(server)
        #expect(late.ask("/v1").status == 200)
        withExtendedLifetime(idle) {}
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

    @Test(
        "a file that may be no longer is an error with a line and a status, and ends nothing",
        arguments: [
            ["load", "--store", "STORE"], ["export", "--store", "READY", "OUT"],
            ["export", "--site", "--store", "READY", "OUT"],
        ])
    func fileLimit(arguments: [String]) throws {
        let ready = folder.path + "/ready.sqlite"
        #expect(try Command.run(["load", "--data", Command.data, "--store", ready]).status == 0)
        let places = ["STORE": folder.store, "READY": ready, "OUT": folder.path + "/out"]
        let words = arguments.map { places[$0] ?? $0 } + ["--data", Command.data]
        let outcome = try Command.run(words, limit: "-f 8")
        #expect([CommandStatus.cannotCreate, .inputOutput].map(\.rawValue).contains(outcome.status))
        #expect(outcome.error.contains(/File too large|ulimit -f|cannot be made/), "\(outcome.error)")
        #expect(!FileManager.default.fileExists(atPath: folder.store))
    }
}
