import HTTPTypes
import HTTPWire
import Testing

@testable import ForumAPI

/// What pages of other sites may ask for in the background.
@Suite("Pages of other sites")
struct ForeignPageTests {
    private let api = ForumAPI(configuration: .init(version: "1"))

    private func isRefusal(_ api: ForumAPI, _ target: String, _ origin: String?) -> Bool {
        api.refusal(ofForeign: target.utf8.span, origin: origin) != nil
    }

    @Test(
        "one row and what tells of the server are free, and whatever else has a route is refused",
        arguments: [
            ("/v1/talks/a", false), ("/v1/talks/%EA%B0%80", false), ("/v1/topics/a?lang=en", false),
            ("/v1/passages/a.p1.json", false), ("/livez", false), ("/readyz", false), ("/metrics?x=1", false),
            ("/nothing", false), ("/v1/nothing/a", false), ("/v1/talks/%zz", false), ("", false), ("*", false),
            ("/v1/talks", true), ("/v1/talks/", true), ("/v1/talks?limit=1", true), ("/v1/talks.csv", true),
            ("/v1/talks/a?include=topics", true), ("/v1/talks/a/passages", true), ("/v1/talks/a.md", true),
            ("/v1/talks/a/outline", true), ("/v1/search?q=a", true), ("/v1/quotes?text=a", true),
            ("/v1/matrix", true), ("/v1/exports/passages.csv", true), ("/v1/exports", true),
            ("/v1/exports/datapackage.json", true), ("/v1/exports/corpus.sqlite", true), ("/v1/%73earch?q=a", true),
            ("/docs", true), ("/openapi.json", true), ("/", true),
        ])
    func cost(target: String, isRefused: Bool) {
        for (origin, isAllowed) in [(nil, false), ("https://evil.example", false), ("http://localhost:3000", true)] {
            #expect(isRefusal(api, target, origin) == (isRefused && !isAllowed))
        }
    }

    @Test("every route is a row, tells of the server, or is refused")
    func routes() {
        for route in Route.all {
            let target = route.path.description.replacing(/\{[a-z]+\}/, with: "a")
            let isFree = route.isRow || route.lane == .urgent
            #expect(isRefusal(api, target, nil) == !isFree, "\(route.name)")
        }
    }

    @Test("pages that may read are refused nothing")
    func allowed() {
        let target = "/v1/search?q=a"
        let one = ForumAPI(
            configuration: .init(version: "1", crossOrigin: .init(others: .origins(["https://example.org"]))))
        #expect(!isRefusal(one, target, "https://example.org"))
        #expect(isRefusal(one, target, "https://example.com"))
        #expect(isRefusal(one, target, nil))
        let all = ForumAPI(configuration: .init(version: "1", crossOrigin: .init(others: .all)))
        #expect(!isRefusal(all, target, nil))
    }

    @Test("the refusal is a problem that says what to do, and by which fields it came about")
    func problem() throws {
        let refusal = api.refusal(ofForeign: "/v1/talks".utf8.span, origin: nil)
        let error = try #require(refusal)
        let response = api.refusal(of: error, origin: nil)
        let text = String(decoding: response.body, as: UTF8.self)
        #expect(response.status == .forbidden && text.contains("/problems/foreign-page"))
        #expect(text.contains("--allow-origin"))
        #expect(response.fields[.cacheControl] == "no-store")
        let vary = response.fields[values: .vary].joined(separator: ", ")
        #expect(vary.contains("Sec-Fetch-Site, Sec-Fetch-Mode") && vary.contains("Origin"))
    }
}
