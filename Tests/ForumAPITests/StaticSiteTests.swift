import Foundation
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
        ])
    func names(target: String, isFolder: Bool, path: String, address: String) throws {
        let place = StaticAddress(try Target(path: target), isFolder: isFolder, ending: "json")
        #expect(place.path == path && place.address == address)
        let long = StaticAddress(
            try Target(path: "/v1/a", query: "q=" + String(repeating: "가", count: 100)), isFolder: false, ending: "json"
        )
        #expect(long.segments.allSatisfy { $0.utf8.count < 255 })
    }
}
