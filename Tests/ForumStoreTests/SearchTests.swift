import KoreanText
import Proceedings
import SeededNumbers
import Testing

@testable import ForumStore

@Suite("The search")
struct SearchTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// A reader of a made-up statement with these paragraphs.
    private func reader(_ texts: [String], topics: [Topic] = []) throws -> StoreReader {
        try StoreBuilder(path: folder.store).build(from: SearchCorpus.make(texts, topics: topics))
        return try StoreReader(path: folder.store)
    }

    /// The numbers of the paragraphs that a query finds, the best first.
    private func found(_ query: String, in reader: StoreReader) throws -> [Int] {
        var numbers: [Int] = []
        _ = try reader.search(SearchRequest(query, limit: 1000)) { row, _ in
            numbers.append(Int(row.id.string.split(separator: "p").last ?? "") ?? 0)
        }
        return numbers
    }

    static let texts = [
        "딥시크(DeepSeek)의 등장은 인공지능 반도체 시장을 흔들었다.", "오픈 소스 모델은 누구나 쓴다.", "오픈소스 생태계를 키운다.",
        "대형 언어 모델(LLM)은 비싸다.", "LLM을 작게 만든다.", "챗GPT와 ChatGPT 그리고 GPT-4.", "2,000억 원을 투자한다.",
        "모델의 완성도를 본다. 완성도가 높다.", "제품을 완성하였다.", "DeepSeek-R1 released its models.", "C++와 파이썬을 쓴다.",
        "성장률은 3%다.", "기관은 3곳이고 비중은 13%다.", "GPR15와 R 1을 본다.",
    ]

    @Test(
        "each rule finds what it is for",
        arguments: [
            ("딥시크", [1, 10]), ("딥시크가", [1, 10]), ("DEEPSEEK", [1, 10]), ("오픈소스", [2, 3]), ("오픈 소스", [2, 3]),
            ("오픈소스를", [2, 3]),
            ("LLM", [4, 5]), ("대형언어모델", [4, 5]), ("대형 언어 모델에서", [4, 5]), ("2000억", [7]), ("2,000억", [7]),
            ("GPT-4", [6]), ("R1", [10, 14]), ("3%", [12, 13]), ("LLMs", [4, 5]), ("딥싴", [1, 10]), ("딥ㅅ", [1, 10]),
            ("반돛", [1]),
            ("C++", [11]), ("model", [10]), ("modeling", [10]), ("반도체 시장", [1]), ("\"반도체 시장\"", [1]),
            ("\"시장 반도체\"", []), ("오픈소스 -생태계", [2]),
            ("완성도", [8]), ("딥 시크", [1, 10]), ("완성하였다", [8, 9]), ("투자하는", [7]), ("생태게", [3]), ("생태계룰", [3]),
            ("딦", [1, 10]), ("2000만", []), ("큰", []),
            ("\u{1103}\u{1175}\u{11B8}\u{1109}\u{1175}\u{110F}\u{1173}", [1, 10]),
            ("딥시쿠", [1, 10]), ("ㄷㅅㅋ", [1, 10]), ("elqtlzm", [1, 10]), ("딥시쿠 반도체", [1]), ("없는낱말", []),
        ] as [(String, [Int])])
    func rules(query: String, expected: [Int]) throws {
        #expect(try found(query, in: reader(Self.texts)).sorted() == expected)
    }

    @Test("who is excluded stays so, also where a word is found inside a longer one")
    func excludedSpeaker() throws {
        let reader = try reader(["GPT를 쓴다.", "ChatGPT를 쓴다."])
        #expect(try found("GPT", in: reader) == [1, 2])
        // 김하나 speaks all of it.
        #expect(try found("GPT -김하나", in: reader) == [])
        #expect(try found("GPT 김하나", in: reader) == [1])
        // What follows a name at once is sought apart.
        #expect(try found("김하나쓴다", in: reader).sorted() == [1, 2])
    }

    @Test("what was sought instead is said, and only then")
    func instead() throws {
        let reader = try reader(Self.texts)
        let search = { (query: String) in try reader.search(SearchRequest(query, limit: 1)) { _, _ in } }
        #expect(try search("딥시쿠").didYouMean == "딥시크")
        #expect(try search("ㄷㅅㅋ").didYouMean == "딥시크")
        #expect(try search("딥싴").didYouMean == "딥시크")
        #expect(try search("딥시크").didYouMean == nil)
        // What it says can be sought as it is said.
        #expect(try search("딥시쿠 C++,").didYouMean == nil)
        #expect(try search("\"GPT-4\" 챗GPT 그리구").didYouMean == "\"gpt-4\" 챗gpt 그리고")
        #expect(try search("(2.5) 딥시쿠").didYouMean == nil)
        #expect(try search("LLM").terms == [SearchTerm(text: "llm", aliases: ["대형 언어 모델"])])
        #expect(try search("반도체를").terms == [SearchTerm(text: "반도체를", stem: "반도체")])
    }

    @Test("a quoted phrase stands in the text, and a name of something within a compound is sought as such")
    func quotedAndNamed() throws {
        let topic = Topic(id: "ai", labels: ["ko": "인공지능", "en": "AI"], aliases: [])
        let reader = try reader(["AI 기본법을 만든다.", "인공지능을 쓴다.", "기본법의 인공지능 조항"], topics: [topic])
        #expect(try found("인공지능기본법", in: reader) == [1])
        #expect(try found("인공지능기본법은", in: reader) == [1])
        #expect(try found("\"인공 지능\"", in: reader) == [])
        #expect(try found("\"인공지능\"", in: reader).sorted() == [2, 3])
    }

    @Test("a hostile query finds something or nothing, and never fails", arguments: 1...10)
    func hostile(seed: UInt64) throws {
        var random = Seeded(seed)
        let reader = try reader(Self.texts)
        let pieces = [
            "\"", "*", "(", ")", "AND", "OR", "NOT", "NEAR(", "-", "^", ":", "{body}", "'", ";", "딥시크", "ㄷ", "😀",
            "\u{0}", "\\", "%", "+", "법",
        ]
        for _ in 0..<20 {
            let query = (0..<Int.random(in: 1...9, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }
            .joined(separator: Bool.random(using: &random) ? " " : "")
            #expect(throws: Never.self, "seed \(seed): \(query)") { try found(query, in: reader) }
            #expect(throws: Never.self, "seed \(seed): \(query)") { try reader.suggestions(for: query, limit: 5) }
        }
    }

    @Test("what begins a word comes before what stands inside one, and foreign words that only hold it come last")
    func order() throws {
        let reader = try reader(["프로그램과 프로그램을 본다.", "로그가 있다. 다른 말도 길게 있다.", "ChatGPT가 왔다.", "GPT가 왔다. 그리고 다른 말."])
        #expect(try found("로그", in: reader) == [2, 1])
        #expect(try found("GPT", in: reader) == [4, 3])
        #expect(try found("gpt 왔다", in: reader) == [4, 3])
    }

    @Test("pages of any size are the parts of one order")
    func parts() throws {
        var random = Seeded(3)
        let scores = (0..<97).map { (key: Int64($0), score: Double(Int.random(in: 0..<9, using: &random))) }
        let hits = RankedHits(scores.shuffled(using: &random))
        let order = try hits.part(from: .offset(0), limit: .max).hits.map(\.key)
        #expect(order == scores.sorted { ($1.score, $0.key) < ($0.score, $1.key) }.map(\.key))
        for size in [1, 10, 96, 97, 98] {
            var (keys, start): ([Int64], ListStart?) = ([], .offset(0))
            while let from = start {
                let part = try hits.part(from: from, limit: size)
                keys += part.hits.map(\.key)
                start = part.next.map { .after($0) }
            }
            #expect(keys == order, "\(size) a page")
        }
        #expect(try hits.part(from: .offset(90), limit: 5).hits.map(\.key) == Array(order[90..<95]))
        #expect(try hits.part(from: .offset(200), limit: 5).hits.isEmpty)
        #expect(try hits.part(from: .offset(0), limit: 0).hits.isEmpty)
    }

    @Test("a query's limits")
    func limits() {
        #expect(StoreReader.refusal(of: "딥시크") == nil)
        #expect(StoreReader.refusal(of: "!? -빼기") == .nothingToSeek)
        #expect(StoreReader.refusal(of: String(repeating: "가", count: StoreLimits.standard.queryLength)) == nil)
        #expect(
            StoreReader.refusal(of: String(repeating: "가", count: StoreLimits.standard.queryLength + 1)) == .tooLong)
        #expect(
            StoreReader.refusal(of: String(repeating: "가 ", count: StoreLimits.standard.queryWords + 1))
                == .tooManyWords)
    }

    @Test("a word is sought inside the first so many longer ones, and no more passages are read than allowed")
    func insideLimits() throws {
        let reader = try reader(["aGPT", "bGPT", "cGPT", "aGPT 4", "bGPT 4", "cGPT 4", "dGPT 4"])
        #expect(try found("GPT", in: reader).sorted() == Array(1...7))
        #expect(try found("T 4", in: reader).sorted() == [4, 5, 6, 7])
        reader.limits.literalCandidates = 3
        #expect(try found("T 4", in: reader).sorted() == [4, 5, 6])
        try reader.search.knowledge.innerWords = 2
        #expect(try found("GPT", in: reader).sorted() == [1, 2, 4, 5])
        reader.limits.literalCandidates = StoreLimits.standard.literalCandidates
        // Too many words: what follows them finds all, and each is looked at.
        #expect(try found("T 4", in: reader).sorted() == [4, 5, 6, 7])
        // As Search.md tells them.
        #expect(StoreLimits.standard.innerWords == 2000 && StoreLimits.standard.literalCandidates == 5000)
    }

    @Test("what is excluded leaves the order of the rest as it is", arguments: 1...4)
    func exclusion(seed: UInt64) throws {
        var random = Seeded(seed)
        let words = ["가나", "나다", "다라마", "라마바사", "GPT", "R1"]
        let texts = (0..<120).map { _ in
            (0..<Int.random(in: 2...9, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }
                .joined(separator: " ")
        }
        let reader = try reader(texts)
        for (query, excluded) in [("가나 나다", "다라마"), ("라마바사 가나", "GPT"), ("다라마", "나다"), ("나다 GPT", "R1")] {
            let rest = try found(query, in: reader).filter { !texts[$0 - 1].contains(excluded) }
            #expect(try found("\(query) -\(excluded)", in: reader) == rest, "seed \(seed): \(query) -\(excluded)")
        }
    }

    @Test("what is found by reading passages is what the index finds", arguments: 1...4)
    func wider(seed: UInt64) throws {
        var random = Seeded(seed)
        let syllables = Array("가나다")
        let word = { (length: Int, random: inout Seeded) in
            String((0..<length).map { _ in syllables.randomElement(using: &random) ?? "가" })
        }
        let texts = (0..<150).map { _ in
            (0..<8).map { _ in word(Int.random(in: 1...4, using: &random), &random) }.joined(separator: " ")
        }
        let reader = try reader(texts)
        var found = 0
        for _ in 0..<60 {
            var query = word(Int.random(in: 4...7, using: &random), &random)
            if Bool.random(using: &random) { query += " " + word(2, &random) }
            if Int.random(in: 0..<4, using: &random) == 0 { query += " -" + word(3, &random) }
            reader.limits.widerCandidates = .max
            let read = try self.found(query, in: reader)
            reader.limits.widerCandidates = -1
            #expect(try self.found(query, in: reader).sorted() == read.sorted(), "seed \(seed): \(query)")
            found += read.count
        }
        #expect(found > 0, "seed \(seed)")
    }

    @Test("highlights are whole eojeol in UTF-16 units, and the snippet is a part of the text")
    func highlights() throws {
        let text =
            String(repeating: "앞말을 늘인다 ", count: 40) + "😀 (딥시크가) 왔다. 오픈 소스는 " + String(repeating: "뒷말 ", count: 60)
        let reader = try reader([text])
        for (query, expected) in [("딥시크", ["(딥시크가)"]), ("오픈소스", ["오픈 소스는"]), ("딥시크 오픈소스", ["(딥시크가)", "오픈 소스는"])] {
            _ = try reader.search(SearchRequest(query, limit: 1)) { row, hit in
                let units = Array(row.text.string.utf16)
                #expect(hit.highlights.map { String(decoding: units[$0], as: UTF16.self) } == expected)
                #expect(row.text.string.contains(hit.snippet) && hit.snippet.contains(expected[0]))
                #expect(hit.snippet.utf16.count <= StoreLimits.standard.snippetLength)
            }
        }
    }

    @Test("what was found itself is told beside the eojeol that holds it")
    func matches() throws {
        let text = "AI 규제를 풀고, 규제와 오픈 소스를 본다. R&D와 딥 러닝 세 가지, models."
        let reader = try reader([text])
        for (query, expected) in [
            ("규제", ["규제", "규제"]), ("규제에", ["규제", "규제"]), ("오픈소스", ["오픈 소스"]), ("풀고", ["풀고"]),
            ("R&D", ["R&D"]), ("딥러닝", ["딥 러닝"]), ("세 가지", ["세 가지"]), ("Models", ["models"]), ("model", ["model"]),
        ] {
            _ = try reader.search(SearchRequest(query, limit: 1)) { row, hit in
                let units = Array(row.text.string.utf16)
                #expect(hit.matches.map { String(decoding: units[$0], as: UTF16.self) } == expected)
                #expect(hit.matches.allSatisfy { match in hit.highlights.contains { $0.contains(match.lowerBound) } })
            }
        }
    }

    @Test("pages follow one another without gaps or repetitions, and facets count all of it")
    func pages() throws {
        let reader = try reader((1...53).map { "모델 \(String(repeating: "말 ", count: $0 % 7))끝 \($0)" })
        var all: [String] = []
        var start: ListStart? = .offset(0)
        while let from = start {
            let result = try reader.search(SearchRequest("모델", limit: 10, start: from)) { row, _ in
                all.append(row.id.string)
            }
            #expect(result.total == 53)
            let kinds = result.facets.first { $0.kind == .kind }?.values
            #expect(kinds == [.init(id: "paragraph", name: "paragraph", count: 53)])
            #expect(result.facets.first { $0.kind == .panelist }?.values.first?.count == 53)
            start = result.next.map { .after($0) }
        }
        #expect(all.count == 53 && Set(all).count == 53)
        let filtered = try reader.search(SearchRequest("모델", filter: .only(.kind, "heading"), limit: 10)) { _, _ in }
        #expect(filtered.total == 0)
        #expect(throws: StoreError.self) {
            try reader.search(
                SearchRequest("모델", limit: 1, start: .after(ListPosition(values: [], key: 1)))
            ) { _, _ in }
        }
    }

    @Test(
        "suggestions complete topics, names and words, by half a syllable and by initials",
        arguments: [
            ("딥ㅅ", "딥시크"), ("디", "딥시크"), ("김하", "김하나"), ("딦", "딥시크"), ("생태", "생태계"), ("ㄷㅅ", "딥시크"), ("deeps", "딥시크"),
        ])
    func suggestions(typed: String, expected: String) throws {
        let topic = Topic(id: "deepseek", labels: ["ko": "딥시크", "en": "DeepSeek"], aliases: [])
        let reader = try reader(Self.texts, topics: [topic])
        let suggestions = try reader.suggestions(for: typed, limit: 10)
        #expect(suggestions.contains { $0.text == expected }, "\(suggestions)")
        #expect(Set(suggestions.map(\.text)).count == suggestions.count)
        #expect(try reader.suggestions(for: typed, limit: 1).count == 1)
    }

    @Test("a query is cut off once its time is up, and the next one runs")
    func deadline() throws {
        let reader = try reader(Self.texts)
        #expect(throws: StoreError.interrupted) {
            try reader.connection.withDeadline(after: .zero) { () throws(StoreError) in
                _ = try reader.integer(
                    Condition(
                        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000) SELECT count(*) FROM n"
                    ))
            }
        }
        #expect(try found("딥시크", in: reader).count == 2)
        reader.limits.deadline = .zero
        #expect(throws: StoreError.interrupted) { try found("딥시크", in: reader) }
        reader.limits.deadline = StoreLimits.standard.deadline
        #expect(try found("딥시크", in: reader).count == 2)
    }
}

