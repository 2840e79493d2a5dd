import KoreanText
import Proceedings
import Testing

@testable import Transcripts

@Suite("Labels, markers, names and affiliations are told from prose")
struct RecogniserTests {
    struct LabelCase: Sendable {
        var line: String
        var kind: TalkKind
        var label: String
        var ordinal: Int?
        var rest: String?
    }

    static let labels: [LabelCase] = [
        LabelCase(line: "주제발표 1", kind: .keynote, label: "주제발표", ordinal: 1),
        LabelCase(line: "주 제 발 표 2", kind: .keynote, label: "주제발표", ordinal: 2),
        LabelCase(line: "기조강연", kind: .keynote, label: "기조강연"),
        LabelCase(line: "[지정토론 1]", kind: .discussion, label: "지정토론", ordinal: 1),
        LabelCase(line: "<발제 2>", kind: .keynote, label: "발제", ordinal: 2),
        LabelCase(line: "제1주제", kind: .keynote, label: "주제", ordinal: 1),
        LabelCase(line: "제 2 발제", kind: .keynote, label: "발제", ordinal: 2),
        LabelCase(line: "토론문 ③", kind: .discussion, label: "토론문", ordinal: 3),
        LabelCase(line: "■ 패널토론 Ⅱ", kind: .discussion, label: "패널토론", ordinal: 2),
        LabelCase(line: "종합토론", kind: .roundtable, label: "종합토론"),
        LabelCase(line: "개 회 사", kind: .opening, label: "개회사"),
        LabelCase(line: "◆ 축사 ◆", kind: .address, label: "축사"),
        LabelCase(line: "축사", kind: .address, label: "축사"),
        LabelCase(line: "좌장: 김영희", kind: .moderation, label: "좌장", rest: "김영희"),
        LabelCase(line: "발제 1: 데이터 경제", kind: .keynote, label: "발제", ordinal: 1, rest: "데이터 경제"),
        LabelCase(line: "Keynote 1", kind: .keynote, label: "Keynote", ordinal: 1),
        LabelCase(line: "발제 1.", kind: .keynote, label: "발제", ordinal: 1),
        LabelCase(line: "발제 1. 데이터는 누구의 것인가?", kind: .keynote, label: "발제", ordinal: 1, rest: "데이터는 누구의 것인가?"),
        LabelCase(line: "지정토론1", kind: .discussion, label: "지정토론", ordinal: 1),
        LabelCase(line: "주제발표Ⅰ", kind: .keynote, label: "주제발표", ordinal: 1),
        LabelCase(line: "제1발표", kind: .keynote, label: "발표", ordinal: 1),
        LabelCase(line: "Session 2", kind: .talk, label: "Session", ordinal: 2),
        LabelCase(line: "PANEL 2", kind: .discussion, label: "PANEL", ordinal: 2),
        LabelCase(line: "Opening Remarks", kind: .opening, label: "Opening Remarks"),
        LabelCase(line: "Panel Discussion", kind: .roundtable, label: "Panel Discussion"),
    ]

    @Test(
        "a label gives its kind, its name without number and brackets, its number and what follows", arguments: labels)
    func label(_ wanted: LabelCase) throws {
        let label = try #require(ItemLabel(wanted.line))
        #expect(label.kind == wanted.kind)
        #expect(label.label == wanted.label)
        #expect(label.ordinal == wanted.ordinal)
        #expect(label.rest == wanted.rest)
    }

    @Test(
        "words that merely begin like a label are none",
        arguments: ["토론회", "발표자료 목록", "토론 1시간", "주제", "사회적 합의", "발제를 맡은 사람", "패널들은", "Panels", "토론이 끝났다", "토론 1 24"])
    func prose(_ line: String) {
        #expect(ItemLabel(line) == nil)
    }

