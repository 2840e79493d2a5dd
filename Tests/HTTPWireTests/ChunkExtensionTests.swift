import SeededNumbers
import Testing

@testable import HTTPWire

@Suite("Chunk extensions")
struct ChunkExtensionTests {
    private static func message(_ sizeLine: String) -> [UInt8] {
        Array("PUT / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n\(sizeLine)\r\nx\r\n0\r\n\r\n".utf8)
    }

    /// Behind the size of a chunk, and whether that is its grammar (RFC 9112 §7.1.1).
    static let lines: [(line: String, isRight: Bool)] = [
        ("1", true), ("1;a", true), ("1;a=b", true), ("1;a=\"b\"", true), ("1;a=\"\"", true), ("1;a;b;c=d", true),
        ("1 ;a", true), ("1\t; a", true), ("1;a =b", true), ("1;a= b", true), ("1;a \t=\t b ; c", true),
        ("1;a=\"; b=\\\" \\\\ , \t\"", true), ("1;a=\"b\" ;c", true), ("1;a=\"가\"", true), ("1;a=\"\\가\"", true),
        ("1;!#$%&'*+-.^_`|~09=x", true),
        ("1 ", false), ("1;", false), ("1;a ", false), ("1;a=", false), ("1;a= ", false), ("1;a=b ", false),
        ("1;a=\"b\" ", false), ("1;;a", false), ("1;a=b c", false), ("1 a", false), ("1;a b", false), ("1;=b", false),
        ("1;a=\"b", false), ("1;a=\"b\\\"", false), ("1;a=b\"c\"", false), ("1;a=\"b\"c", false), ("1;a==b", false),
        ("1;가", false), ("1;a=가", false), ("1;a=\"\u{1}\"", false), ("1;a=\"\\\u{7F}\"", false), ("1;(a)", false),
        ("1;a=b,c", false), (";a", false), ("1\u{A0};a", false), ("1;a=\u{A0}b", false),
    ]

    @Test("they are read by their grammar and dropped, and what breaks it is 400, wherever it is cut", arguments: lines)
    func grammar(line: String, isRight: Bool) {
        let message = Self.message(line)
        let whole = Conversation.read([message])
        if isRight {
            #expect(
                whole == [
                    .request(
                        method: "PUT", path: "/", query: nil, authority: "h", fields: ["Transfer-Encoding=chunked"],
                        body: Array("x".utf8))
                ])
        } else {
            #expect(whole == [.refused(400)])
        }
        MessageTests.checkSplits(message, whole)
    }

    @Test("all of a request's extensions together are bounded")
    func bounded() {
        var limits = WireLimits()
        limits.chunkExtensions = 12
        func text(_ chunks: Int, _ size: String) -> [UInt8] {
            let start = "PUT / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
            return Array((start + String(repeating: "\(size)\r\nx\r\n", count: chunks) + "0\r\n\r\n").utf8)
        }
        #expect(Conversation.read([text(4, "1;ab")], limits: limits).count == 1)
        #expect(Conversation.read([text(4, "1;ab")], limits: limits) != [.refused(400)])
        #expect(Conversation.read([text(5, "1;ab")], limits: limits) == [.refused(400)])
        #expect(WireLimits().chunkExtensions == 8192)
    }

    @Test("what is made by the grammar is read, and a wrong byte never becomes content", arguments: 0..<8)
    func seeded(run: UInt64) {
        var seeded = Seeded(run)
        let tokens = ["a", "name", "x-1", "!#$", "0"]
        let blanks = ["", "", " ", "\t", " \t "]
        func blank() -> String { blanks.randomElement(using: &seeded) ?? "" }
        func token() -> String { tokens.randomElement(using: &seeded) ?? "" }
        for _ in 0..<200 {
            var line = "1"
            for _ in 0..<Int.random(in: 0...4, using: &seeded) {
                line += blank() + ";" + blank() + token()
                guard Bool.random(using: &seeded) else { continue }
                line += blank() + "=" + blank()
                line += Bool.random(using: &seeded) ? token() : "\"\\\"; \(token())\\\\\""
            }
            let bytes = Self.message(line)
            let found = Conversation.read([bytes])
            #expect(found.count == 1 && found != [.refused(400)], "seed \(run): \(line)")
            var changed = bytes
            let place = Int.random(in: 56..<bytes.count, using: &seeded)
            changed[place] = UInt8.random(in: 0...255, using: &seeded)
            let entries = Conversation.read([changed])
            for case .request(_, _, _, _, _, let body) in entries {
                #expect(body.count <= changed.count, "seed \(run)")
            }
            MessageTests.checkSplits(changed, entries)
        }
    }
}

@Suite("Pages of other sites")
struct ForeignPageTests {
    @Test(
        "who asks in the background is told from who has gone to the address",
        arguments: [
            ("", false), ("Sec-Fetch-Site: none\r\n", false), ("Sec-Fetch-Site: same-origin\r\n", false),
            ("Sec-Fetch-Site: same-site\r\n", false), ("Sec-Fetch-Site: cross-site\r\n", true),
            ("sec-fetch-site: cross-site\r\nSec-Fetch-Mode: no-cors\r\n", true),
            ("Sec-Fetch-Mode: cors\r\nSec-Fetch-Site: cross-site\r\n", true),
            ("Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\n", false),
            ("Sec-Fetch-Mode: navigate\r\nSec-Fetch-Site: cross-site\r\n", false), ("Sec-Fetch-Mode: cors\r\n", false),
            ("Sec-Fetch-Sitf: cross-site\r\n", false), ("Content-Length: 0\r\n", false),
        ])
    func foreign(fields: String, isForeign: Bool) throws {
        let bytes = Array("GET / HTTP/1.1\r\nHost: h\r\n\(fields)\r\n".utf8)
        var parser = RequestParser()
        #expect(try parser.parse(bytes.span))
        #expect(parser.head.isForeign(bytes.span) == isForeign)
    }
}
