import Bytes
import Foundation
import Testing

@testable import ForumAPI

@Suite("Lists")
struct ListTests {
    private let forum: Forum

    init() throws {
        forum = try Forum()
    }

    @Test(
        "filters narrow: repeated ones are alternatives, different ones all hold",
        arguments: [
            ("/v1/talks", ["haneul-k1", "haneul-d1", "haneul-r1", "workshop-t1"]),
            ("/v1/talks?event=workshop", ["workshop-t1"]),
            ("/v1/talks?kind=keynote&kind=talk", ["haneul-k1", "workshop-t1"]),
            ("/v1/talks?panelist=문가람", ["haneul-k1", "workshop-t1"]),
            ("/v1/talks?panelist=%EB%AC%B8%EA%B0%80%EB%9E%8C&event=haneul", ["haneul-k1"]),
            ("/v1/talks?topic=airspace", ["haneul-d1", "haneul-r1"]), ("/v1/talks?role=moderator", ["haneul-r1"]),
            ("/v1/talks?affiliation=국토연구원", ["haneul-k1", "haneul-r1"]),
            ("/v1/talks?affiliation=국토연구원+교통본부", ["haneul-k1"]),
            ("/v1/talks?kind__ne=keynote&event=haneul", ["haneul-d1", "haneul-r1"]),
            ("/v1/talks?sort=-position", ["workshop-t1", "haneul-r1", "haneul-d1", "haneul-k1"]),
            ("/v1/panelists", ["문가람", "서도윤", "서도윤-2", "배온유"]),
            ("/v1/panelists?role=moderator&role=discussant", ["서도윤", "서도윤-2"]),
            ("/v1/panelists?talk=haneul-r1", ["서도윤-2", "배온유"]), ("/v1/panelists?event=workshop", ["문가람"]),
            ("/v1/panelists?affiliation=한빛신문", ["서도윤"]), ("/v1/panelists?sort=-id", ["서도윤-2", "서도윤", "배온유", "문가람"]),
            ("/v1/topics", ["drone", "noise", "airspace"]), ("/v1/topics?origin=derived", ["airspace"]),
            ("/v1/topics?talk=haneul-r1", ["airspace"]), ("/v1/topics?event=workshop", ["drone"]),
            ("/v1/topics?panelist=문가람", ["drone"]), ("/v1/topics?broader=drone", ["noise"]),
            ("/v1/passages?talk=haneul-r1", ["haneul-r1.p1", "haneul-r1.p2"]),
            ("/v1/passages?panelist=배온유", ["haneul-r1.p2"]),
            ("/v1/passages?kind=heading", ["haneul-d1.s1.h", "haneul-d1.s1.1.h"]),
            ("/v1/passages?topic=drone&event=workshop", ["workshop-t1.p1"]),
            ("/v1/passages?section=haneul-d1.s1.1&kind=heading", ["haneul-d1.s1.1.h"]),
            ("/v1/passages?page__gte=3&kind=bullet", ["haneul-d1.p55", "haneul-d1.p60"]),
            (
                "/v1/passages?page__lte=1&kind=bullet&talk=haneul-d1",
                ["haneul-d1.p5", "haneul-d1.p10", "haneul-d1.p15", "haneul-d1.p20"]
            ),
            ("/v1/talks/haneul-r1/passages?panelist=배온유", ["haneul-r1.p2"]),
            (
                "/v1/topics/airspace/passages?kind=bullet&page=1",
                ["haneul-d1.p5", "haneul-d1.p10", "haneul-d1.p15", "haneul-d1.p20"]
            ),
            ("/v1/sources?event=workshop", ["workshop"]), ("/v1/events?panelist=배온유", ["haneul"]),
            ("/v1/talks/haneul-k1/passages", []), ("/v1/talks?offset=100", []),
        ] as [(String, [String])])
    func filters(target: String, identifiers: [String]) throws {
        #expect(try forum.identifiers(target) == identifiers)
    }

    @Test("decomposed, encoded and raw text name the same thing")
    func forms() throws {
        let raw = forum.send("/v1/panelists/문가람")
        let decomposed = forum.send("/v1/panelists/" + "문가람".decomposedStringWithCanonicalMapping)
        let encoded = forum.send("/v1/panelists/" + PercentEncoding.encode("문가람".decomposedStringWithCanonicalMapping))
        #expect(raw.status == .ok)
        #expect(raw.body == decomposed.body && raw.body == encoded.body)
        #expect(raw.entityTag == decomposed.entityTag && raw.entityTag == encoded.entityTag)
    }

