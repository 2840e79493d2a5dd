import Proceedings
import Testing

@testable import Topics

@Suite("TopicMatcher")
struct TopicMatcherTests {
    private func surfaces(_ text: String, aliases: [String]) -> [String] {
        mentions(text, topics: [Topic(id: "t", labels: ["ko": "t"], aliases: aliases)]).map(\.surface)
    }

    private func mentions(_ text: String, topics: [Topic]) -> [Mention] {
        let span = SourceSpan(page: 1, printedPage: nil, lines: 1...1)
        let talk = Talk(
            id: "e-k1", kind: .keynote, kindLabel: "발제", ordinal: 1, position: 1, title: nil, participations: [],
            lines: 1...1, passages: [Passage(id: "e-k1.p1", kind: .paragraph, text: text, spans: [span])])
        return TopicMatcher(topics: topics).mentions(in: talk)
    }

    @Test(
        "a form is found whatever particle or ending follows",
        arguments: [
            ("규제를 풀자", "규제"), ("규제에서도 그렇다", "규제"), ("규제뿐만 아니라", "규제"), ("규제", "규제"),
            ("투자하고 있다", "투자"), ("투자됐다", "투자"), ("정부의 정책", "정부"), ("스타트업들이", "스타트업"),
            ("‘양자’라는 말", "양자"), ("AI가", "AI"), ("AI연구소에는", "AI"), ("(AI)를", "AI"), ("위기이자 기회", "위기"), ("투자했다고는", "투자"),
            ("투자하기에는", "투자"), ("투자한", "투자"), ("규제받는", "규제"), ("교육시킨다", "교육"), ("미국한테", "미국"), ("융합함으로써", "융합"),
        ])
    func particles(text: String, alias: String) {
        #expect(surfaces(text, aliases: [alias]) == [alias])
    }

    @Test(
        "a form is not found inside another word",
        arguments: [
            ("MAIN BRAIN", "AI"), ("OpenAI", "AI"), ("양자택일", "양자"), ("행정부에서도", "정부"), ("한국은행", "한국"),
            ("한국과학기술기획평가원에 따르면", "한국"), ("集中", "中"), ("it is", "IT"), ("한수학교", "수학"), ("수학한림원", "수학"),
            ("미국한류", "미국"), ("메타합금", "메타"), ("교육받침", "교육"),
        ])
    func insideWords(text: String, alias: String) {
        #expect(surfaces(text, aliases: [alias]).isEmpty)
    }

    @Test(
        "a form is found in plain compounds",
        arguments: [
            ("중국시장에만", "중국"), ("벤처업계에는", "벤처"), ("범용인공지능을", "인공지능"), ("창업자인", "창업"),
        ])
    func compounds(text: String, alias: String) {
        #expect(surfaces(text, aliases: [alias]) == [alias])
    }

    @Test("an English plural is found, and no word that only looks like one")
    func plurals() {
        #expect(surfaces("Two policies, one policy.", aliases: ["policy"]) == ["policies", "policy"])
        #expect(surfaces("Switches and a switch", aliases: ["switch"]) == ["Switches", "switch"])
        #expect(surfaces("AIs and an AI", aliases: ["AI"]) == ["AI", "AI"])
        #expect(surfaces("It has his bus.", aliases: ["ha", "hi", "bu"]).isEmpty)
        #expect(surfaces("Keys, not keies", aliases: ["key"]) == ["Key"])
    }

    @Test("letter case, width, middle dots and the space in a form do not matter")
    func folding() {
        #expect(surfaces("Deepseek과 ＤｅｅｐＳｅｅｋ", aliases: ["DeepSeek"]) == ["Deepseek", "ＤｅｅｐＳｅｅｋ"])
        #expect(surfaces("미·중 갈등, 미ㆍ중", aliases: ["미･중"]) == ["미·중", "미ㆍ중"])
        #expect(
            surfaces("오픈소스, 오픈 소스, open-source", aliases: ["오픈 소스", "open source"])
                == ["오픈소스", "오픈 소스", "open-source"])
        #expect(surfaces("GPUs와 startups", aliases: ["GPU", "startup"]) == ["GPU", "startup"])
    }

    @Test("of forms that lie one in the other the longer counts; forms that only overlap both count")
    func overlaps() {
        #expect(surfaces("대학교육", aliases: ["교육", "대학교육"]) == ["대학교육"])
        #expect(surfaces("다학제간 융합", aliases: ["다학제", "학제간"]) == ["다학제", "학제간"])
        let both = mentions(
            "미중 경쟁",
            topics: [
                Topic(id: "china", labels: ["ko": "중국"], aliases: ["미중"]),
                Topic(id: "usa", labels: ["ko": "미국"], aliases: ["미중"]),
            ])
        #expect(both.map(\.topic) == ["china", "usa"])
    }

    @Test("offsets are UTF-16 units, also behind characters outside the basic plane")
    func offsets() {
        let text = "😀 규제와 규제"
        let found = mentions(text, topics: [Topic(id: "t", labels: ["ko": "규제"], aliases: ["규제"])])
        #expect(found.map { [$0.start, $0.end] } == [[3, 5], [7, 9]])
        let units = Array(text.utf16)
        for mention in found {
            #expect(String(decoding: units[mention.start..<mention.end], as: UTF16.self) == mention.surface)
        }
    }

    @Test("the title's mentions come first and name no passage")
    func title() {
        let talk = Talk(
            id: "e-k1", kind: .keynote, kindLabel: "발제", ordinal: 1, position: 1, title: "규제의 미래",
            participations: [], lines: 1...2)
        let found = TopicMatcher(topics: [Topic(id: "t", labels: ["ko": "규제"], aliases: ["규제"])])
            .mentions(in: talk)
        #expect(found.map(\.passage) == [nil])
        #expect(found.map(\.talk) == ["e-k1"])
    }

    @Test("no text traps it, and every mention lies in the text", arguments: [UInt64(1), 2, 3])
    func fuzz(seed: UInt64) {
        var state = seed
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let alphabet = Array("규제양자AIai미･중中 \u{200D}😀é\u{0301}한국-s시장을에서".unicodeScalars)
        let topics = [
            Topic(id: "a", labels: ["ko": "a"], aliases: ["규제", "AI", "미･중", "한국 시장", "中"]),
            Topic(id: "b", labels: ["ko": "b"], aliases: ["양자", " ", "규제 양자", "s"]),
        ]
        for _ in 0..<300 {
            var view = String.UnicodeScalarView()
            for _ in 0..<next(40) { view.append(alphabet[next(alphabet.count)]) }
            let text = String(view)
            let units = Array(text.utf16)
            for mention in mentions(text, topics: topics) {
                #expect(mention.start < mention.end && mention.end <= units.count, "seed \(seed)")
                #expect(
                    String(decoding: units[mention.start..<mention.end], as: UTF16.self) == mention.surface,
                    "seed \(seed)")
            }
        }
    }
}
