import Foundation
import HTTPTypes
import Testing

@testable import ForumAPI

@Suite("Citations that can be followed")
struct CitationTests {
    private let forum: Forum

    init() throws {
        forum = try Forum()
    }

    private func text(_ target: String) -> String {
        String(decoding: forum.send(target).body, as: UTF8.self)
    }

    @Test("a passage as RIS has one tag a line, from TY to ER")
    func ris() throws {
        let record = text("/v1/passages/haneul-d1.p5.ris")
        let lines = record.components(separatedBy: "\r\n")
        #expect(lines.last?.isEmpty == true && lines.first == "TY  - CPAPER" && lines.dropLast().last == "ER  - ")
        for line in lines.dropLast() { #expect(line.wholeMatch(of: /[A-Z][A-Z0-9]  - .*/) != nil, "\(line)") }
        for line in [
            "AU  - 서도윤", "TI  - 지정토론 1", "T2  - 하늘길 공청회", "PY  - 2024", "DA  - 2024/10/15", "SP  - 11", "EP  - 11",
        ] {
            #expect(lines.contains(line), "\(line)")
        }
        #expect(record.contains("N1  - Passage haneul-d1.p5, lines haneul 11-11; snapshot \(forum.store.snapshot)"))
        #expect(
            forum.send("/v1/passages/haneul-d1.p5.ris").fields[.contentType]?.hasPrefix(MediaType.ris.rawValue) == true)
    }

    @Test("a ready line calls a page by its printed number, and else says that it is counted")
    func lines() throws {
        let printed = try #require(try forum.object("/v1/passages/haneul-d1.p5/citation")["lines"] as? [String: String])
        #expect(printed["ko"] == "서도윤, 「지정토론 1」, 『하늘길 공청회』(공청회), 2024-10-15, 11쪽, transcript.txt 11행.")
        #expect(printed["en"] == "서도윤, “지정토론 1”, 하늘길 공청회 (공청회), 2024-10-15, p. 11, line 11 of transcript.txt.")
        for passage in try forum.data("/v1/passages?limit=500") {
            let spans = try #require(passage["spans"] as? [[String: Any]])
            let isPrinted = spans.contains { $0["printed_page"] is String }
            let url = try #require(passage["url"] as? String)
            let lines = try #require(try forum.object(url + "/citation")["lines"] as? [String: String])
            #expect(lines["en"]?.contains("p. ") == isPrinted || lines["en"]?.contains("pp. ") == isPrinted, "\(url)")
            #expect(
                lines["en"]?.contains("counted page") == !isPrinted && lines["ko"]?.contains("쪽 번호 없음") == !isPrinted)
        }
    }

    @Test("the selectors stand in the talk's text where they say, for every passage")
    func selectors() throws {
        for id in try forum.identifiers("/v1/passages?limit=500") {
            let sheet = try forum.object("/v1/passages/\(id)/citation")
            let document = text(try #require(sheet["document_url"] as? String))
            let selectors = try #require(sheet["selector"] as? [[String: Any]])
            let (quote, position) = (selectors[0], selectors[1])
            let exact = try #require(quote["exact"] as? String)
            let (prefix, suffix) = (quote["prefix"] as? String ?? "", quote["suffix"] as? String ?? "")
            let (start, end) = (position["start"] as? Int ?? -1, position["end"] as? Int ?? -1)
            let scalars = Array(document.unicodeScalars)
            #expect(exact == String(String.UnicodeScalarView(scalars[start..<end])))
            #expect(exact == (try forum.object("/v1/passages/\(id)")["text"] as? String))
            #expect(document.contains(prefix + exact + suffix))
            // After the text around it was edited, the words and one side of them are enough.
            let edited = "새 머리글\n\n" + document.replacing(suffix, with: "…", maxReplacements: 1)
            #expect(edited.contains(prefix + exact) || document.components(separatedBy: suffix).count > 2, "\(id)")
        }
    }

    @Test("words of a passage are cited by themselves, and words that it does not hold are refused")
    func part() throws {
        let target = "/v1/passages/haneul-d1.p5/citation?text="
        let sheet = try forum.object(target + "소음과")
        let selectors = try #require(sheet["selector"] as? [[String: Any]])
        #expect(sheet["text"] as? String == "소음과" && selectors[0]["exact"] as? String == "소음과")
        #expect((selectors[0]["prefix"] as? String)?.hasSuffix("😀 5째 말: ") == true)
        #expect((sheet["fragment_url"] as? String)?.hasSuffix(".txt#:~:text=%EC%86%8C%EC%9D%8C%EA%B3%BC") == true)
        let problem = try forum.object(target + "소음이", status: 400)
        #expect((problem["detail"] as? String)?.contains("/v1/quotes") == true)
        _ = try forum.object("/v1/passages/none/citation", status: 404)
    }

    @Test("a long text's fragment gives its first and last words, with hyphens escaped")
    func fragment() {
        let text = "a-b c d e f g and h i j k l m-n"
        #expect(
            TextSelector(text.startIndex..<text.endIndex, of: text).fragment
                == "#:~:text=a%2Db%20c%20d%20e%20f%20g,h%20i%20j%20k%20l%20m%2Dn")
    }

    @Test("where the public address is known, every citation and schedule leads to it, under other entity tags")
    func publicAddress() throws {
        let root = "https://forum.example.org/rostrum"
        let known = try Forum(configuration: .init(version: "test", publicURL: root))
        let address = root + "/v1/passages/haneul-d1.p5"
        func text(_ target: String) -> String { String(decoding: known.send(target).body, as: UTF8.self) }
        #expect(text("/v1/passages/haneul-d1.p5.bib").contains("  url = {\(address)},\n"))
        #expect(text("/v1/passages/haneul-d1.p5.ris").contains("UR  - \(address)\r\n"))
        #expect(text("/v1/passages/haneul-d1.p5.csl.json").contains("\"URL\":\"\(address)\""))
        #expect(text("/v1/passages/haneul-d1.p5/citation").contains("\(address)."))
        #expect(text("/v1/events/haneul/schedule.json").contains("\"base_url\":\"\(root)/\""))
        #expect(known.send("/v1/talks").entityTag != forum.send("/v1/talks").entityTag)
        #expect(!self.text("/v1/passages/haneul-d1.p5.bib").contains("url ="))
    }
}
