import Foundation
import Testing

@testable import ForumAPI

/// Fields of CSV (RFC 4180), an empty one that is quoted told from one that is absent.
private struct CSVReader {
    private(set) var rows: [[String?]] = []

    init(_ text: String) {
        var (row, field, isQuoted, wasQuoted) = ([String?](), "", false, false)
        var scalars = Array(text.unicodeScalars)[...]
        func value() -> String? { field.isEmpty && !wasQuoted ? nil : field }
        while let scalar = scalars.popFirst() {
            switch (scalar, isQuoted) {
            case ("\"", true) where scalars.first == "\"":
                scalars.removeFirst()
                field.append("\"")
            case ("\"", _): (isQuoted, wasQuoted) = (!isQuoted, true)
            case (",", false), ("\n", false):
                row.append(value())
                (field, wasQuoted) = ("", false)
                guard scalar == "\n" else { break }
                rows.append(row)
                row = []
            case ("\r", false): break
            default: field.unicodeScalars.append(scalar)
            }
        }
    }
}

@Suite("Tables that cannot lie")
struct CSVTests {
    private let forum: Forum

    init() throws {
        forum = try Forum()
    }

    private func tree(_ json: String) -> JSONTree { JSONTree(Array(json.utf8)) }

    private func cell(_ json: String, _ path: String, _ form: CellForm = .text) -> String? {
        CSVCell(tree(json), at: path.split(separator: ".").map(String.init)[...]).text(form)
    }

