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
}
