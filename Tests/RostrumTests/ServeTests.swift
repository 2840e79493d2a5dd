import Foundation
import Testing

@testable import rostrum

@Suite("rostrum serve", .timeLimit(.minutes(10)))
struct ServeTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func names(_ list: [String: Any], _ key: String) -> [String] {
        (list["data"] as? [[String: Any]] ?? []).compactMap { $0[key] as? String }
    }

    @Test("the forum is served from its transcript: seven talks, seven panelists as printed, every list traceable")
    func forum() async throws {
        let server = try RunningServer(store: folder.store)
        #expect(server.greeting.contains("1 event, 7 talks, 7 panelists, 39 topics"))
        #expect(try await server.get("livez").status == 200)

        let talks = try await server.object("v1/talks")
        #expect(names(talks, "id") == ["k1", "k2", "d1", "d2", "d3", "d4", "d5"].map { "deepseek-\($0)" })
        #expect(names(talks, "kind_label") == ["주제발표", "주제발표"] + Array(repeating: "지정토론", count: 5))

        let panelists = try await server.object("v1/panelists")
        #expect(names(panelists, "name") == ["이상근", "김명주", "황의종", "최재식", "이주형", "홍영준", "고광본"])
        #expect(names(panelists, "role_title") == ["교수", "소장", "교수", "대표", "교수", "교수", "논설위원･선임기자"])
        let affiliations = (panelists["data"] as? [[String: Any]] ?? []).map { $0["affiliation"] as? [String: Any] }
        #expect(affiliations[3]?["text"] as? String == "㈜인이지")
        #expect(affiliations[2]?["organization"] as? String == "KAIST")

        let passage = try await server.object("v1/passages/deepseek-d5.p8")
        #expect((passage["text"] as? String)?.hasPrefix("이제는 AI에 국가적으로") == true)
        let spans = passage["spans"] as? [[String: Any]]
        #expect(spans?.first?["line_start"] as? Int == 374 && spans?.last?["line_end"] as? Int == 392)

        let lines = try await server.object("v1/sources/deepseek/lines?from=159&to=161")
        #expect(names(lines, "class") == ["page_header", "blank", "page_number"])
        #expect(try await server.object("v1/panelists/이상근")["name"] as? String == "이상근")
        #expect(names(try await server.object("v1/topics"), "id").count == 39)
    }

    @Test("a store that another version of the tokenizer built is built anew, which is said")
    func otherTokenizer() async throws {
        #expect(try Command.run(["load", "--data", Command.data, "--store", folder.store]).status == 0)
        // PRAGMA user_version stands at byte 60 (https://sqlite.org/fileformat2.html §1.3).
        let file = try FileHandle(forUpdating: URL(filePath: folder.store))
        try file.seek(toOffset: 60)
        let version = try #require(try file.read(upToCount: 4)).reduce(0) { $0 << 8 | Int($1) }
        let other = version - 1
        try file.seek(toOffset: 60)
        try file.write(contentsOf: [UInt8(0), UInt8(0), UInt8(other >> 8), UInt8(other & 255)])
        try file.close()
        let server = try RunningServer(store: folder.store)
        let found = try await server.object("v1/search?q=딥시크")
        #expect((found["page"] as? [String: Any])?["total"] as? Int == 22)
        kill(server.process.processIdentifier, SIGTERM)
        server.process.waitUntilExit()
        let said = String(decoding: server.error.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        #expect(said.contains("version \(other), where this program reads \(version); it is loaded anew"))
    }

    @Test("the three lines of the greeting are answered")
    func greeting() async throws {
        let server = try RunningServer(store: folder.store)
        let paths = server.greeting.split(separator: "'").filter { $0.hasPrefix("http") }
            .map { String($0.dropFirst(server.url.absoluteString.count)) }
        #expect(paths.count == 3)
        for path in paths { #expect(try await server.get(path).status == 200, "\(path)") }
    }

    @Test("a second server on the same port says so and ends with its own status")
    func portInUse() throws {
        let server = try RunningServer(store: folder.store)
        let port = try #require(server.url.port)
        let second = try Command.run(
            ["serve", "--data", Command.data, "--store", folder.store, "--port", String(port)])
        #expect(second.status == CommandStatus.unavailable.rawValue)
        #expect(second.error.contains("cannot listen on 127.0.0.1:\(port): another process listens there"))
        #expect(server.process.isRunning)
    }

    @Test("SIGTERM ends it with status 0", arguments: [SIGTERM, SIGINT])
    func termination(signal: Int32) throws {
        let server = try RunningServer(store: folder.store)
        kill(server.process.processIdentifier, signal)
        server.process.waitUntilExit()
        #expect(server.process.terminationReason == .exit)
        #expect(server.process.terminationStatus == 0)
    }
}
