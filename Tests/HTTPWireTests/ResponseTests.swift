import HTTPTypes
import Testing

@testable import HTTPWire

@Suite("Answers")
struct ResponseTests {
    static let monday = "Mon, 23 Nov 2026 23:12:25 GMT"

    private func delivery(_ change: (inout PreparedResponse.Delivery) -> Void = { _ in }) -> PreparedResponse.Delivery {
        var delivery = PreparedResponse.Delivery(date: Array(Self.monday.utf8))
        delivery.identifier = 0xabc
        change(&delivery)
        return delivery
    }

    private func text(_ response: Response, _ delivery: PreparedResponse.Delivery, isNotModified: Bool = false)
        -> String
    {
        var bytes: [UInt8] = []
        let prepared = PreparedResponse(response)
        if isNotModified {
            prepared.appendNotModified(delivery, to: &bytes)
        } else {
            prepared.append(delivery, includesContent: false, to: &bytes)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("a head has the date, the length, the tag and the request's number")
    func head() {
        let response = Response(
            status: .ok, fields: [.contentType: "text/plain", .vary: "Accept", .date: "x", .contentLength: "9"],
            body: Array("규".utf8), entityTag: "\"a\"")
        #expect(
            text(response, delivery()) == """
                HTTP/1.1 200 OK\r
                Date: Mon, 23 Nov 2026 23:12:25 GMT\r
                X-Request-Id: 0000000000000abc\r
                Content-Type: text/plain\r
                Content-Length: 3\r
                Vary: Accept\r
                ETag: "a"\r
                \r

                """)
    }

    @Test("a 304 has what caches need, and nothing of the representation")
    func notModified() {
        let response = Response(
            status: .ok,
            fields: [
                .contentType: "text/plain", .vary: "Accept", .cacheControl: "no-cache",
                .accessControlAllowOrigin: "http://localhost:3000", .contentEncoding: "gzip",
            ], body: [1, 2, 3], entityTag: "\"a\"")
        #expect(
            text(response, delivery(), isNotModified: true) == """
                HTTP/1.1 304 Not Modified\r
                Date: Mon, 23 Nov 2026 23:12:25 GMT\r
                X-Request-Id: 0000000000000abc\r
                Vary: Accept\r
                Cache-Control: no-cache\r
                Access-Control-Allow-Origin: http://localhost:3000\r
                ETag: "a"\r
                \r

                """)
    }

    @Test("a 304 that the application makes is no other: it says nothing of a representation, nor of its length")
    func notModifiedByApplication() {
        let fields: HTTPFields = [.contentType: "text/plain", .contentEncoding: "gzip", .vary: "Accept"]
        let tagged = Response(status: .ok, fields: fields, body: [1], entityTag: "\"a\"")
        let known = Response(status: .notModified, fields: fields, entityTag: "\"a\"")
        #expect(text(known, delivery()) == text(tagged, delivery(), isNotModified: true))
    }

    @Test("fields that are serialised beforehand are sent like others, until they are changed")
    func section() {
        let fields: HTTPFields = [
            .contentType: "text/plain", .lastModified: Self.monday, .acceptRanges: "bytes", .vary: "Accept", .date: "x",
        ]
        for (status, entityTag) in [
            (HTTPResponse.Status.ok, "\"a\""), (.ok, nil), (.notModified, "\"a\""), (.noContent, nil),
        ] {
            var plain = Response(status: status, fields: fields, body: [1, 2], entityTag: entityTag)
            var ready = Response(status: status, section: FieldSection(fields), body: [1, 2], entityTag: entityTag)
            #expect(text(ready, delivery()) == text(plain, delivery()))
            #expect(text(ready, delivery(), isNotModified: true) == text(plain, delivery(), isNotModified: true))
            plain.fields[.contentLanguage] = "ko"
            ready.fields[.contentLanguage] = "ko"
            #expect(text(ready, delivery()) == text(plain, delivery()))
        }
    }

    @Test("HTTP/1.0 is answered as such, and told whether the connection stays")
    func oldVersion() {
        let response = Response(status: .noContent)
        #expect(text(response, delivery { $0.minorVersion = 0 }).hasPrefix("HTTP/1.0 204 No Content\r\n"))
        #expect(text(response, delivery { $0.minorVersion = 0 }).contains("\r\nConnection: keep-alive\r\n"))
        #expect(text(response, delivery { $0.isLast = true }).contains("\r\nConnection: close\r\n"))
        #expect(!text(response, delivery()).contains("Connection"))
        #expect(!text(response, delivery()).contains("Content-Length"))
    }

