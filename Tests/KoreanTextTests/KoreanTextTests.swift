import Foundation
import Testing

@testable import KoreanText

@Suite("Hangul and the form of text")
struct KoreanTextTests {
    private func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }

    @Test("every syllable composes from its jamo")
    func composition() {
        for value in UInt32(0xAC00)...0xD7A3 {
            guard let syllable = Unicode.Scalar(value) else { continue }
            let jamo = scalars(String(Character(syllable)).decomposedStringWithCanonicalMapping)
            #expect(jamo.count >= 2)
            #expect(Hangul.composed(jamo) == [syllable])
        }
    }

    @Test("jamo that join with nothing are left alone", arguments: ["ᄀ", "ᅡ", "ᆨ", "각ᆨ", "ㄱㅏ", "aᅡ"])
    func lone(_ text: String) {
        #expect(Hangul.composed(text.unicodeScalars) == scalars(text.precomposedStringWithCanonicalMapping))
    }

    @Test("final consonants are known", arguments: [("강", true), ("가", false), ("힣", true)])
    func finals(_ syllable: String, _ isClosed: Bool) {
        #expect(Hangul.endsInConsonant(scalars(syllable)[0]) == isClosed)
    }

    @Test("what is no syllable has no final consonant")
    func noSyllable() {
        #expect(Hangul.endsInConsonant("a") == nil)
    }

    @Test(
        "text becomes NFC as the platform's own normalisation has it",
        arguments: ["한글 문서", "café Ångström", "が ぱ", "\u{212B}\u{2126}", "a\u{301}\u{323}", "각", "豈"])
    func composed(_ text: String) {
        let wanted = text.precomposedStringWithCanonicalMapping
        #expect(TextForm.composed(text.decomposedStringWithCanonicalMapping).utf8.elementsEqual(wanted.utf8))
        #expect(TextForm.composed(text).utf8.elementsEqual(wanted.utf8))
    }

    @Test("what is called surely composed is in NFC by itself and beside anything of its like")
    func surely() {
        for value in UInt32(0x20)...0x1FFFF {
            guard let scalar = Unicode.Scalar(value), TextForm.isSurelyComposed(scalar) else { continue }
            let text = "a" + String(Character(scalar))
            #expect(
                text.precomposedStringWithCanonicalMapping.utf8.elementsEqual(text.utf8), "\(String(value, radix: 16))")
        }
    }

    @Test("Hangul takes two columns, Latin and half-width forms one")
    func columns() {
        #expect(scalars("가A･！").map(TextForm.columns) == [2, 1, 1, 2])
    }

    @Test("white space and what has no width are told apart")
    func spaces() {
        #expect(scalars(" \t\u{3000}\u{A0}\u{0C}").allSatisfy(TextForm.isWhiteSpace))
        #expect(scalars("\u{200B}\u{FEFF}\u{AD}").allSatisfy { TextForm.isZeroWidth($0) && !TextForm.isWhiteSpace($0) })
    }

    @Test(
        "names are closed up, and foreign ones keep their spaces",
        arguments: [
            ("황 의 종", "황의종", PersonName.Likelihood.evident), ("남 궁 민 수", "남궁민수", .evident), ("류우승", "류우승", .plausible),
            ("김 구", "김구", .evident), ("남궁 민수", "남궁민수", .plausible), ("John Smith", "John Smith", .possible),
            ("Jane van der Berg", "Jane van der Berg", .possible), ("제임스 카메론", "제임스 카메론", .possible),
        ])
    func names(_ text: String, _ name: String, _ likelihood: PersonName.Likelihood) throws {
        let read = try #require(PersonName(text))
        #expect(read.name == name)
        #expect(read.likelihood == likelihood)
    }

    @Test(
        "what cannot be a name is none",
        arguments: ["", "가", "2030년", "AI 시대", "고려대학교 정보보호대학원 교수", "그렇습니다.", "소문자 name"])
    func noNames(_ text: String) {
        #expect(PersonName(text) == nil)
    }

    @Test(
        "a torn particle agrees with the sound before it",
        arguments: [
            ("은", "간", true), ("는", "간", false), ("를", "가", true), ("을", "가", false), ("에서", "가", true),
            ("사람", "간", false), ("로", "울", true), ("로", "간", false), ("으로", "간", true), ("로", "가", true),
        ])
    func particles(_ word: String, _ previous: String, _ isTorn: Bool) {
        #expect(Particle.couldBeTorn(word, from: scalars(previous)[0]) == isTorn)
    }

    @Test("a break is judged by how the text spaces the same words elsewhere")
    func breaks() {
        var scorer = EojeolScorer()
        for _ in 0..<4 {
            scorer.learn(scalars("우리는 컴파일러를 만들고 컴파일러를 쓰며 파이썬 코드를 읽고 파이썬 코드를 고친다"))
        }
        #expect(scorer.score(left: scalars("그래서 컴파일"), right: scalars("러를 만들고")) > 0)
        #expect(scorer.score(left: scalars("그래서 파이썬"), right: scalars("코드를 읽고")) < 0)
    }

    @Test(
        "marks cling to the side they belong to",
        arguments: [
            ("했다", ". 그리고", true), ("했다.", "그리고", false), ("(주", ") 회사", true), ("API", "를 쓴다", true),
            ("AI", "생태계", false), ("2019", "년에", true),
        ])
    func edges(_ left: String, _ right: String, _ isInside: Bool) {
        #expect((EojeolScorer().score(left: scalars(left), right: scalars(right)) > 0) == isInside)
    }

    @Test("learning stops at its limit")
    func limit() {
        var scorer = EojeolScorer()
        let line = Array(repeating: Unicode.Scalar(0xAC00) ?? " ", count: EojeolScorer.mostLearnt)
        scorer.learn(line)
        scorer.learn(scalars("하나 둘 셋"))
        #expect(scorer.features(left: scalars("둘"), right: scalars("셋"))[6] == 0)
    }
}
