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
}