    @Test("an answer goes out whole, whatever is put into its head")
    func whole() {
        let prepared = PreparedResponse(Response(status: .ok, body: Array("content".utf8)))
        for minorVersion in 0...1 {
            for isLast in [false, true] {
                let delivery = delivery {
                    $0.minorVersion = minorVersion
                    $0.isLast = isLast
                }
                var head: [UInt8] = []
                prepared.append(delivery, includesContent: false, to: &head)
                var whole = Array("before".utf8)
                prepared.append(delivery, includesContent: true, to: &whole)
                #expect(whole == Array("before".utf8) + head + Array("content".utf8))
                #expect(head.suffix(4) == Array("\r\n\r\n".utf8)[...])
            }
        }
        #expect(prepared.content == Array("content".utf8)[...])
        #expect(prepared.contentLength == 7)
    }

    @Test("an answer that is kept takes little more memory than it needs", arguments: [100, 20_000, 70_000])
    func kept(length: Int) {
        var body: [UInt8] = []
        body.reserveCapacity(100_000)
        body += [UInt8](repeating: 65, count: length)
        let response = Response(status: .ok, body: body)
        let kept = PreparedResponse(response, isKept: true)
        #expect(kept.content == PreparedResponse(response).content && kept.contentLength == length)
        #expect(kept.content.capacity - length <= 8192)
    }

    @Test("a request's number is written in sixteen digits", arguments: [0, 9, 0xa, 0x0123_4567_89ab_cdef, .max])
    func identifier(value: UInt64) {
        let written = text(Response(status: .ok), delivery { $0.identifier = value })
        let digits = String(value, radix: 16)
        let padded = String(repeating: "0", count: 16 - digits.count) + digits
        #expect(written.contains("\r\nX-Request-Id: \(padded)\r\n"))
    }

