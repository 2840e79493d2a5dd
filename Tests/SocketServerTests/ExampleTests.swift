import Foundation
import ShownExample
import Sockets
import Testing

@Suite("The example of SocketServer")
struct ExampleTests {
    private let example = ShownExample(of: "SocketServer")

    @Test("the page shows the program")
    func page() throws {
        #expect(try example.page.contains("```swift\n\(example.source)```\n"))
    }

    @Test("the program serves, and SIGTERM ends it with status 0", .timeLimit(.minutes(10)))
    func program() throws {
        let (process, output) = example.program(["0"])
        try process.run()
        defer { if process.isRunning { process.terminate() } }
        var log = ""
        while !log.contains("\n") {
            let piece = output.fileHandleForReading.availableData
            try #require(!piece.isEmpty, "ended before it listened: \(log)")
            log += String(decoding: piece, as: UTF8.self)
        }
        let match = try #require(try /http:\/\/127\.0\.0\.1:(\d+)\//.firstMatch(in: log))
        let port = try #require(UInt16(match.1))
        let address = try #require(SocketAddress(host: "127.0.0.1", port: port))
        let client = RawClient(address)
        let answer = client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").answer()
        #expect(answer?.status == 200)
        #expect(answer.map { String(decoding: $0.body, as: UTF8.self) } == "안녕하세요\n")
        #expect(client.send("GET /other HTTP/1.1\r\nHost: localhost\r\n\r\n").answer()?.status == 404)
        process.terminate()
        process.waitUntilExit()
        #expect(process.terminationReason == .exit && process.terminationStatus == 0)
    }
}
