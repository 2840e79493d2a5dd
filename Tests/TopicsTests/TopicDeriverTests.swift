import Proceedings
import SeededNumbers
import Testing

@testable import Topics

@Suite("TopicDeriver")
struct TopicDeriverTests {
    private func derived(
        _ texts: [String], title: String? = nil, people: [Participation] = [], curated: [Topic] = []
    ) -> [Topic] {
        TopicDeriver(curated: curated).topics(
            in: [MadeEvent.event("e", talks: [texts], title: title, people: people)])
    }

    private func ids(_ texts: [String], people: [Participation] = []) -> Set<String> {
        Set(derived(texts, people: people).map(\.id.rawValue))
    }

    @Test("a stem that different particles follow is a term; one that is always the same is none")
    func particles() {
        #expect(ids(["전력망을 잇는다.", "전력망의 한계", "전력망이 낡았다."]) == ["전력망"])
        #expect(ids(["그는 조용히 갔다.", "조용히 왔다.", "조용히 있다."]).isEmpty)
        #expect(ids(["들어가 보자.", "들어와 보라.", "들어도 된다.", "들어보다 만다."]).isEmpty)
    }

    @Test(
        "pronouns, bound nouns, common nouns and forms of verbs are none",
        arguments: [
            ["우리는 간다.", "우리가 간다.", "우리를 본다."], ["그것이 왔다.", "그것을 본다.", "그것은 간다."],
            ["문제가 있다.", "문제를 푼다.", "문제의 답"], ["만들기를 한다.", "만들기는 쉽다.", "만들기가 쉽다."],
            ["하는 것을 본다.", "하는 것이 있다.", "하는 것은 좋다."], ["2025년에 간다.", "2025년을 본다.", "2025년의 봄"],
        ])
    func none(texts: [String]) {
        #expect(ids(texts).isEmpty)
    }

    @Test("three places, or two talks")
    func threshold() {
        #expect(ids(["전력망을 잇는다.", "전력망의 한계"]).isEmpty)
        let talks = [["전력망을 잇는다."], ["전력망의 한계"]]
        #expect(TopicDeriver(curated: []).topics(in: [MadeEvent.event("e", talks: talks)]).map(\.id) == ["전력망"])
    }

    @Test("words in a row are a term where a particle closes them and they mostly stand together")
    func rows() {
        let texts = ["희귀 금속을 캔다.", "희귀 금속의 값이 오른다.", "희귀 금속은 드물다.", "희귀 금속이 모자란다."]
        #expect(ids(texts) == ["희귀-금속"])
        #expect(ids(["희귀 금속, 희귀 금속, 희귀 금속"]).isEmpty)
        let loose = (1...12).map { "금속을 \($0)번 캔다. 금속의 값" } + ["희귀 금속을 본다.", "희귀 금속이 있다."]
        #expect(!ids(loose).contains("희귀-금속"))
    }

    @Test("English terms and acronyms, with particles or without, in whatever case")
    func english() throws {
        let topics = derived(["GPU가 모자란다.", "GPU를 산다.", "gpu의 값", "The GPUs are gone."])
        #expect(topics.map(\.id) == ["gpu"])
        #expect(topics.first?.labels == ["en": "GPU"])
        let prose = derived([
            "The power grid is old.", "A power grid needs storage.", "Our power grid lacks storage.",
            "Storage helps the power grid.",
        ])
        #expect(prose.contains { $0.id == "power-grid" })
        #expect(prose.allSatisfy { !["the", "is", "old", "needs"].contains($0.id) })
    }

