import Foundation
import HTTPTypes
import Testing

@testable import ForumAPI

@Suite("Filters by name")
struct NamedReferenceTests {
    private let forum: Forum

    init() throws {
        forum = try Forum()
    }

    @Test(
        "a name, a label or an alias that names one thing stands for its identifier",
        arguments: [
            ("topic=무인기", "topic=drone"), ("topic=Drone", "topic=drone"), ("topic=DRONE", "topic=drone"),
            ("topic__ne=소음", "topic__ne=noise"), ("topic=소음&topic=airspace", "topic=noise&topic=airspace"),
        ])
    func resolved(named: String, identified: String) throws {
        let found = try forum.identifiers("/v1/passages?\(named)")
        #expect(try !found.isEmpty && found == forum.identifiers("/v1/passages?\(identified)"))
    }

    @Test("the pages of such a list keep the name, and go on")
    func pages() throws {
        let first = try forum.object("/v1/passages?topic=무인기&limit=1")
        let page = try #require(first["page"] as? [String: Any])
        let next = try #require(page["next_url"] as? String)
        #expect(next.contains("topic=%EB%AC%B4%EC%9D%B8%EA%B8%B0"))
        #expect(try forum.identifiers(next).first == forum.identifiers("/v1/passages?topic=drone&limit=2").last)
    }

    @Test("what names nothing is refused with the nearest by identifier or by name")
    func refused() throws {
        let problem = try forum.object("/v1/passages?topic=무인가", status: 400)
        let errors = try #require(problem["errors"] as? [[String: Any]])
        #expect(errors.map { $0["nearest"] as? String } == ["drone"])
        #expect(problem["detail"] as? String == "There is no topic 무인가. The nearest is drone (무인기).")
        let path = try forum.object("/v1/topics/무인기", status: 404)
        #expect(path["suggestion"] as? String == "/v1/topics/drone")
        #expect(path["detail"] as? String == "There is no topic 무인기. The nearest is drone (무인기).")
    }
}