    @Test("an error is problem details, with nothing that breaks out of JSON")
    func problem() {
        let response = WireError(.badRequest, "A \"quote\", a \\ and a \u{1}.").response
        #expect(response.fields[.contentType] == "application/problem+json")
        #expect(response.fields[.xContentTypeOptions] == "nosniff")
        #expect(
            String(decoding: response.body, as: UTF8.self)
                == #"{"type":"about:blank","title":"Bad Request","status":400,"detail":"A \"quote\", a \\ and a \u0001."}"#
                + "\n")
    }

    // MARK: Preconditions

    /// The answer has the tag "a" and was last modified on Sun, 06 Nov 1994 08:49:37 GMT.
    static let conditions: [(fields: String, Preconditions.Outcome)] = [
        ("", .proceed),
        ("If-None-Match: \"a\"", .notModified),
        ("If-None-Match: W/\"a\"", .notModified),
        ("If-None-Match: \"b\"", .proceed),
        ("If-None-Match: *", .notModified),
        ("If-None-Match: \"x\", \"a,b\" ,W/\"a\"", .notModified),
        ("If-None-Match: \"a,b\", \"b\"", .proceed),
        ("If-None-Match: \"x\"\r\nIf-None-Match: \"a\"", .notModified),
        ("If-None-Match: a", .proceed),
        ("If-None-Match: \"a", .proceed),
        ("If-None-Match: ", .proceed),
        ("If-Match: \"a\"", .proceed),
        ("If-Match: W/\"a\"", .failed),
        ("If-Match: \"b\"", .failed),
        ("If-Match: *", .proceed),
        ("If-Match: \"b\"\r\nIf-Match: \"a\"", .proceed),
        ("If-Match: \"b\"\r\nIf-None-Match: \"a\"", .failed),
        ("If-Match: \"a\"\r\nIf-None-Match: \"a\"", .notModified),
        ("If-Modified-Since: Sun, 06 Nov 1994 08:49:37 GMT", .notModified),
        ("If-Modified-Since: Sunday, 06-Nov-94 08:49:37 GMT", .notModified),
        ("If-Modified-Since: Sun Nov  6 08:49:37 1994", .notModified),
        ("If-Modified-Since: Sun, 06 Nov 1994 08:49:36 GMT", .proceed),
        ("If-Modified-Since: yesterday", .proceed),
        ("If-None-Match: \"b\"\r\nIf-Modified-Since: Sun, 06 Nov 1994 08:49:37 GMT", .proceed),
        ("If-Unmodified-Since: Sun, 06 Nov 1994 08:49:37 GMT", .proceed),
        ("If-Unmodified-Since: Sun, 06 Nov 1994 08:49:36 GMT", .failed),
        ("If-Match: \"a\"\r\nIf-Unmodified-Since: Sun, 06 Nov 1994 08:49:36 GMT", .proceed),
    ]

    @Test("preconditions are decided in the order of RFC 9110 §13.2.2", arguments: conditions.indices)
    func conditional(index: Int) throws {
        let (fields, expected) = Self.conditions[index]
        let response = Response(
            status: .ok, fields: [.lastModified: "Sun, 06 Nov 1994 08:49:37 GMT"], entityTag: "\"a\"")
        #expect(try outcome(response, "GET", fields) == expected)
    }

    @Test("what would not be read is 412 where it would be 304")
    func unsafeMethod() throws {
        #expect(try outcome(Response(status: .ok, entityTag: "\"a\""), "DELETE", "If-None-Match: *") == .failed)
        #expect(try outcome(Response(status: .ok, entityTag: "\"a\""), "HEAD", "If-None-Match: *") == .notModified)
    }

    @Test("preconditions concern successful answers only, and dates those with a date")
    func unconditional() throws {
        #expect(try outcome(Response(status: .notFound, entityTag: "\"a\""), "GET", "If-None-Match: \"a\"") == .proceed)
        let date = "If-Modified-Since: Sun, 06 Nov 1994 08:49:37 GMT"
        #expect(try outcome(Response(status: .ok, entityTag: "\"a\""), "GET", date) == .proceed)
        #expect(try outcome(Response(status: .ok), "GET", "If-Match: \"a\"") == .failed)
        #expect(try outcome(Response(status: .ok), "GET", "If-Match: *") == .proceed)
        // There is no 304 without a validator: it would go out as a 200 that lacks its content.
        #expect(try outcome(Response(status: .ok), "GET", "If-None-Match: *") == .proceed)
    }

    private func outcome(_ response: Response, _ method: String, _ fields: String) throws -> Preconditions.Outcome {
        let lines = fields.isEmpty ? "" : fields + "\r\n"
        let bytes = Array("\(method) / HTTP/1.1\r\nHost: h\r\n\(lines)\r\n".utf8)
        var parser = RequestParser()
        let isComplete = try parser.parse(bytes.span)
        #expect(isComplete)
        return PreparedResponse(response).outcome(for: parser.head, bytes: bytes.span)
    }

    // MARK: Dates

    @Test(
        "dates are written and read back",
        arguments: [
            (0, "Thu, 01 Jan 1970 00:00:00 GMT"), (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"),
            (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"), (1_795_475_545, "Mon, 23 Nov 2026 23:12:25 GMT"),
            (4_107_542_399, "Sun, 28 Feb 2100 23:59:59 GMT"), (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 GMT"),
        ] as [(Int64, String)])
    func dates(seconds: Int64, text: String) {
        #expect(String(decoding: HTTPDate.format(seconds), as: UTF8.self) == text)
        let parsed = HTTPDate.parse(Array(text.utf8).span)
        #expect(parsed == seconds)
    }

    @Test(
        "what is no date is none",
        arguments: [
            "", "now", "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 08:49:37 UTC", "Sun, 32 Nov 1994 08:49:37 GMT",
            "Sun, 06 Foo 1994 08:49:37 GMT", "Sun, 06 Nov 1994 24:49:37 GMT", "Sun, 06 Nov 1994 8:49:37 GMT",
            "Sun, 06 Nov 19 94 08:49:37 GMT", "Sun, 06 Nov +994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37:00 GMT",
        ])
    func noDate(text: String) {
        let parsed = HTTPDate.parse(Array(text.utf8).span)
        #expect(parsed == nil)
    }

    // MARK: Hosts

    @Test(
        "only the hosts that are allowed are, with any port and in any case",
        arguments: [
            ("localhost", true), ("LocalHost:8080", true), ("127.0.0.1", true), ("[::1]:1", true), ("forum.test", true),
            ("evil.test", false), ("localhost.evil.test", false), ("127.0.0.2", false), ("localhost.", false),
            ("[::2]", false), ("", false), ("localhost:x", false),
        ])
    func hosts(authority: String, isAllowed: Bool) {
        let hosts = AllowedHosts(AllowedHosts.loopback + ["Forum.test"])
        let found = hosts.allows(Array(authority.utf8).span)
        #expect(found == isAllowed)
        let byAnyone = AllowedHosts(["*"]).allows(Array(authority.utf8).span)
        #expect(byAnyone)
    }
}
