import Crypto
import Foundation
import HTTPTypes
import Testing

@testable import ForumAPI

@Suite("Exports")
struct ExportTests {
    private let forum: Forum

    init() throws {
        forum = try Forum()
    }

    @Test(
        "an export holds what the list holds, in every form",
        arguments: ["events", "talks", "panelists", "topics", "passages"])
    func content(name: String) throws {
        let items = try forum.data("/v1/\(name)?limit=500").map { $0 as NSDictionary }
        let json = forum.send("/v1/exports/\(name).json")
        #expect(try JSONSerialization.jsonObject(with: Data(json.body)) as? [NSDictionary] == items)
        #expect(json.fields[.totalCount] == String(items.count) && json.entityTag != nil)
        #expect(forum.send("/v1/exports/\(name).ndjson").body == forum.send("/v1/\(name).ndjson?limit=500").body)
        #expect(forum.send("/v1/exports/\(name).csv").body == forum.send("/v1/\(name).csv?limit=500").body)
    }

    @Test("mentions are exported with where they stand, those of titles without a passage")
    func mentions() throws {
        let rows = try #require(
            try JSONSerialization.jsonObject(with: Data(forum.send("/v1/exports/mentions.json").body))
                as? [[String: Any]])
        #expect(rows.count == forum.store.counts.mentions)
        #expect(rows.first?["passage"] is NSNull && rows.first?["surface"] as? String == "드론")
        #expect((rows.last?["passage"] as? [String: String])?["id"] == "workshop-t1.p1")
    }

    @Test("the description tells each file's hash, size, rows and columns truly")
    func description() throws {
        let package = try forum.object("/v1/exports/datapackage.json")
        let resources = try #require(package["resources"] as? [[String: Any]])
        #expect(resources.count == Export.all.count * Export.Form.allCases.count)
        for resource in resources {
            let path = try #require(resource["path"] as? String)
            let response = forum.send("/v1/exports/\(path)")
            #expect(resource["bytes"] as? Int == response.body.count, "\(path)")
            let digest = Array(SHA256.hash(data: response.body))
            #expect(resource["hash"] as? String == "sha256:" + digest.hexadecimal, "\(path)")
            let name = try #require(HTTPField.Name("Repr-Digest"))
            #expect(response.fields[name] == "sha-256=:\(Data(digest).base64EncodedString()):", "\(path)")
            #expect(response.fields[.totalCount] == (resource["rows"] as? Int).map(String.init), "\(path)")
            let fields = (resource["schema"] as? [String: Any])?["fields"] as? [[String: String]]
            if let fields {
                let header = String(decoding: response.body, as: UTF8.self).prefix { $0 != "\r\n" }
                #expect(fields.compactMap { $0["name"] }.joined(separator: ",") == header)
            }
            #expect((fields != nil) == (resource["format"] as? String == "csv"))
        }
    }

    @Test("two stores of the same corpus export the same bytes")
    func reproducible() throws {
        let other = try Forum()
        for export in Export.all {
            for form in Export.Form.allCases {
                let path = "/v1/exports/\(export.fileName(form))"
                #expect(forum.send(path).body == other.send(path).body, "\(path)")
            }
        }
        #expect(
            forum.send("/v1/exports/datapackage.json").body == other.send("/v1/exports/datapackage.json").body)
    }
}
