import Foundation
import Testing

@testable import ForumAPI

@Suite("Representations")
struct RepresentationTests {
    private let forum: Forum

    init() throws {
        forum = try Forum()
    }

    private func text(_ target: String) -> String {
        String(decoding: forum.send(target).body, as: UTF8.self)
    }

    @Test("an event says what is known and null of the rest")
    func event() {
        #expect(
            text("/v1/events/haneul") == #"{"id":"haneul","type":"event","url":"/v1/events/haneul","name":"하늘길 공청회","#
                + #""label":"공청회","classification":"hearing","start_date":"2024-10-15","end_date":null,"location":null,"#
                + #""organizers":["국토연구원"],"language":"ko","#
                + #""counts":{"sources":1,"talks":3,"panelists":4,"passages":64},"#
                + #""talks_url":"/v1/talks?event=haneul","panelists_url":"/v1/panelists?event=haneul","#
                + #""topics_url":"/v1/topics?event=haneul","sources_url":"/v1/sources?event=haneul"}"#)
    }

    @Test("a talk carries its people as printed, its place in print, and its sections when it stands alone")
    func talk() throws {
        let talk = try forum.object("/v1/talks/haneul-k1")
        #expect(talk["title"] as? String == "드론 \"하늘길\"의 앞날")
        #expect(talk["name"] as? String == talk["title"] as? String)
        #expect(talk["kind"] as? String == "keynote" && talk["kind_label"] as? String == "주제발표")
        #expect(talk["ordinal"] as? Int == 1 && talk["position"] as? Int == 1)
        #expect(talk["has_transcript"] as? Bool == false)
        #expect((talk["guid"] as? String)?.count == 36)
        let event = try #require(talk["event"] as? [String: String])
        #expect(event == ["id": "haneul", "name": "하늘길 공청회", "url": "/v1/events/haneul"])
        let panelist = try #require((talk["panelists"] as? [[String: Any]])?.first)
        #expect(panelist["id"] as? String == "문가람" && panelist["name"] as? String == "문가람")
        #expect(panelist["url"] as? String == "/v1/panelists/%EB%AC%B8%EA%B0%80%EB%9E%8C")
        #expect(panelist["printed_name"] as? String == "문 가 람")
        #expect(panelist["role"] as? String == "keynote" && panelist["role_title"] as? String == "연구위원")
        #expect(
            panelist["affiliation"] as? [String: String] == [
                "organization": "국토연구원", "department": "교통본부", "text": "국토연구원 교통본부", "printed": "국토연구원 교통본부 연구위원",
            ])
        #expect((talk["source"] as? [String: String])?["url"] == "/v1/sources/haneul")
        #expect(talk["lines"] as? [String: Int] == ["start": 1, "end": 4])
        #expect((talk["sections"] as? [Any])?.isEmpty == true)
        #expect((talk["topics"] as? [[String: Any]])?.first?["id"] as? String == "drone")

