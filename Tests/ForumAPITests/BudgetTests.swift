import ForumStore
import Foundation
import HTTPTypes
import HTTPWire
import Testing

@testable import ForumAPI

/// What a request may cost, and what is said of one that costs more.
@Suite("Budget")
struct BudgetTests {
    private static func forum(_ budget: RequestBudget) throws -> Forum {
        try Forum(configuration: .init(version: "1.2.3", budget: budget))
    }

    @Test("without time every request is cut off, and the problem says what is allowed")
    func time() throws {
        let forum = try Self.forum(RequestBudget(time: .zero))
        let problem = try forum.object("/v1/topics/cooccurrence?general=true&window=talk", status: 503)
        #expect(problem["type"] as? String == "/problems/costly-query")
        #expect((problem["detail"] as? String)?.contains("longer than 0.0 seconds") == true)
        #expect((problem["detail"] as? String)?.contains("filters") == true)
    }

    @Test("more rows than a request may read are refused, and fewer are not")
    func rows() throws {
        let forum = try Self.forum(RequestBudget(rows: 20))
        #expect(forum.send("/v1/passages?limit=1").status == .ok)
        let problem = try forum.object("/v1/passages?limit=100", status: 400)
        #expect(problem["type"] as? String == "/problems/excessive-request")
        #expect((problem["detail"] as? String)?.contains("more than 20 rows") == true)
        // The next request has its own budget.
        #expect(forum.send("/v1/passages?limit=1").status == .ok)
    }

    @Test("a response that is too long is refused, in every form that is made at once")
    func bytes() throws {
        let forum = try Self.forum(RequestBudget(bytes: 1000))
        #expect(forum.send("/livez").status == .ok)
        for target in ["/v1/passages", "/v1/passages.csv", "/v1/passages?pretty=true", "/docs"] {
            let problem = try forum.object(target, status: 400)
            #expect(problem["type"] as? String == "/problems/excessive-request")
            #expect((problem["detail"] as? String)?.contains("longer than 1000 bytes") == true)
        }
    }

    @Test("an export is not under the budget")
    func exports() throws {
        let forum = try Self.forum(RequestBudget(time: .zero, rows: 0, bytes: 1))
        #expect(forum.send("/v1/exports/passages").status == .ok)
    }

    @Test("what nobody waits for any more is not worked for")
    func abandoned() throws {
        let forum = try Self.forum(.standard)
        let edition = forum.api.edition(of: forum.store)
        let request = Request(
            method: .get, path: "/v1/topics/cooccurrence", query: "general=true&window=talk", fields: [:])
        let cancellation = Cancellation()
        #expect(forum.api.respond(to: request, from: edition, until: cancellation).status == .ok)
        cancellation.cancel()
        let response = forum.api.respond(to: request, from: edition, until: cancellation)
        #expect(response.status == .serviceUnavailable)
        #expect(String(decoding: response.body, as: UTF8.self).contains("client has left"))
    }

    @Test("the standard budget is one that every route of the test corpus keeps")
    func standard() throws {
        let forum = try Self.forum(.standard)
        for list in ["talks", "passages", "topics", "panelists", "events", "sources"] {
            #expect(forum.send("/v1/\(list)?limit=500").status == .ok)
        }
    }
}
