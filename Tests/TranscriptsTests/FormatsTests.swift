import Foundation
import KoreanText
import Proceedings
import SeededNumbers
import Testing

@testable import Transcripts

@Suite("Formats beside proceedings")
struct FormatsTests {
    static let subrip = """
        1
        00:00:00,000 --> 00:00:02,480
        안녕하세요 <i>김철수</i>입니다.

        3
        00:00:02.480   -->   00:00:04.270
        오늘은 <청각장애인> 이야기를
        하겠습니다.

        4
        00:00:09,500 --> 00:00:11,000
        다음 주제로 넘어가겠습니다.

        """
    static let webvtt = """
        WEBVTT - sample
        Kind: captions

        STYLE
        ::cue { color: red }

        NOTE
        not spoken

        intro
        00:01.000 --> 00:02.500 align:start position:0%
        <v 김철수>안녕하세요 &amp; 반갑습니다.</v>

        00:02.500 --> 01:00:04.000
        <v Jane Doe>Hello <c.loud>there</c>.
        """
    static let markdown = """
        ---
        title: "인공지능의 미래"
        event: 공동포럼
        kind: roundtable
        panelists:
          - 홍길동 (서울대학교 교수)
          - name: 김철수
            affiliation: 서울경제
            role: 논설위원
        moderator: 이영희
        colour: red
        ---

        # 1. 서론

        첫 문단의 첫 줄
        그리고 둘째 줄.

        - 첫째 항목
          이어지는 줄
        - 둘째 항목

        ## 배경

        > 인용한 말의
        > 둘째 줄

        **홍길동:** 저는 찬성합니다.

        **사회자**: 감사합니다.

        1. 번호 항목

        [^1]: 각주의 글

        ***

        **참고:** 이것은 말이 아니다.
        """

    private func parse(_ text: String, _ format: TranscriptFormat? = nil) throws -> ParsedTranscript {
        try TranscriptParser().parse([UInt8](text.utf8), event: "e", format: format)
    }

    @Test("two lines with dashes in a cue are two people's, one is as it stands")
    func dialogue() throws {
        let parsed = try Fixture.parse(
            "1\n00:00:01,000 --> 00:00:03,000\n- 질문 있습니다.\n- 네, 말씀하시죠.\n\n2\n00:00:03,100 --> 00:00:05,000\n- 누가\n합니까?\n"
        )
        #expect(parsed.talks[0].passages.map(\.text) == ["- 질문 있습니다.", "- 네, 말씀하시죠. - 누가 합니까?"])
        #expect(parsed.talks[0].passages.map(\.time) == [1000...3000, 1000...5000])
    }

    @Test(
        "a format is recognised by its content",
        arguments: [
            (subrip, "subrip"), (webvtt, "webvtt"), (markdown, "markdown"), ("# 제목\n\n본문\n", "markdown"),
            ("**A:** 네\n\n**B:** 아니오\n", "markdown"),
            ("지정토론 1\n\n김철수\n서울경제 논설위원\n\n본문이 있다.\n", "proceedings"),
        ])
    func recognised(_ text: String, _ format: String) throws {
        #expect(try parse(text).format == format)
        #expect(try parse("\u{FEFF}" + text).format == format)
    }

    @Test("a named format is believed, and named where it does not fit")
    func named() throws {
        #expect(try parse("본문뿐인 글\n", .markdown).talks.first?.passages.map(\.text) == ["본문뿐인 글"])
        #expect(throws: TranscriptError.noCue(firstLines: ["본문뿐인 글"])) { try parse("본문뿐인 글\n", .subrip) }
        #expect(throws: TranscriptError.self) { try parse(Self.subrip, .proceedings) }
    }

    @Test("cues of SubRip become paragraphs with times; pauses end them; only markup is taken off")
    func readSubRip() throws {
        let parsed = try parse(Self.subrip)
        let talk = try #require(parsed.talks.first)
        #expect(talk.id == "e-t1")
        #expect(talk.kind == .talk)
        #expect(talk.passages.map(\.text) == ["안녕하세요 김철수입니다. 오늘은 <청각장애인> 이야기를 하겠습니다.", "다음 주제로 넘어가겠습니다."])
        #expect(talk.passages.map(\.time) == [0...4270, 9500...11000])
        #expect(talk.passages.map { $0.spans.map(\.lines) } == [[3...8], [12...12]])
        #expect(parsed.lines.filter { $0.lineClass == .cue }.map(\.number) == [1, 2, 5, 6, 10, 11])
        #expect(parsed.diagnostics.isEmpty)
    }

