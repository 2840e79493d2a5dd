import Foundation
import Proceedings
import Testing

@testable import Transcripts

@Suite("Layouts of every kind are read")
struct LayoutTests {
    private func parse(_ name: String) throws -> ParsedTranscript {
        try TranscriptParser().parse(try Fixture.bytes(name), event: "e")
    }

    @Test("headings of all styles nest in the order of their first appearance")
    func nesting() throws {
        let talk = try #require(try parse("nested.txt").talks.first)
        #expect(
            talk.sections.map { "\($0.id) \($0.numberLabel ?? "") \($0.title)" } == [
                "e-k1.s1 Ⅰ. 들어가며", "e-k1.s2 Ⅱ. 현황", "e-k1.s2.1 1. 국내 제도", "e-k1.s2.1.1 가. 개인정보 보호법",
                "e-k1.s2.1.1.1 (1) 전송요구권", "e-k1.s2.1.1.1.1 ① 적용 대상", "e-k1.s2.1.1.2 (2) 자동화된 결정",
                "e-k1.s2.1.2 나. 신용정보법", "e-k1.s2.2 2. 해외 제도", "e-k1.s2.2.1 □ 유럽연합", "e-k1.s2.2.2 □ 미국",
                "e-k1.s3 Ⅲ. 맺으며",
            ])
        #expect(talk.title == "플랫폼 시대의 데이터 거버넌스와 시민의 권리")
        #expect(talk.titleLines == 4...5)
        #expect(talk.participations.first?.name == "남궁민수")
        #expect(talk.participations.first?.roleTitle == "선임 입법조사관")
        #expect(talk.passages.filter { $0.kind == .bullet }.map(\.marker) == ["○", "○", "○", "-", "-", "-"])
        #expect(talk.passages.contains { $0.text == "2030년까지 표준을 마련해야 한다." })
    }

    @Test("what stands before the first item is dropped with a reason")
    func frontMatter() throws {
        let parsed = try parse("nested.txt")
        #expect(parsed.lines[0].lineClass == .dropped)
        #expect(parsed.lines[0].reason == "before the first programme item")
        #expect(parsed.diagnostics.map(\.code) == ["front-matter"])
    }

    @Test("a discussion's turns carry their speakers, also over several paragraphs")
    func turns() throws {
        let parsed = try parse("roundtable.txt")
        let talk = try #require(parsed.talks.last)
        #expect(talk.kind == .roundtable)
        #expect(
            talk.participations.map { "\($0.name) \($0.role) \($0.affiliation?.text ?? "") \($0.roleTitle ?? "")" } == [
                "김영희 moderator 서울대학교 법학전문대학원 교수", "박철수 discussant 참여연대 사무처장", "이민호 discussant 네이버 이사",
            ])
        #expect(
            talk.passages.map { "\($0.marker ?? "") \($0.speaker?.rawValue ?? "")" } == [
                "김영희: 김영희", "박철수: 박철수", " 박철수", "이민호: 이민호", "사회자: 김영희",
            ])
        #expect(talk.passages[3].text == "업계의 우려도 있습니다. 기준: 명확해야 합니다.")
        let first = try #require(parsed.talks.first)
        #expect(first.kindLabel == "발제")
        #expect(first.title == "인공지능 기본법의 과제")
    }

    @Test("minutes with ○ before the speaker name everyone who speaks")
    func minutes() throws {
        let talk = try #require(try parse("assembly.txt").talks.first)
        #expect(talk.participations.map(\.name) == ["정성호", "홍길동", "김철수"])
        #expect(talk.participations.map(\.role) == [.moderator, .discussant, .discussant])
        #expect(talk.passages.map(\.speaker?.rawValue) == ["정성호", "홍길동", "김철수", "정성호"])
    }

    @Test("an English document is read like a Korean one")
    func english() throws {
        let parsed = try parse("english.txt")
        #expect(parsed.talks.map(\.id.rawValue) == ["e-k1", "e-d1", "e-d2"])
        #expect(
            parsed.talks.compactMap(\.participations.first).map {
                "\($0.name) | \($0.affiliation?.text ?? "") | \($0.roleTitle ?? "")"
            } == [
                "John Smith | Seoul National University | Professor", "Jane van der Berg | Open Institute | Director",
                "Maria Garcia | Example Inc. | CEO",
            ])
        #expect(parsed.talks[0].title == "Trustworthy AI in Practice")
        #expect(parsed.talks[0].sections.map(\.title) == ["What trust means"])
    }

    @Test("several people share an item, and openings, addresses and chairs are items of their own")
    func people() throws {
        let parsed = try parse("people.txt")
        #expect(parsed.talks.map(\.kind) == [.moderation, .keynote, .address, .opening])
        #expect(parsed.talks[1].participations.map(\.name) == ["이철수", "박민정"])
        #expect(parsed.talks[1].participations.last?.affiliation?.organization == "법무법인 세종")
        #expect(parsed.talks[2].participations.first?.name == "최수진")
        #expect(parsed.talks[2].participations.first?.printedName == "최 수 진")
        #expect(parsed.talks[3].participations.first?.roleTitle == "이사장")
        #expect(parsed.talks.map(\.participations.first?.role) == [.moderator, .keynote, .speaker, .speaker])
    }

    @Test("a heading has a number that a note could have, where its text follows on the page")
    func headingNumberedAsNotes() throws {
        let line = "바닷물을 가두는 둑은 봄마다 새로 쌓았고 그 일에는 온 마을이 나섰다고 전해진다.\n"
        let text =
            "발제 1\n소금밭의 기록\n김민수\n참여연대 간사\n" + line + "염전은 모두 서른일곱 곳이었다.2) 그 가운데 남은 것은 두 곳이다.\n"
            + "1) 둑의 관리\n" + line + line + "2) 물길의 관리\n" + line + line
            + "2) 조사 보고서, 34쪽\n\u{0C}" + line + line
        let talk = try #require(try Fixture.parse(text).talks.first)
        #expect(talk.sections.map(\.title) == ["둑의 관리", "물길의 관리"])
        #expect(talk.passages.filter { $0.kind == .footnote }.map(\.text) == ["조사 보고서, 34쪽"])
    }

    @Test("a footnote leaves the sentence it interrupts whole, and tables and quotations are kept as text")
    func notes() throws {
        let parsed = try parse("notes.txt")
        let passages = try #require(parsed.talks.first).passages
        let footnote = try #require(passages.first { $0.kind == .footnote })
        #expect(footnote.marker == "1)")
        #expect(footnote.text.hasPrefix("국민연금재정추계위원회"))
        let paragraph = try #require(passages.first)
        #expect(paragraph.text.hasSuffix("나오고 있는 것도 사실이다. 그러나 소득대체율을 함께 보아야 한다는 반론도 있다."))
        #expect(paragraph.spans.map(\.printedPage) == ["12", "13"])
        #expect(passages.first { $0.kind == .table }?.text.hasPrefix("구분 현행 1안 2안 보험료율") == true)
        #expect(parsed.talks.last?.passages.first { $0.kind == .quote }?.text == "국민연금은 사회보험이다. 세대 사이의 약속이다.")
    }

    @Test("a line that comes three times is text where it touches no page number and no page edge")
    func repeatedText() throws {
        let parsed = try Fixture.parse(
            "토론 1\n김민수\n참여연대 간사\n\n첫째는 비용이다.\n\n그것이 핵심이다.\n\n둘째는 시간이다.\n\n그것이 핵심이다.\n\n셋째는 사람이다.\n\n그것이 핵심이다.\n")
        #expect(parsed.talks.first?.passages.count { $0.text == "그것이 핵심이다." } == 3)
        #expect(parsed.lines.allSatisfy { $0.lineClass != .pageHeader })
    }

    @Test("a header and page number in the middle of a sentence leave it whole")
    func headerInSentence() throws {
        let text = try Fixture.transcript("deepseek")
        let parsed = try TranscriptParser().parse(text, event: "e")
        let talk = try #require(parsed.talks.first { $0.id == "e-d3" })
        #expect(talk.passages.contains { $0.text.contains("AI 오픈 생태계를 확장시킬 것으로") })
    }

    @Test("headings of the same words beside page numbers stay headings")
    func headingsBesideNumbers() throws {
        var text = ""
        for item in 1...3 {
            text += "토론 \(item)\n◇ ◇ ◇\n김민수\n참여연대 간사\n\n앞서 나온 말씀에 공감한다.\n\n- \(20 + item) -\n\n"
            text += "(1) 향후 과제\n\n그래도 남은 일이 많다.\n\n"
        }
        let parsed = try Fixture.parse(text)
        #expect(parsed.talks.map { $0.sections.map(\.title) } == [["향후 과제"], ["향후 과제"], ["향후 과제"]])
        #expect(parsed.lines.count { $0.lineClass == .pageNumber } == 3)
    }

    @Test("a running header that shares its line with the page number is furniture and numbers the page")
    func numberedHeader() throws {
        var text = "토론 1\n김민수\n참여연대 간사\n\n"
        for page in 7...11 {
            for line in 1...10 { text += "이 쪽의 \(["첫", "둘", "셋", "넷"][line % 4])째 줄에는 할 말이 많다.\n" }
            text += "정책토론회 데이터 경제와 규제 \(page)\n"
        }
        let parsed = try Fixture.parse(text)
        #expect(parsed.lines.filter { $0.lineClass == .pageHeader }.map(\.printedPage) == ["7", "8", "9", "10", "11"])
        #expect(parsed.eventLabel == "정책토론회")
        #expect(parsed.eventName == "데이터 경제와 규제")
    }

    @Test("form feeds count pages, and numbers at a page's foot belong to the page before the feed")
    func formFeeds() throws {
        let parsed = try Fixture.parse(
            "토론 1\n김민수\n참여연대 간사\n\n첫 쪽이다.\n\n3\n\u{0C}둘째 쪽이다.\n\n4\n\u{0C}셋째 쪽이다.\n\n5\n")
        #expect(parsed.talks.first?.passages.flatMap(\.spans).map(\.page) == [1, 2, 3])
        #expect(parsed.talks.first?.passages.flatMap(\.spans).map(\.printedPage) == ["3", "4", "5"])
    }

    @Test("a Latin word hyphenated at a line's end keeps its hyphen and no space")
    func hyphen() throws {
        let parsed = try Fixture.parse(
            """
            Panel 1
            John Smith
            CEO of Example

            Clear rules help small companies more than large ones do, as every short-
            term plan knows, and they cost the public nothing at all in the longer term
            of a decade.

            """)
        #expect(parsed.talks.first?.passages.first?.text.contains("every short-term plan") == true)
    }

    @Test(
        "a hyphen at a line's end goes where the text or the word's form shows that it only broke the word",
        arguments: [
            ("prom-", "ise,", "promise,"), ("gover-", "nment.", "government."), ("regula-", "tors", "regulators"),
            ("open-", "source", "open-source"), ("well-", "known", "well-known"), ("regu-", "lator", "regulator"),
            ("ice-", "cream", "ice-cream"),
            ("co-", "operation", "co-operation"), ("Anglo-", "American", "Anglo-American"),
            ("2020-", "2024", "2020-2024"),
            ("prom\u{2010}", "ise", "promise"), ("prom\u{AD}", "ise", "promise"),
            ("state-of-", "the-art", "state-of-the-art"),
        ])
    func brokenWord(_ end: String, _ beginning: String, _ whole: String) throws {
        let text = """
            Panel 1
            John Smith
            CEO of Example

            Regulation is what an open-source community has never asked for, and it is
            what the state has always had to offer to everyone who listened; the \(end)
            \(beginning) of the law is older than both of them and stays as it was when
            nobody asked.

            """
        let parsed = try Fixture.parse(text)
        let passage = try #require(parsed.talks.first?.passages.first)
        #expect(passage.text.contains("listened; the \(whole) of the law"))
        #expect(try Ledger.faults([UInt8](text.utf8), parsed) == [])
        let join = parsed.lines.first { $0.text.hasSuffix(end) }?.join
        #expect(join == (whole.contains("-") || end.hasSuffix("\u{AD}") ? .nothing : .hyphen))
    }

    @Test("where a text breaks words, one that nothing is known of is taken for broken too, and a compound is not")
    func breakingText() throws {
        let parsed = try Fixture.parse(
            """
            Panel 1
            John Smith
            CEO of Example

            The authors are right about the munici-
            palities, and the govern-
            ment knows it, as every administra-
            tion does that has to answer a regula-
            tion, and the long-
            term view of the mainte-
            nance of public records is a data-
            driven one that the gene-
            rous will not share.

            """)
        let text = try #require(parsed.talks.first?.passages.first?.text)
        for word in [
            "municipalities", "government", "administration", "long-term", "maintenance", "data-driven", "generous",
        ] {
            #expect(text.contains(word))
        }
    }

    @Test("an item that a sign begins is one after a full line too")
    func bullets() throws {
        let parsed = try Fixture.parse(
            """
            Panel 1
            John Smith
            CEO of Example

            Maintenance accounts for a third of all of the requests that were sent, and
            the remainder of them is scattered over the following subjects of the town:
            • school transport and the routes of buses that go outside the city limits;
            • noise measurements at night and on public holidays in all of the quarters,
            • contracts below the threshold at which a publication becomes mandatory.

            """)
        #expect(parsed.talks.first?.passages.count { $0.kind == .bullet } == 3)
    }

    @Test("a broken word on the first line of a turn is whole too")
    func brokenWordInTurn() throws {
        let text = """
            Panel Discussion

            Moderator: The question that I would like to put to the panel is hold-
            ing everybody up, so let us take it now.
            John Smith: It is. We should have taken it a year ago, when there was
            still time.

            """
        let parsed = try Fixture.parse(text)
        #expect(parsed.talks.first?.passages.first?.text.contains("is holding everybody up") == true)
        #expect(try Ledger.faults([UInt8](text.utf8), parsed) == [])
    }

    @Test("a listing of the programme is dropped where the items follow")
    func listing() throws {
        let parsed = try Fixture.parse(
            """
            발제 1
            이철수
            한국개발연구원 연구위원
            토론 1
            박민정
            법무법인 세종 변호사
            발제 1
            이철수
            한국개발연구원 연구위원

            데이터 경제의 규모는 해마다 커지고 있다.
            토론 1
            박민정
            법무법인 세종 변호사

            분쟁도 함께 늘고 있다.

            """)
        #expect(parsed.talks.map(\.id.rawValue) == ["e-k1", "e-d1"])
        #expect(parsed.lines.prefix(6).allSatisfy { $0.lineClass == .dropped })
        #expect(parsed.diagnostics.map(\.code) == ["programme-listing", "programme-listing"])
    }

    @Test("an identifier that is taken gives way to the next free number")
    func identifiers() throws {
        let item = { (label: String) in "\(label)\n김민수\n참여연대 간사\n\n할 말이 있다.\n" }
        let parsed = try Fixture.parse(item("토론 1") + item("패널 1") + item("토론 2") + item("토론 1"))
        #expect(parsed.talks.map(\.id.rawValue) == ["e-d1", "e-d2", "e-d3", "e-d4"])
        #expect(parsed.diagnostics.map(\.code) == ["repeated-item"])
    }
}

