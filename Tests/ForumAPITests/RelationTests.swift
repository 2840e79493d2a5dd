import Foundation
import HTTPTypes
import Testing

@testable import ForumAPI
@testable import ForumStore

@Suite("What things have to do with each other")
struct RelationTests {
    private let forum: Forum

    init() throws {
        forum = try Forum()
    }

    /// Axes and filters, those of the axes' own rows among them.
    private static let matrices =
        MatrixAxis.allCases.flatMap { rows in
            MatrixAxis.allCases.filter { $0 != rows }.map { "rows=\(rows.rawValue)&cols=\($0.rawValue)" }
        } + [
            "topic=noise", "topic__ne=noise", "panelist=서도윤", "role__ne=moderator", "kind=bullet&topic=noise",
            "panelist=서도윤&rows=role&cols=topic", "role=discussant&rows=panelist&cols=affiliation",
            "talk=haneul-d1&rows=kind&cols=topic&topic=noise&topic=airspace",
        ]

    @Test("a matrix counts what its addresses list, on both axes and in every cell", arguments: matrices)
    func matrix(query: String) throws {
        let matrix = try forum.object("/v1/matrix?\(query)")
        for name in ["rows", "cols"] {
            let axis = try #require(matrix[name] as? [String: Any])
            let values = try #require(axis["data"] as? [[String: Any]])
            #expect(axis["total"] as? Int == values.count)
            for value in values { try check(value) }
        }
        for cell in try #require(matrix["cells"] as? [[String: Any]]) { try check(cell) }
    }

    private func check(_ cell: [String: Any]) throws {
        let url = try #require(cell["url"] as? String)
        let page = try #require(try forum.object(url)["page"] as? [String: Any])
        #expect(page["total"] as? Int == cell["count"] as? Int, "\(url)")
    }

    @Test("a matrix is not empty, needs two axes, and gives no more values than asked for")
    func matrixEdges() throws {
        let matrix = try forum.object("/v1/matrix?rows=talk&cols=topic&limit=1")
        #expect(((matrix["cols"] as? [String: Any])?["data"] as? [Any])?.count == 1)
        #expect(try #require((matrix["cols"] as? [String: Any])?["total"] as? Int) > 1)
        #expect((matrix["cells"] as? [Any])?.isEmpty == false)
        let problem = try forum.object("/v1/matrix?rows=topic&cols=topic", status: 400)
        #expect((problem["errors"] as? [[String: Any]])?.first?["parameter"] as? String == "cols")
    }