    @Test("WebVTT: voices speak, settings and entities are read, notes and styles are no text")
    func readWebVTT() throws {
        let parsed = try parse(Self.webvtt)
        let talk = try #require(parsed.talks.first)
        #expect(talk.passages.map(\.text) == ["안녕하세요 & 반갑습니다.", "Hello there."])
        #expect(talk.passages.map(\.speaker) == ["김철수", "Jane Doe"])
        #expect(talk.participations.map(\.name) == ["김철수", "Jane Doe"])
        #expect(talk.passages.map(\.time) == [1000...2500, 2500...3_604_000])
        #expect(parsed.lines.filter { $0.lineClass == .metadata }.map(\.number) == [1, 2, 4, 5])
        #expect(parsed.lines.filter { $0.lineClass == .dropped }.map(\.number) == [7, 8])
        #expect(parsed.lines[9].lineClass == .cue)
    }

    @Test(
        "malformed times are said with line and column, and the words are kept",
        arguments: [
            ("00:61:00,000 --> 00:00:01,000", 4), ("00:00:00,000 -> 00:00:01,000 -->", 14), ("00:00:00,000 --> ", 18),
            ("00:00:00,000 --> 00:00:01,0000", 30), ("999999:00:00,000 --> 00:00:01,000", 6), ("--> 00:00:01,000", 1),
        ])
    func malformedTiming(_ line: String, _ column: Int) throws {
        let parsed = try parse("1\n\(line)\n말씀.\n", .subrip)
        #expect(parsed.talks.first?.passages.map(\.text) == ["말씀."])
        #expect(parsed.talks.first?.passages.first?.time == nil)
        let diagnostic = try #require(parsed.diagnostics.first)
        #expect(diagnostic.code == "malformed-timing")
        #expect(diagnostic.line == 2)
        #expect(diagnostic.column == column)
    }

    @Test("a cue that ends before it begins lasts no time")
    func reversedTiming() throws {
        let parsed = try parse("1\n00:00:05,000 --> 00:00:01,000\n말씀.\n")
        #expect(parsed.talks.first?.passages.first?.time == 5000...5000)
        #expect(parsed.diagnostics.map(\.code) == ["cue-ends-before-start"])
    }

    @Test("what captions that roll up repeat is left out; what a speaker repeats is not")
    func rollingCaptions() throws {
        let parsed = try parse(
            """
            WEBVTT

            00:00.000 --> 00:01.000
            하나

            00:01.000 --> 00:01.010
            하나

            00:01.010 --> 00:02.000
            하나
            둘

            00:02.000 --> 00:03.000
            둘
            """)
        #expect(parsed.talks.first?.passages.map(\.text) == ["하나 둘 둘"])
    }

