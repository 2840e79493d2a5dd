import Bytes
import Foundation
import HTTPTypes
import HTTPWire
import Testing

@testable import ForumAPI

@Suite("Problems")
struct ProblemTests {
    private let forum: Forum

    init() throws {
        forum = try Forum()
    }

    @Test(
        "what is not there is told by its kind, with the address that was probably meant",
        arguments: [
            ("/v1/talks/haneul-k2", "talk", "/v1/talks/haneul-k1"), ("/v1/events/hanuel", "event", "/v1/events/haneul"),
            ("/v1/panelists/문가란", "panelist", "/v1/panelists/%EB%AC%B8%EA%B0%80%EB%9E%8C"),
            ("/v1/topics/nosie", "topic", "/v1/topics/noise"),
            ("/v1/passages/haneul-d1.p99", "passage", "/v1/passages/haneul-d1.p9"),
            ("/v1/sources/workshp", "source", "/v1/sources/workshop"),
            ("/v1/talks/nothing-like-it/passages", "talk", nil),
            ("/v1/topics/nosie/passages", "topic", "/v1/topics/noise"),
            ("/v1/talks/haneul-k2/outline", "talk", "/v1/talks/haneul-k1"),
            ("/v1/sources/workshp/lines", "source", "/v1/sources/workshop"),
            ("/v1/talk", "address", "/v1/talks"), ("/talks", "address", "/v1/talks"),
            ("/talks/haneul-d1", "address", "/v1/talks/haneul-d1"),
            ("/v1/talks/haneul-d1/pasages", "address", "/v1/talks/haneul-d1/passages"), ("/nothing", "address", nil),
            ("/v1/talks.xml", "address", "/v1/talks"), ("/v1/tlaks.csv", "address", "/v1/talks.csv"),
            ("/v1/exports/pasages.ndjson", "address", "/v1/exports/passages.ndjson"),
            ("/v1/exports/passages.xlsx", "address", "/v1/exports/passages"),
            ("/v1/events/haneul/schedule", "address", "/v1/events/haneul/schedule.json"),
            ("/v1/events/haneul/schedule.xml", "address", "/v1/events/haneul/schedule.json"),
            ("/v1/speakers", "address", "/v1/panelists"), ("/speakers/abc", "address", "/v1/panelists/abc"),
            ("/health", "address", "/livez"), ("/v1/openapi.json", "address", "/openapi.json"),
            ("/openapi", "address", "/openapi.json"), ("/openapi.yaml", "address", "/openapi.json"),
            ("//", "address", nil),
            ("/v1/talks/a%2Fb", "talk", nil), ("/v1//talks", "address", nil),
            ("/problems/not-fond", "kind of problem", "/problems/not-found"),
        ] as [(String, String, String?)])
    func notFound(target: String, kind: String, suggestion: String?) throws {
        let problem = try forum.object(target, status: 404)
        #expect(problem["type"] as? String == "/problems/not-found")
        #expect(problem["status"] as? Int == 404)
        #expect((problem["detail"] as? String)?.hasPrefix("There is no \(kind)") == true)
        #expect(problem["suggestion"] as? String == suggestion)
    }

    @Test(
        "a target that is not text is a bad request", arguments: ["/v1/talks/%zz", "/v1/talks/%00", "/v1/talks?q=%FF"])
    func malformed(target: String) throws {
        #expect(try forum.object(target, status: 400)["type"] as? String == "/problems/malformed-target")
    }

    @Test(
        "a trailing slash is redirected to the address without it",
        arguments: [
            ("/v1/", "/v1"), ("/v1/talks/?kind=keynote", "/v1/talks?kind=keynote"),
            ("/v1/panelists/문가람/", "/v1/panelists/%EB%AC%B8%EA%B0%80%EB%9E%8C"),
            ("/v1/talks/a%0d%0ab/", nil), ("/v1/talks/?q=규제&pretty", "/v1/talks?q=%EA%B7%9C%EC%A0%9C&pretty="),
        ])
    func trailingSlash(target: String, location: String?) {
        let response = forum.send(target)
        #expect(response.fields[.location] == location)
        #expect(response.status == (location == nil ? .badRequest : .permanentRedirect))
    }

