import Testing

@testable import KoreanText

@Suite("A break is judged by the text's spacing and by that of Korean")
struct EojeolScorerTests {
    @Test(
        "a torn particle agrees with the sound before it",
        arguments: [
            ("은", "간", true), ("는", "간", false), ("를", "가", true), ("을", "가", false), ("에서", "가", true),
            ("사람", "간", false),
            ("로", "울", true), ("로", "간", false), ("으로", "간", true), ("로", "가", true), ("로서", "울", true),
            ("으로는", "가", false),
            ("에서만", "간", true), ("는", "A", true), ("에서에서에", "간", false),
        ] as [(String, Unicode.Scalar, Bool)])
    func particles(_ word: String, _ previous: Unicode.Scalar, _ isTorn: Bool) {
        #expect(ClosedClass(of: ShortWord(word.unicodeScalars)).isParticle(after: previous) == isTorn)
    }

    private func score(_ scorer: EojeolScorer, _ left: String, _ right: String) -> Float {
        let (left, right) = (Array(left.utf8), Array(right.utf8))
        return scorer.score(left: left.span, right: right.span)
    }

    private func learn(_ line: String, by scorer: inout EojeolScorer) {
        let line = Array(line.utf8)
        scorer.learn(line.span)
    }

    @Test("a break is judged by how the text spaces the same words elsewhere")
    func breaks() {
        var scorer = EojeolScorer()
        for _ in 0..<4 { learn("우리는 컴파일러를 만들고 컴파일러를 쓰며 파이썬 코드를 읽고 파이썬 코드를 고친다", by: &scorer) }
        #expect(score(scorer, "그래서 컴파일", "러를 만들고") > 0)
        #expect(score(scorer, "그래서 파이썬", "코드를 읽고") < 0)
    }

    @Test(
        "marks cling to the side they belong to",
        arguments: [
            ("했다", ". 그리고", true), ("했다.", "그리고", false), ("(주", ") 회사", true), ("API", "를 쓴다", true),
            ("AI", "생태계", false), ("憲", "法을", true), ("2019", "년에", true), ("API", "에서만은 쓴다", false),
        ])
    func edges(_ left: String, _ right: String, _ isInside: Bool) {
        #expect((score(EojeolScorer(), left, right) > 0) == isInside)
    }

    @Test("of the words at a break so many scalars are looked at and no more")
    func reach() {
        let long = String(repeating: "가", count: WordPart.reach)
        #expect(score(EojeolScorer(), "나" + long, long + "나") == score(EojeolScorer(), "다다" + long, long))
        #expect(score(EojeolScorer(), "", "가") == -1)
        #expect(score(EojeolScorer(), "가", "") == -1)
    }

    @Test("learning stops at its limit")
    func limit() {
        var scorer = EojeolScorer()
        learn(String(repeating: "가", count: EojeolScorer.mostLearnt - 1), by: &scorer)
        #expect(!scorer.hasLearntEnough)
        learn("가", by: &scorer)
        #expect(scorer.hasLearntEnough)
        let before = score(scorer, "하나 둘", "셋 넷")
        learn("하나 둘 셋 넷", by: &scorer)
        #expect(score(scorer, "하나 둘", "셋 넷") == before)
    }

    @Test(
        "where the text says nothing, endings and particles are joined and what stands apart is not",
        arguments: [
            ("이어 가겠", "습니다.", true), ("매우 고마", "웠습니다. 그리고", true), ("비로소 펼쳐지", "더라도 늦다", true),
            ("함께 돌보", "았습니다.", true), ("약속을 지", "키지 않았다", true), ("관계자", "들은 모였다", true), ("어려움에", "도 불구하고", true),
            ("그들이 나눌", "수 있다", false), ("비가 올 것", "같습니다.", false), ("문을 닫은 뒤", "다시 열었다", false),
            ("배울", "때에는 즐겁다", false), ("강과 호수", "및 바다", false), ("가 본 적이", "없다고 했다", false), ("그 까닭을", "묻고 싶다", false),
        ])
    func general(_ left: String, _ right: String, _ isInside: Bool) {
        #expect((score(EojeolScorer(), left, right) > 0) == isInside)
    }

