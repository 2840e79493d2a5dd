import Foundation
import Testing

@testable import ForumAPI

@Suite("The language of topics' names")
struct LanguageTests {
    private let forum: Forum

    init() throws {
        forum = try Forum()
    }

    @Test(
        "lang names every topic of an answer in the language, and leaves the others as they are",
        arguments: [
            "/v1/topics?", "/v1/topics/noise?", "/v1/talks?", "/v1/talks/haneul-d1?", "/v1/passages?",
            "/v1/topics/noise/passages?", "/v1/passages?include=topics.broader&", "/v1/passages?facet=topic&",
            "/v1/search?q=%EC%86%8C%EC%9D%8C&", "/v1/matrix?", "/v1/topics/cooccurrence?general=1&",
        ])
    func names(target: String) {
        let plain = String(decoding: forum.send(target).body, as: UTF8.self)
        let text = String(decoding: forum.send(target + "lang=en").body, as: UTF8.self)
        #expect(plain.contains(#""name":"드론""#) && !plain.contains(#""name":"Drone""#), "\(target)")
        #expect(text.contains(#""name":"Drone""#) && !text.contains(#""name":"드론""#), "\(target)")
        #expect(text.contains(#""name":"소음""#), "\(target)")
        let korean = String(decoding: forum.send(target + "lang=ko").body, as: UTF8.self)
        #expect(
            korean.replacing("lang=ko&", with: "").replacing("&lang=ko", with: "").replacing("?lang=ko", with: "")
                == plain, "\(target)")
    }

    @Test(
        "a tag is taken in any case and with more subtags than needed", arguments: ["en", "EN", "en-US", "en-latn-gb"])
    func tags(tag: String) throws {
        #expect(try forum.object("/v1/topics/drone?lang=\(tag)")["name"] as? String == "Drone")
    }

    @Test("a language without labels is refused with those that there are")
    func unknown() throws {
        let problem = try forum.object("/v1/topics?lang=eng", status: 400)
        let error = try #require((problem["errors"] as? [[String: Any]])?.first)
        #expect(error["parameter"] as? String == "lang" && error["allowed"] as? [String] == ["en", "ko"])
        #expect(error["nearest"] as? String == "en")
    }

    @Test(
        "what has not the form of a tag, or is longer than one needs to be, is refused before the store is asked",
        arguments: [
            "", "e", "-", "en-", "-en", "en--us", "en_US", "e1", "englishes9", "en-abcdefghi",
            "%ED%95%9C",
            "en" + String(repeating: "-x", count: 17), "en" + String(repeating: "-", count: 16_000),
            String(repeating: "-", count: 16_000),
        ])
    func malformed(tag: String) throws {
        let problem = try forum.object("/v1/topics?lang=\(tag)", status: 400)
        let error = try #require((problem["errors"] as? [[String: Any]])?.first)
        #expect(error["parameter"] as? String == "lang")
        #expect((error["detail"] as? String)?.contains("BCP 47 tag of at most 35 characters") == true)
    }

    @Test("a tag of as many characters as are allowed is taken")
    func longest() throws {
        let tag = "en" + String(repeating: "-x", count: 16) + "y"
        #expect(tag.utf8.count == Limits.languageTagLength)
        #expect(try forum.object("/v1/topics/drone?lang=\(tag)")["name"] as? String == "Drone")
    }

    @Test("answers that name no topics have no lang")
    func absent() {
        for path in ["/v1/sources", "/v1/corrections", "/v1/sources/haneul/lines", "/v1"] {
            #expect(forum.send(path + "?lang=en").status == .badRequest)
        }
    }
}
