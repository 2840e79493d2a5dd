import Foundation
import HTTPTypes
import Testing

@testable import ForumAPI

@Suite("Checking many quotations at once")
struct QuotationBatchTests {
    private let forum: Forum

    init() throws {
        forum = try Forum()
    }

    private func object(_ content: String, target: String = "/v1/quotes", status: Int = 200) throws -> [String: Any] {
        let response = forum.post(target, content)
        #expect(
            response.status.code == status, "\(content.prefix(80)): \(String(decoding: response.body, as: UTF8.self))")
        return try #require(try JSONSerialization.jsonObject(with: Data(response.body)) as? [String: Any])
    }

    @Test("verdicts come in the order of the texts, each as an address of its own gives it")
    func order() throws {
        let content = """
            {"quotations": [
                {"text": "공역이 좁습니다."}, {"text": "공역이 넓습니다."}, {"text": "전혀 다른 글귀", "panelist": null},
                {"text": "공역이 좁습니다.", "panelist": "서도윤"}, {"text": " 공역이\\n좁습니다. ", "panelist": "배온유", "event": "haneul"}
            ]}
            """
        let data = try #require(try object(content)["data"] as? [[String: Any]])
        let results = data.map { $0["result"] as? String }
        #expect(results == ["exact", "altered", "not_found", "misattributed", "exact"])
        for verdict in data {
            let url = try #require(verdict["url"] as? String)
            let alone = try forum.object(url)
            #expect(NSDictionary(dictionary: alone) == NSDictionary(dictionary: verdict), "\(url)")
        }
    }

    @Test("it is JSON, indented where asked for, and kept by nobody")
    func form() {
        let response = forum.post(
            "/v1/quotes?pretty=1", "{\"quotations\": [{\"text\": \"공역이 좁습니다.\"}]}",
            type: "Application/JSON; charset=utf-8")
        #expect(response.status == .ok)
        #expect(response.fields[.contentType] == "application/json")
        #expect(String(decoding: response.body, as: UTF8.self).contains("\n  \"data\": ["))
        #expect(response.entityTag == nil)
    }

    @Test(
        "what is no batch is refused, with the place and what is allowed",
        arguments: [
            ("", nil), ("{", nil), ("[]", nil), ("{}", nil), ("{\"quotations\": 1}", nil),
            ("{\"quotations\": []}", nil),
            ("{\"quotations\": [{\"text\": \"a\"}], \"more\": 1}", nil), ("{\"quotations\": [1]}", "quotations[0]"),
            ("{\"quotations\": [{\"text\": \"공역\"}, {}]}", "quotations[1]"),
            ("{\"quotations\": [{\"text\": 1}]}", "quotations[0].text"),
            ("{\"quotations\": [{\"text\": \"공역\", \"voice\": \"a\"}]}", "quotations[0]"),
            ("\u{FEFF}\u{0}", nil),
        ] as [(String, String?)])
    func malformed(content: String, place: String?) throws {
        let problem = try object(content, status: 400)
        #expect(problem["type"] as? String == "/problems/malformed-content")
        let errors = try #require(problem["errors"] as? [[String: Any]])
        #expect(errors.first?["parameter"] as? String == place)
    }

    @Test("a text or an identifier that is not allowed is named by its place")
    func refused() throws {
        let long = String(repeating: "가", count: Limits.quotationLength + 1)
        for (item, place) in [
            ("{\"text\": \"…\"}", "quotations[1].text"), ("{\"text\": \"\(long)\"}", "quotations[1].text"),
            ("{\"text\": \"공역\", \"panelist\": \"서도운\"}", "quotations[1].panelist"),
            ("{\"text\": \"공역\", \"talk\": \"none\"}", "quotations[1].talk"),
        ] {
            let problem = try object("{\"quotations\": [{\"text\": \"공역이\"}, \(item)]}", status: 400)
            #expect(problem["type"] as? String == "/problems/invalid-parameter")
            #expect((problem["errors"] as? [[String: Any]])?.first?["parameter"] as? String == place)
        }
        let many = Array(repeating: "{\"text\": \"공역이\"}", count: Limits.quotations + 1).joined(separator: ",")
        _ = try object("{\"quotations\": [\(many)]}", status: 400)
    }

    @Test("another type of content is refused, so that no page from elsewhere can ask without being asked itself")
    func types() throws {
        for type in ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=a", nil] {
            let response = forum.post("/v1/quotes", "{\"quotations\": [{\"text\": \"공역\"}]}", type: type)
            #expect(response.status == .unsupportedMediaType)
            #expect(response.fields[.accept] == "application/json")
        }
    }

    @Test("an unknown parameter is refused, and the filters of GET are none of POST")
    func parameters() throws {
        for query in ["text=a", "panelist=a", "nonsense=1"] {
            let problem = try object(
                "{\"quotations\": [{\"text\": \"공역\"}]}", target: "/v1/quotes?\(query)", status: 400)
            #expect(problem["type"] as? String == "/problems/unknown-parameter")
        }
    }

    @Test("the interface's description has it, with what it takes and returns")
    func described() throws {
        let document = try forum.object("/openapi.json")
        let paths = try #require(document["paths"] as? [String: [String: Any]])
        #expect(paths.filter { $0.value["post"] != nil }.map(\.key) == ["/v1/quotes"])
        let post = try #require(paths["/v1/quotes"]?["post"] as? [String: Any])
        #expect((post["requestBody"] as? [String: Any])?["required"] as? Bool == true)
        #expect((post["responses"] as? [String: Any])?["415"] != nil)
    }
}
