import Proceedings
import Testing

@testable import Transcripts

@Suite("What stands before a talk's text is read in every order")
struct HeadTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var what: String
        var head: String
        var title: String?
        var people: [String]
        var passages = 1

        var testDescription: String { what }
    }

    static let cases: [Case] = [
        Case(
            what: "a title of two lines after the affiliation",
            head: "토론 1\n● ● ●\n김민수\n참여연대 간사\n데이터는 누구의 것인가:\n시민의 권리를 중심으로",
            title: "데이터는 누구의 것인가: 시민의 권리를 중심으로", people: ["김민수 | 참여연대 | 간사"]),
        Case(
            what: "a degree after the name and the affiliation on its own line",
            head: "토론 1\n김민수 박사\n정보통신정책연구원 연구위원", people: ["김민수 | 정보통신정책연구원 | 연구위원"]),
        Case(
            what: "an office of two words in English before the organization",
            head: "Panel 1\nPaulo Mendes, Head of Community Relations, Port Authority of Leixões",
            people: ["Paulo Mendes | Port Authority of Leixões | Head of Community Relations"]),
        Case(
            what: "a researcher of a further rank in brackets",
            head: "토론 1\n명재희 (한국해양수산개발원 어촌연구부 전문연구원)",
            people: ["명재희 | 한국해양수산개발원 어촌연구부 | 전문연구원"]),
        Case(
            what: "an office after the name and only an organization below",
            head: "토론 1\n김민수 교수\n서울대학교 컴퓨터공학부", people: ["김민수 | 서울대학교 컴퓨터공학부 | 교수"]),
        Case(
            what: "organization and office on a line each",
            head: "토론 1\n김민수\n법무법인 미래\n변호사", people: ["김민수 | 법무법인 미래 | 변호사"]),
        Case(
            what: "two people, each with a degree and three lines",
            head: "토론 1\n김민수 박사\nSK텔레콤\n팀장\n이영희 교수\n고려대학교 정보보호대학원\n교수",
            people: ["김민수 | SK텔레콤 | 팀장", "이영희 | 고려대학교 정보보호대학원 | 교수"]),
        Case(
            what: "two people with foreign names",
            head:
                "Panel 1\nMaria Garcia\nSenior Economist, World Bank\nJohn Smith\nDeputy Director, Ministry of Science",
            people: [
                "Maria Garcia | World Bank | Senior Economist", "John Smith | Ministry of Science | Deputy Director",
            ]),
        Case(
            what: "a session that names its speaker",
            head: "Session 1\nLearning from Small Data\n* * *\nMaria Garcia\nProfessor, Open University",
            title: "Learning from Small Data", people: ["Maria Garcia | Open University | Professor"]),
        Case(
            what: "a title beside the label that ends in a question mark",
            head: "발제 1. 데이터는 누구의 것인가?\n◇ ◇ ◇\n김 민 수\n참여연대 간사",
            title: "데이터는 누구의 것인가?", people: ["김민수 | 참여연대 | 간사"]),
        Case(
            what: "an affiliation with gaps between its words",
            head: "제1발표\n김민수\n한국전자통신연구원   AI연구소    책임연구원",
            people: ["김민수 | 한국전자통신연구원 AI연구소 | 책임연구원"]),
        Case(
            what: "a foreign name with where the person is from in Korean on one line",
            head: "토론 1\nJohn Smith 카카오 부사장", people: ["John Smith | 카카오 | 부사장"]),
        Case(
            what: "a foreign name before an organization that begins in Latin letters",
            head: "토론 1\nJane van der Roe LG AI연구원 상무", people: ["Jane van der Roe | LG AI연구원 | 상무"]),
        Case(
            what: "an office before the brackets and a party in them",
            head: "◆ 축사 ◆\n주 4일제, 꿈이 아니라 약속입니다\n하윤재 국회의원 (더불어노동당)",
            title: "주 4일제, 꿈이 아니라 약속입니다", people: ["하윤재 | 더불어노동당 | 국회의원"]),
        Case(what: "an office alone in brackets", head: "토론 1\n김민수 (공인노무사)", people: ["김민수 |  | 공인노무사"]),
        Case(
            what: "the part before the name, with those of the discussion after it",
            head: "발제 1\n데이터의 길\n발표 : 김 민 수 (참여연대 간사)\n토론 : 이 영 희 (새벽신문 기자)\n박 철 수 (법무법인 나루 변호사)",
            title: "데이터의 길", people: ["김민수 | 참여연대 | 간사", "이영희 | 새벽신문 | 기자", "박철수 | 법무법인 나루 | 변호사"]),
        Case(
            what: "the part before the name without a mark", head: "제1발표\n발표자  김민수 (참여연대 간사)",
            people: ["김민수 | 참여연대 | 간사"]),
        Case(
            what: "the name below the affiliation",
            head: "【 기조강연 】\n데이터의 길\n새벽신문 경제부 기자\n김 민 수", title: "데이터의 길",
            people: ["김민수 | 새벽신문 경제부 | 기자"]),
        Case(
            what: "the name below the affiliation and the title below both",
            head: "토론 1\n한빛대학교 행정학과 교수\n김민수\n물과 땅과 전기의 정치경제학", title: "물과 땅과 전기의 정치경제학",
            people: ["김민수 | 한빛대학교 행정학과 | 교수"]),
        Case(
            what: "organization, department and office on two lines, the department like a name",
            head: "토론 1\n김민수\n새벽신문 경제부\n기자", people: ["김민수 | 새벽신문 경제부 | 기자"]),
        Case(
            what: "two offices parted by a bar", head: "발표 1\n김민수 (산업안보연구원 본부장 / 경제학 박사)",
            people: ["김민수 | 산업안보연구원 | 본부장 / 경제학 박사"]),
        Case(
            what: "a number of two parts", head: "발표 2-1\n데이터의 길\n김민수\n참여연대 간사", title: "데이터의 길",
            people: ["김민수 | 참여연대 | 간사"]),
        Case(
            what: "a label with its other language in brackets",
            head: "기조강연 (Keynote)\n바다가 들려주는 말\n김 민 수\n참여연대 간사", title: "바다가 들려주는 말",
            people: ["김민수 | 참여연대 | 간사"]),
        Case(
            what: "an English label with the Korean one and its number in brackets",
            head: "Discussion (토론 2)\n김민수 참여연대 간사", people: ["김민수 | 참여연대 | 간사"]),
        Case(
            what: "an opening by a chair, whose office begins as a label does",
            head: "Welcome Address\nMaria Garcia\nChair, Old Town Residents' Forum",
            people: ["Maria Garcia | Old Town Residents' Forum | Chair"]),
        Case(
            what: "a given name with a hyphen, and an office known by how it ends",
            head:
                "Presentation 3\nThe Dot on the Map\nMin-ji Park\nHistorical Geographer, Inha Centre for Maritime Studies",
            title: "The Dot on the Map",
            people: ["Min-ji Park | Inha Centre for Maritime Studies | Historical Geographer"]),
        Case(
            what: "an office of two words of which the second is a rank",
            head: "Panel 2\nJose Dela Cruz\nDirector General, Visayas Weavers' Union",
            people: ["Jose Dela Cruz | Visayas Weavers' Union | Director General"]),
        Case(what: "a number in brackets", head: "지정토론 (3)\n한길은행 김민수 부행장", people: ["김민수 | 한길은행 | 부행장"]),
        Case(
            what: "a mark between label and title", head: "발표 1 ▪ 등대의 불빛\n김민수 / 새벽신문 논설위원", title: "등대의 불빛",
            people: ["김민수 | 새벽신문 | 논설위원"]),
        Case(
            what: "names that begin with no surname, beside a bar and before brackets",
            head: "발표 1 ▪ 등대의 불빛\n누리한 / 새벽대학교 석좌교수", title: "등대의 불빛", people: ["누리한 | 새벽대학교 | 석좌교수"]),
        Case(
            what: "a name that begins with no surname, before brackets",
            head: "<토론 2>\n누리한 (한길교통공사 시설처 차장)", people: ["누리한 | 한길교통공사 시설처 | 차장"]),
        Case(
            what: "a name of two syllables", head: "토론 2\n허린 나래시 안전총괄과 과장", people: ["허린 | 나래시 안전총괄과 | 과장"]),
        Case(
            what: "an organization of two syllables first", head: "토론 2\n김민수\n한국 안전총괄본부 과장",
            people: ["김민수 | 한국 안전총괄본부 | 과장"]),
        Case(
            what: "brackets that say more of the office, and what happened after the head",
            head: "환영사\n김민수 국회의원(비례대표)\n(10시 03분 개회)", people: ["김민수 |  | 국회의원(비례대표)"], passages: 2),
        Case(
            what: "an office after the name and all of where the person is from in brackets",
            head: "인사말\n김민수 의원(나래시의회 안전위원회 위원장)\n(10시 03분 개회)", people: ["김민수 | 나래시의회 안전위원회 | 위원장"], passages: 2),
        Case(what: "a town before a name and an office", head: "토론 1\n나래군 김민수 예산실장", people: ["김민수 | 나래군 | 예산실장"]),
        Case(
            what: "an organization that no list holds before a name and an office",
            head: "토론 1\n세종지방살림연구모임 김민수 회장", people: ["김민수 | 세종지방살림연구모임 | 회장"]),
        Case(
            what: "English offices that no list holds, before and after the organization",
            head: "Panel 1\nMaria Garcia\nTide Warden, Port of Vesselö\nLi Mei\nSalt University, Tide Warden",
            people: ["Maria Garcia | Port of Vesselö | Tide Warden", "Li Mei | Salt University | Tide Warden"]),
        Case(
            what: "a label that says what kind of presentation it is", head: "현장 발제 2\n갯벌의 아침\n김민수\n참여연대 간사",
            title: "갯벌의 아침", people: ["김민수 | 참여연대 | 간사"]),
        Case(
            what: "an English title of two lines, and an office that no list holds",
            head:
                "Presentation 2\nCounting Tides:\nThe Worth of a Wall\nMaria Garcia\nBeacon Tender, Atlantic Lighthouse Company",
            title: "Counting Tides: The Worth of a Wall",
            people: ["Maria Garcia | Atlantic Lighthouse Company | Beacon Tender"]),
        Case(
            what: "an office that no list holds beside an organization, below the label",
            head: "지정토론 1\n김민수 나래초등학교 배식도우미사",
            people: ["김민수 | 나래초등학교 | 배식도우미사"]),
        Case(
            what: "an office and an organization that no list holds, beside a bar", head: "[개회사]\n김민수 / 달빛골목 골목지기",
            people: ["김민수 | 달빛골목 | 골목지기"]),
        Case(
            what: "a foreign name of two words with an office that no list holds, and the title below",
            head: "토론 2\n수니타 라이\n네팔공동체 나마스테 길잡이돌봄사\n옮겨지지 않는 말", title: "옮겨지지 않는 말",
            people: ["수니타 라이 | 네팔공동체 나마스테 | 길잡이돌봄사"]),
        Case(
            what: "a label of a kind of its own", head: "논문발표 2\n소금의 길\n＊ ＊ ＊\n김민수\n참여연대 간사", title: "소금의 길",
            people: ["김민수 | 참여연대 | 간사"]),
        Case(
            what: "a label with its title before ornaments of other kinds",
            head: "[주제발표 1] 소금의 길\n✤ ✤ ✤\n김민수 (참여연대 간사)",
            title: "소금의 길", people: ["김민수 | 참여연대 | 간사"]),
        Case(
            what: "a surname of two syllables with a name of two", head: "주제발표 2. 소금의 길\n남궁나래 새벽대학교 염전학과 조교수",
            title: "소금의 길", people: ["남궁나래 | 새벽대학교 염전학과 | 조교수"]),
        Case(
            what: "neither office nor organization of a known kind, right before the text",
            head: "토론 2\n소금의 길\n김민수 달빛골목 골목지기", title: "소금의 길", people: ["김민수 | 달빛골목 | 골목지기"]),
        Case(
            what: "an office that ends as organizations do beside a department", head: "토론 2\n김 민 수\n우리말사전편찬실 편찬원",
            people: ["김민수 | 우리말사전편찬실 | 편찬원"]),
        Case(
            what: "a drawn line of a rare kind below a title beside the label",
            head: "발제 1. 소금의 길\n―――――――\n김민수 (참여연대 간사)", title: "소금의 길", people: ["김민수 | 참여연대 | 간사"]),
        Case(
            what: "a bar before an organization that begins as a name could", head: "토론 1\n김민수 / 유니마 한국본부 이사",
            people: ["김민수 | 유니마 한국본부 | 이사"]),
        Case(
            what: "a long English organization before an office that no list holds",
            head: "Discussion 1\nMei Takahara\nInternational Lighthouse Keepers Union, Beacon Tender",
            people: ["Mei Takahara | International Lighthouse Keepers Union | Beacon Tender"]),
        Case(
            what: "an office that ends as organizations do", head: "토론 2\n수니타 라이\n네팔공동체 나마스테 상담원\n옮겨지지 않는 말",
            title: "옮겨지지 않는 말", people: ["수니타 라이 | 네팔공동체 나마스테 | 상담원"]),
        Case(
            what: "an office of no known kind, below a label with its title",
            head: "발제 2. 소금밭의 기록\n김민수 바다살림모임 살림지기", title: "소금밭의 기록",
            people: ["김민수 | 바다살림모임 | 살림지기"]),
        Case(
            what: "a second line of the title that begins as a name could, before the name",
            head: "발제 2. 바퀴가 넷인 전화기\n전기차 시장 전망\n김민수 참여연대 간사", title: "바퀴가 넷인 전화기 전기차 시장 전망",
            people: ["김민수 | 참여연대 | 간사"]),
        Case(
            what: "offices that end as those of a craft do",
            head: "발제 2. 소금밭의 기록\n김민수 바다살림자료원 조사실 염전해설사", title: "소금밭의 기록",
            people: ["김민수 | 바다살림자료원 조사실 | 염전해설사"]),
        Case(
            what: "a form of address before a foreign name, and what is professed after the office",
            head: "Keynote 1\nDr. Jane Smith\nProfessor of Public Policy, University of Oslo",
            people: ["Jane Smith | University of Oslo | Professor of Public Policy"]),
    ]

    @Test("the title and the people are found", arguments: cases)
    func head(_ wanted: Case) throws {
        let text = "\n역사적으로 소프트웨어 산업의 여러 혁신분야에서는 미국이 자본과 인력을 통한 초격차 \n전략으로 시장을 이끌어 왔다고 할 수 있습니다.\n"
        let talk = try #require(try Fixture.parse(wanted.head + "\n" + text).talks.first)
        #expect(talk.title == wanted.title)
        #expect(
            talk.participations.map { "\($0.name) | \($0.affiliation?.text ?? "") | \($0.roleTitle ?? "")" }
                == wanted.people)
        #expect(talk.passages.count == wanted.passages)
    }

    @Test(
        "a line of nothing but a name makes the next an affiliation, though its first word could be a name",
        arguments: ["서울대", "고려대", "국토부", "공정위", "전주시", "강남구", "홍성군", "경실련", "한겨레", "현대차"])
    func shortNames(organization: String) throws {
        for head in ["토론 1\n김나래\n", "발제 2\n현장에서 본 공간계획\n김 나 래\n", "발제 2\n현장에서 본 공간계획\n● ● ●\n김나래\n"] {
            let text = head + "\(organization) 정책지원센터 센터장\n두 분의 발제에 대체로 공감한다.\n"
            let talk = try #require(try Fixture.parse(text).talks.first)
            #expect(talk.title == (head.contains("공간계획") ? "현장에서 본 공간계획" : nil))
            #expect(
                talk.participations.map { "\($0.name) | \($0.affiliation?.text ?? "") | \($0.roleTitle ?? "")" }
                    == ["김나래 | \(organization) 정책지원센터 | 센터장"])
            #expect(talk.passages.map(\.text) == ["두 분의 발제에 대체로 공감한다."])
        }
    }

    @Test(
        "a name before where the person is from stays one",
        arguments: ["홍길동 서울대 교수", "김영대 고려대 교수", "이재원 국회사무처 사무관", "홍길동 국토부 과장"])
    func nameFirst(line: String) throws {
        let talk = try #require(try Fixture.parse("토론 1\n데이터의 길\n\(line)\n\n할 말이 있다.\n").talks.first)
        #expect(talk.title == "데이터의 길")
        #expect(talk.participations.map(\.name) == [String(line.prefix(3))])
    }

    @Test("an item begins after a full line where its panelist is from a town")
    func itemAfterFullLine() throws {
        let paragraph =
            "우리 군의 계획 담당 공무원은 두 사람이다. 이 두 사람이 도시계획과 경관계획, \n농촌공간계획을 모두 맡고 있으며 평균 근무 기간은 1년 2개월에 지나지 않는다. \n용역 업체에 맡기면 보고서는 나오지만 마을의 사정은 담기지 않는다.\n"
        let parsed = try Fixture.parse(
            "발표 1\n공간계획의 현황\n변재훈\n농촌정책지원단 사무관\n" + paragraph
                + "- 2026년까지 모든 시·군이 계획을 수립하도록 전문 인력과 비용을 지원하여야 함\n"
                + "발표 2\n현장에서 본 농촌공간계획\n금나래\n홍성군 농촌공간지원센터 센터장\n" + paragraph)
        #expect(parsed.talks.map(\.title) == ["공간계획의 현황", "현장에서 본 농촌공간계획"])
        #expect(parsed.talks.map { $0.participations.map(\.name) } == [["변재훈"], ["금나래"]])
    }

    @Test("a session that names nobody is the heading of those that follow")
    func session() throws {
        let item = { (label: String) in "\(label)\n김민수\n참여연대 간사\n\n할 말이 있다.\n\n" }
        let parsed = try Fixture.parse(
            item("발제 1") + "Session 2: 데이터와 시민\n\n" + item("발제 2"))
        #expect(parsed.talks.map(\.id.rawValue) == ["e-k1", "e-k2"])
        #expect(parsed.talks.flatMap(\.passages).count == 2)
        #expect(parsed.lines.filter { $0.lineClass == .dropped }.map(\.reason) == ["heading of a session"])
    }

    @Test("a part of the programme is the heading of its items, too, and no section of the item before")
    func part() throws {
        let item = { (label: String) in "\(label)\n김민수\n참여연대 간사\n\n할 말이 있다.\n\n" }
        let parsed = try Fixture.parse(item("발제 1") + "제2부 토론\n\n" + item("토론 1"))
        #expect(parsed.talks.map(\.id.rawValue) == ["e-k1", "e-d1"])
        #expect(parsed.talks.flatMap(\.sections).isEmpty)
        #expect(parsed.lines.filter { $0.lineClass == .dropped }.map(\.reason) == ["heading of a session"])
    }

    @Test("a chair's words are no item, whatever item follows them")
    func chairsWords() throws {
        let parsed = try Fixture.parse(
            "사회: 지금부터 토론회를 시작하겠습니다.\n\n발제 1. 데이터의 길\n김민수 | 참여연대 간사\n\n할 말이 있다.\n")
        #expect(parsed.talks.map(\.id.rawValue) == ["e-k1"])
        #expect(parsed.talks.first?.title == "데이터의 길")
    }

    @Test("minutes without a programme are one discussion, from four turns on, if someone speaks twice")
    func minutes() throws {
        let turns = "◯위원장 최영호  시작하겠습니다.\n◯진술인 정진우  반갑습니다.\n◯김하늘 위원  묻겠습니다.\n"
        let parsed = try Fixture.parse("국회 공청회 회의록\n\n" + turns + "◯진술인 정진우  답하겠습니다.\n")
        let talk = try #require(parsed.talks.first)
        #expect(talk.kind == .roundtable && talk.kindLabel == "공청회" && talk.ordinal == nil)
        #expect(talk.participations.map(\.name) == ["최영호", "정진우", "김하늘"])
        #expect(talk.participations.map(\.roleTitle) == ["위원장", "진술인", "위원"])
        #expect(talk.passages.map(\.speaker?.rawValue) == ["최영호", "정진우", "김하늘", "정진우"])
        for text in [turns, turns + "◯국무총리 강하라  인사드립니다.\n"] {
            #expect(throws: TranscriptError.self) { try Fixture.parse(text) }
        }
    }

    @Test("the heading of a session has so many rows at most", arguments: [0, 3, 4])
    func sessionRows(further: Int) throws {
        let item = { (label: String) in "\(label)\n김민수\n참여연대 간사\n\n할 말이 있다.\n\n" }
        let heading =
            "Session 2: 데이터와 시민\n" + String(repeating: "데이터를 어떻게 나누어 쓸 것인가\n", count: further) + "\n"
        let parsed = try Fixture.parse(item("발제 1") + heading + item("발제 2"))
        #expect(parsed.talks.map(\.id.rawValue) == ["e-k1", "e-k2"])
        let rows = parsed.lines.count { $0.reason == "heading of a session" }
        #expect(rows == (further + 1 <= Programme.mostSessionRows ? further + 1 : 0))
    }

    @Test("headers that alternate are furniture, also where one carries an item's label")
    func alternatingHeaders() throws {
        var text = "토론 1\n김민수\n참여연대 간사\n"
        for page in 1...7 {
            for line in 1...12 { text += "이 쪽의 \(["첫", "둘", "셋", "넷"][line % 4])째 줄에는 할 말이 아주 많다.\n" }
            text += page % 2 == 0 ? "\(page) 정책토론회 데이터 경제와 규제\n" : "토론 1 \(page)\n"
        }
        let parsed = try Fixture.parse(text)
        #expect(parsed.talks.count == 1)
        #expect(parsed.lines.filter { $0.lineClass == .pageHeader }.map(\.printedPage) == (1...7).map(String.init))
    }

    @Test("items of a list under ○ are no speakers, whatever word follows the sign")
    func signs() throws {
        let parsed = try Fixture.parse(
            """
            토론 1
            김민수
            참여연대 간사

            ○ 감사합니다. 말씀 잘 들었습니다.

            ○ 이렇게 됩니다. 그 다음 문제를 보겠습니다.

            ○ 차이가 하나 있다면 절차가 바뀌었다는 점입니다.

            ○ 그래서 제도가 바뀌어야 한다고 봅니다.

            ○ 사실은 더 일찍 했어야 합니다.

            """)
        let talk = try #require(parsed.talks.first)
        #expect(talk.participations.map(\.name) == ["김민수"])
        #expect(talk.passages.map(\.kind) == Array(repeating: .bullet, count: 5))
    }

    @Test("headings under a sign are no speakers, though their first words could be names")
    func headingsUnderSigns() throws {
        let body = "○ 조선의 길\n\n할 말이 있다.\n\n○ 유럽식 규제\n\n할 말이 더 있다.\n\n○ 현장형 교육\n\n끝으로 한마디 한다.\n\n"
        let talk = try #require(try Fixture.parse("토론 1\n김민수\n참여연대 간사\n\n" + body).talks.first)
        #expect(talk.participations.map(\.name) == ["김민수"])
        #expect(talk.sections.map(\.title) == ["조선의 길", "유럽식 규제", "현장형 교육"])
    }

    @Test("a few lines that could be broken inside words do not make all of them so")
    func fewBreaks() throws {
        let talk = try #require(
            try Fixture.parse(
                "토론 1\n김민수\n참여연대 간사\n\n어르신 마흔 분과 아이 스물다섯이 마을의 작은 부엌에서 함께\n밥을 먹는다. 밥을 같이 먹으면 약을 덜 먹는다고 한다.\n"
            ).talks.first)
        #expect(talk.passages.map(\.text) == ["어르신 마흔 분과 아이 스물다섯이 마을의 작은 부엌에서 함께 밥을 먹는다. 밥을 같이 먹으면 약을 덜 먹는다고 한다."])
    }

    @Test("the indent of a first line takes room from it")
    func indent() throws {
        let paragraph =
            "  가나다라 마바사아 자차카타 파하가나 다라마바 사아자차\n카타파하 가나다라 마바사아 자차카타 파하가나 다라마바 사\n아자차 카타파하 가나다라 마바사아 자차카타 파하가나.\n"
        let parsed = try Fixture.parse(
            "토론 1\n김민수\n참여연대 간사\n\n" + String(repeating: paragraph, count: 12))
        #expect(parsed.talks.first?.passages.count == 12)
    }

    @Test("a turn of somebody whose foreign name the head gives in Korean is theirs")
    func foreignTurn() throws {
        let text =
            "종합토론\n좌장: 위서진 (한국교통연구원 선임연구위원)\n패널: 석가람 (전국장애인이동권연합 공동대표)\n"
            + "다나카 히로시 (도쿄도립대학 교수)\n위서진: 먼저 여쭙겠습니다.\n다나카 히로시: 시외버스가 가장 늦었습니다.\n석가람: 그렇습니다.\n"
        let talk = try #require(try Fixture.parse(text).talks.first)
        #expect(talk.participations.map(\.name) == ["위서진", "석가람", "다나카 히로시"])
        let people = talk.participations.map(\.panelist)
        #expect(talk.passages.map(\.speaker) == [people[0], people[2], people[1]])
    }

    @Test("the people of a discussion may stand on one line, wider than a person's")
    func listOfPeople() throws {
        let text =
            "종합토론\n사회 국선재 (대구대학교 행정학과 교수)\n토론 엄시우 (한국지방행정연구원 연구위원), 피나연 (의성군 인구정책과 과장), 마로이 (청년마을 나루 대표)\n"
            + "■ 국선재\n의성군의 경험부터 듣겠습니다.\n■ 피나연\n저희 군은 기금으로 마을을 만들었습니다.\n"
        let talk = try #require(try Fixture.parse(text).talks.first)
        #expect(
            talk.participations.map { "\($0.name) | \($0.affiliation?.text ?? "") | \($0.roleTitle ?? "")" } == [
                "국선재 | 대구대학교 행정학과 | 교수", "엄시우 | 한국지방행정연구원 | 연구위원", "피나연 | 의성군 인구정책과 | 과장", "마로이 | 청년마을 나루 | 대표",
            ])
        #expect(talk.passages.count == 2)
    }
}
