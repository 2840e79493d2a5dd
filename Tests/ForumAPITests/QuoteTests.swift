import Bytes
import Foundation
import Testing

@testable import ForumAPI
@testable import ForumStore

@Suite("Checking quotations")
struct QuoteTests {
    private let forum: Forum

    init() throws {
        forum = try Forum()
    }

    private func quote(_ text: String) throws -> [String: Any] {
        try forum.object("/v1/quotes?text=" + PercentEncoding.encode(text))
    }

    private func matches(_ answer: [String: Any]) throws -> [[String: Any]] {
        try #require(answer["matches"] as? [[String: Any]])
    }

    @Test("a passage's own words are exact, with who says them and where")
    func exact() throws {
        let answer = try quote("공역이 좁습니다.")
        #expect(answer["result"] as? String == "exact")
        #expect(answer["total"] as? Int == 1)
        let match = try #require(try matches(answer).first)
        #expect(match["id"] as? String == "haneul-r1.p2")
        #expect((match["panelist"] as? [String: Any])?["id"] as? String == "배온유")
        #expect(match["page"] as? Int == 3)
        #expect(match["printed_page"] as? String == "13")
        #expect((match["spans"] as? [[String: Any]])?.first?["line_start"] as? Int == 72)
        let place = try #require((match["quoted_spans"] as? [[String: Any]])?.first)
        #expect((place["source"] as? [String: Any])?["id"] as? String == "haneul")
        #expect(place["line_start"] as? Int == 72 && place["line_end"] as? Int == 72)
        #expect(place["page"] as? Int == 3 && place["printed_page"] as? String == "13")
        #expect(match["start"] as? Int == 0)
        #expect(match["end"] as? Int == 9)
        #expect((match["continued"] as? [Any])?.isEmpty == true)
        #expect(answer["nearest"] is NSNull)
    }

    @Test("offsets are UTF-16 units into the passage's text")
    func offsets() throws {
        let match = try #require(try matches(quote("2째말 : 소음과")).first)
        let text = try #require(match["text"] as? String)
        let (start, end) = (try #require(match["start"] as? Int), try #require(match["end"] as? Int))
        #expect(start == 3)
        #expect((text as NSString).substring(with: NSRange(location: start, length: end - start)) == "2째 말: 소음과")
        #expect(match["quoted"] as? String == "2째 말: 소음과")
    }

    @Test(
        "what differs in spacing or marks alone is normalised, and what NFC or a line break changes is exact",
        arguments: [
            ("공역이좁습니다", "normalised"), ("“공역이 좁습니다.”", "normalised"),
            ("공역이 좁습니다.".decomposedStringWithCanonicalMapping, "exact"),
            ("공역이\n좁습니다.", "exact"), (" 공역이\t\r\n좁습니다. ", "exact"), ("공역이 넓습니다.", "not_found"),
        ])
    func results(text: String, result: String) throws {
        #expect(try quote(text)["result"] as? String == result)
    }

    @Test("a quotation may run over passages that follow one another in a talk, and no further")
    func over() throws {
        let answer = try quote("시작하겠습니다. 공역이 좁습니다.")
        #expect(answer["result"] as? String == "exact")
        let match = try #require(try matches(answer).first)
        #expect(match["id"] as? String == "haneul-r1.p1")
        #expect(match["quoted"] as? String == "시작하겠습니다.")
        let continued = try #require(match["continued"] as? [[String: Any]])
        #expect(continued.map { $0["id"] as? String } == ["haneul-r1.p2"])
        #expect(try quote("하겠습니다 공역이")["result"] as? String == "not_found")
        #expect(try quote("하겠습니다.공역이")["result"] as? String == "normalised")
        #expect(try quote("공역이 좁습니다. 무인기를 봅니다.")["result"] as? String == "not_found")
    }

    @Test("what is in no passage gives the nearest one, with how near it is")
    func nearest() throws {
        let answer = try quote("공역이 넓습니다.")
        #expect(answer["total"] as? Int == 0)
        let nearest = try #require(answer["nearest"] as? [String: Any])
        #expect(nearest["id"] as? String == "haneul-r1.p2")
        #expect(nearest["similarity"] as? Double == 0.875)
        #expect(nearest["quoted"] as? String == "공역이 좁습니다.")
        #expect(try quote("전혀 다른 글귀")["nearest"] is NSNull)
    }

    @Test("places are counted all, and told of up to the limit")
    func places() throws {
        let answer = try quote("소음과 공역.")
        #expect(answer["total"] as? Int == TestCorpus.paragraphs)
        #expect(try matches(answer).count == Limits.quotationPlaces)
        #expect(try quote("소음과공역.")["total"] as? Int == TestCorpus.paragraphs)
    }

    @Test("a text that is missing, too long or no text is refused")
    func refused() throws {
        let long = String(repeating: "가", count: Limits.quotationLength)
        #expect(try quote(long)["result"] as? String == "not_found")
        for query in ["", "?text=", "?text=%20", "?text=…", "?text=\(long)나", "?text=a&text=b"] {
            let problem = try forum.object("/v1/quotes\(query)", status: 400)
            let error = try #require((problem["errors"] as? [[String: Any]])?.first)
            #expect(error["parameter"] as? String == "text", "\(query.prefix(20))")
        }
    }

    @Test("a check that takes too long is cut off, and the answer says so")
    func costly() throws {
        forum.store.limits.deadline = .zero
        let problem = try forum.object("/v1/quotes?text=" + PercentEncoding.encode("공역이 좁습니다."), status: 503)
        #expect(problem["type"] as? String == "/problems/costly-query")
        #expect((problem["detail"] as? String)?.contains("cut off") == true)
    }

    @Test(
        "what … or (중략) leaves out may be anything, what it keeps stands in its order in one talk",
        arguments: ["시작하겠습니다 … 좁습니다.", "시작하겠습니다. (중략) 공역이 좁습니다", "시작하겠습니다 ... 공역이 좁 [하략]", "“시작하겠…공역이 좁습니다”"])
    func elided(text: String) throws {
        let answer = try quote(text)
        #expect(answer["result"] as? String == "normalised")
        #expect(answer["elided"] as? Bool == true)
        let match = try #require(try matches(answer).first)
        #expect(match["id"] as? String == "haneul-r1.p1")
        #expect((match["continued"] as? [[String: Any]])?.map { $0["id"] as? String } == ["haneul-r1.p2"])
    }

    @Test(
        "what is kept must be there, in this order, in one talk, and long enough to say something",
        arguments: ["공역이 좁습니다 … 시작하겠습니다", "시작하겠습니다 … 무인기를 봅니다", "시작하겠습니다 … 넓습니다", "시작 … 좁습니다"])
    func wronglyElided(text: String) throws {
        let answer = try quote(text)
        #expect(answer["result"] as? String == "not_found")
        #expect(answer["elided"] as? Bool == false)
    }
}