    @Test("two writings that the text sets beside each other are one topic")
    func pairs() throws {
        let topic = try #require(
            derived(["딥시크(DeepSeek)가 왔다.", "딥시크를 본다.", "딥시크의 값", "DeepSeek은 싸다.", "DeepSeek을 쓴다.", "DeepSeek의 힘"]).first
        )
        #expect(topic.id == "딥시크")
        #expect(topic.labels == ["ko": "딥시크", "en": "DeepSeek"])
        #expect(topic.aliases == ["딥시크", "DeepSeek"])
    }

    @Test("names and affiliations of those on the programme, and names before a title, are none")
    func names() {
        let texts = [
            "홍길동은 말했다.", "홍길동의 뜻", "홍길동을 본다.", "한빛대학교의 뜻", "한빛대학교를 본다.", "한빛대를 본다.", "한빛대의 뜻", "한빛대가 있다.", "교통본부를 본다.",
            "교통본부의 뜻", "교통본부가 있다.", "김철수 교수는 말했다.", "김철수 교수를 본다.", "김철수 교수의 뜻", "김철수는 간다.", "김철수를 본다.",
        ]
        let person = Participation(
            panelist: "홍길동", role: .keynote, name: "홍길동", printedName: "홍 길 동",
            affiliation: Affiliation(
                organization: "한빛대학교", department: "교통본부", text: "한빛대학교 교통본부", printed: "한빛대학교 교통본부 본부장"),
            roleTitle: "본부장")
        #expect(ids(texts, people: [person]).isEmpty)
    }

    @Test("a heading counts three times")
    func headings() {
        let texts = ["전력망을 잇는다.", "전력망의 한계", "전력망이 있다.", "저장소를 잇는다.", "저장소의 한계", "저장소가 있다."]
        #expect(derived(texts, title: "저장소").first?.id == "저장소")
        #expect(derived(texts, title: "전력망").first?.id == "전력망")
    }

    @Test(
        "identifiers are readable and tell writings apart",
        arguments: [
            ("대형 언어 모델", "대형-언어-모델"), ("GPT-4o", "gpt-4o"), ("Node.js", "node-js"), ("R&D", "r-d"),
            ("C++", "c-plus-plus"),
            ("C#", "c-sharp"), ("오픈AI", "오픈ai"),
        ])
    func slugs(label: String, slug: String) {
        #expect(TermKey.slug(label) == slug)
    }

    @Test(
        "writings that would have one identifier are one topic, and none beside a curated one",
        arguments: [("Disney", "+", "Plus", "disney-plus"), ("Musik", "#", "Sharp", "musik-sharp")])
    func marks(name: String, mark: String, word: String, id: String) {
        let texts = ["\(name)\(mark)", "\(name) \(word)"].flatMap { ["\($0)를 본다.", "\($0)의 값", "\($0)가 온다."] }
        let topics = derived(texts)
        #expect(topics.filter { $0.id.rawValue == id }.count == 1)
        #expect(topics.first { $0.id.rawValue == id }?.aliases.sorted() == ["\(name) \(word)", "\(name)\(mark)"])
        let curated = Topic(id: .init(id), labels: ["ko": "영상"], aliases: ["영상"])
        #expect(!derived(texts, curated: [curated]).contains { $0.id.rawValue == id })
    }

    @Test("of two writings of a pair the most frequent is told, and the order of events says nothing")
    func writings() {
        let texts = [
            ["딥시크(DEEPSEEK)가 왔다.", "딥시크를 본다.", "딥시크의 값"], ["딥시크(DeepSeek)가 왔다.", "딥시크를 본다.", "딥시크의 값"],
            ["딥시크(deepseek)가 왔다.", "딥시크를 본다.", "딥시크의 값", "딥시크(DeepSeek)를 본다."],
            ["인공 지능이 온다.", "인공 지능을 본다.", "인공 지능의 값"], ["인공지능이 온다.", "인공지능을 본다.", "인공지능의 값"],
        ]
        let events = texts.enumerated().map { MadeEvent.event("e\($0)", talks: [$1]) }
        let topics = TopicDeriver(curated: []).topics(in: events)
        #expect(topics.first { $0.id == "딥시크" }?.labels["en"] == "DeepSeek")
        #expect(topics.contains { $0.aliases.contains("인공 지능") && $0.aliases.contains("인공지능") })
        for seed in UInt64(1)...20 {
            var random = Seeded(seed)
            #expect(TopicDeriver(curated: []).topics(in: events.shuffled(using: &random)) == topics, "seed \(seed)")
        }
    }

    @Test("an event gives so many topics at most, the worthiest")
    func most() {
        let letters = Array("ABCDEFGH")
        let names = letters.flatMap { first in letters.map { "Q\(first)\($0)" } }.prefix(TopicDeriver.mostTopics + 2)
        let texts = (Array(names) + names.suffix(1)).flatMap { ["\($0)를 본다.", "\($0)의 값", "\($0)가 온다."] }
        let topics = derived(texts)
        #expect(topics.count == TopicDeriver.mostTopics)
        #expect(topics.first?.id.rawValue == names.last?.lowercased())
        let others = MadeEvent.event("f", talks: [["전력망을 잇는다.", "전력망의 한계", "전력망이 낡았다."]])
        let both = TopicDeriver(curated: []).topics(in: [MadeEvent.event("e", talks: [texts]), others])
        #expect(both.count == TopicDeriver.mostTopics + 1)
    }

    @Test(
        "texts of few words give topics, each with an identifier of its own, whatever the order of events",
        arguments: UInt64(1)...20)
    func made(seed: UInt64) {
        var random = Seeded(seed)
        let words = [
            "Disney+", "Disney Plus", "인공 지능", "인공지능", "C#", "C Sharp", "딥시크", "DeepSeek", "딥시크(DeepSeek)",
            "딥시크(Deepseek)", "R&D", "GPT-4", "GPT 4",
        ]
        let particles = ["를", "의", "가", "은", "에서", "으로", ""]
        func text() -> String {
            (0..<Int.random(in: 1...4, using: &random)).map { _ in
                words[Int.random(in: 0..<words.count, using: &random)]
                    + particles[Int.random(in: 0..<particles.count, using: &random)]
            }.joined(separator: " ") + " 본다."
        }
        let events = (0..<5).map { number in
            MadeEvent.event("e\(number)", talks: (0..<2).map { _ in (0..<8).map { _ in text() } })
        }
        let topics = TopicDeriver(curated: []).topics(in: events)
        #expect(topics.count >= 3, "seed \(seed)")
        #expect(Set(topics.map(\.id)).count == topics.count, "seed \(seed)")
        for _ in 0..<4 {
            #expect(TopicDeriver(curated: []).topics(in: events.shuffled(using: &random)) == topics, "seed \(seed)")
        }
        let curated = topics.map { Topic(id: $0.id, labels: ["ko": "무엇"], aliases: ["무엇"]) }
        let index = TopicIndex(events, curated: curated)
        #expect(Set(index.topics.map(\.id)).count == index.topics.count, "seed \(seed)")
    }

    @Test("the order of the events does not matter, and no text traps it", arguments: [UInt64(1), 2, 3, 4])
    func fuzz(seed: UInt64) {
        var state = seed
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let alphabet = Array("규제양자AIai미･中 \u{200D}😀é\u{0301}한국-s시장을에서()+#.&'를의가  ".unicodeScalars)
        func text() -> String {
            var view = String.UnicodeScalarView()
            for _ in 0..<next(120) { view.append(alphabet[next(alphabet.count)]) }
            return String(view)
        }
        let events = (0..<4).map { number in
            MadeEvent.event("e\(number)", talks: (0..<3).map { _ in (0..<8).map { _ in text() } })
        }
        let topics = TopicDeriver(curated: []).topics(in: events)
        #expect(topics == TopicDeriver(curated: []).topics(in: events.reversed()), "seed \(seed)")
        #expect(Set(topics.map(\.id)).count == topics.count, "seed \(seed)")
        let index = TopicIndex(events, curated: [])
        for topic in index.topics {
            let mentions = index.mentions.filter { $0.topic == topic.id }
            #expect(mentions.count >= 3 || Set(mentions.map(\.talk)).count >= 2, "seed \(seed)")
        }
    }
}
