import Foundation
import Testing

@testable import rostrum

@Suite("The export command")
struct ExportCommandTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test("export writes the bytes that a server of the same data gives")
    func bytes() async throws {
        let target = URL(fileURLWithPath: folder.path).appendingPathComponent("exports")
        let outcome = try Command.run(["export", "--data", Command.data, "--store", folder.store, target.path])
        #expect(outcome.status == 0)
        let server = try RunningServer(store: folder.path + "/other.sqlite")
        let names = try FileManager.default.contentsOfDirectory(atPath: target.path)
        #expect(names.count == 26 && names.contains("datapackage.json"))
        for name in names {
            let answer = try await server.get("v1/exports/\(name)")
            #expect(answer.status == 200)
            #expect(try Data(contentsOf: target.appendingPathComponent(name)) == answer.body, "\(name)")
        }
    }

    @Test("an export that was cut off has no description; the same command makes it whole")
    func interrupted() throws {
        let target = URL(fileURLWithPath: folder.path).appendingPathComponent("exports")
        let command = ["export", "--data", Command.data, "--store", folder.store, target.path]
        #expect(try Command.run(command).status == 0)
        let description = target.appendingPathComponent("datapackage.json")
        let whole = try Data(contentsOf: description)
        // A folder in a file's place ends the export midway.
        let table = target.appendingPathComponent("topics.csv")
        try FileManager.default.removeItem(at: table)
        try FileManager.default.createDirectory(at: table, withIntermediateDirectories: true)
        #expect(try Command.run(command).status == 73)
        #expect(!FileManager.default.fileExists(atPath: description.path))
        try FileManager.default.removeItem(at: table)
        #expect(try Command.run(command).status == 0)
        #expect(try Data(contentsOf: description) == whole)
    }

    @Test("a static site is put in place whole, replaces itself, and replaces nothing else")
    func site() throws {
        let target = URL(fileURLWithPath: folder.path).appendingPathComponent("site")
        let command = ["export", "--site", "--data", Command.data, "--store", folder.store, target.path]
        for _ in 0..<2 {
            #expect(try Command.run(command).status == 0)
            let talk = try Data(contentsOf: target.appendingPathComponent("v1/talks/deepseek-k1.json"))
            #expect(String(decoding: talk, as: UTF8.self).contains("/v1/talks/deepseek-k1/passages/index.json"))
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
                    == ["site", "store.sqlite"])
        }
        try FileManager.default.removeItem(at: target.appendingPathComponent("site.json"))
        let refused = try Command.run(command)
        #expect(refused.status == 73 && refused.error.contains("no static site"))
    }

    @Test("a folder that cannot be written is named, with the status of its kind")
    func refused() throws {
        let outcome = try Command.run(
            ["export", "--data", Command.data, "--store", folder.store, "/dev/null/exports"])
        #expect(outcome.status == 73)
    }
}
