import Proceedings
import Testing

@testable import Transcripts

@Suite("Items of lists are told from one another and from what stands beside them")
struct ListTests {
    private static let head = "발제 1\n빈집 정비 제도의 쟁점\n임 채 원\n국토연구원 도시재생연구센터 센터장\n"
    private static let prose =
        "가장 큰 쟁점은 소유권이다. 빈집의 소유자를 찾는 데에만 평균 7개월이 걸리고, 상속이 세\n번 이상 거듭된 집은 소유자가 서른 명을 넘기도 한다. 한 사람이라도 동의하지 않으면 정비\n는 멈춘다.\n"

    private func passages(_ body: String) throws -> [Passage] {
        try #require(try Fixture.parse(Self.head + Self.prose + body).talks.first).passages
    }

    @Test("a full line ends before an item of another sign", arguments: ["-", "※", "*", "–", "→"])
    func otherSign(sign: String) throws {
        let passages = try passages(
            "· 이행강제금은 2024년 7월부터 시행되었으나 실제로 부과한 지방자치단체는 모두 합하여 세 곳\n"
                + "\(sign) 이행강제금의 한도는 500만 원이며 연 2회까지 부과할 수 있음\n" + Self.prose)
        #expect(passages.map(\.kind) == [.paragraph, .bullet, .bullet, .paragraph])
    }

    @Test("a sign that stands between words of the text begins no item in the middle of one")
    func signInText() throws {
        let passages = try passages(
            "- 조사의 대상과 방법\n조사 기간 - 2021년 3월부터 9월까지 - 에 방문한 집은 모두 합하여 214채이며 그 가운데 서른\n- 골목 안쪽에 있는 집을 말한다 - 은 다시 방문하였다.\n"
        )
        #expect(passages.map(\.kind) == [.paragraph, .bullet, .paragraph])
    }

    @Test(
        "after a colon the first of a numbered list begins, however full the line",
        arguments: [("1)", "2)"), ("(1)", "(2)"), ("①", "②"), ("가)", "나)"), ("(가)", "(나)")])
    func announced(one: String, two: String) throws {
        let passages = try passages(
            "다음의 질문은 정책을 만드는 사람이 언제나 처음에 던져야 하는 것이고 답은 나중에 온다:\n\(one) 사는 데에 드는 비용\n\(two) 버리는 데에 드는 비용\n" + Self.prose)
        #expect(passages.map(\.kind) == [.paragraph, .paragraph, .bullet, .bullet, .paragraph])
    }

    @Test("signs of which one goes on over lines begin items, and not headings", arguments: ["○", "▶", "■"])
    func signsOfItems(sign: String) throws {
        let passages = try passages(
            "1. 제도의 현황\n\(sign) 조사의 기준과 등급이 서로 달라 전국의 빈집 수조차 정확하게 파악되지 않는 것이 지금까지의\n실정\n\(sign) 정비의 수단\n- 소유자의 동의에 의한 철거\n- 직권 철거\n\(sign) 이행강제금\n- 한도는 500만 원\n"
        )
        #expect(passages.map(\.kind) == [.paragraph, .heading] + Array(repeating: .bullet, count: 6))
    }

    @Test("signs over short lines only, or over prose, begin headings", arguments: ["○", "□"])
    func signsOfHeadings(sign: String) throws {
        let short = try passages(
            "\(sign) 제도의 현황\n- 붕괴의 우려\n\(sign) 정비의 수단\n- 소유자의 동의에 의한 철거\n- 직권 철거\n\(sign) 이행강제금\n- 한도는 500만 원\n")
        #expect(short.count { $0.kind == .heading } == 3)
        let prose = try passages("\(sign) 제도의 현황\n\(Self.prose)\(sign) 정비의 수단\n\(Self.prose)")
        #expect(prose.count { $0.kind == .heading } == 2)
    }

    @Test("further signs begin items", arguments: ["‧", "◾", "➢", "⦁"])
    func furtherSigns(sign: String) throws {
        #expect(try passages("\(sign) 붕괴의 우려\n\(sign) 직권 철거\n").map(\.kind) == [.paragraph, .bullet, .bullet])
    }

    @Test("a dash between words of one item parts no more than that item")
    func dashWithin() throws {
        let passages = try passages(
            "- 근해 업종 - 먼저 - 적용\n· 전체 연근해 어획량에 대한 적용의 비율은 42.4%에서 2027년까지 60%로 확대할 계획이며 편차\n- 소진율은 어종에 따라 다름\n- 조사는 6개월마다\n- 판매는 항구에서\n- 어획은 실시간으로\n- 보고는 전자로\n- 감시는 승선으로\n- 평가는 해마다\n"
        )
        #expect(passages.dropFirst().map(\.kind) == Array(repeating: .bullet, count: 9))
    }

