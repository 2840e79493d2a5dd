import Bytes
import Foundation
import HTTPTypes
import Proceedings
import SeededNumbers
import Testing

@testable import ForumAPI

@Suite("The route table")
struct RouteTableTests {
    private let forum: Forum

    init() throws {
        forum = try Forum()
    }

    /// A path that fits the route's pattern and names something.
    private func path(_ route: Route) -> String {
        route.path.description.replacing("{event}", with: "haneul").replacing("{talk}", with: "haneul-d1")
            .replacing("{panelist}", with: "서도윤").replacing("{topic}", with: "noise")
            .replacing("{passage}", with: "haneul-d1.p7").replacing("{source}", with: "haneul")
            .replacing("{problem}", with: "not-found")
    }

    /// The parameters that a request to the route needs, with values, but the one that is given anyway.
    private func needs(_ route: Route, but given: String? = nil) -> String {
        route.parameters.filter { $0.isRequired && $0.name != given }
            .map { "\($0.name)=\(values($0).good)&" }.joined()
    }

    /// A value that the parameter allows, and one that it does not.
    private func values(_ parameter: Parameter) -> (good: String, bad: String?) {
        switch parameter.domain {
        case .integer(let range): (String(range.lowerBound), String(range.upperBound + 1))
        case .word(let words): (words.last ?? "", "nonsense")
        case .words(let words): (words.last ?? "", "nonsense")
        case .flag: ("1", "yes")
        case .text: (parameter == .quotedPart ? "말" : "a", "")
        case .cursor: ("", "")
        case .language: ("en", "fr")
        case .reference(let kind):
            switch kind {
            case .event, .source: ("haneul", "hanul")
            case .talk: ("haneul-d1", "haneul-d9")
            case .panelist: ("서도윤", "서도운")
            case .topic: ("noise", "nois")
            case .section: ("haneul-d1.s1", "haneul-d1.s9")
            case .passage: ("haneul-d1.p1", "haneul-d1.p99")
            case .affiliation: ("한빛신문", "한빛신분")
            }
        }
    }