@Suite("Where lines that go on keep their blanks, one without ends its block")
struct OutlineTests {
    private static let head = "발표 1\n농촌공간계획의 현황\n변재훈\n농촌정책지원단 사무관\n"
    private static let prose = """
        우리 군의 계획 담당 공무원은 두 사람이다. 이 두 사람이 도시계획과 경관계획,\u{20}
        농촌공간계획을 모두 맡고 있으며 평균 근무 기간은 1년 2개월에 지나지 않는다.\u{20}
        용역 업체에 맡기면 보고서는 나오지만 마을의 사정은 담기지 않는다.

        """
    private static let full = "- 재생활성화지역을 지정하고 지역별 특성에 맞는 농촌특화지구를 계획에 반영\n"

    private func passages(_ text: String) throws -> [String] {
        let parsed = try Fixture.parse(text)
        #expect(try Ledger.faults([UInt8](text.utf8), parsed) == [])
        return parsed.talks.flatMap(\.passages).map(\.text)
    }

    @Test("an item after a full line is one", arguments: ["·", "ㆍ", "•", "-", "○", "□"])
    func items(sign: String) throws {
        let text = Self.head + Self.prose + Self.full + "\(sign) 지구 안에서는 토지의 이용과 건축을 제한\n"
        for text in [text, text.replacingOccurrences(of: " \n", with: "\n")]
        where text.contains(" \n") || "·ㆍ•".contains(sign) {
            #expect(
                try passages(text).suffix(2) == [String(Self.full.dropFirst(2).dropLast()), "지구 안에서는 토지의 이용과 건축을 제한"])
        }
    }

    @Test("a dot that the text sets between words begins no item where blanks tell nothing")
    func dots() throws {
        let text = Self.head + Self.prose + "- 주민 · 행정 협의회를 둘 것\n" + Self.full + "· 시행하고 점검할 것\n"
        #expect(
            try passages(text.replacingOccurrences(of: " \n", with: "\n")).last?.hasSuffix("반영 · 시행하고 점검할 것") == true)
    }

    @Test("a numbered heading after a full item is one")
    func headings() throws {
        let text = Self.head + "1. 현황\n" + Self.prose + Self.full + "2. 주민의 참여\n- 주민협정을 체결\n"
        #expect(try Fixture.parse(text).talks.first?.sections.map(\.title) == ["현황", "주민의 참여"])
    }

    @Test("a discussion after a full item is one")
    func discussion() throws {
        let text =
            Self.head + Self.prose + Self.full
            + "종합토론\n좌장: 금나래 (한국농촌계획학회 이사)\n금나래: 시작하겠습니다.\n변재훈: 예, 알겠습니다.\n"
        let parsed = try Fixture.parse(text)
        #expect(parsed.talks.map(\.kind) == [.keynote, .roundtable])
        #expect(parsed.talks.last?.passages.count == 2)
    }
}
