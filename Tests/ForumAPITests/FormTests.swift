import Foundation
import HTTPTypes
import SeededNumbers
import Testing

@testable import ForumAPI

@Suite("The forms of an answer")
struct FormTests {
    private let forum: Forum

    init() throws {
        forum = try Forum()
    }

    private func text(_ target: String, _ fields: HTTPFields = [:]) -> String {
        let response = forum.send(target, fields: fields)
        #expect(response.status == .ok, "\(target): \(String(decoding: response.body, as: UTF8.self))")
        return String(decoding: response.body, as: UTF8.self)
    }

    @Test("fields keeps the named members of each item, in the item's order, through objects and arrays")
    func fields() throws {
        #expect(
            text("/v1/talks/haneul-d1?fields=panelists.affiliation.organization,id,title,event.name")
                == #"{"id":"haneul-d1","event":{"name":"하늘길 공청회"},"title":null,"#
                + #""panelists":[{"affiliation":{"organization":"한빛신문"}}]}"#)
        let page = try forum.object("/v1/passages?fields=id&fields=text&limit=2")
        #expect((page["data"] as? [[String: String]])?.map { Set($0.keys) } == [["id", "text"], ["id", "text"]])
        #expect(page["page"] != nil && page["snapshot"] != nil)
        #expect(text("/v1/talks/haneul-d1?fields=event.id,event") == text("/v1/talks/haneul-d1?fields=event"))
        let problem = try forum.object("/v1/talks?fields=id,titel", status: 400)
        #expect((problem["errors"] as? [[String: Any]])?.first?["nearest"] as? String == "title")
    }

    @Test("every documented field can be asked for alone, and what comes is a part of the whole")
    func everyField() throws {
        for (list, component) in [("talks", Component.talk), ("passages", .passage), ("panelists", .panelist)] {
            for path in component.schema.paths {
                let item = try #require(try forum.data("/v1/\(list)?fields=\(path)&limit=1").first)
                #expect(Set(item.keys).isSubset(of: [String(path.prefix { $0 != "." })]), "\(path)")
            }
        }
    }

    @Test("a list's fields say what its page does, in every form", arguments: ["json", "ndjson", "csv"])
    func pageFields(form: String) throws {
        let page = try #require(try forum.object("/v1/passages?limit=30")["page"] as? [String: Any])
        let response = forum.send("/v1/passages?limit=30&format=\(form)", method: .head)
        #expect(response.fields[.totalCount] == (page["total"] as? Int).map(String.init))
        let next = try #require(page["next"] as? String)
        #expect(response.fields[.link]?.contains("cursor=\(next)") == true)
        #expect(forum.send("/v1/events").fields[.link] == nil)
    }

    @Test("shape=array gives the items alone, and Link leads through all pages")
    func array() throws {
        var next: String? = "/v1/passages?shape=array&limit=30&fields=id"
        var ids: [String] = []
        while let target = next {
            let response = forum.send(target)
            let items = try #require(
                try JSONSerialization.jsonObject(with: Data(response.body)) as? [[String: String]])
            ids += items.compactMap { $0["id"] }
            #expect(response.fields[.totalCount] == String(TestCorpus.paragraphs + 5))
            next = response.fields[.link].map { $0.prefix { $0 != ">" }.dropFirst() }.map(String.init)
            if let link = response.fields[.link] { #expect(link.hasSuffix(">; rel=\"next\"")) }
        }
        #expect(ids == (try forum.identifiers("/v1/passages?limit=500")))
    }

    @Test(
        "a list comes as lines of JSON by Accept, by ending and by format, alike",
        arguments: [
            ("/v1/talks", "application/x-ndjson"), ("/v1/talks.ndjson", "*/*"), ("/v1/talks?format=ndjson", ""),
        ])
    func lines(target: String, accept: String) throws {
        let response = forum.send(target, fields: accept.isEmpty ? [:] : [.accept: accept])
        #expect(response.fields[.contentType] == "application/x-ndjson")
        let lines = String(decoding: response.body, as: UTF8.self).split(separator: "\n")
        let items = lines.compactMap { try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? NSDictionary }
        #expect(items == (try forum.data("/v1/talks")).map { $0 as NSDictionary })
    }