    @Test("Accept that excludes every form is refused with the forms there are")
    func notAcceptable() {
        let response = forum.send("/v1/talks", fields: [.accept: "image/png"])
        #expect(response.status == .notAcceptable)
        #expect(String(decoding: response.body, as: UTF8.self).contains("application/json"))
        #expect(forum.send("/v1/talks", fields: [.accept: "text/html,*/*;q=0.8"]).status == .ok)
    }

    @Test("all that is wrong with a query is told at once")
    func several() throws {
        let problem = try forum.object("/v1/talks?kind=speech&limit=0&colour=red&limit=501&event=", status: 400)
        #expect(
            (problem["errors"] as? [[String: Any]])?.map { $0["parameter"] as? String } == [
                "kind", "limit", "colour", "limit", "event",
            ])
    }

    @Test("no more faults are told than the limit", arguments: ["a", "talk", "limit"])
    func reportedErrors(name: String) throws {
        let query = (0..<Limits.queryItems).map { "\(name)=haneul-d1\($0)" }.joined(separator: "&")
        let problem = try forum.object("/v1/talks?\(query)", status: 400)
        #expect((problem["errors"] as? [Any])?.count == Limits.reportedErrors)
    }

    @Test(
        "numbers are ASCII digits within their range",
        arguments: ["0", "501", "-1", "+5", " 5", "5 ", "٥", "5.0", "1e2", "99999999999999999999"])
    func numbers(text: String) {
        #expect(forum.send("/v1/talks?limit=" + PercentEncoding.encode(text)).status == .badRequest)
    }

    @Test("every kind of problem is explained at its own address, and no error tells of the inside")
    func kinds() throws {
        for kind in ProblemKind.allCases {
            let object = try forum.object(kind.address)
            #expect(object["title"] as? String == kind.title)
            #expect(object["status"] as? Int == kind.status.code)
            #expect((object["detail"] as? String)?.isEmpty == false)
        }
        let text = String(decoding: Problem(.database(code: 1, message: "SELECT secret")).response.body, as: UTF8.self)
        #expect(!text.contains("secret"))
    }

    @Test("what the server refuses is a problem like every other, which pages that may read can read")
    func wire() throws {
        for kind in WireError.Kind.allCases {
            let error = WireError(kind, "What is wrong.", fields: [.retryAfter: "7"])
            let response = forum.api.refusal(of: error, origin: "http://localhost:3000")
            #expect(response.status == kind.status && response.fields[.contentType] == "application/problem+json")
            #expect(response.fields[.retryAfter] == "7" && response.fields[.cacheControl] == "no-store")
            #expect(response.fields[.accessControlAllowOrigin] == "http://localhost:3000")
            let problem = try #require(
                try JSONSerialization.jsonObject(with: Data(response.body)) as? [String: Any])
            #expect(SchemaTests.departures(problem, from: .named(.problem)) == [], "\(kind)")
            #expect(problem["detail"] as? String == "What is wrong.")
            let explained = try forum.object(try #require(problem["type"] as? String))
            #expect(explained["status"] as? Int == kind.status.code, "\(kind)")
            for origin in [nil, "https://evil.example"] {
                let fields = forum.api.refusal(of: error, origin: origin).fields
                #expect(fields[.accessControlAllowOrigin] == nil)
            }
        }
        #expect(Set(WireError.Kind.allCases.map(ProblemKind.init)).count == WireError.Kind.allCases.count)
    }

    @Test("a request's long text is repeated in part")
    func echo() throws {
        let long = String(repeating: "가", count: 5000)
        #expect(forum.send("/v1/talks/" + long).body.count < 1000)
        #expect(forum.send("/v1/talks?" + long).body.count < 10000)
    }
}
