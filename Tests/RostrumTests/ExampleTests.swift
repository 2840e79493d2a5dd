import Foundation
import Testing

@testable import rostrum

/// The programs under Scripts/examples, run against a real server as a reader would run them.
@Suite("The examples", .timeLimit(.minutes(10)))
struct ExampleTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Scripts/examples").path

    /// Whether PATH finds all of the programs; the test of an example that needs another is skipped, and says so.
    private static func has(_ programs: String...) -> Bool {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return programs.allSatisfy { program in
            folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
        }
    }

    private func run(_ words: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = words
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, text)
    }

    @Test(
        "curl and jq: the programme, who says what and where, and whether a quotation is true",
        .enabled(if: ExampleTests.has("curl", "jq"), "needs curl and jq"))
    func shell() throws {
        let folder = try TemporaryFolder()
        let server = try RunningServer(store: folder.store)
        let address = server.url.absoluteString

        let programme = try run(["\(Self.folder)/programme.sh", address])
        #expect(programme.status == 0)
        let lines = programme.output.split(separator: "\n")
        #expect(lines.count == 7 && lines[6].hasPrefix("deepseek-d5\t지정토론\t고광본\t"))

        let said = try run(["\(Self.folder)/who-says.sh", "regulation", address])
        #expect(said.status == 0)
        #expect(said.output.split(separator: "\n").contains { $0.hasPrefix("고광본\tdeepseek-d5.p7\tp. ") })
        #expect(try run(["\(Self.folder)/who-says.sh", "nothing", address]).status != 0)

        #expect(try run(["\(Self.folder)/verify-quotation.sh", "이제는 AI에 국가적으로", address]).status == 0)
        #expect(try run(["\(Self.folder)/verify-quotation.sh", "그런 말은 아무도 하지 않았다", address]).status == 1)
    }

    @Test(
        "the commands that documents show print what they show",
        .enabled(if: ExampleTests.has("curl", "jq"), "needs curl and jq"),
        arguments: [
            ("README.md", 11), ("Sources/rostrum/Rostrum.docc/UsingTheAPI.md", 13),
            ("Sources/rostrum/Rostrum.docc/Search.md", 4),
        ])
    func document(name: String, atLeast expected: Int) throws {
        let folder = try TemporaryFolder()
        let server = try RunningServer(store: folder.store)
        let root = URL(fileURLWithPath: Self.folder).deletingLastPathComponent().deletingLastPathComponent()
        let steps = try ShownCommand.all(in: String(contentsOf: root.appendingPathComponent(name), encoding: .utf8))
            .filter { $0.line.contains(ShownCommand.address) }
        let address = server.url.absoluteString.trimmingCharacters(in: ["/"])
        for step in steps {
            let answer = try run(["bash", "-c", step.line.replacing(ShownCommand.address, with: address)])
            #expect(answer.output.split(separator: "\n").map(String.init) == step.output, "\(step.line)")
        }
        #expect(steps.count >= expected)
    }

    @Test("Python: every passage by cursor, as CSV", .enabled(if: ExampleTests.has("python3"), "needs python3"))
    func python() async throws {
        let folder = try TemporaryFolder()
        let server = try RunningServer(store: folder.store)
        let table = try run(["python3", "\(Self.folder)/download.py", server.url.absoluteString])
        #expect(table.status == 0)
        let total = (try await server.object("v1/passages?limit=1")["page"] as? [String: Any])?["total"] as? Int
        #expect(table.output.components(separatedBy: "\r\n").count - 2 == total)
        #expect(table.output.contains("deepseek-d5.p7,deepseek-d5,고광본,"))
    }

    @Test(
        "JavaScript: who speaks of what, with offsets that slice takes",
        .enabled(if: ExampleTests.has("node"), "needs Node"))
    func javaScript() throws {
        let folder = try TemporaryFolder()
        let server = try RunningServer(store: folder.store)
        let topics = try run(["node", "\(Self.folder)/topics.mjs", server.url.absoluteString])
        #expect(topics.status == 0)
        #expect(topics.output.split(separator: "\n").contains { $0.hasPrefix("regulation\t행정명령\t고광본") })
    }
}
