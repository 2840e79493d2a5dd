import Testing

@testable import KoreanText

@Suite("Comparing a text with a quotation")
struct QuotationTests {
    private func folded(_ text: String) -> String {
        String(String.UnicodeScalarView(QuotationForm(text).scalars.compactMap(Unicode.Scalar.init)))
    }

    @Test(
        "spacing, hyphenation and the kinds of marks do not matter",
        arguments: [
            ("인공지능 의  앞날", "인공 지능의 앞날"), ("“오픈 소스”", "\"오픈소스\""), ("「법」", "‘법’"), ("논설위원･선임기자", "논설위원·선임기자"),
            ("그러나…", "그러나..."), ("그러나……", "그러나…"), ("infor-\nmation", "information"), ("GPT-4", "GPT4"),
            ("ＡＩ　２０％", "AI 20%"), ("2020∼2024", "2020~2024"), ("10–20", "10-20"), ("a\u{200B}b", "ab"),
            ("a\u{AD}b", "ab"),
        ])
    func equal(left: String, right: String) {
        #expect(folded(left) == folded(right))
    }

    @Test(
        "what may change the meaning does",
        arguments: [
            ("10 20", "1020"), ("20-30", "2030"), ("성장률 -5%", "성장률 5%"), ("AI", "ai"), ("법.", "법"), ("3.5", "35"),
            ("\"법\"", "법"), ("초·중", "초중"),
        ])
    func different(left: String, right: String) {
        #expect(folded(left) != folded(right))
    }

    @Test("every folded scalar knows its place in UTF-16 units")
    func places() {
        let form = QuotationForm("😀 가 ... 나")
        #expect(form.scalars == [0x1F600, 0xAC00, 0x2026, 0xB098])
        #expect(form.places == [0..<2, 3..<4, 5..<8, 9..<10])
    }

    @Test("marks around a quotation are no part of it", arguments: ["“규제”", "…규제…", "- 규제", "'규제'"])
    func trimming(_ text: String) {
        #expect(QuotationPattern(text)?.scalars == Array("규제".unicodeScalars.map(\.value)))
    }

    @Test("nothing but marks is no quotation", arguments: ["", " ", "…", "“ ”", "---"])
    func nothing(_ text: String) {
        #expect(QuotationPattern(text) == nil)
    }

    @Test(
        "a pattern is found at every place, over the ends of texts too, as a plain search finds it", arguments: 1...100)
    func search(seed: UInt64) throws {
        var state = seed
        func next(_ bound: UInt32) -> UInt32 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt32(state >> 33) % bound
        }
        let sought = String((0..<1 + next(4)).map { _ in next(2) == 0 ? "가" : "나" })
        var pattern = try #require(QuotationPattern(sought))
        let texts = (0..<4).map { _ in
            (0..<next(12)).map { _ in next(2) == 0 ? "가" as Unicode.Scalar : "나" }.map(\.value)
        }
        var ends: [Int] = []
        var before = 0
        for text in texts {
            pattern.forEachEnd(in: text) { ends.append(before + $0) }
            before += text.count
        }
        let (all, scalars) = (texts.flatMap(\.self), sought.unicodeScalars.map(\.value))
        var expected: [Int] = []
        var start = 0
        while start + scalars.count <= all.count {
            guard Array(all[start..<start + scalars.count]) == scalars else {
                start += 1
                continue
            }
            start += scalars.count
            expected.append(start - 1)
        }
        #expect(ends == expected, "seed \(seed)")
    }

    @Test("the nearest part is the one with the fewest changes")
    func nearest() {
        let quotation = QuotationForm("규제가 필요하다").scalars
        var likeness = QuotationLikeness(quotation)
        let text = QuotationForm("우리는 규제는 필요하다고 본다").scalars
        #expect(likeness.commonPairs(text) == 4)
        #expect(likeness.commonPairs(QuotationForm("날씨").scalars) == 0)
        let part = likeness.nearestPart(of: text)
        #expect(part.indices == 3..<10)
        #expect(abs(part.similarity - 6.0 / 7) < 1e-9)
    }

    @Test(
        "omissions part a quotation",
        arguments: [
            ("가 … 나", ["가", "나"]), ("가...나", ["가", "나"]), ("가(중략)나 (하략)", ["가", "나"]), ("[전략] 가", ["가"]),
            ("가. 나", ["가. 나"]), ("가 (나) 다", ["가 (나) 다"]), ("… …", []), ("가(…)나", ["가", "나"]),
            ("가 ( 중 략 ) 나", ["가", "나"]), ("(중략", ["(중략"]), ("가 (나나나나나나나나나) 다", ["가 (나나나나나나나나나) 다"]),
            ("가(이 하 생 략)나", ["가", "나"]),
        ])
    func omissions(text: String, fragments: [String]) {
        #expect(QuotationFragments.of(text) == fragments)
    }

    @Test("an anchor's tokens are in the index of every text that holds its syllables, however they are spaced")
    func anchors() {
        for text in ["나라말이", "나 라말이", "나라 말이", "나 라 말이", "온나라말이", "나-라말", "AI나라말", "나라\u{200B}말"] {
            var tokens: Set<String> = []
            var copy = text
            copy.withUTF8 {
                SearchTokenizer.forEachToken(of: $0) { tokens.insert(String(decoding: $0, as: UTF8.self)) }
            }
            let anchors = QuotationAnchors(QuotationForm("나라말").scalars).tokens
            #expect(anchors.count == 1 && !tokens.isDisjoint(with: anchors[0]), "\(text)")
        }
    }
}
