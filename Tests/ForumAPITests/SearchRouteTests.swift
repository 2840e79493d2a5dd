import Bytes
import Foundation
import Testing

@testable import ForumAPI
@testable import ForumStore

@Suite("The search over HTTP")
struct SearchRouteTests {
    private let forum: Forum

    init() throws {
        forum = try Forum()
    }

    private func search(_ query: String, _ rest: String = "") throws -> [String: Any] {
        try forum.object("/v1/search?q=\(PercentEncoding.encode(query))\(rest)")
    }

    @Test("a hit is the passage itself with its score, snippet and highlights")
    func hit() throws {
        let hit = try #require((try search("무인기")["data"] as? [[String: Any]])?.first)
        let passage = try forum.object("/v1/passages/workshop-t1.p1")
        #expect(Set(hit.keys) == Set(passage.keys).union(["score", "snippet", "highlights", "matches"]))
        #expect(hit["id"] as? String == "workshop-t1.p1" && hit["snippet"] as? String == "무인기를 봅니다.")
        #expect(hit["highlights"] as? [[String: Int]] == [["start": 0, "end": 4]])
        #expect(hit["matches"] as? [[String: Int]] == [["start": 0, "end": 3]])
        #expect(try #require(hit["score"] as? Double) > 0)
    }

    @Test("the answer tells how the query was understood and how the hits spread")
    func envelope() throws {
        let answer = try search("소음과", "&limit=1")
        #expect((answer["page"] as? [String: Any])?["total"] as? Int == TestCorpus.paragraphs + 2)
        #expect(answer["query"] as? String == "소음과" && answer["did_you_mean"] is NSNull)
        let term = try #require((answer["terms"] as? [[String: Any]])?.first)
        #expect(term["text"] as? String == "소음과" && term["stem"] as? String == "소음")
        let facets = try #require(answer["facets"] as? [String: [[String: Any]]])
        #expect(facets["event"]?.first?["count"] as? Int == TestCorpus.paragraphs + 2)
        #expect(facets["topic"]?.first?["url"] as? String == "/v1/topics/noise")
        let kinds = try #require(facets["kind"]).map { ($0["id"] as? String ?? "", $0["count"] as? Int ?? 0) }
        for (kind, count) in kinds {
            let narrowed = try search("소음과", "&kind=\(kind)")
            #expect((narrowed["page"] as? [String: Any])?["total"] as? Int == count)
        }
    }

    @Test("a search is a list like any other: fields, include, shape, lines and tables of its hits")
    func forms() throws {
        let query = "q=%EC%86%8C%EC%9D%8C&limit=2"
        let whole = try forum.object("/v1/search?\(query)&fields=id,snippet,talk.kind&include=talk")
        let hits = try #require(whole["data"] as? [[String: Any]])
        #expect(hits.count == 2 && whole["query"] as? String == "소음")
        for hit in hits {
            #expect(Set(hit.keys) == ["id", "snippet", "talk"])
            #expect((hit["talk"] as? [String: String])?.keys.sorted() == ["kind"])
        }
        let ids = hits.compactMap { $0["id"] as? String }
        let array = forum.send("/v1/search?\(query)&shape=array&fields=id")
        #expect(String(decoding: array.body, as: UTF8.self) == #"[{"id":"\#(ids[0])"},{"id":"\#(ids[1])"}]"#)
        #expect(array.fields[.link]?.hasSuffix("rel=\"next\"") == true)
        let table = forum.send("/v1/search.csv?\(query)&fields=id")
        #expect(String(decoding: table.body, as: UTF8.self) == "id\r\n\(ids[0])\r\n\(ids[1])\r\n")
        let lines = forum.send("/v1/search?\(query)", fields: [.accept: "application/x-ndjson"])
        #expect(lines.body.count { $0 == UInt8(ascii: "\n") } == 2)
    }

