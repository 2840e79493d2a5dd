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

    @Test(
        "a text that would be too long is not held, and nothing is made of it",
        arguments: [JSONWriter.Layout.compact, .indented])
    func unheld(layout: JSONWriter.Layout) {
        let spending = Spending(RequestBudget(bytes: 100_000))
        var writer = JSONWriter(layout: layout, within: spending)
        writer.array { writer in
            for number in 0..<100_000 {
                writer.object { $0.member("number", number) }
                #expect(writer.output.count <= 100_000)
            }
        }
        #expect(spending.excess == .bytes(100_000))
        #expect(writer.finish().isEmpty)
        let document = JSONWriter.document(layout: layout, within: Spending(RequestBudget(bytes: 100_000))) { writer in
            writer.array(Array(repeating: "가나다", count: 20_000))
        }
        #expect(document.count < 100_000)
    }

    @Test(
        "a response that grows too long ends its work where it is",
        arguments: ["/v1/passages?limit=500", "/v1/talks?include=passages"])
    func cut(target: String) throws {
        let forum = try Self.forum(RequestBudget(bytes: 70_000))
        let problem = try forum.object(target, status: 400)
        #expect(problem["type"] as? String == "/problems/excessive-request")
    }

    @Test("a search has the time of its request, and not one of its own")
    func search() throws {
        let forum = try Self.forum(RequestBudget(time: .zero))
        let problem = try forum.object("/v1/search?q=AI", status: 503)
        #expect((problem["detail"] as? String)?.contains("longer than 0.0 seconds") == true)
    }

    @Test("what include would add is refused before any of it is read")
    func include() throws {
        let forum = try Forum()
        let talks = try forum.object("/v1/talks?limit=500")
        let passages = ((talks["data"] as? [[String: Any]]) ?? []).compactMap {
            ($0["counts"] as? [String: Int])?["passages"]
        }
        var includer = Includer(store: forum.store, limit: passages.reduce(0, +))
        let tree = JSONTree(forum.send("/v1/talks?limit=500").body)
        forum.store.rowBudget = 0
        defer { forum.store.rowBudget = .max }
        do throws(Problem) {
            _ = try includer.including(["passages"], in: tree["data"] ?? tree, of: .talk)
            Issue.record("it was not refused")
        } catch {
            // A row that was asked for would have been one too many, and another problem.
            #expect(error.kind == .invalidParameter)
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
