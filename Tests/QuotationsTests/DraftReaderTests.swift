import Testing

@testable import Quotations

@Suite("The quotations of a draft")
struct DraftReaderTests {
    private static let names = ["황의종", "최재식", "Amara Okafor", "Ingrid Lindqvist"]

    private func read(_ text: String) -> [DraftQuotation] { DraftReader(text, names: Self.names).quotations }

    @Test(
        "words in marks are found, whatever the marks",
        arguments: [
            "그는 “공역이 아주 좁습니다”라고 했다.", "그는 \"공역이 아주 좁습니다\"라고 했다.", "그는 「공역이 아주 좁습니다」라고 했다.",
            "Er sagte: „공역이 아주 좁습니다“.", "Il dit « 공역이 아주 좁습니다 ».", "그는 “공역이\n아주  좁습니다”라고 했다.",
            "> 공역이 아주 좁습니다", "> “공역이 아주\n> 좁습니다”",
        ])
    func marks(text: String) {
        #expect(read(text).map(\.text) == ["공역이 아주 좁습니다"])
    }

    @Test(
        "who is named beside it is to have said it",
        arguments: [
            ("“공역이 아주 좁습니다”라고 황의종 교수는 말했다.", "황의종"), ("황의종 교수는 “공역이 아주 좁습니다”라고 말했다.", "황의종"),
            ("최재식의 말에 황의종은 “공역이 아주 좁습니다”라고 답했다.", "황의종"), ("“공역이 아주 좁습니다.” 황의종의 말이다.", nil),
            ("“공역이 아주 좁습니다”라고 홍길동 의원은 말했다.", "홍길동"),
            ("“The airspace is very narrow,” said Amara Okafor.", "Amara Okafor"),
            ("“The airspace is very narrow,” Ms. Okafor said.", "Amara Okafor"),
            ("Okafor told Lindqvist: “The airspace is very narrow.”", "Amara Okafor"),
            ("The airspace “is very narrow indeed”.", nil),
            ("> 공역이 아주 좁습니다\n> — 황의종", "황의종"), ("> 공역이 아주 좁습니다\n\n— 최재식, 2025", "최재식"),
            ("황의종 교수는 이렇게 말했다.\n\n> 공역이 아주 좁습니다", "황의종"),
            ("황의종이 왔다. 그는 “공역이 아주 좁습니다”라고 했다.", "황의종"),
        ] as [(String, String?)])
    func speakers(text: String, speaker: String?) {
        #expect(read(text).first?.speaker == speaker)
    }

    @Test("terms and code are no quotations, and terms are counted")
    func terms() {
        let draft = DraftReader(
            "‘규제’와 “법”과 `“이것은 코드 입니다”` 그리고\n\n```\n“이것도 코드 입니다”\n```\n\n<!-- “이것도 아닌 것” -->", names: [])
        #expect(draft.quotations.isEmpty)
        #expect(draft.termCount == 1)
    }

    @Test("every quotation knows its line")
    func lines() {
        let draft = read("# 제목\n\n첫 줄\n“공역이 아주 좁습니다”라고 했다.\n\n> 공역이 매우 넓습니다\n\n“하늘이 아주 맑습니다”")
        #expect(draft.map(\.line) == [4, 6, 8])
    }

    @Test("two quotations of one sentence have one speaker")
    func continued() {
        let draft = read("황의종은 “공역이 아주 좁습니다”, “하늘이 아주 맑습니다”라고 말했다.")
        #expect(draft.map(\.speaker) == ["황의종", "황의종"])
    }

    @Test(
        "no text traps",
        arguments: ["", "“", "”", ">", "> ", "```", "“”", "—", "> —", "\u{0}", "« «", "<!--", "`", "그는 “"])
    func hostile(text: String) {
        #expect(read(text).isEmpty)
    }
}