    @Test("the next number after a full item begins a heading")
    func nextNumber() throws {
        let talk = try #require(
            try Fixture.parse(
                Self.head
                    + "Ⅰ. 결과\n- 직권 철거\nⅡ. 원인\n- 비닐하우스의 면적이 늘어 빗물이 한꺼번에 바다로 흘러가는 현상이 해마다 더욱더 심화되는 추세\nⅢ. 전망\n"
                    + Self.prose
            ).talks.first)
        #expect(talk.sections.map(\.title) == ["결과", "원인", "전망"])
    }

    @Test("a name that is left out is no marker")
    func leftOut() throws {
        #expect(try passages("○○시 주민 ○○○ 씨\n").map(\.kind) == [.paragraph, .paragraph])
    }

    @Test("headings in brackets stand beside sections that are numbered once, and above those that are numbered anew")
    func brackets() throws {
        func levels(_ body: String) throws -> [Int] {
            try #require(try Fixture.parse(Self.head + body).talks.first).sections.map(\.level)
        }
        let (one, two) = ("Ⅰ. 서론\n\(Self.prose)", "Ⅱ. 결론\n\(Self.prose)")
        #expect(try levels("<요약>\n\(Self.prose)\(one)\(two)") == [1, 1, 1])
        #expect(try levels("<요약>\n\(Self.prose)\(one)\(two)<참고문헌>\n\(Self.prose)") == [1, 1, 1, 1])
        #expect(try levels("[현황]\n\(one)\(two)[과제]\n\(one)") == [1, 2, 2, 1, 2])
    }

    @Test("prose after the last item of a list is its own, however full the item's line", arguments: [0, 1, 2, 3])
    func proseAfterItem(kind: Int) throws {
        let (items, prose) = [
            (
                "- 접속 순번을 누구나 볼 수 있게 공개할 것\n- 출자의 한도를 완화할 것\n- 학교와 공공기관의 지붕은 접속을 우선하고 소규모의 설비는 무상으로 접속을 보장할 것\n",
                "이 세 가지 가운데 하나만 고르라고 하면 두 번째를 고른다. 사람이 바뀌면 아이는 처음부터\n다시 이야기한다.\n"
            ),
            (
                "- 접속 순번의 공개\n- 출자의 한도를 완화\n- 학교와 공공기관의 지붕은 접속을 우선하고 소규모의 설비는 무상으로 접속하게 하는 보장\n",
                "경력에 따른 가산은 협의하고 있다. 내년도의 안건으로 올릴 계획이다.\n"
            ),
            (
                "- 접속 순번을 공개한다.\n- 출자의 한도를 완화한다.\n- 학교와 공공기관의 지붕은 접속을 우선하고 소규모 설비는 무상으로 접속하게 한다.\n",
                "이러한 변화는 물량을 줄일 것이다. 그 충격을 흡수할 주택이 모자란다.\n"
            ),
            (
                "- the value of the contract was above the threshold\n- complaints could be lodged\n- at least one of the newspapers of the town had used the data of the contracts before\n",
                "Absent any of these, publication was an archive and not a tool.\n"
            ),
        ][kind]
        let passages = try passages(items + prose + "1. 결론\n" + Self.prose)
        #expect(passages.map(\.kind) == [.paragraph, .bullet, .bullet, .bullet, .paragraph, .heading, .paragraph])
    }

    @Test("an item that ends as a sentence is one where no item's line says that it ended")
    func proseItem() throws {
        let passages = try passages(
            "- 접속 순번의 공개\n- 출자의 한도를 완화\n- 예약은 이틀 전까지 하여야 하며 당일에 하는 요청은 세 건만 받아들여지는 것이 지금까지의\n관행이다.\n")
        #expect(passages.map(\.kind) == [.paragraph, .bullet, .bullet, .bullet])
    }

    @Test("lists in text whose lines all stand apart go on over the blank lines", arguments: [true, false])
    func apart(breaksWords: Bool) throws {
        let end = breaksWords ? "실현되기를 바랍니\n다. 감사합니다.\n" : "실현되기를 \n바랍니다. 감사합니다.\n"
        let items = (1...12).map { "- \($0 * 7)개 마을에서 \($0)차로 추진\n" }.joined()
        let body =
            (breaksWords
                ? "마을 사이의 거리 기준이 시와 군마다 달라 같은 발전소를 두고도 자격이 달라지\n는 문제가 있다. 같은 발전소를 두고도 시와 군마다 거리의 기준이 달라 자격이 \n달라지고 한 마을의 주민이라고 하여도 발전소까지의 거리에 따라 참여의 자격\n을 달리 받는다.\n"
                : "마을 사이의 거리 기준이 시와 군마다 달라 같은 발전소를 두고도 자격이 달라지는 \n문제가 있다. 같은 발전소를 두고도 시와 군마다 거리의 기준이 달라 참여의 자격이 \n달라진다.\n")
            + "- 오늘 나온 이야기가 한 줄로 남지 않고 마을의 지붕과 논밭에서 \(end)" + items
        let text = (Self.head + body).replacing("\n", with: "\n\n")
        let passages = try #require(try Fixture.parse(text).talks.first).passages
        #expect(passages.map(\.kind) == [.paragraph] + Array(repeating: .bullet, count: 13))
    }

    @Test("a discussion whose chair stands below begins after a full line")
    func discussion() throws {
        let parsed = try Fixture.parse(
            Self.head + Self.prose + "- 임차농의 보호를 위한 조항을 함께 두지 않으면 농지의 임대료만 해마다 상승할 것이라는 우려\n종합토론\n"
                + "좌장: 문성락 (전라남도 에너지산업국 국장)\n토론: 도아람 (햇빛두레협동조합 이사장)\n문성락: 시작하겠습니다.\n도아람: 감사합니다.\n")
        #expect(parsed.talks.map(\.kindLabel) == ["발제", "종합토론"])
        #expect(parsed.talks.last?.participations.map(\.name) == ["문성락", "도아람"])
    }
}