/// One statement by one person with the given paragraphs.
enum SearchCorpus {
    static func make(_ texts: [String], topics: [Topic] = []) -> Corpus {
        let lines = texts.indices.map { index in
            SourceLine(
                number: index + 1, text: texts[index], terminator: "\n", lineClass: .body, talk: "made-d1",
                passage: .init("made-d1.p\(index + 1)"), join: .end, page: 1)
        }
        let passages = texts.enumerated().map { index, text in
            Passage(
                id: .init("made-d1.p\(index + 1)"), kind: .paragraph, text: text,
                spans: [SourceSpan(page: 1, printedPage: nil, lines: (index + 1)...(index + 1))])
        }
        let talk = Talk(
            id: "made-d1", kind: .discussion, kindLabel: "지정토론", ordinal: 1, position: 1, title: nil,
            participations: [Participation(panelist: "김하나", role: .discussant, name: "김하나", printedName: "김하나")],
            lines: 1...texts.count, passages: passages)
        let source = Source(
            id: "made", event: "made", name: "transcript.txt", format: "proceedings", encoding: "UTF-8",
            sha256: String(repeating: "0", count: 64), byteCount: 1, lines: lines)
        return Corpus(
            snapshot: "made",
            events: [
                .init(event: Event(id: "made"), sources: [source], talks: [(talk: talk, source: Source.ID("made"))])
            ],
            panelists: [Panelist(id: "김하나", name: "김하나")], topics: topics, mentions: [])
    }
}
