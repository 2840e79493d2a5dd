import Foundation
import HTTPTypes
import HTTPWire
import Testing

@testable import ForumAPI

@Suite("Things in the forms of other standards")
struct StandardFormTests {
    private let forum: Forum

    init() throws {
        forum = try Forum()
    }

    @Test("a schedule has what frab's readers look up, in the types they expect, and no hours")
    func schedule() throws {
        let event = "haneul"
        let schedule = try #require(try forum.object("/v1/events/\(event)/schedule.json")["schedule"] as? [String: Any])
        #expect(schedule["version"] is String)
        let conference = try #require(schedule["conference"] as? [String: Any])
        for name in ["acronym", "title", "start", "end"] {
            #expect((conference[name] as? String)?.isEmpty == false, "\(name)")
        }
        #expect((conference["acronym"] as? String)?.wholeMatch(of: /[a-z0-9_]{4,}/) != nil)
        for room in conference["rooms"] as? [[String: Any]] ?? [] {
            #expect((room["guid"] as? String).flatMap(UUID.init) != nil)
        }
        let rooms = try #require(conference["rooms"] as? [[String: Any]]).compactMap { $0["name"] as? String }
        let days = try #require(conference["days"] as? [[String: Any]])
        #expect(conference["daysCount"] as? Int == days.count)
        let date = "2024-10-15"
        var talks: [[String: Any]] = []
        for (index, day) in days.enumerated() {
            #expect(day["index"] as? Int == index + 1 && day["date"] as? String == date)
            #expect(day["day_start"] is NSNull && day["day_end"] is NSNull)
            let program = try #require(day["rooms"] as? [String: [[String: Any]]])
            #expect(Set(program.keys).isSubset(of: rooms))
            for (room, items) in program {
                for item in items { #expect(item["room"] as? String == room) }
                talks += items
            }
        }
        #expect(
            talks.compactMap { $0["url"] as? String }
                == (try forum.data("/v1/talks?event=\(event)&limit=500").compactMap { $0["url"] as? String }))
        #expect(Set(talks.compactMap { $0["guid"] as? String }).count == talks.count)
        #expect(Set(talks.compactMap { $0["id"] as? Int }).count == talks.count)
        for talk in talks {
            #expect((talk["guid"] as? String).flatMap(UUID.init) != nil)
            #expect(talk["date"] as? String == date)
            for name in ["start", "duration"] { #expect(talk[name] is NSNull, "\(name)") }
            for name in ["title", "subtitle", "type", "language", "abstract", "description", "slug", "url"] {
                #expect(talk[name] is String, "\(name)")
            }
            for name in ["persons", "links", "attachments"] { #expect(talk[name] is [Any], "\(name)") }
            #expect((talk["code"] as? String)?.wholeMatch(of: /[A-Z0-9]+/) != nil)
            #expect((talk["slug"] as? String)?.wholeMatch(of: /[a-z0-9_-]+[a-z0-9]/) != nil)
            for person in talk["persons"] as? [[String: Any]] ?? [] {
                #expect((person["guid"] as? String).flatMap(UUID.init) != nil)
                #expect(person["name"] is String && person["public_name"] is String)
            }
        }
    }

    @Test("a person is the same in every talk of a schedule, and namesakes are not")
    func schedulePersons() throws {
        let text = String(decoding: forum.send("/v1/events/haneul/schedule.json").body, as: UTF8.self)
        var guids: [String: Set<String>] = [:]
        for match in text.matches(of: /"guid":"([^"]+)","name":"[^"]*","public_name":"[^"]*","url":"([^"]+)"/) {
            guids[String(match.2), default: []].insert(String(match.1))
        }
        #expect(guids.count > 1 && guids.values.allSatisfy { $0.count == 1 })
        #expect(Set(guids.values).count == guids.count)
    }

    @Test("a schedule's links are whole addresses at the host that was asked, and so is its entity tag")
    func scheduleHosts() throws {
        let tags = try ["127.0.0.1:8080", "localhost:9"].map { host in
            let request = Request(
                method: .get, path: "/v1/events/haneul/schedule.json", authority: host)
            let response = forum.api.respond(to: request, reading: forum.store)
            let text = String(decoding: response.body, as: UTF8.self)
            #expect(text.matches(of: /"(url|base_url)":"/).count == text.matches(of: /"(url|base_url)":"http:/).count)
            #expect(text.contains(#""base_url":"http://\#(host)/""#))
            #expect(!response.isCacheable)
            return try #require(response.entityTag)
        }
        #expect(tags[0] != tags[1])
    }

    @Test("an event without a date has neither a schedule nor an Event of schema.org, and is told how to get one")
    func undated() throws {
        for ending in ["/schedule.json", ".jsonld"] {
            let problem = try forum.object("/v1/events/workshop\(ending)", status: 404)
            #expect((problem["detail"] as? String)?.contains("Its date is not known. start_date") == true)
            #expect(problem["suggestion"] as? String == "/v1/events/workshop")
            _ = try forum.object("/v1/events/hanul\(ending)", status: 404)
        }
    }

    @Test(
        "a schedule needs one whole day",
        arguments: [
            ("2024-10-15", nil, nil), ("2024-10-15", "2024-10-15", nil), (nil, nil, .noDay(date: nil)),
            ("2024-10", nil, .noDay(date: "2024-10")), ("2024", "2025", .noDay(date: "2024")),
            ("2024-10-15", "2024-10-16", .severalDays(start: "2024-10-15", end: "2024-10-16")),
        ] as [(String?, String?, Schedule.Gap?)])
    func day(start: String?, end: String?, gap: Schedule.Gap?) {
        var found: Schedule.Gap?
        do throws(Schedule.Gap) {
            #expect(try Schedule.day(start, end) == start)
        } catch {
            found = error
        }
        #expect(found == gap)
    }

    @Test(
        "events and people come as linked data, by ending and by Accept",
        arguments: [("events/haneul", "Event"), ("panelists/서도윤", "Person")])
    func linkedData(thing: String, type: String) throws {
        let ending = forum.send("/v1/\(thing).jsonld")
        let accepted = forum.send("/v1/\(thing)", fields: [.accept: "application/ld+json"])
        #expect(ending.status == .ok && ending.body == accepted.body)
        for response in [ending, accepted] { #expect(response.fields[.contentType] == "application/ld+json") }
        #expect(forum.send("/v1/\(thing)").fields[.contentType] == "application/json")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(ending.body)) as? [String: Any])
        #expect(object["@context"] as? String == "https://schema.org" && object["@type"] as? String == type)
        #expect((object["name"] as? String)?.isEmpty == false)
        #expect(!object.values.contains { $0 is NSNull })
        _ = try forum.object("/v1/\(thing)x.jsonld", status: 404)
    }

    @Test("the catalogue leads to addresses that answer in the form it says (RFC 9727)")
    func catalog() throws {
        let response = forum.send("/.well-known/api-catalog")
        #expect(response.fields[.contentType]?.hasPrefix("application/linkset+json") == true)
        #expect(response.fields[.link]?.contains("rel=\"api-catalog\"") == true)
        let document = try forum.object("/.well-known/api-catalog")
        let links = try #require((document["linkset"] as? [[String: Any]])?.first)
        #expect(links["anchor"] as? String == "/v1")
        for relation in ["service-desc", "service-doc", "service-meta", "status"] {
            let link = try #require((links[relation] as? [[String: String]])?.first)
            let answer = forum.send(try #require(link["href"]))
            #expect(answer.status == .ok)
            #expect(answer.fields[.contentType]?.hasPrefix(try #require(link["type"])) == true)
        }
    }

    @Test("the guide names every address, parameter, object, member and problem, and loads nothing from elsewhere")
    func guide() throws {
        let response = forum.send("/docs")
        let page = String(decoding: response.body, as: UTF8.self)
        for route in Route.all {
            #expect(page.contains("<h3 id=\"\(route.name)\"><code>\(route.path)</code></h3>"))
            for parameter in route.parameters { #expect(page.contains("<code>\(parameter.name)</code>")) }
        }
        for component in Component.allCases {
            #expect(page.contains("<h3 id=\"\(component.rawValue)\">"))
            for path in component.schema.paths {
                #expect(page.contains("<code>\(path.split(separator: ".").last ?? "")</code>:"), "\(path)")
            }
        }
        for kind in ProblemKind.allCases { #expect(page.contains("<a href=\"\(kind.address)\">")) }
        #expect(!page.contains("<script") && !page.contains("src=") && !page.contains("http://"))
        #expect(page.contains("<html lang=\"en\">") && page.contains("name=\"viewport\""))
        let identifiers = page.matches(of: /\sid="([^"]+)"/).map { String($0.1) }
        let anchors = Set(identifiers)
        #expect(anchors.count == identifiers.count)
        for link in page.matches(of: /href="#([^"]+)"/) { #expect(anchors.contains(String(link.1)), "\(link.1)") }
        for link in page.matches(of: /href="(\/[^"]*)"/) { #expect(forum.send(String(link.1)).status == .ok) }
    }
}
