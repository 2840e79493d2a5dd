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
    ]

    @Test("the title and the people are found", arguments: cases)
    func head(_ wanted: Case) throws {
        let text = "\n역사적으로 소프트웨어 산업의 여러 혁신분야에서는 미국이 자본과 인력을 통한 초격차 \n전략으로 시장을 이끌어 왔다고 할 수 있습니다.\n"
        let talk = try #require(try Fixture.parse(wanted.head + "\n" + text).talks.first)
        #expect(talk.title == wanted.title)
        #expect(
            talk.participations.map { "\($0.name) | \($0.affiliation?.text ?? "") | \($0.roleTitle ?? "")" }
                == wanted.people)
        #expect(talk.passages.count == 1)
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

    @Test("the indent of a first line takes room from it")
    func indent() throws {
        let paragraph =
            "  가나다라 마바사아 자차카타 파하가나 다라마바 사아자차\n카타파하 가나다라 마바사아 자차카타 파하가나 다라마바 사\n아자차 카타파하 가나다라 마바사아 자차카타 파하가나.\n"
        let parsed = try Fixture.parse(
            "토론 1\n김민수\n참여연대 간사\n\n" + String(repeating: paragraph, count: 12))
        #expect(parsed.talks.first?.passages.count == 12)
    }
}
