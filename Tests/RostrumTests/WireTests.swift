import Foundation
import Testing

@testable import rostrum

/// What goes over the socket of the whole program, byte for byte.
@Suite("rostrum serve, on the wire", .timeLimit(.minutes(10)))
struct WireTests {
    private let folder: TemporaryFolder
    private let server: RunningServer

    init() throws {
        folder = try TemporaryFolder()
        server = try RunningServer(store: folder.store)
    }

    /// An answer taken apart.
    private struct Answer {
        var status: Int
        /// By lower-case names; the values of one name joined.
        var fields: [String: String]
        var body: String
        /// Everything as it came.
        var text: String
    }

    /// Sends bytes, and reads until the server closes.
    private func exchange(_ message: String) throws -> Answer {
        let port = try #require(server.url.port)
        let connection = try #require(WireConnection(UInt16(port)))
        connection.send(message)
        let text = connection.readToEnd()
        let end = try #require(text.range(of: "\r\n\r\n"), "\(text)")
        let lines = text[..<end.lowerBound].components(separatedBy: "\r\n")
        var fields: [String: String] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            fields[parts[0].lowercased(), default: ""] += parts.count > 1 ? parts[1] : ""
        }
        let status = try #require(Int(lines[0].split(separator: " ")[1]))
        return Answer(status: status, fields: fields, body: String(text[end.upperBound...]), text: text)
    }

    private static let ending = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"

    @Test(
        "whatever is wrong, the answer is a problem that says so, with a date and nosniff",
        arguments: [
            ("GET /v1/talks\r\n\r\n", 400), ("GET /v1/talks HTTP/1.1\r\n\r\n", 400),
            ("GET /v1/talks HTTP/2.0\r\nHost: localhost\r\n\r\n", 505),
            ("GET /v1/talks HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", 421),
            ("BREW /v1/talks\(ending)\r\n", 501), ("GET /v1/talk\(ending)\r\n", 404),
            ("GET /v1/talks/k1%zz\(ending)\r\n", 400), ("GET /v1/talks/%c0%af\(ending)\r\n", 400),
            ("GET /v1/talks/a%00\(ending)\r\n", 400), ("GET /v1/talks?sort=%27%3B--\(ending)\r\n", 400),
            ("GET /v1/talks\(ending)Accept: text/html\r\n\r\n", 406),
            ("GET /v1/talks\(ending)If-Match: \"other\"\r\n\r\n", 412),
            ("GET /v1/talks\(ending)Expect: 200-maybe\r\n\r\n", 417),
            ("GET /v1/talks\(ending)Transfer-Encoding: gzip\r\n\r\n", 400),
            ("GET /v1/talks\(ending)Transfer-Encoding: gzip, chunked\r\n\r\n", 501),
            ("GET /\(String(repeating: "a", count: 20_000))\(ending)\r\n", 414),
            ("GET / HTTP/1.1\r\nHost: localhost\r\nX: \(String(repeating: "a", count: 70_000))\r\n\r\n", 431),
        ])
    func problems(message: String, status: Int) async throws {
        let answer = try exchange(message)
        #expect(answer.status == status)
        #expect(answer.fields["content-type"] == "application/problem+json")
        #expect(answer.fields["x-content-type-options"] == "nosniff")
        #expect(answer.fields["date"]?.hasSuffix(" GMT") == true)
        #expect(answer.fields["content-length"] == "\(answer.body.utf8.count)")
        let problem = try JSONSerialization.jsonObject(with: Data(answer.body.utf8)) as? [String: Any]
        #expect(problem?["status"] as? Int == status)
        #expect((problem?["detail"] as? String)?.isEmpty == false)
        let type = try #require(problem?["type"] as? String)
        #expect(try await server.object(String(type.dropFirst()))["status"] as? Int == status, "\(type)")
        #expect(!answer.text.contains("SELECT") && !answer.text.contains("Swift."))
    }

    @Test(
        "every method but those allowed is answered 405 with Allow",
        arguments: ["POST", "PUT", "PATCH", "DELETE", "TRACE", "QUERY"])
    func methods(name: String) throws {
        for path in ["/", "/v1/talks", "/v1/panelists/%EC%9D%B4%EC%83%81%EA%B7%BC", "/livez", "/metrics"] {
            let answer = try exchange("\(name) \(path)\(Self.ending)Content-Length: 3\r\n\r\nabc")
            #expect(answer.status == 405, "\(path)")
            #expect(answer.fields["allow"] == "GET, HEAD, OPTIONS")
            #expect(answer.text.components(separatedBy: "HTTP/1.1 ").count == 2, "a body is no request")
        }
    }

    @Test("OPTIONS of a path, and of the server, is answered 204 with Allow and nothing else")
    func options() throws {
        for target in ["*", "/v1/talks", "/"] {
            let answer = try exchange("OPTIONS \(target)\(Self.ending)\r\n")
            #expect(answer.status == 204 && answer.body.isEmpty, "\(target)")
            #expect(answer.fields["allow"] == "GET, HEAD, OPTIONS")
            #expect(answer.fields["content-length"] == nil)
        }
    }

    @Test("HEAD has the fields of GET and no content; a tag held already is answered 304")
    func representation() throws {
        let got = try exchange("GET /v1/talks\(Self.ending)\r\n")
        let head = try exchange("HEAD /v1/talks\(Self.ending)\r\n")
        #expect(got.status == 200 && head.status == 200 && head.body.isEmpty)
        #expect(head.fields["content-length"] == "\(got.body.utf8.count)")
        #expect(Set(head.fields.keys) == Set(got.fields.keys))
        let tag = try #require(got.fields["etag"])
        for condition in [tag, "W/\(tag)", "\"other\", \(tag)", "*"] {
            let answer = try exchange("GET /v1/talks\(Self.ending)If-None-Match: \(condition)\r\n\r\n")
            #expect(answer.status == 304 && answer.body.isEmpty, "\(condition)")
            #expect(answer.fields["etag"] == tag && answer.fields["date"] != nil)
            #expect(answer.fields["vary"] == got.fields["vary"])
            #expect(answer.fields["cache-control"] == got.fields["cache-control"])
        }
    }

    @Test("the metrics tell of routes and statuses")
    func metrics() async throws {
        _ = try exchange("GET /v1/talks\(Self.ending)\r\n")
        _ = try exchange("GET /v1/talks?limit=0\(Self.ending)\r\n")
        _ = try exchange("GET /nowhere\(Self.ending)\r\n")
        let (status, body) = try await server.get("metrics")
        let text = String(decoding: body, as: UTF8.self)
        #expect(status == 200)
        #expect(text.contains(#"rostrum_responses_total{route="talks",status="200"} 1"#))
        #expect(text.contains(#"rostrum_responses_total{route="talks",status="400"} 1"#))
        #expect(text.contains(#"rostrum_responses_total{route="",status="404"} 1"#))
        #expect(text.contains(#"rostrum_response_seconds_count{route="talks"} 2"#))
    }
}