    @Test("names and paths are unique, and everything is described in a sentence")
    func descriptions() {
        #expect(Set(Route.all.map(\.name)).count == Route.all.count)
        #expect(Set(Route.all.map(\.path.description)).count == Route.all.count)
        for route in Route.all {
            #expect(route.summary.hasSuffix("."))
            #expect(Set(route.parameters.map(\.name)).count == route.parameters.count, "\(route.name)")
            for parameter in route.parameters {
                #expect(parameter.summary.hasSuffix("."), "\(route.name) \(parameter.name)")
                let field = parameter.name.prefix { $0 != "_" }
                if parameter.isRepeatable, !["fields", "include", "facet"].contains(parameter.name) {
                    #expect(Parameter.subjects[String(field)] != nil, "\(parameter.name)")
                }
                if let initial = parameter.initial { #expect(throws: Never.self) { try parameter.check(initial) } }
            }
        }
    }

    @Test("every route answers, to HEAD as to GET, and declares itself to OPTIONS")
    func answers() {
        for route in Route.all {
            let path = "\(path(route))?\(needs(route))"
            let response = forum.send(path)
            #expect(response.status == .ok, "\(route.name): \(String(decoding: response.body, as: UTF8.self))")
            #expect(response.fields[.xContentTypeOptions] == "nosniff")
            #expect(response.fields[.contentType] == route.offers.first?.contentType)
            #expect(forum.send(path, method: .head).body == response.body)
            let options = forum.send(path, method: .options)
            #expect(options.status == .noContent && options.body.isEmpty)
            #expect(options.fields[.allow] == "GET, HEAD, OPTIONS")
        }
    }

    @Test("every other method is refused with what is allowed", arguments: ["POST", "PUT", "PATCH", "DELETE", "TRACE"])
    func methods(name: String) throws {
        let method = try #require(HTTPRequest.Method(name))
        for route in Route.all {
            let response = forum.send(path(route), method: method)
            #expect(response.status == .methodNotAllowed)
            #expect(response.fields[.allow] == "GET, HEAD, OPTIONS")
            #expect(response.fields[.contentType] == "application/problem+json")
        }
    }

    @Test("every declared parameter is taken, and a value outside its domain refused by name")
    func declared() throws {
        for route in Route.all {
            for parameter in route.parameters {
                let (good, bad) = values(parameter)
                if parameter.domain != .cursor {
                    let response = forum.send(
                        "\(path(route))?\(needs(route, but: parameter.name))\(parameter.name)=\(good)")
                    #expect(
                        response.status == .ok,
                        "\(route.name) \(parameter.name): \(String(decoding: response.body, as: UTF8.self))")
                    let twice = forum.send(
                        "\(path(route))?\(needs(route, but: parameter.name))\(parameter.name)=\(good)&\(parameter.name)=\(good)"
                    )
                    #expect((twice.status == .ok) == parameter.isRepeatable, "\(route.name) \(parameter.name)")
                }
                guard let bad else { continue }
                let problem = try forum.object(
                    "\(path(route))?\(needs(route, but: parameter.name))\(parameter.name)=\(bad)", status: 400)
                #expect(problem["type"] as? String == "/problems/invalid-parameter")
                let error = try #require((problem["errors"] as? [[String: Any]])?.first)
                #expect(error["parameter"] as? String == parameter.name)
                if case .reference = parameter.domain {
                    #expect(error["nearest"] as? String == good, "\(parameter.name)=\(bad)")
                }
                if case .word(let words) = parameter.domain { #expect(error["allowed"] as? [String] == words) }
            }
        }
    }

    @Test("every undeclared parameter is refused with what is allowed and the nearest spelling")
    func undeclared() throws {
        let names = Set(
            Route.all.flatMap { $0.parameters.map(\.name) } + [
                "q", "fields", "include", "shape", "format", "facet", "lang",
            ])
        for route in Route.all {
            for name in names.subtracting(route.parameters.map(\.name)) {
                let problem = try forum.object("\(path(route))?\(name)=1", status: 400)
                #expect(problem["type"] as? String == "/problems/unknown-parameter")
                let error = try #require((problem["errors"] as? [[String: Any]])?.first)
                #expect(error["parameter"] as? String == name)
                #expect(
                    error["allowed"] as? [String]
                        == route.parameters.map(\.name).prefix(Limits.allowedValues).map(\.self))
            }
        }
        let problem = try forum.object("/v1/talks?evnt=haneul&limt=3", status: 400)
        #expect((problem["errors"] as? [[String: Any]])?.map { $0["nearest"] as? String } == ["event", "limit"])
    }

    @Test("whatever the query, the answer is no failure of the server's", arguments: 1...60)
    func fuzz(seed: UInt64) {
        var random = Seeded(seed)
        for route in Route.all {
            let names = route.parameters.map(\.name)
            let query = (0..<3).map { _ in
                PercentEncoding.encode(names.randomElement(using: &random) ?? "a") + "="
                    + PercentEncoding.encode(Bool.random(using: &random) ? random.text(upTo: 8) : "1")
            }.joined(separator: "&")
            let response = forum.send("\(path(route))?\(query)")
            #expect([200, 400].contains(response.status.code), "seed \(seed): \(route.name) \(query)")
            #expect(
                (try? JSONSerialization.jsonObject(with: Data(response.body))) != nil || response.status == .ok,
                "seed \(seed)")
        }
    }

    @Test("every ending by which a person's address asks for a form is reserved")
    func reservedEndings() {
        var endings = MediaType.words.map(\.word)
        for route in Route.all {
            for case .document(.panelist, let ending) in route.path.segments { endings.append(ending) }
        }
        #expect(endings.contains("jsonld"))
        for ending in endings { #expect(Panelist.ID.reservedEndings.contains(ending), "\(ending)") }
    }
}
