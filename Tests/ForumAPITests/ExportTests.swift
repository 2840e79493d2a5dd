import Bytes
import Digests
import Foundation
import HTTPTypes
import HTTPWire
import SQLite
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
        let whole = forum.send("/v1/exports/datapackage.json")
        let ownDigest = Data(SHA256.hash(whole.body)).base64EncodedString()
        #expect(try whole.fields[#require(HTTPField.Name("Repr-Digest"))] == "sha-256=:\(ownDigest):")
        let package = try forum.object("/v1/exports/datapackage.json")
        let resources = try #require(package["resources"] as? [[String: Any]])
        #expect(resources.count == Export.all.count * Export.Form.allCases.count + 1)
        for resource in resources {
            let path = try #require(resource["path"] as? String)
            let response = forum.send("/v1/exports/\(path)")
            #expect(response.fields[.acceptRanges] == "bytes")
            let content = Self.content(response)
            #expect(resource["bytes"] as? Int == content.count, "\(path)")
            let digest = SHA256.hash(content)
            #expect(resource["hash"] as? String == "sha256:" + digest.hexadecimal, "\(path)")
            let name = try #require(HTTPField.Name("Repr-Digest"))
            #expect(response.fields[name] == "sha-256=:\(Data(digest).base64EncodedString()):", "\(path)")
            #expect(response.fields[.totalCount] == (resource["row_count"] as? Int).map(String.init), "\(path)")
            // Readers of data packages hold JSON arrays and databases to no rows, and refuse a package that tells some.
            let isTable = path.hasSuffix(".csv") || path.hasSuffix(".ndjson")
            #expect(resource["rows"] as? Int == (isTable ? resource["row_count"] as? Int : nil), "\(path)")
            let fields = (resource["schema"] as? [String: Any])?["fields"] as? [[String: String]]
            if let fields {
                let header = String(decoding: response.body, as: UTF8.self).prefix { $0 != "\r\n" }
                #expect(fields.compactMap { $0["name"] }.joined(separator: ",") == header)
            }
            #expect((fields != nil) == (resource["format"] as? String == "csv"))
        }
    }

    @Test("the list of the files tells of each what its answer is, the description's own file included")
    func files() throws {
        let files = try forum.data("/v1/exports")
        #expect(files.count == Export.all.count * Export.Form.allCases.count + 2)
        #expect(Set(files.compactMap { $0["id"] as? String }).count == files.count)
        for file in files {
            let url = try #require(file["url"] as? String)
            let response = forum.send(url)
            let content = Self.content(response)
            #expect(response.status == .ok && file["bytes"] as? Int == content.count, "\(url)")
            #expect(file["sha256"] as? String == SHA256.hash(content).hexadecimal, "\(url)")
            #expect((file["rows"] as? Int).map(String.init) == response.fields[.totalCount], "\(url)")
            let type = try #require(file["media_type"] as? String)
            #expect(response.fields[.contentType]?.hasPrefix(type) == true, "\(url)")
        }
    }

    /// All that an answer sends.
    private static func content(_ response: Response) -> [UInt8] {
        response.source.map { $0.read(0..<$0.count) } ?? response.body
    }

    @Test(
        "a long export is the same bytes from a file as from memory, and is made once", arguments: Export.Form.allCases)
    func spooled(form: Export.Form) throws {
        let spooling = try Forum(configuration: .init(version: "1.2.3", spool: ExportSpool(memory: 10)))
        for export in Export.all {
            let path = "/v1/exports/\(export.fileName(form))"
            let (short, long) = (forum.send(path), spooling.send(path))
            #expect(short.source == nil && long.source != nil && long.body.isEmpty)
            #expect(Self.content(short) == Self.content(long), "\(path)")
            #expect(short.fields == long.fields)
            #expect(spooling.send(path).source === long.source)
        }
        let marked = spooling.send("/v1/exports/talks.csv?bom=1&csv_safe=1")
        #expect(Self.content(marked) == forum.send("/v1/exports/talks.csv?bom=1&csv_safe=1").body)
        let source = try #require(marked.source)
        #expect(source.read(3..<5) == Array(Self.content(marked)[3..<5]))
        #expect(source.read(source.count - 1..<source.count + 5).count == 1)
    }

    @Test("the database is the same bytes from two stores, holds every passage, and needs nothing of this program")
    func database() throws {
        let other = try Forum()
        let first = Self.content(forum.send("/v1/exports/corpus.sqlite"))
        #expect(first.starts(with: Array("SQLite format 3\0".utf8)))
        #expect(first == Self.content(other.send("/v1/exports/corpus.sqlite")))
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("corpus-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(first).write(to: URL(fileURLWithPath: path))
        let database = try Connection(path: path, access: .readOnly)
        let passages = try database.prepare("SELECT count(*) FROM passages")
        #expect(try passages.step() && passages.string(at: 0) == String(forum.store.counts.passages))
        let check = try database.prepare("PRAGMA integrity_check")
        #expect(try check.step() && check.string(at: 0) == "ok")
        // The store is read on as before.
        #expect(forum.send("/v1/talks").status == .ok)
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
