import HTTPTypes
import Testing

@testable import ForumAPI

@Suite("Negotiation")
struct NegotiationTests {
    @Test(
        "the best of the forms that Accept allows is chosen",
        arguments: [
            (nil, .plain), ("", .plain), ("*/*", .plain), ("text/html", .html), ("TEXT/HTML", .html),
            ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", .html),
            ("text/*;q=0.5, text/html;q=0.4", .plain),
            ("text/plain;q=0, */*", .html), ("application/json", nil), ("*/*;q=0", nil), ("text/html;q=0.000", nil),
            ("text/html ;\tq=1.000", .html), ("text/html;q=1.001", nil), ("text/html;level=1", .html),
            ("nonsense", .plain),
        ] as [(String?, MediaType?)])
    func accept(value: String?, form: MediaType?) {
        #expect(AcceptField(value).preferred(of: [.plain, .html]) == form)
    }

    @Test(
        "lines of JSON have three names, and each asks for them",
        arguments: [
            ("application/x-ndjson", .ndjson), ("application/ndjson", .ndjson), ("application/jsonl", .ndjson),
            ("Application/JSONL", .ndjson), ("application/jsonl;q=0.5, application/json;q=0.6", .json),
            ("application/jsonl;q=0.7, application/json;q=0.6", .ndjson), ("application/jsonl;q=0, */*", .json),
            ("application/x-ndjson;q=0, application/ndjson", .ndjson), ("application/jsonlines", nil),
        ] as [(String, MediaType?)])
    func lines(value: String, form: MediaType?) {
        #expect(AcceptField(value).preferred(of: [.json, .ndjson, .csv]) == form)
    }

    @Test(
        "pages from this machine may read, on any port, and no others",
        arguments: [
            ("http://localhost", true), ("http://localhost:3000", true), ("https://127.0.0.1:5173", true),
            ("http://[::1]:8080", true), ("HTTP://LOCALHOST:1", true), ("http://localhost.evil.example", false),
            ("http://localhost:", false), ("http://localhost:80a", false), ("http://localhost:123456", false),
            ("http://127.0.0.1.evil.example", false), ("http://evil.example", false), ("null", false), ("", false),
            ("file://localhost", false), ("http://localhost:80/", false), ("http://user@localhost", false),
        ])
    func loopback(origin: String, mayRead: Bool) {
        #expect(CrossOriginPolicy.isLoopback(origin) == mayRead)
        let fields = CrossOriginPolicy().fields(origin: origin, preflight: false, methods: "GET")
        #expect(fields[.accessControlAllowOrigin] == (mayRead ? origin : nil))
        let closed = CrossOriginPolicy(allowsLoopback: false).fields(origin: origin, preflight: false, methods: "GET")
        #expect(closed.isEmpty)
    }

    @Test("other pages may read by option")
    func others() {
        let one = CrossOriginPolicy(others: .origins(["https://example.org"]))
        #expect(
            one.fields(origin: "https://example.org", preflight: false, methods: "")[.accessControlAllowOrigin]
                == "https://example.org")
        #expect(one.fields(origin: "https://example.com", preflight: false, methods: "").isEmpty)
        let all = CrossOriginPolicy(others: .all)
        #expect(
            all.fields(origin: "https://example.com", preflight: false, methods: "")[.accessControlAllowOrigin] == "*")
        #expect(all.fields(origin: nil, preflight: false, methods: "").isEmpty)
    }

    @Test("a preflight is told the methods, the fields and how long it holds; an answer what it exposes")
    func preflight() {
        let policy = CrossOriginPolicy()
        let preflight = policy.fields(origin: "http://localhost:1", preflight: true, methods: "GET, HEAD, OPTIONS")
        #expect(preflight[.accessControlAllowMethods] == "GET, HEAD, OPTIONS")
        #expect(preflight[.accessControlAllowHeaders] == "*")
        #expect(preflight[.accessControlMaxAge] == "7200")
        #expect(preflight[.accessControlExposeHeaders] == nil)
        let answer = policy.fields(origin: "http://localhost:1", preflight: false, methods: "GET")
        #expect(answer[.accessControlExposeHeaders]?.contains("ETag") == true)
        #expect(answer[.accessControlMaxAge] == nil)
    }

    @Test("a fingerprint tells its parts apart and is the same on every machine")
    func fingerprint() {
        #expect(Fingerprint("ab", "c").value != Fingerprint("a", "bc").value)
        #expect(Fingerprint("a").value != Fingerprint("a", "").value)
        #expect(Fingerprint().entityTag == "\"6c62272e07bb014262b821756295c58d\"")
    }
}
