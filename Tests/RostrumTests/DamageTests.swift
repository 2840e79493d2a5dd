import Foundation
import Testing

@testable import rostrum

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

@Suite("rostrum, with a damaged store", .timeLimit(.minutes(10)))
struct DamageTests {
    private static let pageSize = 4096
    private let folder: TemporaryFolder
    private let data: String

    init() throws {
        folder = try TemporaryFolder()
        data = folder.path + "/data"
        try FileManager.default.copyItem(atPath: Command.data, toPath: data)
    }

    /// Flips a bit of every page from a number on, in the file that is open.
    private func damage(from page: Int) throws {
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: folder.store))
        defer { try? file.close() }
        let size = try file.seekToEnd()
        for offset in stride(from: UInt64(page * Self.pageSize + 100), to: size, by: Self.pageSize) {
            try file.seek(toOffset: offset)
            let byte = try #require(try file.read(upToCount: 1)?.first)
            try file.seek(toOffset: offset)
            try file.write(contentsOf: Data([byte ^ 0x10]))
        }
    }

    /// Some addresses, not all of them read the same pages.
    private static let addresses = [
        "v1/passages?limit=100", "v1/talks?limit=100", "v1/panelists?limit=100", "v1/topics?limit=100", "v1/sources",
        "v1/search?q=%EC%9D%B8%EA%B3%B5%EC%A7%80%EB%8A%A5",
    ]

    @Test("damage in service is answered 503 or as before, is said in the log, and the data folder is loaded again")
    func mended() async throws {
        let whole = try RunningServer(data: data, store: folder.path + "/whole.sqlite")
        let server = try RunningServer(data: data, store: folder.store)
        try damage(from: 0)
        var refused = 0
        for address in Self.addresses {
            let (status, body) = try await server.get(address)
            if status == 503 {
                refused += 1
            } else {
                #expect(try await whole.get(address) == (status, body), "\(address)")
            }
        }
        #expect(refused > 0)
        try server.waitForLog { $0.contains("the store is damaged: ") }
        try server.waitForLog { $0.hasSuffix("] reloaded") }
        for address in Self.addresses + ["readyz"] {
            #expect(try await whole.get(address) == (try await server.get(address)), "\(address)")
        }
    }

    @Test("damage that cannot be mended is said by /readyz and in the log; data that come back mend it")
    func unmended() async throws {
        let server = try RunningServer(data: data, store: folder.store, arguments: ["--watch"])
        #expect(try await server.get("readyz").status == 200)
        try FileManager.default.moveItem(atPath: data, toPath: data + "-away")
        try damage(from: 0)
        #expect(try await server.get("v1/passages?limit=100").status == 503)
        let (status, body) = try await server.get("readyz")
        #expect(status == 503 && String(decoding: body, as: UTF8.self).contains("damaged"))
        try server.waitForLog { $0.contains("not reloaded") }
        try FileManager.default.moveItem(atPath: data + "-away", toPath: data)
        try server.waitForLog { $0.hasSuffix("] reloaded") }
        #expect(try await server.get("readyz").status == 200)
        #expect(try await server.get("v1/passages?limit=100").status == 200)
    }

    @Test("a store that is damaged before the start is loaded anew, and refused where it only is read")
    func found() throws {
        let arguments = ["--data", data, "--store", folder.store]
        #expect(try Command.run(["load"] + arguments).status == 0)
        let whole = try Data(contentsOf: URL(fileURLWithPath: folder.store))
        try damage(from: whole.count / Self.pageSize / 2)
        let loading = try Command.run(["load"] + arguments)
        #expect(loading.status == 0 && loading.error.contains("the store is damaged"))
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder.store)) == whole)
    }
}