    @Test("facet chooses among the search's facets, whose values say what they are")
    func facets() throws {
        let facets = try #require(try search("소음", "&facet=topic&facet=kind")["facets"] as? [String: [[String: Any]]])
        #expect(Set(facets.keys) == ["topic", "kind"])
        #expect(facets["topic"]?.first?["value"] as? String == "noise")
        #expect(facets["topic"]?.first?["name"] as? String == "소음")
        #expect(facets["kind"]?.first?["url"] is NSNull)
        let problem = try forum.object("/v1/search?q=a&facet=pannelist", status: 400)
        #expect((problem["errors"] as? [[String: Any]])?.first?["nearest"] as? String == "panelist")
    }

    @Test("pages follow the cursor to the end")
    func pages() throws {
        var ids: [String] = []
        var target: String? = "/v1/search?q=%EC%86%8C%EC%9D%8C&limit=25"
        while let address = target {
            ids += try forum.identifiers(address)
            target = (try forum.object(address)["page"] as? [String: Any])?["next_url"] as? String
        }
        #expect(ids.count == TestCorpus.paragraphs + 2 && Set(ids).count == ids.count)
    }

    @Test(
        "lists are sought by q: names by their initials and affiliations too, talks by whatever belongs to them",
        arguments: ["talks", "panelists", "topics", "passages", "topics/noise/passages"])
    func lists(list: String) throws {
        let everything = try forum.identifiers("/v1/\(list)?limit=500")
        let found = try forum.identifiers("/v1/\(list)?limit=500&q=%EC%86%8C%EC%9D%8C")
        #expect(Set(found).isSubset(of: everything))
        #expect(found.isEmpty == (list == "panelists"))
        #expect(try forum.identifiers("/v1/\(list)?q=%EC%97%86%EB%8A%94%EB%82%B1%EB%A7%90").isEmpty)
        let problem = try forum.object("/v1/\(list)?q=!", status: 400)
        #expect((problem["detail"] as? String)?.contains("q") == true)
    }

    @Test("a person is found by name, by a part of it, by initials and by affiliation")
    func panelists() throws {
        for person in try forum.data("/v1/panelists?limit=500") {
            let name = try #require(person["name"] as? String)
            let id = try #require(person["id"] as? String)
            var queries = [name, String(name.suffix(2))]
            if let organization = (person["affiliation"] as? [String: Any])?["organization"] as? String {
                queries.append(organization)
            }
            for query in queries {
                let found = try forum.identifiers("/v1/panelists?limit=500&q=\(PercentEncoding.encode(query))")
                #expect(found.contains(id), "\(query)")
            }
        }
        #expect(try forum.object("/v1/panelists?q=%E3%84%B1&limit=1")["page"] is [String: Any])
    }

    @Test("a misspelt word is corrected, and said to be")
    func corrected() throws {
        #expect(try search("무인긱")["did_you_mean"] as? String == "무인기")
    }

    @Test(
        "a query that cannot be sought is refused and says why",
        arguments: ["", "q=!%3F", "q=-a", "q=%ED%A0%80", "q=%00"])
    func refused(query: String) throws {
        let problem = try forum.object("/v1/search?\(query)", status: 400)
        #expect((problem["detail"] as? String)?.isEmpty == false)
        _ = try forum.object("/v1/search?q=" + String(repeating: "a", count: 100_000), status: 400)
    }

    @Test(
        "a search that takes too long is cut off, and the answer says so", arguments: ["search", "passages", "talks"])
    func costly(list: String) throws {
        forum.store.limits.deadline = .zero
        let problem = try forum.object("/v1/\(list)?q=%EC%86%8C%EC%9D%8C", status: 503)
        #expect(problem["type"] as? String == "/problems/costly-query")
        #expect((problem["detail"] as? String)?.contains("cut off") == true)
    }

    @Test("suggestions carry the address of what they name")
    func suggestions() throws {
        let data = try forum.data("/v1/suggest?q=%EC%86%8C%E3%85%87")
        #expect(data.first?["text"] as? String == "소음" && data.first?["url"] as? String == "/v1/topics/noise")
    }
}
