import Foundation
import Synchronization
import Testing

@testable import rostrum

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

@Suite("rostrum serve, reloading", .timeLimit(.minutes(10)))
struct ReloadTests {
    private let folder: TemporaryFolder
    private let data: String

    /// Two keynotes; the second's title is chosen.
    private static func transcript(_ title: String) -> [UInt8] {
        Array(
            """
            주제발표

            첫째 발표의 제목
            홍길동 (서울대학교 교수)

            첫째 발표의 글은 이렇게 한 문장으로 되어 있다.

            주제발표

            \(title)
            김철수 (서울대학교 교수)

            둘째 발표의 글도 이렇게 한 문장으로 되어 있다.

            """.utf8)
    }

    init() throws {
        folder = try TemporaryFolder()
        data = try folder.data(Self.transcript("처음 제목"))
    }

    /// Waits until the server says that it serves another snapshot than the one before.
    private func waitForReload(_ server: RunningServer, from before: String) throws {
        try server.waitForLog { $0.hasSuffix("] reloaded") && !$0.contains(before) }
    }

    private func snapshot(_ server: RunningServer) async throws -> String {
        try #require(try await server.object("readyz")["snapshot"] as? String)
    }

    @Test(
        "--watch serves what has changed in the data folder; a cursor from before is gone, and the old file is let go")
    func watch() async throws {
        let server = try RunningServer(data: data, store: folder.store, arguments: ["--watch"])
        let before = try await snapshot(server)
        let page = try await server.object("v1/passages?limit=1")["page"] as? [String: Any]
        let next = try #require(page?["next_url"] as? String)
        #expect(try await server.get(next).status == 200)
        _ = try folder.data(Self.transcript("나중 제목"))
        try waitForReload(server, from: before)
        let metrics = String(decoding: try await server.get("metrics").body, as: UTF8.self)
        #expect(metrics.contains("rostrum_reloads_total 1\n"))
        #expect(metrics.contains("rostrum_snapshot_info{snapshot=\"\(try await snapshot(server))\"} 1"))
        let (status, body) = try await server.get("v1/talks")
        #expect(status == 200 && String(decoding: body, as: UTF8.self).contains("나중 제목"))
        #expect(try await server.get(next).status == 410)
        #if os(Linux)
        let descriptors = "/proc/\(server.process.processIdentifier)/fd"
        let open = try FileManager.default.contentsOfDirectory(atPath: descriptors)
            .compactMap { try? FileManager.default.destinationOfSymbolicLink(atPath: "\(descriptors)/\($0)") }
        #expect(open.contains { $0.hasSuffix("store.sqlite") })
        #expect(!open.contains { $0.contains("store.sqlite (deleted)") })
        #endif
    }

    @Test("data that cannot be loaded leave the old snapshot in place")
    func refused() async throws {
        let server = try RunningServer(data: data, store: folder.store, arguments: ["--watch"])
        let before = try await snapshot(server)
        try Data("label: [".utf8).write(to: URL(fileURLWithPath: data + "/events/forum/event.yaml"))
        try server.waitForLog { $0.contains("] not reloaded") }
        let metrics = String(decoding: try await server.get("metrics").body, as: UTF8.self)
        #expect(metrics.contains("rostrum_reload_failures_total 1\n"))
        #expect(try await snapshot(server) == before)
        try FileManager.default.removeItem(atPath: data + "/events/forum/event.yaml")
        _ = try folder.data(Self.transcript("나중 제목"))
        try waitForReload(server, from: before)
    }

    @Test("SIGHUP reads the data folder again; without it and without --watch nothing changes")
    func signal() async throws {
        let server = try RunningServer(data: data, store: folder.store)
        let before = try await snapshot(server)
        _ = try folder.data(Self.transcript("나중 제목"))
        #expect(try await snapshot(server) == before)
        kill(server.process.processIdentifier, SIGHUP)
        try waitForReload(server, from: before)
    }

    /// What the clients and the test tell each other.
    private final class Watch: Sendable {
        let isOver = Atomic<Bool>(false)
        let failures = Mutex<[String]>([])
    }

    @Test("while stores are put in place under load, not one request fails")
    func load() async throws {
        let server = try RunningServer(data: data, store: folder.store)
        let watch = Watch()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for path: String in ["v1/talks", "v1/passages?limit=1", "v1/talks/forum-k1.md", "v1/exports/passages.csv"] {
                group.addTask {
                    while !watch.isOver.load(ordering: .relaxed) {
                        let status = try await server.get(path).status
                        if status != 200 { watch.failures.withLock { $0.append("\(path): \(status)") } }
                    }
                }
            }
            for round in 1...4 {
                let before = try await snapshot(server)
                _ = try folder.data(Self.transcript("제목 \(round)"))
                let outcome = try Command.run(["load", "--data", data, "--store", folder.store])
                #expect(outcome.status == 0)
                try waitForReload(server, from: before)
            }
            watch.isOver.store(true, ordering: .relaxed)
            try await group.waitForAll()
        }
        #expect(watch.failures.withLock(\.self) == [])
    }
}