    @Test(
        "markers of every style are read",
        arguments: [
            ("1. 서론", "1.", 1), ("1.서론", "1.", 1), ("12) 항목", "12)", 12), ("(3) 항목", "(3)", 3), ("1.2 절", "1.2", 2),
            ("Ⅱ. 본론", "Ⅱ.", 2), ("IV. 본론", "IV.", 4), ("나. 현황", "나.", 2), ("다) 현황", "다)", 3), ("(라) 현황", "(라)", 4),
            ("⑤ 항목", "⑤", 5), ("제3장 결론", "제3장", 3), ("B. Scope", "B.", 2), ("□ 배경", "□", 0), ("○ 배경", "○", 0),
            ("- 항목", "-", 0), ("· 항목", "·", 0), ("• 항목", "•", 0), ("※ 참고", "※", 0), ("> 인용", ">", 0),
        ])
    func marker(_ line: String, _ label: String, _ number: Int) throws {
        let bytes = Array(line.utf8)
        let marker = try #require(BlockMarker(bytes, 0..<bytes.count))
        #expect(marker.label == label)
        #expect(marker.number == number)
    }

    @Test(
        "prose that looks like a heading has no marker",
        arguments: [
            "2030년까지 목표를", "명(2022년 기준) 이상", "-한 12분", "3.6부터 나온", "40.5% 증가", "(짝짝짝)", "(2022년", "2025. 3. 1.5", "가상의",
            "제3장에서는", "100. 백", "A", "1.", "[가] 나", "",
        ].filter { $0 != "2025. 3. 1.5" })
    func noMarker(_ line: String) {
        let bytes = Array(line.utf8)
        #expect(BlockMarker(bytes, 0..<bytes.count) == nil)
    }

    struct AffiliationCase: Sendable {
        var line: String
        var organization: String?
        var department: String?
        var role: String?
    }

    static let affiliations: [AffiliationCase] = [
        AffiliationCase(line: "고려대학교 정보보호대학원 교수", organization: "고려대학교", department: "정보보호대학원", role: "교수"),
        AffiliationCase(line: "서울경제 논설위원･선임기자", organization: "서울경제", role: "논설위원･선임기자"),
        AffiliationCase(line: "법무법인 미래 변호사", organization: "법무법인 미래", role: "변호사"),
        AffiliationCase(line: "주식회사 데이터랩 연구개발본부 본부장", organization: "주식회사 데이터랩", department: "연구개발본부", role: "본부장"),
        AffiliationCase(line: "네이버 클라우드 이사", organization: "네이버 클라우드", role: "이사"),
        AffiliationCase(line: "한국개발연구원 선임 연구위원", organization: "한국개발연구원", role: "선임 연구위원"),
        AffiliationCase(line: "한국전자통신연구원 AI연구소 책임연구원", organization: "한국전자통신연구원", department: "AI연구소", role: "책임연구원"),
        AffiliationCase(line: "한국전자통신연구원", organization: "한국전자통신연구원"),
        AffiliationCase(line: "변호사", role: "변호사"),
        AffiliationCase(line: "국회의원", role: "국회의원"),
        AffiliationCase(line: "참여연대 상임위원", organization: "참여연대", role: "상임위원"),
        AffiliationCase(line: "CEO, Example Inc.", organization: "Example Inc.", role: "CEO"),
        AffiliationCase(
            line: "Seoul National University, Professor", organization: "Seoul National University", role: "Professor"),
    ]

    @Test("an affiliation is parted into organization, department and office", arguments: affiliations)
    func affiliation(_ wanted: AffiliationCase) {
        let line = AffiliationLine(wanted.line)
        #expect(line.affiliation?.organization == wanted.organization)
        #expect(line.affiliation?.department == wanted.department)
        #expect(line.role == wanted.role)
        #expect(line.affiliation == nil || line.affiliation?.printed == wanted.line)
    }

