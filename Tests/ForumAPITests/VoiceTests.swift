import Bytes
import Foundation
import Testing

@testable import ForumAPI

@Suite("Voices: whose turn a passage is a part of")
struct VoiceTests {
    private let forum: Forum

    init() throws {
        forum = try Forum(VoiceCorpus.make())
    }

    private func text(_ target: String) -> String {
        String(decoding: forum.send(target).body, as: UTF8.self)
    }

    private func people(_ target: String) throws -> [String] {
        try forum.data(target).map { (($0["panelist"] as? [String: Any])?["id"] as? String) ?? "" }
    }

    @Test("a passage has the label of its turn and what that names, or null")
    func voices() throws {
        let passages = try forum.data("/v1/passages?talk=case-r1")
        let labels = passages.map { ($0["voice"] as? [String: Any])?["label"] as? String }
        let kinds = passages.map { ($0["voice"] as? [String: Any])?["kind"] as? String }
        #expect(
            labels == [
                "Mr. Vale", "The Deputy Speaker (Mr. Pell)", "SPEAKER_00", "김 위원", nil, "Several members", "Mr. Vale",
                nil,
            ])
        #expect(kinds == ["person", "office", "anonymous", "unknown", nil, "group", "person", nil])
        #expect(passages[4]["voice"] is NSNull && passages[4]["kind"] as? String == "note")
    }

    @Test(
        "where turns say who speaks, what none gives to anybody is nobody's; else the only participant's, remarks apart"
    )
    func panelists() throws {
        #expect(
            try people("/v1/passages?talk=case-r1")
                == ["Vale", "Deputy Speaker@case", "SPEAKER_00@case", "", "", "", "Vale", ""])
        #expect(try people("/v1/passages?talk=case-k1") == ["문가람", "", "문가람"])
        #expect(try forum.identifiers("/v1/passages?panelist=Vale") == ["case-r1.p1", "case-r1.p6"])
        #expect(try forum.identifiers("/v1/passages?panelist=문가람") == ["case-k1.p1", "case-k1.f1"])
        #expect(try forum.identifiers("/v1/passages?panelist=Deputy%20Speaker@case") == ["case-r1.p2"])
    }

    @Test("counts agree with the lists: facets, the search's own, the matrix and a panelist's")
    func counts() throws {
        func counted(_ target: String) throws -> [String: Int] {
            let facets = try #require(forum.object(target)["facets"] as? [String: [[String: Any]]])
            return Dictionary(
                uniqueKeysWithValues: (facets["panelist"] ?? []).compactMap { value in
                    (value["value"] as? String).flatMap { id in (value["count"] as? Int).map { (id, $0) } }
                })
        }
        let all = ["Vale": 2, "문가람": 2, "Deputy Speaker@case": 1, "SPEAKER_00@case": 1]
        #expect(try counted("/v1/passages?facet=panelist&limit=1") == all)
        let roads = ["Vale": 2, "문가람": 2, "SPEAKER_00@case": 1]
        #expect(try counted("/v1/search?q=도로") == roads)
        #expect(try counted("/v1/passages?q=도로&facet=panelist") == roads)
        let vale = try forum.object("/v1/panelists/Vale")
        #expect((vale["counts"] as? [String: Int])?["passages"] == 2)
        let matrix = try forum.object("/v1/matrix?rows=panelist&cols=kind")
        let cells = try #require(matrix["cells"] as? [[String: Any]])
        #expect(cells.filter { $0["row"] as? String == "문가람" }.compactMap { $0["count"] as? Int } == [1, 1])
    }

    @Test("voice and voice_kind narrow passages, the search and quotations, with the operators of texts")
    func filters() throws {
        #expect(try forum.identifiers("/v1/passages?voice=Mr.%20Vale") == ["case-r1.p1", "case-r1.p6"])
        #expect(try forum.identifiers("/v1/passages?voice__contains=Speaker") == ["case-r1.p2"])
        #expect(try forum.identifiers("/v1/passages?voice__startswith=SPEAKER") == ["case-r1.p3"])
        #expect(try forum.identifiers("/v1/passages?voice__isnull=1&talk=case-r1") == ["case-r1.n1", "case-r1.p7"])
        #expect(
            try forum.identifiers("/v1/passages?voice__ne=Mr.%20Vale&voice__isnull=0")
                == ["case-r1.p2", "case-r1.p3", "case-r1.p4", "case-r1.p5"])
        #expect(
            try forum.identifiers("/v1/passages?voice_kind=unknown&voice_kind=group") == ["case-r1.p4", "case-r1.p5"])
        #expect(try forum.identifiers("/v1/passages?voice=nobody").isEmpty)
        #expect(Set(try forum.identifiers("/v1/search?q=도로&voice=Mr.%20Vale")) == ["case-r1.p1", "case-r1.p6"])
        #expect(try forum.identifiers("/v1/search?q=도로&voice_kind=anonymous") == ["case-r1.p3"])
        let problem = try forum.object("/v1/passages?voice_kind=chair", status: 400)
        #expect("\(problem["errors"] ?? "")".contains("anonymous"))
        let facets = try #require(
            forum.object("/v1/passages?facet=voice,voice_kind")["facets"] as? [String: [[String: Any]]])
        #expect(facets["voice"]?.first?["value"] as? String == "Mr. Vale")
        #expect(facets["voice_kind"]?.count == 5)
    }

    @Test("a quotation is true of a voice only where that voice said it")
    func quotations() throws {
        func result(_ text: String, _ filter: String) throws -> String? {
            try forum.object("/v1/quotes?text=\(PercentEncoding.encode(text))&\(filter)")["result"] as? String
        }
        for text in ["셋째 마디도 도로입니다.", "도로"] {
            #expect(try result(text, "voice=SPEAKER_00") == "exact")
            #expect(try result(text, "voice_kind=anonymous") == "exact")
        }
        #expect(try result("셋째 마디도 도로입니다.", "voice=Mr.%20Vale") == "not_found")
        #expect(try result("다시도로입니다", "voice=Mr.%20Vale") == "normalised")
        #expect(try result("첫 마디는 도로입니다. 다음 분 말씀하세요.", "voice__isnull=0") == "exact")
        #expect(try result("첫 마디는 도로입니다. 다음 분 말씀하세요.", "voice=Mr.%20Vale") == "not_found")
    }

    @Test("a panelist says whether it is a person, an office or a numbered speaker")
    func kinds() throws {
        let kinds = try forum.data("/v1/panelists?sort=id").map { "\($0["id"] ?? "") \($0["kind"] ?? "")" }
        #expect(kinds == ["Deputy Speaker@case office", "SPEAKER_00@case anonymous", "Vale person", "문가람 person"])
        let office = try forum.object("/v1/panelists/Deputy%20Speaker@case")
        #expect(office["url"] as? String == "/v1/panelists/Deputy%20Speaker%40case")
        #expect(try forum.object(#require(office["url"] as? String))["name"] as? String == "Deputy Speaker")
        #expect(text("/v1/panelists/Vale.jsonld").contains("\"Person\""))
        #expect(!text("/v1/panelists/Deputy%20Speaker@case.jsonld").contains("\"Person\""))
        #expect(!text("/v1/events/case.jsonld").contains("SPEAKER_00"))
    }

    @Test("tables have the voice at their end, and a chosen one by the same names")
    func tables() throws {
        for target in ["/v1/passages.csv", "/v1/exports/passages.csv"] {
            let response = forum.send(target)
            let rows = text(target).split(separator: "\r\n")
            #expect(response.status.code == 200)
            #expect(rows.first?.hasSuffix(",voice_label,voice_kind") == true, "\(target)")
            #expect(rows.dropFirst().first?.hasSuffix(",Mr. Vale,person") == true, "\(target)")
        }
        #expect(
            text("/v1/passages.csv?fields=id,voice&voice_kind=group")
                == "id,voice_label,voice_kind\r\ncase-r1.p5,Several members,group\r\n")
        #expect(text("/v1/passages.csv?fields=voice.kind&voice_kind=group") == "voice_kind\r\ngroup\r\n")
    }

    @Test("a document names each turn as far as the source does, and leaves no words to whoever spoke before")
    func documents() {
        let document = text("/v1/talks/case-r1.txt")
        #expect(document.hasPrefix("시험 회의\n\nVale\nDeputy Speaker\nSPEAKER_00\n\n"))
        #expect(text("/v1/passages/case-r1.p1.bib").contains("title = {{시험 회의}}"))
        #expect(
            document.hasSuffix(
                """
                Vale:

                첫 마디는 도로입니다.

                Deputy Speaker:

                다음 분 말씀하세요.

                SPEAKER_00:

                셋째 마디도 도로입니다.

                김 위원:

                이름 없는 마디의 도로.

                (웃음)

                Several members:

                옳소.

                Vale:

                다시 도로입니다.

                —:

                누구의 도로인지 모릅니다.

                """), "\(document)")
    }

    @Test("a citation names who speaks, the label where that is all that is known, and nobody else")
    func citations() throws {
        func authors(_ passage: String) throws -> [String] {
            let body = Data(forum.send("/v1/passages/\(passage).csl.json").body)
            let item = try #require((try JSONSerialization.jsonObject(with: body) as? [[String: Any]])?.first)
            return (item["author"] as? [[String: String]] ?? []).compactMap { $0["literal"] }
        }
        #expect(try authors("case-r1.p1") == ["Vale"])
        #expect(try authors("case-r1.p4") == ["김 위원"])
        #expect(try authors("case-r1.p7") == [])
        #expect(try authors("case-r1.n1") == [])
        #expect(try authors("case-k1.p1") == ["문가람"])
        #expect(!text("/v1/passages/case-r1.p7.bib").contains("author"))
    }

    @Test("a source's report says what was understood of its turns, and null where there are none")
    func report() throws {
        let turns = try #require(forum.object("/v1/sources/case/report")["turns"] as? [String: Any])
        #expect(turns["turns"] as? Int == 7 && turns["voices"] as? Int == 5)
        #expect(turns["unresolved"] as? Int == 1 && turns["unread"] as? Int == 2)
        let forms = try #require(turns["forms"] as? [[String: Any]])
        #expect(
            forms.map { "\($0["pattern"] ?? "") \($0["turns"] ?? "") \($0["first_line"] ?? "")" } == [
                "Mr. NAME: 5 1", "The OFFICE. 2 2",
            ])
        #expect(try Forum().object("/v1/sources/haneul/report")["turns"] is NSNull)
    }

    @Test("corrections show the voice that they are about, and mark what they changed")
    func corrections() throws {
        let correction = try #require(forum.data("/v1/corrections?voice=SPEAKER_00").first)
        #expect(correction["change"] as? String == "is" && correction["voice"] as? String == "SPEAKER_00")
        #expect(
            correction["from_passage"] as? String == "case-r1.p3" && correction["to_passage"] as? String == "case-r1.p3"
        )
        #expect(correction["source"] is NSNull && correction["passage"] is NSNull)
        let corrected = try forum.data("/v1/passages").filter { $0["corrected"] as? Bool == true }
        #expect(corrected.compactMap { $0["id"] as? String } == ["case-r1.p3"])
        #expect(try forum.object("/v1/talks/case-r1")["corrected"] as? Bool == false)
    }

    @Test("what is answered of voices holds what its schema says")
    func schemas() throws {
        for (target, schema) in [
            ("/v1/passages", Schema.page(of: .named(.passage))), ("/v1/panelists", .page(of: .named(.panelist))),
            ("/v1/corrections", .page(of: .named(.correction))), ("/v1/sources/case/report", .named(.sourceReport)),
            ("/v1/search?q=도로", .named(.search)), ("/v1/quotes?text=도로&voice=SPEAKER_00", .named(.quotation)),
        ] {
            #expect(SchemaTests.departures(try forum.object(target), from: schema) == [], "\(target)")
        }
    }

    @Test("the type declarations and the description of the exports know of voices")
    func description() throws {
        let types = text("/types.d.ts")
        #expect(types.contains("voice: ") && types.contains("\"anonymous\""))
        let fields = text("/v1/exports/datapackage.json")
        #expect(fields.contains("\"voice_label\"") && fields.contains("\"voice_kind\""))
    }

    @Test("an item whose kind is not printed has no label of it")
    func unlabelled() throws {
        let talk = try forum.object("/v1/talks/case-r1")
        #expect(talk["kind_label"] is NSNull && talk["kind"] as? String == "roundtable")
    }
}