    @Test(
        "topics are spoken of together in windows that the evidence shows",
        arguments: ["passage", "section", "talk"])
    func cooccurrence(window: String) throws {
        let pairs = try forum.data("/v1/topics/cooccurrence?window=\(window)&general=1")
        #expect(!pairs.isEmpty)
        for pair in pairs {
            let topics = try #require(pair["topics"] as? [[String: Any]]).compactMap { $0["id"] as? String }
            #expect(Set(topics).count == 2)
            let evidence = try #require(pair["evidence"] as? [[String: Any]])
            #expect(evidence.count == min(Limits.cooccurrenceEvidence, try #require(pair["windows"] as? Int)))
            for window in evidence {
                let passages = try #require(window["passages"] as? [[String: Any]])
                for (topic, passage) in zip(topics, passages) {
                    let whole = try forum.object(try #require(passage["url"] as? String))
                    let spoken = (whole["topics"] as? [[String: Any]])?.compactMap { $0["id"] as? String } ?? []
                    #expect(spoken.contains(topic))
                }
            }
        }
        let all = try forum.object("/v1/topics/cooccurrence?window=\(window)&general=1&limit=500")
        let total = try #require((all["page"] as? [String: Any])?["total"] as? Int)
        #expect((all["data"] as? [Any])?.count == total)
    }

    @Test("pairs can be asked for by topic, and general topics are left out unless asked for")
    func pairsOfTopic() throws {
        for pair in try forum.data("/v1/topics/cooccurrence?topic=airspace&general=1&window=talk") {
            #expect((pair["topics"] as? [[String: Any]])?.contains { $0["id"] as? String == "airspace" } == true)
        }
        for pair in try forum.data("/v1/topics/cooccurrence?window=talk") {
            #expect((pair["topics"] as? [[String: Any]])?.contains { $0["id"] as? String == "drone" } == false)
        }
    }

    @Test("a timeline holds the topic's passages, page by page, in order")
    func timeline() throws {
        var next: String? = "/v1/topics/noise/timeline?limit=7"
        var seen: [String] = []
        while let target = next {
            let page = try forum.object(target)
            let data = try #require(page["data"] as? [[String: Any]])
            seen += data.compactMap { ($0["passage"] as? [String: Any])?["id"] as? String }
            next = (page["page"] as? [String: Any])?["next_url"] as? String
        }
        #expect(seen == (try forum.identifiers("/v1/topics/noise/passages?limit=500")))
        _ = try forum.object("/v1/topics/nois/timeline", status: 404)
    }

    @Test("include adds members to things and changes none that are there")
    func include() throws {
        let plain = try forum.object("/v1/talks/haneul-d1")
        let full = try forum.object("/v1/talks/haneul-d1?include=passages,topics.broader,panelists&include=event")
        for (name, value) in plain {
            let added = try #require(full[name])
            if value is String || value is Int { #expect("\(added)" == "\(value)", "\(name)") }
        }
        #expect((full["passages"] as? [Any])?.count == (plain["counts"] as? [String: Int])?["passages"])
        #expect((full["event"] as? [String: Any])?["classification"] as? String == "hearing")
        let topics = try #require(full["topics"] as? [[String: Any]])
        let noise = try #require(topics.first { $0["id"] as? String == "noise" })
        #expect((noise["broader"] as? [String: Any])?["labels"] as? [String: String] == ["ko": "드론", "en": "Drone"])
        #expect(noise["weight"] != nil && noise["aliases"] != nil)

        let list = try forum.data("/v1/talks?include=sections&fields=id,sections.title")
        #expect(list.allSatisfy { $0["sections"] is [Any] })
        let people = try forum.data("/v1/panelists?include=talks")
        for person in people {
            #expect((person["talks"] as? [Any])?.count == (person["counts"] as? [String: Int])?["talks"])
        }
        let problem = try forum.object("/v1/talks?include=passage", status: 400)
        #expect((problem["errors"] as? [[String: Any]])?.first?["nearest"] as? String == "passages")
    }

    @Test("what include makes has the members of the reference and of the whole, and no others, whatever is included")
    func includeSchemas() throws {
        for route in Route.all {
            guard let include = route.parameters.first(where: { $0.name == "include" }),
                case .words(let paths) = include.domain, !route.path.description.contains("{"),
                case .list(let item, _) = route.answer, let component = item.component
            else { continue }
            let needed = route.parameters.contains { $0.isRequired } ? "q=%EC%86%8C%EC%9D%8C&" : ""
            for path in paths {
                let target = "\(route.path)?\(needed)include=\(path)&limit=3"
                let items = try forum.data(target)
                #expect(items.count > 0, "\(route.name) \(path)")
                let schema = Self.including(path.split(separator: ".").map(String.init)[...], in: item, of: component)
                #expect(items.flatMap { SchemaTests.departures($0, from: schema) } == [], "\(route.name) \(path)")
                let chosen = try forum.data("\(target)&fields=\(path)")
                #expect(
                    chosen.contains { $0[String(path.prefix { $0 != "." })] != nil }, "\(route.name) \(path)")
            }
        }
    }

    /// The schema of a thing into which something is included.
    private static func including(_ path: ArraySlice<String>, in schema: Schema, of component: Component) -> Schema {
        guard let name = path.first,
            let inclusion = Inclusion.all(of: component).first(where: { $0.name == name })
        else { return schema }
        return .object(
            schema.members.map { member in
                guard member.name == name else { return member }
                let whole = completed(member.schema, by: inclusion.component, path.dropFirst())
                return .init(name: name, schema: whole, summary: member.summary, isRequired: true)
            })
    }

    private static func completed(_ schema: Schema, by component: Component, _ path: ArraySlice<String>) -> Schema {
        switch schema {
        case .optional(let schema): return .optional(completed(schema, by: component, path))
        case .list(let schema): return .list(completed(schema, by: component, path))
        default:
            let names = schema.members.map(\.name)
            let more = component.schema.members.filter { !names.contains($0.name) }
            return including(path, in: .object(schema.members + more), of: component)
        }
    }

    @Test("include is bounded by a named limit")
    func includeLimit() throws {
        var includer = Includer(store: forum.store)
        let talk = JSONTree(forum.send("/v1/passages/haneul-d1.p1").body)
        let many = JSONTree.array(Array(repeating: talk, count: Limits.includedThings))
        #expect(throws: Problem.self) { try includer.including(["talk"], in: many, of: .passage) }
    }

    @Test("a list is sorted by several keys, the first one first")
    func sorting() throws {
        let talks = try forum.data("/v1/talks?sort=-kind,id")
        let keys = talks.compactMap { talk in
            (talk["kind"] as? String).flatMap { kind in (talk["id"] as? String).map { (kind, $0) } }
        }
        #expect(keys.count == talks.count)
        for (before, after) in zip(keys, keys.dropFirst()) {
            #expect(before.0 > after.0 || before.0 == after.0 && before.1 < after.1)
        }
        let passages = try forum.identifiers("/v1/passages?sort=kind,-characters&limit=500")
        var paged: [String] = []
        var next: String? = "/v1/passages?sort=kind,-characters&limit=9"
        while let target = next {
            let page = try forum.object(target)
            paged += (page["data"] as? [[String: Any]])?.compactMap { $0["id"] as? String } ?? []
            next = (page["page"] as? [String: Any])?["next_url"] as? String
        }
        #expect(paged == passages)
    }
}