    @Test(
        "a line names its people with or without where they are from",
        arguments: [
            ("홍길동 (서울대학교 교수)", "홍길동/서울대학교/교수"), ("홍길동, 서울대학교 교수", "홍길동/서울대학교/교수"),
            ("홍길동 서울대학교 교수", "홍길동/서울대학교/교수"), ("서울대학교 홍길동 교수", "홍길동/서울대학교/교수"),
            ("서울대학교 교수 홍길동", "홍길동/서울대학교/교수"), ("홍길동 교수 (서울대학교)", "홍길동/서울대학교/교수"), ("마크 밀러 박사", "마크 밀러//박사"),
            ("홍길동 (법무법인(유) 세종 변호사)", "홍길동/법무법인(유) 세종/변호사"),
            ("제임스 카메론 (서울대학교 교수)", "제임스 카메론/서울대학교/교수"), ("홍길동 교수", "홍길동//교수"),
            ("홍길동, 김철수", "홍길동// 김철수//"), ("홍길동 (서울대학교 교수), 김철수 (네이버 이사)", "홍길동/서울대학교/교수 김철수/네이버/이사"),
            ("황 의 종", "황의종//"), ("John Smith", "John Smith//"),
        ])
    func people(_ line: String, _ wanted: String) throws {
        let people = try #require(PersonLine(line)).people.map {
            "\($0.name)/\($0.affiliation?.affiliation?.organization ?? "")/\($0.affiliation?.role ?? "")"
        }
        #expect(people.joined(separator: " ") == wanted)
    }

    @Test(
        "page numbers are read in every dress",
        arguments: [
            ("26", "26"), ("- 26 -", "26"), ("– iv –", "iv"), ("p. 7", "7"), ("26쪽", "26"), ("26 / 300", "26"),
            ("[12]", "12"),
            ("Page 3", "3"), ("Page 3 of 12", "3"), ("5-12", "5-12"),
        ])
    func pageNumber(_ line: String, _ number: String) {
        #expect(PageFurniture.pageNumber(line)?.number == number)
    }

    @Test(
        "other short lines are no page numbers", arguments: ["26-", "- 26", "2026년", "12345", "iv", "mix", "a/b", "1/"])
    func noPageNumber(_ line: String) {
        #expect(PageFurniture.pageNumber(line) == nil)
    }

    @Test("blocks that ran together are parted where their lengths say so, and only there")
    func lengths() throws {
        let model = try #require(LengthModel(lengths: [240, 250, 245, 260, 238, 255, 249, 251]))
        #expect(model.partings(of: [80, 80, 85, 80, 80, 90], at: [2]) == [2])
        #expect(model.partings(of: [80, 80, 85], at: [1]) == [])
        #expect(LengthModel(lengths: [240, 250]) == nil)
        let ragged = try #require(LengthModel(lengths: [40, 900, 120, 300, 80, 1500, 220, 60]))
        #expect(ragged.partings(of: [80, 80, 85, 80, 80, 90], at: [2]) == [])
    }

    @Test(
        "a line of a table of contents has leaders before its page number",
        arguments: [
            ("발제 1  도시재생과 문화 사이 ········ 9", true), ("발제 2 청년 ........ 17", true), ("토론 1 ……… 23", true),
            ("발제 1 도시재생 9", false), ("그러나... 9", false), ("········", false),
        ])
    func contents(_ line: String, _ isContents: Bool) {
        let manuscript = Manuscript(utf8: Array(line.utf8))
        #expect(ContentsLine.isOne(manuscript, 0) == isContents)
        #expect(ContentsLine.leastLeaders == 4)
    }

    @Test("a label in two languages is one, and a statement is announced by who makes it")
    func twins() throws {
        #expect(ItemLabel("Keynote 1 | 기조강연 1")?.rest == nil)
        #expect(ItemLabel("Keynote 1 | 기조강연 2")?.rest == "기조강연 2")
        let statement = try #require(ItemLabel("STATEMENT OF DR. ROBERT A. HANLEY, PROFESSOR, UNIVERSITY OF MICHIGAN"))
        #expect(statement.label == "STATEMENT")
        #expect(statement.kind == .address)
        let person = try #require(statement.rest.flatMap { PersonLine($0) }?.people.first)
        #expect(person.name == "ROBERT A. HANLEY")
        #expect(person.affiliation?.role == "PROFESSOR")
        #expect(person.affiliation?.affiliation?.text == "UNIVERSITY OF MICHIGAN")
    }
}
