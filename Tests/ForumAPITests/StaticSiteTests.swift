import Foundation
import Proceedings
import Testing

@testable import ForumAPI

@Suite("The static site")
struct StaticSiteTests {
    private func files(_ forum: Forum) throws -> [String: [UInt8]] {
        var site = StaticSite(api: forum.api, store: forum.store)
        var files: [String: [UInt8]] = [:]
        while let file = try site.next() {
            var bytes: [UInt8] = []
            try file.content.forEachPiece { bytes += $0 }
            #expect(files.updateValue(bytes, forKey: file.path) == nil, "\(file.path) stands twice")
        }
        files[StaticSite.descriptionName] = site.description
        return files
    }

    /// The links of a document, as a browser would follow them.
    private func links(_ value: Any, under name: String = "") -> [String] {
        if let object = value as? [String: Any] { return object.flatMap { links($0.value, under: $0.key) } }
        if let array = value as? [Any] { return array.flatMap { links($0, under: name) } }
        // A base is what links are resolved against, and none itself.
        guard name == "url" || name.hasSuffix("_url"), name != "base_url", let text = value as? String else {
            return []
        }
        return [String(text.prefix { $0 != "#" })]
    }

    @Test("every link in every file leads to a file", arguments: [false, true])
    func closed(hasVoices: Bool) throws {
        let files = try files(hasVoices ? Forum(VoiceCorpus.make()) : Forum())
        var count = 0
        for (path, bytes) in files
        where path.hasSuffix(".json") && !path.hasPrefix("v1/exports/") && path != "openapi.json" {
            for link in links(try JSONSerialization.jsonObject(with: Data(bytes))) {
                let target = try #require(link.removingPercentEncoding)
                #expect(files[String(target.dropFirst())] != nil, "\(path) links to \(link)")
                count += 1
            }
        }
        #expect(count > 100)
        for (path, bytes) in files where path.hasSuffix(".jsonld") {
            for link in links(try JSONSerialization.jsonObject(with: Data(bytes))) {
                let target = try #require(link.removingPercentEncoding)
                #expect(files[String(target.dropFirst())] != nil, "\(path) links to \(link)")
            }
        }
        for (path, pattern) in [
            ("docs/index.html", /href="(\/[^"]*)"/), (".well-known/api-catalog", /"href":"([^"]*)"/),
        ] {
            let text = String(decoding: files[path] ?? [], as: UTF8.self)
            let links = text.matches(of: pattern).map { String($0.1) }
            #expect(links.count > 3)
            for link in links where link != "/readyz" {
                #expect(files[String(link.dropFirst())] != nil, "\(path) links to \(link)")
            }
        }
        let talk = hasVoices ? "case-k1" : "haneul-k1"
        for path in [
            "v1.json", "v1/talks/index.json", "v1/talks/\(talk).json", "v1/talks/\(talk).md", "openapi.json",
            "v1/talks/\(talk)/passages/index.json", "v1/talks/\(talk)/outline.json", "types.d.ts",
            "v1/exports/talks.csv", "v1/exports/corpus.sqlite", "v1/exports/datapackage.json",
            "problems/not-found.json", "docs/index.html", ".well-known/api-catalog",
        ] {
            #expect(files[path] != nil, "\(path)")
        }
    }

