import HTTPTypes
import HTTPWire
import Testing

@testable import SocketServer

extension ServerTests {
    @Test("what the server refuses is worded by the application, which is told the page's origin where it is known")
    func refusals() throws {
        let server = try TestServer(refusal: Self.worded)
        let origin = "Origin: http://localhost:3000\r\n"
        let cases = [
            ("GET /a HTTP/1.1\r\nHost: evil.test\r\n\(origin)\r\n", 421, "misdirectedRequest http://localhost:3000"),
            ("BREW /a HTTP/1.1\r\n\(origin)\(Self.fields)", 501, "notImplemented http://localhost:3000"),
            ("GET /%zz HTTP/1.1\r\n\(origin)\(Self.fields)", 400, "badRequest http://localhost:3000"),
            (
                "GET /a HTTP/1.1\r\nIf-Match: \"x\"\r\n\(origin)\(Self.fields)", 412,
                "preconditionFailed http://localhost:3000"
            ),
            (
                "GET /ranges/10 HTTP/1.1\r\nRange: bytes=10-\r\n\(origin)\(Self.fields)", 416,
                "rangeNotSatisfiable http://localhost:3000"
            ),
            ("GET /a HTTP/1.1\r\nIf-Match: \"x\"\r\n\(Self.fields)", 412, "preconditionFailed -"),
            ("GET /a HTTP/3.1\r\n\(origin)\(Self.fields)", 505, "httpVersionNotSupported -"),
        ]
        for (message, status, text) in cases {
            let answer = server.client().send(message).answer()
            #expect(answer?.status == status)
            #expect(answer?.text == text)
            if status == 416 { #expect(answer?.fields["content-range"] == "bytes */10") }
        }
    }

    @Test("a page is told that too many requests wait, and so is who is no page")
    func refusedForLoad() throws {
        let server = try TestServer({ $0.queueDepth = 0 }, refusal: Self.worded)
        let held = server.client()
        held.send("GET /held HTTP/1.1\r\n\(Self.fields)")
        server.gate.waitForArrival()
        for (line, origin) in [("", "-"), ("Origin: http://localhost:3000\r\n", "http://localhost:3000")] {
            let answer = server.client().send("GET /a HTTP/1.1\r\n\(line)\(Self.fields)").answer()
            #expect(answer?.status == 503 && answer?.fields["retry-after"] != nil)
            #expect(answer?.text == "serviceUnavailable \(origin)")
        }
        server.gate.open()
        #expect(held.answer()?.text == "held\n")
    }

    /// Tells of a refusal what it is told.
    private static let worded: @Sendable (WireError, String?) -> Response = { error, origin in
        Response(status: error.status, fields: error.fields, body: Array("\(error.kind) \(origin ?? "-")".utf8))
    }
}