    @Test(
        "particles follow signs and closed quotations at once",
        arguments: [
            ("전체의 25%", "를 넘는다", true), ("찬성 17%", "가 늘었다", true), ("기금(IMF)", "은 밝혔다", true),
            ("“그렇다”", "라고 말했다", true),
            ("전체의 25%", "이상이다", false), ("기금(IMF)", "총회에서", false), ("제", "12조에 따라", true), ("모두", "12명이다", false),
        ])
    func signs(_ left: String, _ right: String, _ isInside: Bool) {
        #expect((score(EojeolScorer(), left, right) > 0) == isInside)
    }

    @Test("what the text says of its own words outweighs what is general")
    func ownWords() {
        var scorer = EojeolScorer()
        let (left, right) = ("오늘 회사", "원들이 모여")
        #expect(score(scorer, left, right) > 0)
        for _ in 0..<6 { learn("우리 회사 원들이 그 회사 원들이 되고 이 회사 원들이 있다", by: &scorer) }
        #expect(score(scorer, left, right) < 0)
    }

    /// A scorer that learnt lines, and the breaks between each and the next.
    private func scorer(of lines: [String]) -> EojeolScorer {
        var scorer = EojeolScorer()
        for line in lines { learn(line, by: &scorer) }
        for (left, right) in zip(lines, lines.dropFirst()) {
            let (left, right) = (Array(left.utf8), Array(right.utf8))
            scorer.learnBreak(left: left.span, right: right.span)
        }
        return scorer
    }

    @Test("whether Latin words are cut is learnt from all breaks of the text")
    func latin() {
        let whole = scorer(of: [
            "환영 인사를 드리면 Dear guests and", "colleagues from many countries, it is", "wonderful to see you. The harbour",
            "festival 기간에 열린 행사를 보면 길이 3.2", "km의 줄이 늘어섰다",
        ])
        #expect(score(whole, "Dear guests and", "colleagues from") < 0)
        #expect(score(whole, "길이 3.2", "km의 줄이") < 0)
        #expect(score(whole, "by the harbour", "master himself") < 0)
        let cut = scorer(of: [
            "먼저 Python으로 쓴 서버를 보면 그 안의 hand", "ler 함수가 요청을 받아 handler 목록에 더하고 serv", "er의 기록을 남기는데 p",
            "ython의 표준 모듈인 logging 모듈을 쓰며 fo", "rmat 문자열은 설정에 둔다",
        ])
        #expect(score(cut, "그 안의 hand", "ler 함수가") > 0)
        #expect(score(cut, "모듈인 logg", "ing 모듈을") > 0)
        #expect(score(cut, "길이 3.2", "km의 줄이") > 0)
        #expect(score(cut, "먼저 server", "Python을") < 0)
    }

    @Test("a text that has many Latin words and breaks none keeps them whole")
    func wholeLatin() {
        let line = "모두 Kubernetes 환경에서 Elasticsearch 색인을 만들고 PostgreSQL 자료를 옮겼다"
        #expect(score(scorer(of: Array(repeating: line, count: 12)), "길이 12", "km가 된다") < 0)
        #expect(score(scorer(of: ["우리는 API 문서를 쓰고", "그다음에 고친다"]), "길이 12", "km가 된다") > 0)
    }

    @Test("patterns are read from their table, and edges and classes of characters meet them")
    func patterns() {
        let patterns = SpacingPatterns("2.5 나|다 ㄹ|수_\n-1 _a|가 |0_\n0.5 ∅|")
        func weight(_ left: String, _ right: String) -> Float {
            let (left, right) = (Array(left.utf8), Array(right.utf8))
            let tail = WordPart(atEndOf: left.span)
            return patterns.weight(tail, WordPart(atStartOf: right.span, after: tail))
        }
        #expect(weight("가나", "다라") == 3)
        #expect(weight("할", "수 있다") == 2.5)
        #expect(weight("할", "수로") == 0)
        #expect(weight("x", "가") == -1)
        #expect(weight("xy", "가") == 0)
        #expect(weight("한", "7 ") == -1)
    }

    private func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }
}