    @Test("Markdown: front matter, sections, lists, quotations and turns")
    func readMarkdown() throws {
        let parsed = try parse(Self.markdown)
        let talk = try #require(parsed.talks.first)
        #expect(parsed.eventName == "공동포럼")
        #expect(talk.title == "인공지능의 미래")
        #expect(talk.titleLines == 2...2)
        #expect(talk.kind == .roundtable)
        #expect(talk.participations.map(\.name) == ["홍길동", "김철수", "이영희"])
        #expect(talk.participations.map(\.affiliation?.organization) == ["서울대학교", "서울경제", nil])
        #expect(talk.participations.map(\.roleTitle) == ["교수", "논설위원", nil])
        #expect(talk.participations.map(\.role) == [.discussant, .discussant, .moderator])
        #expect(talk.sections.map(\.id) == ["e-r1.s1", "e-r1.s1.1"])
        #expect(talk.sections.map(\.title) == ["서론", "배경"])
        #expect(talk.sections.map(\.numberLabel) == ["1.", nil])
        let passages = talk.passages.map { "\($0.kind) \($0.marker ?? "")|\($0.text)" }
        #expect(
            passages == [
                "heading 1.|서론", "paragraph |첫 문단의 첫 줄 그리고 둘째 줄.", "bullet -|첫째 항목 이어지는 줄", "bullet -|둘째 항목",
                "heading |배경", "quote >|인용한 말의 둘째 줄", "paragraph **홍길동:**|저는 찬성합니다.",
                "paragraph **사회자**:|감사합니다.", "bullet 1.|번호 항목", "footnote [^1]:|각주의 글",
                "paragraph |**참고:** 이것은 말이 아니다.",
            ])
        #expect(talk.passages.first { $0.marker == "**홍길동:**" }?.speaker == "홍길동")
        #expect(talk.passages.first { $0.marker == "**사회자**:" }?.speaker == "이영희")
        #expect(parsed.diagnostics.map(\.code) == ["unknown-key"])
        #expect(parsed.diagnostics.first?.line == 11)
    }

    @Test("the only heading of the first level is the title where the front matter gives none")
    func titleHeading() throws {
        let talk = try #require(try parse("# 제목\n\n## 가\n\n글\n\n나\n--\n").talks.first)
        #expect(talk.title == "제목")
        #expect(talk.sections.map(\.title) == ["가", "나"])
        #expect(talk.sections.map(\.level) == [1, 1])
    }

    @Test("every line of every format is accounted for once", arguments: [subrip, webvtt, markdown])
    func ledger(_ text: String) throws {
        #expect(FormatsLedger.faults(text, try parse(text)) == [])
        let other = text.replacingOccurrences(of: "\n", with: "\r\n").decomposedStringWithCanonicalMapping
        #expect(FormatsLedger.faults(other, try parse(other)) == [])
    }

    @Test("mutated files are read without a fault, in their format or another", arguments: [UInt64](1...6))
    func mutated(_ seed: UInt64) throws {
        var generator = Seeded(seed)
        let pieces = [
            "", " ", "---", "1", "00:00:01,000 --> 00:00:02,000", "-->", "0: --> :", "NOTE", "STYLE", "WEBVTT", "<v >a",
            "<",
            "&amp", "{\\", "#", "# ", "# a #", ">", "> ", "**a**:", "**a:**", "**:**", "- ", "* *", "===", "--", "```",
            "<!--", "-->", "[^]: a", "[^1]:", "|", "title:", "- name:", "panelists:", "\u{301}", "\u{FEFF}", "ᄀ",
            "-1 --> 2:", "99999:59:59.999 --> 0:0", "9) a", "\u{0C}",
        ]
        for round in 0..<150 {
            var lines = [Self.subrip, Self.webvtt, Self.markdown][round % 3].components(separatedBy: "\n")
            for _ in 0..<Int.random(in: 1...12, using: &generator) {
                guard let index = lines.indices.randomElement(using: &generator) else { break }
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: lines.remove(at: index)
                case 1: lines.swapAt(index, Int.random(in: 0..<lines.count, using: &generator))
                case 2: lines[index] = String(lines[index].dropLast(Int.random(in: 0...8, using: &generator)))
                default: lines.insert(pieces.randomElement(using: &generator) ?? "", at: index)
                }
            }
            let text = lines.joined(separator: ["\n", "\r\n", "\r"].randomElement(using: &generator) ?? "\n")
            for format in [nil] + TranscriptFormat.allCases.map(Optional.some) {
                do throws(TranscriptError) {
                    let parsed = try TranscriptParser().parse([UInt8](text.utf8), event: "e", format: format)
                    if parsed.format != "proceedings", parsed.format != "pdf" {
                        #expect(FormatsLedger.faults(text, parsed) == [], "seed \(seed), round \(round)")
                    }
                } catch {
                    #expect(!error.description.isEmpty)
                }
            }
        }
    }

    @Test("long captions and long lines take time in proportion to their length")
    func linear() throws {
        let cue = "00:00:01,000 --> 00:00:02,000\n말이 이어지고 이어지는데 끝나지 않는\n\n"
        let small = try ProcessorTime.measure { _ = try parse(String(repeating: cue, count: 1000)) }
        let large = try ProcessorTime.measure { _ = try parse(String(repeating: cue, count: 8000)) }
        #expect(large < small * 40)
    }

    /// One in twelve of the published captions of a conference that may lie beside the package.
    static let published: [URL] = {
        let folder = Fixture.package.appending(path: "../shared/corpora/pyconkr").standardizedFileURL
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        let captions = (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "srt" }
            .sorted { $0.path < $1.path }
        return stride(from: 0, to: captions.count, by: 12).map { captions[$0] }
    }()

    @Test(
        "the published captions of a conference are read whole",
        .enabled(if: !FormatsTests.published.isEmpty, "there are no captions beside the package"))
    func corpora() throws {
        for file in Self.published {
            let bytes = [UInt8](try Data(contentsOf: file))
            let parsed = try TranscriptParser().parse(bytes, event: "e")
            #expect(parsed.format == "subrip", "\(file.lastPathComponent)")
            let text = String(decoding: try TextDecoder().decode(bytes).utf8, as: UTF8.self)
            #expect(FormatsLedger.faults(text, parsed) == [], "\(file.lastPathComponent)")
            #expect(parsed.talks.first?.passages.allSatisfy { $0.time != nil } == true, "\(file.lastPathComponent)")
        }
    }
}
