import Testing

@testable import ForumAPI

@Suite("The corrections")
struct CorrectionRouteTests {
    private let forum: Forum

    init() throws {
        forum = try Forum()
    }

    private func data(_ target: String) throws -> [[String: Any]] {
        try #require(forum.object(target)["data"] as? [[String: Any]])
    }

    @Test("what was set right is told with what the source gave, why, and by whom")
    func applied() throws {
        let item = try #require(data("/v1/corrections?applied=1&event=haneul").first)
        #expect(item["change"] as? String == "title")
        #expect(item["before"] as? String == "옛 제목")
        #expect(item["after"] as? String == "제목")
        #expect(item["reason"] as? String == "차례와 다르다")
        #expect(item["by"] as? String == "편집자")
        #expect(item["line"] as? Int == 4)
    }

    @Test("what was left aside is told with the reason")
    func leftAside() throws {
        let items = try data("/v1/corrections?applied=0")
        #expect(!items.isEmpty)
        for item in items { #expect(item["obstacle"] as? String == "there is no such passage") }
    }

    @Test("a talk says that a correction changed it, and another that none did")
    func flag() throws {
        let corrected = try data("/v1/corrections?applied=1").compactMap { $0["talk"] as? String }
        for talk in try data("/v1/talks") {
            let id = try #require(talk["id"] as? String)
            #expect(talk["corrected"] as? Bool == corrected.contains(id))
        }
    }
}
