import Foundation
import Testing

@testable import ForumAPI

@Suite("Documents and citations")
struct DocumentTests {
    private let forum: Forum

    init() throws {
        forum = try Forum()
    }

    private func text(_ target: String) -> String {
        String(decoding: forum.send(target).body, as: UTF8.self)
    }

    @Test("a talk reads as Markdown with its people, headings by level, bullets and speakers")
    func markdown() {
        let statement = text("/v1/talks/haneul-d1.md")
        #expect(statement.hasPrefix("# 지정토론 1\n\n하늘길 공청회\n\n- 서도윤 (한빛신문 기자)\n\n## 1\\. 드론과 소음\n\n"))
        #expect(statement.contains("\n\n### (1) 밤의 소음\n\n") && statement.contains("\n\n- 😀 5째 말: 소음과 공역.\n\n"))
        #expect(statement.hasSuffix("공역.\n"))
        let round = text("/v1/talks/haneul-r1.md")
        #expect(round.contains("**서도윤**\n\n시작하겠습니다.\n\n**배온유**\n\n공역이 좁습니다.\n"))
        #expect(forum.send("/v1/talks/haneul-d1.md").fields[.contentType] == "text/markdown; charset=utf-8")
    }

    @Test("a talk reads as plain text without any markup")
    func plain() {
        #expect(text("/v1/talks/haneul-k1.txt") == "드론 \"하늘길\"의 앞날\n\n하늘길 공청회, 주제발표 1\n\n문가람 (국토연구원 교통본부 연구위원)\n")
        #expect(text("/v1/talks/haneul-d1.txt").contains("\n\n1. 드론과 소음\n\n"))
    }

    @Test("a passage is cited with its speaker, talk, event, date, printed page and lines")
    func citations() throws {
        let body = Data(forum.send("/v1/passages/haneul-d1.p5.csl.json").body)
        let item = try #require((try JSONSerialization.jsonObject(with: body) as? [[String: Any]])?.first)
        #expect(item["type"] as? String == "paper-conference" && item["title"] as? String == "지정토론 1")
        #expect(item["author"] as? [[String: String]] == [["literal": "서도윤"]])
        #expect(item["container-title"] as? String == "하늘길 공청회" && item["page"] as? String == "11")
        #expect((item["issued"] as? [String: [[Int]]])?["date-parts"] == [[2024, 10, 15]])
        let sha256 = try #require(try forum.object("/v1/sources/haneul")["sha256"] as? String)
        #expect(
            text("/v1/passages/haneul-d1.p5.bib") == """
                @inproceedings{haneul-d1.p5,
                  author = {{서도윤}},
                  title = {{지정토론 1}},
                  booktitle = {{하늘길 공청회}},
                  organization = {국토연구원},
                  year = {2024},
                  month = {10},
                  day = {15},
                  pages = {11},
                  note = {Passage haneul-d1.p5, lines haneul 11-11; snapshot \(forum.store.snapshot); \
                SHA-256 of haneul \(sha256)}
                }

                """)
    }

    @Test("every talk and passage has its documents, and what does not exist has none")
    func all() throws {
        for id in try forum.identifiers("/v1/talks") {
            for ending in ["md", "txt"] { #expect(forum.send("/v1/talks/\(id).\(ending)").status == .ok) }
        }
        for id in try forum.identifiers("/v1/passages?limit=500") {
            for ending in ["csl.json", "bib", "ris"] {
                #expect(forum.send("/v1/passages/\(id).\(ending)").status == .ok)
            }
        }
        let problem = try forum.object("/v1/talks/haneul-d9.md", status: 404)
        #expect(problem["detail"] as? String == "There is no talk haneul-d9. The nearest is haneul-d1.")
        #expect(forum.send("/v1/passages/none.bib").status == .notFound)
    }

    @Test("a talk comes as Markdown where Accept prefers it, and as JSON to whoever takes anything")
    func accepted() throws {
        let response = forum.send("/v1/talks/haneul-d1", fields: [.accept: "text/markdown, application/json;q=0.5"])
        #expect(response.fields[.contentType] == "text/markdown; charset=utf-8")
        #expect(response.body == forum.send("/v1/talks/haneul-d1.md").body)
        #expect(response.entityTag != forum.send("/v1/talks/haneul-d1").entityTag)
        for accept in ["*/*", "text/html, */*;q=0.8", "application/json"] {
            let response = forum.send("/v1/talks/haneul-d1", fields: [.accept: accept])
            #expect(response.fields[.contentType] == "application/json", "\(accept)")
        }
        #expect(forum.send("/v1/talks/none", fields: [.accept: "text/markdown"]).status == .notFound)
    }

    @Test("llms.txt is short, and names every address with what it is")
    func agents() {
        let guide = text("/llms.txt")
        #expect(guide.utf8.count <= 10_000, "\(guide.utf8.count) bytes")
        #expect(guide.hasPrefix("# Rostrum\n\n> "))
        for route in Route.all { #expect(guide.contains("- [\(route.path)](\(route.path)): \(route.summary)\n")) }
    }
}