        let statement = try forum.object("/v1/talks/haneul-d1")
        #expect(statement["name"] as? String == "지정토론 1" && statement["title"] is NSNull)
        let sections = try #require(statement["sections"] as? [[String: Any]])
        #expect(sections.map { $0["id"] as? String } == ["haneul-d1.s1", "haneul-d1.s1.1"])
        #expect(sections.last?["parent"] as? String == "haneul-d1.s1" && sections.last?["level"] as? Int == 2)
        #expect(sections.last?["number_label"] as? String == "(1)" && sections.last?["title"] as? String == "밤의 소음")
        #expect((statement["counts"] as? [String: Int])?["passages"] == TestCorpus.paragraphs + 2)
        #expect(try forum.data("/v1/talks").allSatisfy { $0["sections"] == nil })
    }

    @Test("an outline is the talk's sections alone")
    func outline() throws {
        let outline = try forum.object("/v1/talks/haneul-d1/outline")
        #expect(outline["type"] as? String == "outline")
        #expect((outline["sections"] as? [Any])?.count == 2)
    }

    @Test("a panelist carries every part the person had, and people of one name are told apart")
    func panelist() throws {
        let panelist = try forum.object("/v1/panelists/문가람")
        let parts = try #require(panelist["participations"] as? [[String: Any]])
        #expect(parts.map { ($0["talk"] as? [String: Any])?["id"] as? String } == ["haneul-k1", "workshop-t1"])
        #expect(parts.map { $0["role_title"] as? String } == ["연구위원", "교수"])
        #expect(panelist["role_title"] as? String == "연구위원")
        #expect((panelist["counts"] as? [String: Int])?["talks"] == 2)
        let other = try forum.object("/v1/panelists/서도윤-2")
        #expect(
            other["name"] as? String == "서도윤"
                && other["url"] as? String == "/v1/panelists/%EC%84%9C%EB%8F%84%EC%9C%A4-2")
        #expect(try forum.object("/v1/panelists/배온유")["affiliation"] is NSNull)
    }

    @Test("a passage carries its text, speaker, section, place in print and neighbours")
    func passage() throws {
        let passage = try forum.object("/v1/passages/haneul-d1.p5")
        #expect(passage["text"] as? String == "😀 5째 말: 소음과 공역.")
        #expect(passage["kind"] as? String == "bullet" && passage["marker"] as? String == "-")
        #expect((passage["talk"] as? [String: String])?["name"] == "지정토론 1")
        #expect((passage["panelist"] as? [String: String])?["id"] == "서도윤")
        #expect((passage["section"] as? [String: String])?["url"] == "/v1/passages?section=haneul-d1.s1")
        let span = try #require((passage["spans"] as? [[String: Any]])?.first)
        #expect(span["page"] as? Int == 1 && span["printed_page"] as? String == "11")
        #expect(span["line_start"] as? Int == 11 && span["line_end"] as? Int == 11)
        #expect((span["source"] as? [String: String])?["id"] == "haneul")
        #expect((passage["time"] as? [String: Int]) == ["start_ms": 1000, "end_ms": 2500])
        #expect(try forum.object("/v1/passages/haneul-d1.p6")["time"] is NSNull)
        #expect((passage["sha256"] as? String)?.count == 64)
        #expect((passage["previous"] as? [String: String])?["url"] == "/v1/passages/haneul-d1.p4")
        #expect((passage["next"] as? [String: String])?["id"] == "haneul-d1.p6")
        #expect((passage["topics"] as? [[String: Any]])?.map { $0["id"] as? String } == ["noise", "airspace"])
        #expect(passage["context"] == nil)
        #expect(try forum.object("/v1/passages/haneul-d1.s1.h")["previous"] is NSNull)
    }

    @Test(
        "context adds the passages around one, as far as the talk goes", arguments: [(0, 0, 0), (2, 1, 2), (20, 1, 20)])
    func context(count: Int, before: Int, after: Int) throws {
        let passage = try forum.object("/v1/passages/haneul-d1.p1?context=\(count)")
        let context = try #require(passage["context"] as? [String: [[String: Any]]])
        #expect(context["before"]?.count == before && context["after"]?.count == after)
        if after > 0 { #expect(context["after"]?.first?["id"] as? String == "haneul-d1.p2") }
    }

    @Test("a topic carries its labels, aliases and talks")
    func topic() throws {
        let topic = try forum.object("/v1/topics/drone")
        #expect(topic["labels"] as? [String: String] == ["ko": "드론", "en": "Drone"])
        #expect(topic["name"] as? String == "드론" && topic["general"] as? Bool == true)
        #expect(topic["aliases"] as? [String] == ["드론", "무인기"])
        #expect(topic["broader"] is NSNull && topic["origin"] as? String == "curated")
        let talks = try #require(topic["talks"] as? [[String: Any]])
        #expect(talks.map { $0["id"] as? String } == ["haneul-k1", "haneul-d1", "workshop-t1"])
        #expect((topic["counts"] as? [String: Int]) == ["mentions": 3, "passages": 2, "talks": 3])
        #expect((try forum.object("/v1/topics/noise")["broader"] as? [String: String])?["id"] == "drone")
    }

    @Test("a topic's passages carry the mentions, whose offsets are UTF-16 units into the text")
    func mentions() throws {
        for passage in try forum.data("/v1/topics/noise/passages?limit=500") {
            let text = try #require(passage["text"] as? String)
            let mentions = try #require(passage["mentions"] as? [[String: Any]])
            #expect(!mentions.isEmpty)
            for mention in mentions {
                let start = try #require(mention["start"] as? Int)
                let end = try #require(mention["end"] as? Int)
                let units = Array(text.utf16)[start..<end]
                #expect(String(decoding: units, as: UTF16.self) == mention["surface"] as? String)
            }
        }
    }

    @Test("a source tells what its lines were taken for, and each line what became of it")
    func source() throws {
        let source = try forum.object("/v1/sources/haneul")
        #expect(source["bytes"] as? Int == 4321 && source["lines"] as? Int == 73)
        let classes = try #require(source["classes"] as? [[String: Any]])
        #expect(classes.compactMap { $0["lines"] as? Int }.reduce(0, +) == 73)
        let line = try #require(try forum.data("/v1/sources/haneul/lines?from=11&to=11").first)
        #expect(line["number"] as? Int == 11 && line["class"] as? String == "body" && line["join"] as? String == "end")
        #expect((line["passage"] as? [String: String])?["id"] == "haneul-d1.p5")
        #expect((line["talk"] as? [String: String])?["id"] == "haneul-d1")
        #expect(line["reason"] is NSNull && line["page"] as? Int == 1)
    }

    @Test("lines are given from one to another, as many as there are")
    func lines() throws {
        let page = try forum.object("/v1/sources/haneul/lines?from=70&to=99")
        #expect((page["data"] as? [[String: Any]])?.compactMap { $0["number"] as? Int } == [70, 71, 72, 73])
        #expect((page["page"] as? [String: Any])?["total"] as? Int == 4)
        let beyond = try forum.object("/v1/sources/haneul/lines?from=74")
        #expect((beyond["data"] as? [Any])?.isEmpty == true)
        #expect((beyond["page"] as? [String: Any])?["total"] as? Int == 0)
        _ = try forum.object("/v1/sources/haneul/lines?from=5&to=4", status: 400)
        _ = try forum.object("/v1/sources/haneul/lines?from=90&to=80", status: 400)
    }

    @Test("lines are narrowed to what they were taken for, or to all but that")
    func lineClasses() throws {
        func lines(_ query: String) throws -> [(number: Int, lineClass: String)] {
            try forum.data("/v1/sources/haneul/lines?\(query)").map {
                ($0["number"] as? Int ?? 0, $0["class"] as? String ?? "")
            }
        }
        let all = try lines("limit=500")
        for (query, keeps) in [
            ("class=heading", { $0 == "heading" }),
            ("class=heading&class=blank", { ["heading", "blank"].contains($0) }),
            ("class__ne=blank", { $0 != "blank" }),
            ("class__ne=blank&class__ne=body", { !["blank", "body"].contains($0) }),
            ("class=body&class__ne=body", { _ in false }), ("class=cue", { _ in false }),
        ] as [(String, (String) -> Bool)] {
            for (from, to) in [(1, 500), (5, 40), (80, 90)] {
                let expected = all.filter { keeps($0.lineClass) && (from...to).contains($0.number) }.map(\.number)
                let target = "from=\(from)&to=\(to)&\(query)"
                #expect(try lines(target).map(\.number) == expected, "\(target)")
                #expect(try lines(target + "&offset=2&limit=3").map(\.number) == Array(expected.dropFirst(2).prefix(3)))
                let page = try forum.object("/v1/sources/haneul/lines?\(target)")["page"] as? [String: Any]
                #expect(page?["total"] as? Int == expected.count, "\(target)")
            }
        }
        let problem = try forum.object("/v1/sources/haneul/lines?class=headin", status: 400)
        #expect((problem["errors"] as? [[String: Any]])?.first?["nearest"] as? String == "heading")
    }

    @Test("every object begins with its identifier, type and address, and the address answers with it")
    func identity() throws {
        for list in ["events", "talks", "panelists", "topics", "passages", "sources"] {
            for item in try forum.data("/v1/\(list)") {
                let url = try #require(item["url"] as? String)
                #expect(url.utf8.allSatisfy { $0 < 0x80 })
                #expect(try forum.object(url)["id"] as? String == item["id"] as? String)
                #expect(
                    text(url).hasPrefix("{\"id\":\"\(item["id"] ?? "")\",\"type\":\"\(list.dropLast())\",\"url\":\""))
            }
        }
    }

    @Test(
        "every address in an answer answers",
        arguments: [
            "/v1/events", "/v1/talks", "/v1/talks/haneul-d1", "/v1/panelists", "/v1/topics/drone",
            "/v1/passages?talk=haneul-r1",
            "/v1/sources", "/v1/sources/haneul/lines?limit=20",
        ])
    func links(target: String) throws {
        func addresses(_ value: Any) -> [String] {
            switch value {
            case let object as [String: Any]:
                object.flatMap { name, value in
                    name.hasSuffix("url") ? [value as? String].compactMap(\.self) : addresses(value)
                }
            case let array as [Any]: array.flatMap(addresses)
            default: []
            }
        }
        let found = Set(addresses(try forum.object(target)))
        #expect(!found.isEmpty)
        for address in found { #expect(forum.send(address).status == .ok, "\(address)") }
    }
}
