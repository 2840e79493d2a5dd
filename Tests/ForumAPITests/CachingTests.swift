import Bytes
import Foundation
import HTTPTypes
import HTTPWire
import Proceedings
import Testing

@testable import ForumAPI

@Suite("Caching, pages and cross-origin reading")
struct CachingTests {
    private let forum: Forum

    init() throws {
        forum = try Forum()
    }

    @Test("requests that mean the same have the same tag and bytes, and others have others")
    func tags() throws {
        let first = forum.send("/v1/talks?kind=keynote&kind=talk&limit=50")
        let same = forum.send("/v1/talks?kind=talk&kind=keynote&kind=keynote")
        #expect(first.entityTag != nil && first.entityTag == same.entityTag && first.body == same.body)
        let others = [
            "/v1/talks", "/v1/talks?kind=talk", "/v1/talks?kind=talk&kind=keynote&pretty", "/v1/topics",
            "/v1/talks/haneul-k1",
        ]
        #expect(Set(others.map { forum.send($0).entityTag } + [first.entityTag]).count == others.count + 1)
        #expect(try Forum(snapshot: "둘째 판").send("/v1/talks").entityTag != forum.send("/v1/talks").entityTag)
        #expect(
            try Forum(configuration: .init(version: "2")).send("/v1/talks").entityTag
                != forum.send("/v1/talks").entityTag)
    }

    @Test("what holds for a snapshot may be kept, and what does not may not")
    func lifetimes() {
        let list = forum.send("/v1/talks")
        #expect(list.isCacheable && list.fields[.cacheControl] == "no-cache")
        #expect(list.fields[.vary] == "Accept, Accept-Encoding, Origin")
        for target in ["/v1/talks/haneul-d1.md", "/docs", "/types.d.ts"] { #expect(forum.send(target).isCacheable) }
        for target in ["/", "/v1/events/haneul/schedule.json"] { #expect(!forum.send(target).isCacheable) }
        for target in ["/livez", "/readyz", "/v1/talks/none", "/v1/talks?a=b"] {
            let response = forum.send(target)
            #expect(!response.isCacheable && response.entityTag == nil && response.fields[.cacheControl] == "no-store")
        }
    }

    @Test(
        "what has up to so many rows of its own is answered at once, and as always", arguments: [(0, true), (1, false)])
    func atOnce(beyond: Int, isAnswered: Bool) throws {
        var corpus = TestCorpus.make()
        let talk = try #require(corpus.events[0].talks.firstIndex { !$0.talk.sections.isEmpty })
        let (id, first) = (corpus.events[0].talks[talk].talk.id, corpus.events[0].talks[talk].talk.sections[0])
        for number in corpus.events[0].talks[talk].talk.sections.count..<Limits.rowsAtOnce + beyond {
            corpus.events[0].talks[talk].talk.sections.append(
                Section(
                    id: Section.ID("\(first.id).more\(number)"), level: 1, numberLabel: nil, title: "절 \(number)",
                    lines: first.lines))
        }
        let forum = try Forum(corpus)
        let edition = forum.api.edition(of: forum.store)
        let request = Request(method: .get, path: "/v1/talks/\(id)")
        let found = forum.api.quickTarget(Array(request.path.utf8).span)
        let target = try #require(found)
        let always = forum.api.respond(to: request, from: edition)
        let atOnce = try? forum.api.respondAtOnce(to: request, of: target, from: edition)
        #expect((atOnce != nil) == isAnswered)
        #expect(atOnce == nil || atOnce?.body == always.body && atOnce?.entityTag == always.entityTag)
        // What is not there is not answered at once, for what is near to it is sought; and the bound is for one answer.
        #expect(throws: TakesLonger()) {
            try forum.api.respondAtOnce(
                to: Request(method: .get, path: "/v1/talks/none"), of: target, from: edition)
        }
        #expect(always.status == .ok && forum.api.respond(to: request, from: edition).body == always.body)
    }

    @Test("a known tag is answered before anything is read")
    func early() {
        let tag = forum.send("/v1/talks").entityTag ?? ""
        let response = forum.send("/v1/talks", fields: [.ifNoneMatch: tag])
        #expect(response.status == .notModified && response.body.isEmpty && response.entityTag == tag)
        #expect(response.fields[.cacheControl] == "no-cache" && response.fields[.vary] != nil)
        for list in ["\"a\", \(tag)", "W/\(tag)", "\(tag) , W/\"b\""] {
            #expect(forum.send("/v1/talks", fields: [.ifNoneMatch: list]).status == .notModified, "\(list)")
        }
        #expect(forum.send("/v1/talks", fields: [.ifNoneMatch: "\"other\""]).status == .ok)
        #expect(forum.send("/v1/talks", fields: [.ifNoneMatch: tag, .ifMatch: "\"other\""]).status == .ok)
    }

    @Test("everything that holds for the snapshot has a tag, and the client that names it gets 304, whatever the form")
    func everything() throws {
        for route in Route.all {
            guard case .snapshot = route.lifetime else { continue }
            var path = route.path.description
            if let kind = route.path.captures.first {
                let id = kind == "problem" ? "not-found" : try forum.identifiers("/v1/\(kind)s").first ?? ""
                path = path.replacing("{\(kind)}", with: PercentEncoding.encode(id))
            }
            let required = route.parameters.filter(\.isRequired).map { "\($0.name)=%EA%B3%B5%EC%97%AD" }
            if !required.isEmpty { path += "?" + required.joined(separator: "&") }
            for form in route.offers {
                let whole = forum.send(path, fields: [.accept: form.rawValue])
                #expect(whole.status == .ok, "\(path)")
                let tag = try #require(whole.entityTag, "\(path)")
                let held = forum.send(path, fields: [.accept: form.rawValue, .ifNoneMatch: tag])
                #expect(held.status == .notModified && held.entityTag == tag && held.source == nil, "\(path)")
                for name in [HTTPField.Name.vary, .cacheControl] { #expect(held.fields[name] == whole.fields[name]) }
            }
        }
    }

    @Test("the front page is plain text for a terminal and HTML for a browser, and needs nothing from elsewhere")
    func frontPage() {
        let text = forum.send("/", fields: [.accept: "*/*"])
        #expect(text.fields[.contentType] == "text/plain; charset=utf-8")
        #expect(String(decoding: text.body, as: UTF8.self).contains("talks: 4"))
        let html = forum.send("/", fields: [.accept: "text/html,*/*;q=0.8"])
        #expect(html.fields[.contentType] == "text/html; charset=utf-8")
        let page = String(decoding: html.body, as: UTF8.self)
        #expect(page.hasPrefix("<!DOCTYPE html>") && page.contains("<html lang=") && !page.contains("<script"))
        #expect(html.fields[.contentSecurityPolicy] != nil && html.entityTag != text.entityTag)
    }

    @Test("the front page's lines name the host that was asked, and so it is not kept for another")
    func authority() {
        let answer = forum.api.respond(
            to: Request(method: .get, path: "/", authority: "localhost:18080"), reading: forum.store)
        #expect(String(decoding: answer.body, as: UTF8.self).contains("curl -s 'http://localhost:18080/v1/talks"))
        #expect(!answer.isCacheable && answer.entityTag != nil)
    }

    @Test("a page from this machine may read, its preflight is answered, and others get no permission")
    func crossOrigin() {
        let origin = "http://localhost:5173"
        #expect(forum.send("/v1/talks", fields: [.origin: origin]).fields[.accessControlAllowOrigin] == origin)
        #expect(forum.send("/v1/talks/none", fields: [.origin: origin]).fields[.accessControlAllowOrigin] == origin)
        #expect(forum.send("/v1/talks").fields[.accessControlAllowOrigin] == nil)
        #expect(
            forum.send("/v1/talks", fields: [.origin: "https://evil.example"]).fields[.accessControlAllowOrigin] == nil)
        let preflight = forum.send(
            "/v1/talks", method: .options, fields: [.origin: origin, .accessControlRequestMethod: "GET"])
        #expect(preflight.status == .noContent)
        #expect(preflight.fields[.accessControlAllowMethods] == "GET, HEAD, OPTIONS")
        #expect(preflight.fields[.accessControlMaxAge] == "7200")
    }

    @Test("the index names every route with its parameters")
    func index() throws {
        let routes = try #require(try forum.object("/v1")["routes"] as? [[String: Any]])
        #expect(routes.map { $0["path"] as? String } == Route.all.map(\.path.description))
    }

    @Test("pretty lays the same document out for reading")
    func pretty() throws {
        let compact = forum.send("/v1/talks")
        let pretty = forum.send("/v1/talks?pretty=1")
        #expect(!compact.body.contains(10) && pretty.body.last == 10)
        let first = try JSONSerialization.jsonObject(with: Data(compact.body)) as? NSDictionary
        let second = try JSONSerialization.jsonObject(with: Data(pretty.body)) as? NSDictionary
        #expect(first != nil && first == second)
    }
}
