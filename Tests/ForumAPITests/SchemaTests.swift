import Bytes
import Foundation
import Testing

@testable import ForumAPI

@Suite("Schemas, the interface's description and type declarations")
struct SchemaTests {
    private let forum: Forum

    init() throws {
        forum = try Forum()
    }

    /// Where a JSON value departs from a schema, members that the schema does not know included.
    static func departures(_ value: Any, from schema: Schema, at path: String = "$") -> [String] {
        switch schema {
        case .text: value is String ? [] : ["\(path): \(value) is no string"]
        case .address:
            (value as? String)?.hasPrefix("/") == true ? [] : ["\(path): \(value) is no address"]
        case .word(let words):
            (value as? String).map(words.contains) == true ? [] : ["\(path): \(value) is none of \(words)"]
        case .integer: value is Int && !isFlag(value) ? [] : ["\(path): \(value) is no whole number"]
        case .number: value is Double && !isFlag(value) ? [] : ["\(path): \(value) is no number"]
        case .flag: isFlag(value) ? [] : ["\(path): \(value) is no flag"]
        case .optional(let schema): value is NSNull ? [] : departures(value, from: schema, at: path)
        case .list(let schema):
            (value as? [Any]).map { $0.flatMap { departures($0, from: schema, at: path + "[]") } }
                ?? ["\(path): no array"]
        case .map(let schema):
            (value as? [String: Any]).map { $0.flatMap { departures($0.value, from: schema, at: "\(path).\($0.key)") } }
                ?? ["\(path): no object"]
        case .either(let schemas):
            schemas.contains { departures(value, from: $0, at: path).isEmpty } ? [] : ["\(path): none of the schemas"]
        case .foreign, .part: value is [String: Any] ? [] : ["\(path): no object"]
        case .named(let component): departures(value, from: component.schema, at: path)
        case .object, .extended: departures(value, fromMembers: schema.members, at: path)
        }
    }

    private static func departures(_ value: Any, fromMembers members: [Schema.Member], at path: String) -> [String] {
        guard let object = value as? [String: Any] else { return ["\(path): no object"] }
        let unknown = Set(object.keys).subtracting(members.map(\.name)).map { "\(path).\($0): not documented" }
        return unknown
            + members.flatMap { member in
                guard let value = object[member.name] else {
                    return member.isRequired ? ["\(path).\(member.name): missing"] : []
                }
                return departures(value, from: member.schema, at: "\(path).\(member.name)")
            }
    }

    /// Whether a number was written as `true` or `false`.
    private static func isFlag(_ value: Any) -> Bool {
        (value as? NSNumber).map { String(cString: $0.objCType) == "c" } == true
    }

    @Test("every answer holds what its schema says, and nothing else")
    func answers() throws {
        for route in Route.all {
            guard let schema = route.answer.schema else { continue }
            for path in try paths(route) {
                let separator = path.contains("?") ? "&" : "?"
                let limit = route.parameters.first { $0.name == "limit" }
                var full = path
                if case .integer(let range)? = limit?.domain { full += "\(separator)limit=\(range.upperBound)" }
                if case .words(let words)? = route.parameters.first(where: { $0.name == "facet" })?.domain {
                    full += "&facet=" + words.joined(separator: ",")
                }
                let answer = try JSONSerialization.jsonObject(with: Data(forum.send(full).body))
                #expect(Self.departures(answer, from: schema) == [], "\(full)")
            }
        }
    }

    @Test("every problem holds what its schema says")
    func problems() throws {
        for (target, status) in [
            ("/v1/talks?evnt=1", 400), ("/v1/talks?kind=1", 400), ("/v1/talk", 404), ("/v1/talks?cursor=a", 400),
            ("/v1/talks/", 308), ("/v1/talks/x%", 400), ("/v1/talks/haneul-d9", 404),
        ] {
            let problem = try forum.object(target, status: status)
            #expect(Self.departures(problem, from: .named(.problem)) == [], "\(target)")
        }
    }

    /// All paths that the corpus has for a route.
    private func paths(_ route: Route) throws -> [String] {
        let pattern = route.path.description
        if route.name == "quotes" {
            return ["소음과 공역", "소음과공역", "공역이 좁다"].map { "\(pattern)?text=\(PercentEncoding.encode($0))" }
        }
        if ["search", "suggest"].contains(route.name) {
            return ["소음", "공역", "없는말"].map { "\(pattern)?q=\(PercentEncoding.encode($0))" }
        }
        guard let open = pattern.firstIndex(of: "{"), let close = pattern.firstIndex(of: "}") else { return [pattern] }
        let name = String(pattern[pattern.index(after: open)..<close])
        let ids =
            name == "problem"
            ? ProblemKind.allCases.map(\.rawValue) : try forum.identifiers("/v1/\(name)s?limit=500")
        let paths = ids.map { pattern.replacing("{\(name)}", with: $0) }
        return route.name == "passage" ? paths.prefix(5).map { $0 + "?context=2" } + paths : paths
    }