    @Test(
        "parallel values keep their places, and none reads as two, as nothing or as another",
        arguments: [
            (#"{"a":[{"b":"x","c":null},{"b":"y","c":"z"}]}"#, "a.c", "; z"),
            (#"{"a":[{"b":"x","c":null},{"b":"y","c":"z"}]}"#, "a.b", "x; y"),
            (#"{"a":[{"b":"x; y"},{"b":"z"}]}"#, "a.b", #""x; y"; z"#), (#"{"a":["s\"t","u"]}"#, "a", #""s""t"; u"#),
            (#"{"a":["","u"]}"#, "a", #"""; u"#), (#"{"a":[null,"u",null]}"#, "a", "; u; "), (#"{"a":[]}"#, "a", nil),
            (#"{"a":[{"b":["x","y"]},{"b":["z"]},{"b":[]}]}"#, "a.b", #""x; y"; z; """#),
            (#"{"a":{"en":"x","ko":"y; z"}}"#, "a", #"en: x; "ko: y; z""#), (#"{"a":null}"#, "a.b", nil),
            (#"{"a":""}"#, "a", ""), (#"{"a":"x; y"}"#, "a", "x; y"), (#"{"a":1.5}"#, "a", "1.5"),
        ] as [(String, String, String?)])
    func cells(json: String, path: String, text: String?) {
        #expect(cell(json, path) == text)
    }

    @Test("cells=json gives what stands in arrays as JSON, absent values as null")
    func json() {
        #expect(cell(#"{"a":[{"b":"x"},{"c":1}]}"#, "a.b", .json) == #"["x",null]"#)
        #expect(cell(#"{"a":[]}"#, "a.b", .json) == "[]" && cell(#"{"a":"x"}"#, "a", .json) == "x")
        #expect(cell(#"{"a":{"en":"x"}}"#, "a", .json) == #"{"en":"x"}"#)
    }

    @Test(
        "a table, read back, holds what the list does",
        arguments: ["events", "talks", "panelists", "topics", "passages", "sources", "corrections"])
    func same(list: String) throws {
        let items = try forum.data("/v1/\(list)?limit=500")
        for target in ["/v1/\(list).csv?cells=json", "/v1/exports/\(list).csv?cells=json"] {
            let table = CSVReader(String(decoding: forum.send(target).body, as: UTF8.self)).rows
            let heads = try #require(table.first).compactMap(\.self)
            #expect(table.count == items.count + 1)
            for (item, row) in zip(items, table.dropFirst()) {
                for (head, field) in zip(heads, row) {
                    let path = head.hasPrefix("voice_") ? head.replacing("_", with: ".", maxReplacements: 1) : head
                    #expect(Self.text(Self.value(item, path.split(separator: ".")[...])) == field, "\(list) \(head)")
                }
            }
        }
    }

    private static func value(_ value: Any, _ path: ArraySlice<Substring>) -> Any {
        guard let name = path.first else { return value }
        if let array = value as? [Any] { return array.map { Self.value($0, path) } }
        return (value as? [String: Any])?[String(name)].map { Self.value($0, path.dropFirst()) } ?? NSNull()
    }

    /// A value as a field: numbers and words of JSON as they are written.
    private static func text(_ value: Any) -> String? {
        if value is NSNull { return nil }
        if let text = value as? String { return text }
        guard
            let data = try? JSONSerialization.data(
                withJSONObject: value, options: [.fragmentsAllowed, .sortedKeys, .withoutEscapingSlashes])
        else { return "no JSON" }
        return String(decoding: data, as: UTF8.self)
    }

    @Test("lines and tables give every row where no limit is, and say so where one cuts them")
    func whole() throws {
        let total = try forum.data("/v1/passages?limit=500").count
        #expect(total > Limits.defaultPageSize)
        for form in ["csv", "ndjson"] {
            let all = forum.send("/v1/passages.\(form)")
            let heads = form == "csv" ? 1 : 0
            #expect(all.body.count { $0 == 10 } == total + heads && all.fields[.link] == nil)
            let some = forum.send("/v1/passages.\(form)?limit=3")
            #expect(some.body.count { $0 == 10 } == 3 + heads && some.fields[.link]?.contains("rel=\"next\"") == true)
            #expect(some.fields[.totalCount] == String(total))
        }
        #expect(try forum.data("/v1/passages").count == Limits.defaultPageSize)
    }

    @Test("an export takes the filters of its list")
    func filtered() throws {
        let ids = try forum.identifiers("/v1/passages?talk=haneul-r1&limit=500")
        let lines = String(decoding: forum.send("/v1/exports/passages.ndjson?talk=haneul-r1").body, as: UTF8.self)
            .split(separator: "\n")
        #expect(!ids.isEmpty && lines.count == ids.count)
        for (line, id) in zip(lines, ids) { #expect(line.hasPrefix("{\"id\":\"\(id)\"")) }
        #expect(forum.send("/v1/exports/passages.ndjson?talk=none").status == .badRequest)
        #expect(forum.send("/v1/exports/mentions.ndjson?talk=haneul-r1").status == .badRequest)
        #expect(forum.send("/v1/exports/topics.json?origin=derived").fields[.totalCount] == "1")
    }

    @Test("the description of the tables has keys that hold, and a sentence for each column")
    func package() throws {
        let package = try forum.object("/v1/exports/datapackage.json")
        let resources = try #require(package["resources"] as? [[String: Any]]).filter { $0["schema"] != nil }
        var tables: [String: [[String: String?]]] = [:]
        for resource in resources {
            let name = try #require(resource["name"] as? String)
            let table = CSVReader(String(decoding: forum.send("/v1/exports/\(name)").body, as: UTF8.self)).rows
            let heads = try #require(table.first).compactMap(\.self)
            tables[name] = table.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(heads, $0)) }
        }
        var (keys, references) = (0, 0)
        for resource in resources {
            let rows = try #require(tables[resource["name"] as? String ?? ""])
            let schema = try #require(resource["schema"] as? [String: Any])
            for field in try #require(schema["fields"] as? [[String: Any]]) {
                #expect((field["description"] as? String)?.hasSuffix(".") == true, "\(field)")
            }
            if let key = schema["primaryKey"] as? [String] {
                #expect(Set(rows.map { row in key.map { row[$0] ?? nil } }).count == rows.count)
                keys += 1
            }
            for reference in schema["foreignKeys"] as? [[String: Any]] ?? [] {
                let column = try #require(reference["fields"] as? String)
                let target = try #require(reference["reference"] as? [String: String])
                let known = Set(try #require(tables[target["resource"] ?? ""]).compactMap { $0["id"] ?? nil })
                #expect(known.isSuperset(of: rows.compactMap { $0[column] ?? nil }), "\(column)")
                references += 1
            }
        }
        #expect(keys == 7 && references >= 8)
    }
}