    @Test("a thing and a list are what the server answers, but for their links")
    func content() throws {
        let forum = try Forum()
        let files = try files(forum)
        let talk = try #require(
            try JSONSerialization.jsonObject(with: Data(files["v1/talks/haneul-k1.json"] ?? [])) as? [String: Any])
        let served = try forum.object("/v1/talks/haneul-k1")
        #expect(talk["title"] as? String == served["title"] as? String && Set(talk.keys) == Set(served.keys))
        #expect(talk["url"] as? String == "/v1/talks/haneul-k1.json")
        #expect(files["v1/exports/talks.csv"] == forum.send("/v1/exports/talks.csv").body)
        #expect(files["v1/talks/haneul-k1.md"] == forum.send("/v1/talks/haneul-k1.md").body)
    }

    @Test("what only a server can answer is named, and nothing else is left out")
    func left() throws {
        let files = try files(Forum())
        let description = try #require(
            try JSONSerialization.jsonObject(with: Data(files[StaticSite.descriptionName] ?? [])) as? [String: Any])
        #expect(description["files"] as? Int == files.count - 1)
        let names = (description["not_static"] as? [[String: Any]] ?? []).compactMap { $0["name"] as? String }
        #expect(Set(["search", "suggest", "quotes", "livez", "readyz", "metrics"]).isSubset(of: Set(names)))
        #expect(!names.contains("talks") && !names.contains("openapi"))
    }

    @Test("the same store gives the same files")
    func reproducible() throws {
        #expect(try files(Forum()) == files(Forum()))
    }

    @Test(
        "a name never leaves its folder, hides, or is longer than file systems take",
        arguments: [
            ("/v1/talks", true, "v1/talks/index.json", "/v1/talks/index.json"),
            ("/v1/panelists/%ED%99%8D", false, "v1/panelists/홍.json", "/v1/panelists/%ED%99%8D.json"),
            ("/v1/talks/..%2Fa", false, "v1/talks/%2E.%2Fa.json", "/v1/talks/%252E.%252Fa.json"),
            ("/v1/talks/%25", false, "v1/talks/%25.json", "/v1/talks/%2525.json"),
            // What Windows does not take.
            ("/v1/panelists/CON", false, "v1/panelists/%43ON.json", "/v1/panelists/%2543ON.json"),
            ("/v1/panelists/nul.x", false, "v1/panelists/%6Eul.x.json", "/v1/panelists/%256Eul.x.json"),
            ("/v1/panelists/Com1", false, "v1/panelists/%43om1.json", "/v1/panelists/%2543om1.json"),
            ("/v1/panelists/lpt%C2%B9", false, "v1/panelists/%6Cpt¹.json", "/v1/panelists/%256Cpt%C2%B9.json"),
            ("/v1/panelists/Comma", false, "v1/panelists/Comma.json", "/v1/panelists/Comma.json"),
            ("/v1/topics/con/timeline", false, "v1/topics/%63on/timeline.json", "/v1/topics/%2563on/timeline.json"),
            (
                "/v1/panelists/a%3Ab%3F%2A%7C%22%3C%3E%5C", false, "v1/panelists/a%3Ab%3F%2A%7C%22%3C%3E%5C.json",
                "/v1/panelists/a%253Ab%253F%252A%257C%2522%253C%253E%255C.json"
            ),
            ("/v1/panelists/a.", false, "v1/panelists/a%2E.json", "/v1/panelists/a%252E.json"),
            ("/v1/panelists/a%20", false, "v1/panelists/a%20.json", "/v1/panelists/a%2520.json"),
        ])
    func names(target: String, isFolder: Bool, path: String, address: String) throws {
        let place = StaticAddress(try Target(path: target), isFolder: isFolder, ending: "json")
        #expect(place.path == path && place.address == address)
        let long = StaticAddress(
            try Target(path: "/v1/a", query: "q=" + String(repeating: "가", count: 100)), isFolder: false, ending: "json"
        )
        #expect(long.segments.allSatisfy { $0.utf8.count < 255 })
    }

    @Test("names that differ in letter case alone are files of different names, each linked to by its own")
    func letterCase() throws {
        var corpus = TestCorpus.make()
        let ids = ["KIM", "Kim", "kim", "CON", "x.json-1", "a/b", "a:b?", "..-1"]
        corpus.panelists += ids.map { Panelist(id: .init($0), name: $0) }
        let talk = corpus.events[0].talks[0].talk
        corpus.events[0].talks[0].talk.participations = ids.map { id in
            var participation = talk.participations[0]
            participation.panelist = .init(id)
            participation.name = id
            return participation
        }
        let forum = try Forum(corpus)
        let files = try files(forum)
        #expect(Set(files.keys.map { $0.lowercased() }).count == files.count)
        #expect(
            files.keys.allSatisfy {
                !$0.contains(/[:?*|"<>\\]|\/(con|nul)\.|\/\./.ignoresCase()) || $0.hasPrefix(".well")
            })
        let list = try #require(
            try JSONSerialization.jsonObject(with: Data(files["v1/panelists/index.json"] ?? [])) as? [String: Any])
        let items = try #require(list["data"] as? [[String: Any]])
        for id in ids {
            let item = try #require(items.first { $0["id"] as? String == id })
            let path = try #require((item["url"] as? String)?.removingPercentEncoding)
            let file = try #require(files[String(path.dropFirst())], "\(id): \(path)")
            let object = try #require(try JSONSerialization.jsonObject(with: Data(file)) as? [String: Any])
            #expect(object["id"] as? String == id)
            // And the server finds each at the address that it gives.
            let served = try forum.data("/v1/panelists?limit=500").first { $0["id"] as? String == id }
            #expect(try forum.object(try #require(served?["url"] as? String))["id"] as? String == id)
        }
    }
}
