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
        #expect(names.count == 19 && names.contains("datapackage.json"))
        for name in names {
            let answer = try await server.get("v1/exports/\(name)")
            #expect(answer.status == 200)
            #expect(try Data(contentsOf: target.appendingPathComponent(name)) == answer.body, "\(name)")
        }
    }

    @Test("a folder that cannot be written is named, with the status of its kind")
    func refused() throws {
        let outcome = try Command.run(
            ["export", "--data", Command.data, "--store", folder.store, "/dev/null/exports"])
        #expect(outcome.status == 73)
    }
}
