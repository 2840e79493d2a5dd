import ForumStore
import Foundation
import Testing

@testable import ForumAPI

@Suite("Facets")
struct FacetTests {
    private let forum: Forum

    init() throws {
        forum = try Forum()
    }

    private func counts(_ target: String, _ field: String) throws -> [String: Int] {
        let facets = try #require(try forum.object(target)["facets"] as? [String: [[String: Any]]])
        return Dictionary(
            (facets[field] ?? []).compactMap { item in
                (item["value"] as? String).flatMap { value in (item["count"] as? Int).map { (value, $0) } }
            }, uniquingKeysWith: +)
    }

    @Test("a facet counts the values over the whole filtered list, the most frequent first")
    func values() throws {
        #expect(try counts("/v1/talks?facet=kind&limit=1", "kind").values.reduce(0, +) == 4)
        #expect(try counts("/v1/passages?facet=kind,event&limit=1&talk=haneul-d1", "event") == ["haneul": 62])
        #expect(
            try counts("/v1/passages?facet=kind&talk=haneul-d1", "kind") == [
                "heading": 2, "bullet": 12, "paragraph": 48,
            ])
        let facets = try #require(try forum.object("/v1/passages?facet=topic")["facets"] as? [String: [[String: Any]]])
        let numbers = (facets["topic"] ?? []).compactMap { $0["count"] as? Int }
        #expect(!numbers.isEmpty && numbers == numbers.sorted(by: >))
        #expect(try forum.object("/v1/talks")["facets"] == nil)
    }

    @Test("facet may name its fields one by one, and a value says what it goes by and where it is")
    func described() throws {
        let target = "/v1/talks?facet=panelist&facet=event,kind&limit=1"
        let facets = try #require(try forum.object(target)["facets"] as? [String: [[String: Any]]])
        #expect(Set(facets.keys) == ["panelist", "event", "kind"])
        let haneul = try #require(facets["event"]?.first { $0["value"] as? String == "haneul" })
        #expect(haneul["name"] as? String == "하늘길 공청회" && haneul["url"] as? String == "/v1/events/haneul")
        let namesake = try #require(facets["panelist"]?.first { $0["value"] as? String == "서도윤-2" })
        #expect(namesake["name"] as? String == "서도윤")
        #expect(
            facets["kind"]?.allSatisfy { $0["url"] is NSNull && $0["name"] as? String == $0["value"] as? String }
                == true)
    }

    @Test(
        "filtering by a value gives as many items as its facet says",
        arguments: ["events", "talks", "panelists", "topics", "passages", "sources"])
    func agreement(list: String) throws {
        let route = try #require(Route.all.first { $0.name == list })
        let parameter = try #require(route.parameters.first { $0.name == "facet" })
        guard case .words(let fields) = parameter.domain else { return }
        #expect(!fields.isEmpty)
        for field in fields {
            for (value, count) in try counts("/v1/\(list)?facet=\(field)", field) {
                let page = try forum.object("/v1/\(list)?\(field)=\(value)&limit=1")["page"] as? [String: Any]
                #expect(page?["total"] as? Int == count, "\(list) \(field)=\(value)")
            }
        }
    }

    @Test("a field that cannot be counted is refused with those that can")
    func refused() throws {
        let problem = try forum.object("/v1/talks?facet=page", status: 400)
        #expect((problem["errors"] as? [[String: Any]])?.first?["allowed"] as? [String] != nil)
    }
}
