import Foundation
import Testing

@testable import rostrum

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

@Suite("rostrum, loading", .timeLimit(.minutes(10)))
struct LoadingTests {
    private let folder: TemporaryFolder
    private let data: String

    /// A data folder of one good event.
    init() throws {
        folder = try TemporaryFolder()
        data = try folder.data(
            Array(
                """
                주제발표

                첫째 발표의 제목
                홍길동 (서울대학교 교수)

                첫째 발표의 글은 이렇게 한 문장으로 되어 있다.

                """.utf8))
    }

    /// Adds an event with these files.
    private func add(_ event: String, _ files: [String: String]) throws {
        let place = data + "/events/" + event
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        for (name, text) in files { try Data(text.utf8).write(to: URL(fileURLWithPath: "\(place)/\(name)")) }
    }

    private var arguments: [String] { ["--data", data, "--store", folder.store] }

    @Test(
        "every event that cannot be used is named in one run, and the others are served; /readyz says how many are left out"
    )
    func leftOut() async throws {
        let transcript = try String(contentsOfFile: data + "/events/forum/transcript.txt", encoding: .utf8)
        try add("bad-yaml", ["transcript.txt": transcript, "event.yaml": "name: [\n"])
        try add("empty", [:])
        try add("no-text", ["transcript.txt": ""])
        try add("forum-2", ["transcript.txt": transcript])
        try Data(transcript.utf8).write(to: URL(fileURLWithPath: data + "/events/forum/transcript-2.txt"))
        try add("name with spaces", ["transcript.txt": transcript])
        let bad = ["bad-yaml/event.yaml", "empty", "no-text/transcript.txt", "forum-2", "name with spaces"]
        let load = try Command.run(["load"] + arguments)
        #expect(load.status == 0 && load.output.contains("loaded 1 event, "), "\(load)")
        for name in bad { #expect(load.error.contains("/events/\(name)"), "\(load.error)") }
        #expect(load.error.contains("5 of the data folder's files and folders cannot be used and are left out"))
        // The next start finds the store up to date, and says it all the same.
        let server = try RunningServer(data: data, store: folder.store)
        for name in bad.sorted() {
            try server.waitForLog { $0.hasPrefix("events/\(name)") && $0.contains(": left out: ") }
        }
        #expect(try await server.object("readyz")["left_out"] as? Int == 5)
        #expect(try await server.object("v1/events")["data"] is [Any])
        let strict = try Command.run(["load", "--strict", "--force"] + arguments)
        #expect(strict.status == CommandStatus.notATranscript.rawValue)
        for name in bad { #expect(strict.error.contains("/events/\(name)"), "\(strict.error)") }
    }

    @Test("progress goes to standard error, only where it is asked for or that is a terminal")
    func progress() throws {
        let quiet = try Command.run(["load"] + arguments)
        #expect(!quiet.error.contains("reading "))
        let shown = try Command.run(["load", "--force", "--progress"] + arguments)
        #expect(shown.error.contains("reading \(data)/events/forum/transcript.txt (1 of 1): 0 %"))
        #expect(!shown.output.contains("reading "))
    }

    @Test("a line of progress has the share, the rate and the time left, once there is a rate")
    func line() {
        func line(_ done: Int, _ unit: String, _ elapsed: Duration) -> String {
            ProgressMeter.line("reading a", done, of: 100_000, unit: unit, after: elapsed)
        }
        #expect(line(25_000, "KB", .seconds(5)) == "reading a: 25 %, 5 KB/s, 15 s left")
        #expect(line(25_000, "rows", .seconds(50)) == "reading a: 25 %, 500 rows/s, 2 min 30 s left")
        #expect(line(10, "KB", .seconds(5)) == "reading a: 0 %")
        #expect(line(25_000, "KB", .zero) == "reading a: 25 %")
        #expect(ProgressMeter.line("reading a", 0, of: 0, unit: "KB", after: .seconds(1)) == "reading a: 0 %")
    }
}