    @Test("the description names every route, parameter and schema, and every reference in it leads somewhere")
    func description() throws {
        let document = try forum.object("/openapi.json")
        #expect(document["openapi"] as? String == "3.1.0")
        let paths = try #require(document["paths"] as? [String: [String: [String: Any]]])
        #expect(Set(paths.keys) == Set(Route.all.map(\.path.description)))
        for route in Route.all {
            let operation = try #require(paths[route.path.description]?["get"])
            #expect(operation["operationId"] as? String == route.name)
            let parameters = try #require(operation["parameters"] as? [[String: Any]])
            #expect(
                parameters.compactMap { $0["name"] as? String }
                    == route.path.captures + route.parameters.map(\.name))
            for parameter in parameters {
                #expect((parameter["description"] as? String)?.hasSuffix(".") == true)
                #expect(parameter["schema"] is [String: Any])
            }
            let responses = try #require(operation["responses"] as? [String: [String: Any]])
            let content = try #require(responses["200"]?["content"] as? [String: [String: Any]])
            #expect(Set(content.keys) == Set(route.offers.map(\.rawValue)))
            #expect(responses["default"] != nil && (responses["206"] != nil) == route.isFile, "\(route.name)")
        }
        let text = String(decoding: forum.send("/openapi.json").body, as: UTF8.self)
        for reference in text.matches(of: /"\$ref":"#\/components\/(schemas|responses)\/([A-Za-z]+)"/) {
            let components = document["components"] as? [String: [String: Any]]
            #expect(components?[String(reference.1)]?[String(reference.2)] != nil, "\(reference.0)")
        }
    }

    @Test("every kind of problem is documented, at the routes under its status and for people")
    func statuses() throws {
        let document = try forum.object("/openapi.json")
        let paths = try #require(document["paths"] as? [String: [String: [String: Any]]])
        let components = try #require(document["components"] as? [String: [String: Any]])
        let guide = String(decoding: forum.send("/docs").body, as: UTF8.self)
        for kind in ProblemKind.allCases {
            let places = (components["responses"] ?? [:]).filter { _, response in
                ((response as? [String: Any])?["description"] as? String)?.contains(kind.address + " ") == true
            }
            #expect(places.count == 1, "\(kind.rawValue)")
            let reference = "#/components/responses/\(places.keys.first ?? "")"
            let statuses = Set(
                paths.values.flatMap { operations in
                    ((operations["get"]?["responses"] as? [String: [String: Any]]) ?? [:])
                        .filter { $0.value["$ref"] as? String == reference }.keys
                })
            #expect(statuses == ["default"] || statuses == [String(kind.status.code)], "\(kind.rawValue)")
            #expect(guide.contains("<code>\(kind.address)</code>"), "\(kind.rawValue)")
            #expect(kind.explanation.hasSuffix("."), "\(kind.rawValue)")
        }
        for (route, operations) in paths where route.contains("{") {
            #expect((operations["get"]?["responses"] as? [String: Any])?["404"] != nil, "\(route)")
        }
    }

    @Test("the description's examples are things that there are")
    func examples() throws {
        let document = try forum.object("/openapi.json")
        let paths = try #require(document["paths"] as? [String: [String: [String: Any]]])
        var count = 0
        for route in Route.all {
            for parameter in paths[route.path.description]?["get"]?["parameters"] as? [[String: Any]] ?? [] {
                guard let name = parameter["name"] as? String, let example = parameter["example"] else { continue }
                count += 1
                let value = (example as? [String])?.first ?? example as? String ?? ""
                let target =
                    parameter["in"] as? String == "path"
                    ? route.path.description.replacing("{\(name)}", with: PercentEncoding.encode(value))
                    : "/v1/passages?\(name)=\(PercentEncoding.encode(value))"
                guard !name.hasPrefix("broader") else { continue }
                #expect(forum.send(target).status == .ok, "\(target)")
            }
        }
        #expect(count > 50)
    }

    @Test("everything that an answer holds is described in sentences, members of members too")
    func sentences() {
        for component in Component.allCases {
            #expect(component.summary.count > 1 && component.summary.hasSuffix("."))
            #expect(Self.undescribed(component.schema) == [], "\(component.rawValue)")
        }
        for route in Route.all { #expect(Self.undescribed(route.answer.schema ?? .text) == [], "\(route.name)") }
    }

    /// The members of a schema that no sentence describes, those with a name of their own left to themselves.
    private static func undescribed(_ schema: Schema) -> [String] {
        switch schema {
        case .object(let members), .extended(_, let members):
            members.flatMap { member in
                let isDescribed = member.summary.count > 1 && member.summary.hasSuffix(".")
                return (isDescribed ? [] : [member.name]) + undescribed(member.schema).map { "\(member.name).\($0)" }
            }
        case .optional(let schema), .list(let schema), .map(let schema): undescribed(schema)
        case .either(let schemas): schemas.flatMap(undescribed)
        case .text, .address, .word, .integer, .number, .flag, .foreign, .part, .named: []
        }
    }

    @Test("the type declarations name every schema and address, with balanced brackets")
    func types() {
        let text = String(decoding: forum.send("/types.d.ts").body, as: UTF8.self)
        for component in Component.allCases { #expect(text.contains("export interface \(component.rawValue) {")) }
        for route in Route.all where route.answer.schema != nil { #expect(text.contains("\"\(route.path)\": ")) }
        let code = text.split(separator: "\n").filter { !$0.contains("/**") && !$0.hasPrefix("//") }.joined()
        for (open, close) in [("{", "}"), ("<", ">")] as [(Character, Character)] {
            #expect(code.count { $0 == open } == code.count { $0 == close })
        }
    }
}
