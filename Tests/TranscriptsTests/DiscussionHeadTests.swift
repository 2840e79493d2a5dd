import Proceedings
import Testing

@testable import Transcripts

@Suite("The people of a discussion are read however they are listed")
struct DiscussionHeadTests {
    @Test("the people of a discussion are listed below one another, the part once before the first")
    func listedPeople() throws {
        let korean = try Fixture.parse(
            "종합토론 (General Discussion)\n누가 소금을 지키는가\n좌장 : 김민수 참여연대 간사\n토론 : 이영희 갯벌마을 이장\n박철수 ㈜모두의소금 연구개발플래너\n옹달해 갯벌마을 물때지기\n\n"
                + "김민수: 시작하겠습니다.\n\n옹달해: 네, 그러시지요.\n")
        let talk = try #require(korean.talks.first)
        #expect(talk.title == "누가 소금을 지키는가")
        #expect(talk.participations.map(\.name) == ["김민수", "이영희", "박철수", "옹달해"])
        #expect(talk.participations.map(\.roleTitle) == ["간사", "이장", "연구개발플래너", "물때지기"])
        #expect(talk.passages.count == 2)
        let english = try Fixture.parse(
            "Panel Discussion\n\nWhose Salt?\n\nModerator: Maria Garcia, Science Editor, Weekly Tide\n\nPanelists: John Smith, Director, Institute of Salt\n\n"
                + "Ruth Calder, Legal Adviser, Saltmakers Association\n\nLi Mei, Planning Engineer, Eastern Salt Company\n\nMaria Garcia: Let us begin.\n\nJohn Smith: I agree.\n"
        )
        let panel = try #require(english.talks.first)
        #expect(panel.title == "Whose Salt?")
        #expect(panel.participations.map(\.name) == ["Maria Garcia", "John Smith", "Ruth Calder", "Li Mei"])
        #expect(
            panel.participations.map(\.roleTitle) == [
                "Science Editor", "Director", "Legal Adviser", "Planning Engineer",
            ])
        #expect(panel.passages.count == 2)
    }

    @Test(
        "those whose names stand after their part are named, whatever they look like", arguments: ["패널", "참석자", "토론"])
    func listedNames(part: String) throws {
        let parsed = try Fixture.parse(
            "종합토론\n사회: 국선희 / 새벽신문 논설위원\n\(part): 이누리, 박송이, 목진서\n\n국선희: 시작하겠습니다.\n\n박송이: 네.\n")
        let talk = try #require(parsed.talks.first)
        #expect(talk.participations.map(\.name) == ["국선희", "이누리", "박송이", "목진서"])
        #expect(talk.passages.count == 2)
        let foreign = try Fixture.parse(
            "Panel Discussion\nModerator: Maria Garcia\nPanelists: Ingrid Solheim, Li Wen, 누리\n\nMaria Garcia: Let us begin.\n\nLi Wen: Yes.\n"
        )
        #expect(foreign.talks.first?.participations.map(\.name) == ["Maria Garcia", "Ingrid Solheim", "Li Wen", "누리"])
    }

    @Test("a chair with a foreign name is one", arguments: [("Susan Hartley", true), ("Thank you all", false)])
    func foreignChair(_ words: String, _ isName: Bool) throws {
        let parsed = try Fixture.parse(
            """
            Panel Discussion

            Moderator: \(words)

            Susan Hartley: Let me begin with a question for both speakers.

            Jonas Lindqvist: I would not accept that it is a choice.

            """)
        let talk = try #require(parsed.talks.first)
        #expect(talk.passages.count == (isName ? 2 : 3))
        #expect((talk.participations.first { $0.role == .moderator }?.name == "Susan Hartley") == isName)
    }

    private static let turns = "\n김민수: 시작하겠습니다.\n\n옹달해: 네, 그러시지요.\n"

    private func talk(_ text: String) throws -> Talk {
        let parsed = try Fixture.parse(text)
        #expect(parsed.talks.count == 1)
        return try #require(parsed.talks.first)
    }

    @Test(
        "those who are named in the head are known by their turns, whatever their names look like",
        arguments: [("◯위원장 ", " "), ("▲", " = "), ("(", ") "), ("[", "] ")])
    func knownTurns(_ open: String, _ close: String) throws {
        let isOffice = open == "◯위원장 "
        let chair = isOffice ? "◯위원장 홍길동 " : "\(open)홍길동\(close)"
        let guest = isOffice ? "◯대표 누리 " : "\(open)누리\(close)"
        let talk = try talk(
            "종합토론\n좌장: 홍길동 나래시의회 위원장\n패널: 누리, 김민수\n\n\(chair)시작하겠습니다.\n\n\(guest)반갑습니다.\n\n\(chair)끝내겠습니다.\n")
        #expect(talk.participations.map(\.name) == ["홍길동", "누리", "김민수"])
        #expect(talk.passages.map(\.text) == ["시작하겠습니다.", "반갑습니다.", "끝내겠습니다."])
        #expect(talk.passages.map(\.speaker?.rawValue) == ["홍길동", "누리", "홍길동"])
    }

    @Test("the parts of a discussion's people stand on lines of their own")
    func partsOnLines() throws {
        let talk = try talk("종합토론\n좌장\n김민수 참여연대 간사\n토론자\n옹달해 나래시청 주무관\n박철수 갯벌마을 이장\n" + Self.turns)
        #expect(talk.participations.map(\.name) == ["김민수", "옹달해", "박철수"])
        #expect(talk.participations.map(\.role) == [.moderator, .discussant, .discussant])
        #expect(talk.passages.count == 2)
    }

    @Test("a chair's part stands in brackets after the name, and offices of no known kind stand below names")
    func chairInBrackets() throws {
        let talk = try talk(
            "종합토론\n◆ ◆ ◆\n김 민 수 (좌장)\n참여연대 간사\n이 영 희\n㈜나래소금 기술총괄\n옹 달 해\n갯벌마을 물때지기\n" + Self.turns)
        #expect(talk.participations.map(\.name) == ["김민수", "이영희", "옹달해"])
        #expect(talk.participations.map(\.roleTitle) == ["간사", "기술총괄", "물때지기"])
        #expect(talk.participations.first?.role == .moderator && talk.title == nil)
    }

    @Test(
        "the last of a list is no title, whatever the office is called",
        arguments: [
            "패널토론\n김민수 참여연대 간사\n이영희 나래시청 주무관\n옹달해 갯벌마을 물때지기\n", "종합토론\n사회 김민수 참여연대 간사\n토론 옹달해 갯벌마을 물때지기\n",
        ])
    func lastOfList(head: String) throws {
        let talk = try talk(head + Self.turns + "\n김민수: 바닷물을 가두는 둑은 봄마다 새로 쌓았고 그 일에는 온 마을 사람이 나섰다고 합니다.\n")
        #expect(talk.participations.last?.name == "옹달해" && talk.participations.last?.roleTitle == "물때지기")
        #expect(talk.title == nil)
    }

    @Test("an English chair and panelists are named after their parts, each above where they are from")
    func englishParts() throws {
        let talk = try talk(
            "Panel Discussion\nChair: Maria Garcia\nProfessor, University of Salt\nPanelists: John Smith\nResearch Fellow, Institute of Tides\nLi Mei\nTide Warden, Port of Vesselö\n\nMaria Garcia: Let us begin.\n\nLi Mei: Yes.\n"
        )
        #expect(talk.participations.map(\.name) == ["Maria Garcia", "John Smith", "Li Mei"])
        #expect(talk.participations.map(\.roleTitle) == ["Professor", "Research Fellow", "Tide Warden"])
    }

    @Test("two panelists of an item have turns, and a chair is named by the part alone above where the person is from")
    func fewTurns() throws {
        let pair = try talk(
            "토론 2\n김민수\n참여연대 간사\n이영희\n나래시청 주무관\n\n김민수: 짠 것이 문제입니다.\n\n이영희: 싱거운 것도 문제입니다.\n")
        #expect(pair.passages.map(\.speaker?.rawValue) == ["김민수", "이영희"])
        let chaired = try talk("종합토론\n\n사회 김민수\n\n나래학교 국장\n" + Self.turns)
        let chair = try #require(chaired.participations.first)
        #expect(chair.name == "김민수" && chair.role == .moderator && chair.roleTitle == "국장")
    }

    @Test(
        "a discussion is labelled in two languages, and begins after a full line of a list",
        arguments: ["종합토론", "종합토론 / Panel Discussion", "Panel Discussion | 종합토론"])
    func discussionAfterList(label: String) throws {
        let line = "바닷물을 가두는 둑은 봄마다 새로 쌓았고 그 일에는 온 마을 사람이 나섰다고 전해지며\n기록에는 이름이 없다.\n"
        let parsed = try Fixture.parse(
            "토론 1\n김민수\n참여연대 간사\n" + String(repeating: line, count: 20)
                + "- 헐린 둑의 돌을 모아 두는 마당을 군에서 한 곳이라도 빠뜨리지 말고 운영하도록 할 것\n\(label)\n김민수: 시작하겠습니다.\n이영희: 반갑습니다.\n"
        )
        #expect(parsed.talks.map(\.kind) == [.discussion, .roundtable])
        #expect(parsed.talks.last?.passages.map(\.text) == ["시작하겠습니다.", "반갑습니다."])
        #expect(parsed.talks.last?.title == nil)
    }
}