    @Test("a list comes as a table whose columns are the schema's values")
    func table() throws {
        let response = forum.send("/v1/talks.csv")
        #expect(response.fields[.contentType] == "text/csv; charset=utf-8; header=present")
        let rows = String(decoding: response.body, as: UTF8.self).split(separator: "\r\n").map(String.init)
        #expect(rows.count == 5 && rows[0].hasPrefix("id,type,url,name,guid,event.id,event.name,kind,"))
        #expect(rows[1].contains(#","드론 ""하늘길""의 앞날","#))
        #expect(response.body.suffix(2) == [13, 10])
        #expect(
            text("/v1/talks.csv?talk=haneul-r1&fields=id,panelists.name,title,pages.first")
                == "id,panelists.name,title,pages.first\r\nhaneul-r1,서도윤; 배온유,종합토론,3\r\n")
        #expect(text("/v1/topics.csv?topic=drone&fields=labels") == "labels\r\nen: Drone; ko: 드론\r\n")
    }

    @Test("CSV begins with a mark for Excel and disarms formulas where that is asked for, and else not")
    func spreadsheets() {
        let marker = "/v1/passages.csv?talk=haneul-d1&kind=bullet&limit=1&fields=marker"
        #expect(text(marker) == "marker\r\n-\r\n")
        #expect(text(marker + "&csv_safe=1") == "marker\r\n'-\r\n")
        #expect(Array(forum.send(marker + "&bom=1").body.prefix(3)) == [0xEF, 0xBB, 0xBF])
    }

    @Test(
        "one thing comes as JSON by its ending and by format too",
        arguments: [
            "/v1/talks/haneul-d1", "/v1/talks/haneul-d1/outline", "/v1/passages/haneul-d1.p1", "/v1/panelists/서도윤-2",
            "/v1/topics/noise", "/v1/sources/haneul", "/v1/matrix", "/problems/not-found", "/v1",
        ])
    func endings(path: String) throws {
        let whole = try forum.object(path) as NSDictionary
        for target in [path + ".json", path + "?format=json"] {
            let other = try forum.object(target)
            #expect(other["id"] as? String == whole["id"] as? String, "\(target)")
            #expect(Set(other.keys.map { $0 }) == Set(whole.allKeys.compactMap { $0 as? String }), "\(target)")
        }
        #expect(forum.send(path + ".csv").status == .notFound)
        #expect(forum.send(path + "?format=csv").status == .badRequest)
    }

    @Test("format asks for linked data where Accept may")
    func linkedData() throws {
        let response = forum.send("/v1/events/haneul?format=jsonld")
        #expect(response.fields[.contentType] == "application/ld+json")
        #expect(response.body == forum.send("/v1/events/haneul.jsonld").body)
    }

    @Test("a list beside identifiers has endings, which are no part of an identifier")
    func endingsBesideIdentifiers() {
        #expect(text("/v1/topics/cooccurrence.csv?limit=1").hasPrefix("topics.id,"))
        #expect(text("/v1/topics/cooccurrence.ndjson?limit=1").hasPrefix("{\"topics\":["))
    }

    @Test("an ending and a format that differ are refused, and only lists have endings")
    func contradictions() throws {
        #expect(forum.send("/v1/talks.csv?format=json").status == .badRequest)
        #expect(forum.send("/v1/talks.csv?format=csv").status == .ok)
        #expect(forum.send("/v1/talks/haneul-d1/outline.csv").status == .notFound)
        #expect(forum.send("/v1/talks", fields: [.accept: "text/html"]).status == .notAcceptable)
        #expect(text("/v1/talks.json") == text("/v1/talks"))
    }

    @Test("a cursor goes on in whatever form the list is read")
    func cursors() throws {
        let page = try #require(try forum.object("/v1/passages?limit=3")["page"] as? [String: Any])
        let cursor = try #require(page["next"] as? String)
        for target in ["/v1/passages?cursor=\(cursor)&format=csv", "/v1/passages.csv?cursor=\(cursor)"] {
            #expect(text(target + "&limit=1&fields=id") == "id\r\nhaneul-d1.p3\r\n")
        }
    }

    @Test("a document taken apart and written again is the same", arguments: 1...40)
    func tree(seed: UInt64) {
        var random = Seeded(seed)
        var writer = JSONWriter()
        let text = random.text(upTo: 30)
        writer.object { writer in
            writer.member("a", text)
            writer.key(verbatim: text)
            writer.array { writer in
                writer.value(12)
                writer.value(0.5)
                writer.null()
                writer.object { _ in }
                writer.array { _ in }
                writer.value(true)
            }
        }
        let document = writer.finish()
        let tree = JSONTree(document)
        var copy = JSONWriter()
        copy.tree(tree)
        #expect(copy.finish() == document, "seed \(seed)")
        #expect(tree["a"]?.text == text, "seed \(seed)")
    }
}