    @Test(
        "paging by cursor visits everything exactly once, in order",
        arguments: [
            "/v1/passages", "/v1/passages?sort=-characters", "/v1/passages?kind=paragraph&sort=id",
            "/v1/talks/haneul-d1/passages",
            "/v1/topics/airspace/passages", "/v1/panelists?sort=name", "/v1/talks?sort=title",
            "/v1/topics?sort=-mentions",
            "/v1/sources/haneul/lines", "/v1/sources/haneul/lines?from=3&to=40",
            "/v1/sources/haneul/lines?class=body", "/v1/sources/haneul/lines?class__ne=blank&from=3", "/v1/exports",
        ], [1, 7, 500])
    func paging(target: String, limit: Int) throws {
        let isQuery = target.contains("?")
        func key(_ item: [String: Any]) -> String { item["id"] as? String ?? "\(item["number"] ?? "")" }
        let whole = try forum.data(target + (isQuery ? "&" : "?") + "limit=500").map(key)
        var visited: [String] = []
        var next: String? = target + (isQuery ? "&" : "?") + "limit=\(limit)"
        while let address = next {
            let list = try forum.object(address)
            let items = try #require(list["data"] as? [[String: Any]])
            let page = try #require(list["page"] as? [String: Any])
            #expect(page["limit"] as? Int == limit)
            #expect(page["total"] as? Int == whole.count)
            #expect(items.count <= limit)
            #expect(list["snapshot"] as? String == forum.store.snapshot)
            visited += items.map(key)
            next = page["next_url"] as? String
            #expect((next == nil) == (page["next"] is NSNull))
            if visited.count > whole.count { break }
        }
        #expect(visited == whole)
        #expect(Set(visited).count == visited.count)
    }

    @Test("an offset begins a page anywhere, and cursors go on from there")
    func offset() throws {
        let all = try forum.identifiers("/v1/passages?limit=500")
        for offset in [0, 1, 63, 64, 1000] {
            let list = try forum.object("/v1/passages?limit=3&offset=\(offset)")
            let identifiers = (list["data"] as? [[String: Any]])?.compactMap { $0["id"] as? String }
            #expect(identifiers == Array(all.dropFirst(offset).prefix(3)))
            if let next = (list["page"] as? [String: Any])?["next_url"] as? String {
                #expect(!next.contains("offset"))
                #expect(try forum.identifiers(next) == Array(all.dropFirst(offset + 3).prefix(3)))
            }
        }
    }

    @Test("a page's next address keeps the filters, encoded so that it can be pasted")
    func nextAddress() throws {
        let page = try #require(try forum.object("/v1/passages?limit=1&panelist=서도윤&pretty")["page"] as? [String: Any])
        let next = try #require(page["next_url"] as? String)
        #expect(
            next.hasPrefix("/v1/passages?panelist=%EC%84%9C%EB%8F%84%EC%9C%A4&limit=1&pretty=1&cursor="))
        #expect(next.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
    }

    @Test("a cursor opens its own list and snapshot only")
    func cursors() throws {
        let page = try #require(try forum.object("/v1/passages?limit=2")["page"] as? [String: Any])
        let cursor = try #require(page["next"] as? String)
        #expect(try forum.identifiers("/v1/passages?limit=5&cursor=\(cursor)").count == 5)
        for target in [
            "/v1/talks?cursor=\(cursor)", "/v1/passages?kind=bullet&cursor=\(cursor)",
            "/v1/passages?sort=id&cursor=\(cursor)",
            "/v1/passages?cursor=nonsense", "/v1/passages?cursor=\(cursor)A",
        ] {
            #expect(try forum.object(target, status: 400)["type"] as? String == "/problems/malformed-cursor")
        }
        #expect(
            try forum.object("/v1/passages?cursor=\(cursor)&offset=1", status: 400)["type"] as? String
                == "/problems/invalid-parameter")
        let later = try Forum(snapshot: "둘째 판")
        #expect(
            try later.object("/v1/passages?cursor=\(cursor)", status: 410)["type"] as? String
                == "/problems/expired-cursor")
    }
}
