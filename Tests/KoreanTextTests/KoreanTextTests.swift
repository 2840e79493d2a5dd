import Foundation
import SeededNumbers
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

    @Test("the search and quotations find a word with its joiners and without")
    func joiners() {
        for (with, without) in [("می‌خواهم", "میخواهم"), ("क्‍ष", "क्ष"), ("❤️‍🔥불", "❤🔥불")] {
            #expect(SearchText(with).runs == SearchText(without).runs)
            #expect(SearchText(with).squeezed == SearchText(without).squeezed)
            var forms = (QuotationForm(), QuotationForm())
            forms.0.read(with)
            forms.1.read(without)
            #expect(forms.0.scalars == forms.1.scalars)
        }
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

    @Test("a table of counts holds what a dictionary would", arguments: [1, 2, 3] as [UInt64])
    func counts(_ seed: UInt64) {
        var random = Seeded(seed)
        var table = CountTable(zero: 0)
        var wanted: [UInt64: Int] = [:]
        for _ in 0..<20_000 {
            let key =
                [UInt64.random(in: 0...3000, using: &random), .max - UInt64.random(in: 1...9, using: &random)]
                .randomElement(using: &random) ?? 0
            table.count(key) { $0 += 1 }
            wanted[key, default: 0] += 1
        }
        #expect(wanted.allSatisfy { table[$0.key] == $0.value })
        #expect(table[4000] == 0)
        // The last key marks what is free and is counted with the one before it.
        table.count(.max) { $0 += 1 }
        #expect(table[.max] == wanted[.max - 1, default: 0] + 1)
    }

    @Test("short words are equal where their characters are, and longer ones to none of them")
    func shortWords() {
        #expect(ShortWord("에서는".unicodeScalars) == "에서는")
        let words = ["", "는", "에는", "에서는", "는에서", "에서는는"]
        for (index, word) in words.enumerated() {
            for other in words[..<index] { #expect(ShortWord(word.unicodeScalars) != ShortWord(other.unicodeScalars)) }
            for long in ["에서에서는", "\u{0}" + word, "\u{1F600}", word + "\u{FFFF}"] {
                #expect(ShortWord(long.unicodeScalars) != ShortWord(word.unicodeScalars))
            }
        }
    }

    @Test(
        "long runs of combining marks are put in order before they are composed, and mean the same",
        arguments: [1, 30, 31, 400])
    func marks(count: Int) {
        let marks: [Unicode.Scalar] = ["\u{301}", "\u{327}", "\u{308}", "\u{323}", "\u{345}"]
        var text = String.UnicodeScalarView("가é".unicodeScalars)
        for index in 0..<count { text.append(marks[index % marks.count]) }
        text.append(contentsOf: "나".unicodeScalars)
        let classes = TextForm.ordered(String(text)).unicodeScalars.map {
            $0.properties.canonicalCombiningClass.rawValue
        }
        if count > TextForm.mostMarks {
            // Nothing is left to be put in its place: the library has to pass each mark once.
            #expect(zip(classes.dropFirst(2).dropLast(), classes.dropFirst(3).dropLast()).allSatisfy { $0 <= $1 })
        } else {
            #expect(TextForm.ordered(String(text)).unicodeScalars.elementsEqual(text))
        }
        #expect(
            TextForm.composed(String(text)).unicodeScalars.elementsEqual(
                String(text).precomposedStringWithCanonicalMapping.unicodeScalars))
    }
}
