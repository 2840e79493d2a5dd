import Testing

@testable import Quotations

@Suite("What differs between a quotation and what is printed")
struct ComparisonTests {
    private func compare(_ given: String, _ printed: String...) throws -> QuotationComparison {
        var text = PrintedText()
        for (index, passage) in printed.enumerated() { text.append(passage, voice: "voice \(index)") }
        return try #require(GivenQuotation(given).compared(with: text))
    }

    /// Harmless alterations, each beside one that turns the meaning.
    @Test(
        "what is harmless is told from what is not",
        arguments: [
            ("공 역이좁습니다.", "우리는 공역이 좁습니다.", Difference.Kind.spacing),
            ("공역이 좁지 않습니다.", "우리는 공역이 좁습니다.", .negation),
            ("41만명이 왔다", "모두 41만 명이 왔다", .spacing), ("41억 명이 왔다", "모두 41만 명이 왔다", .number),
            ("41만 개가 왔다", "모두 41만 명이 왔다", .unit), ("가능하다고 본다", "불가능하다고 본다", .negation),
            ("5%가 늘었다", "15%가 늘었다", .number), ("공역은 좁습니다.", "우리는 공역이 좁습니다.", .particle),
            ("AI를 인간은 돕는다", "AI는 인간을 돕는다", .particle), ("공역이 좁다.", "우리는 공역이 좁습니다.", .ending),
            ("연구가 됐다고 말했다", "연구가 된다고 말했다", .ending), ("연구가 진척된다", "연구가 진행된다", .word),
            ("It is possible.", "It is impossible.", .negation), ("It isn't possible.", "It is possible.", .negation),
            ("he is now here to stay", "he is nowhere to stay", .negation),
            ("the well known report is out", "the well-known report is out", .hyphenation),
            ("the Report is out", "the report is out", .letterCase),
            ("the report was out", "the report is out", .ending),
            ("five million euros", "about five million dollars", .unit),
            ("five billion euros", "five million euros", .number),
            ("As Mr. Miller told us", "As Mr. Baker told us", .name),
            ("we are in France now", "we are in Spain now", .name),
            ("it costs 10% more", "it costs 10%p more", .unit), ("Should we wait.", "Should we wait?", .punctuation),
            ("딥시크(DeepSeek)의 등장", "딥시크의 등장은", .gloss), ("딥시크의 등장은", "딥시크(DeepSeek)의 등장은", .gloss),
            ("딥시크[의 놀라운] 등장은", "딥시크 등장은", .insertion), ("등장은 기회다(강조는 인용자).", "등장은 기회다.", .emphasisNote),
            ("등장은 [sic] 기회다.", "등장은 기회다.", .sic),
        ])
    func kinds(given: String, printed: String, kind: Difference.Kind) throws {
        let comparison = try compare(given, printed)
        #expect(comparison.differences.map(\.kind).contains(kind), "\(comparison.differences)")
        #expect(comparison.severity == (kind == .punctuation ? .altered : kind.severity))
    }

    @Test(
        "words to the letter differ in nothing, wherever they are cut",
        arguments: ["공역이 좁습니다", "역이 좁", "공역이 좁습니다. 그래서"])
    func same(text: String) throws {
        #expect(try compare(text, "우리는 공역이 좁습니다. 그래서 어렵습니다.").differences.isEmpty)
    }

    @Test(
        "what a mark leaves out is shown, and whether it may turn the meaning",
        arguments: [
            ("데이터가 공개되지 (중략) 많이 있었고", "데이터가 공개되지 않은 점이 많이 있었고", [Difference.Weight.negation]),
            ("데이터가 … 많이 있었고", "데이터가 공개된 점이 많이 있었고", []),
            ("We would . . . seen it", "We would not have seen it", [.negation]),
            (
                "the rules will stay … as they are", "the rules will stay, unless somebody objects, as they are",
                [.condition]
            ),
            ("it cost … to build", "it cost 40 dollars to build", [.number]),
        ])
    func omissions(given: String, printed: String, drops: [Difference.Weight]) throws {
        let difference = try #require(try compare(given, printed).differences.first)
        #expect(difference.kind == .omissionMarked)
        #expect(difference.drops == drops)
        #expect(difference.severity == (drops.isEmpty ? .convention : .meaning))
    }

    @Test("places are UTF-16 units of both", arguments: ["😀 공역이 넓습니다", "😀공역이 넓습니다"])
    func places(text: String) throws {
        let difference = try #require(try compare(text, "그런데 😀 공역이 좁습니다").differences.last)
        #expect(Array(text.utf16)[difference.given].elementsEqual("넓습니다".utf16))
        #expect(Array("그런데 😀 공역이 좁습니다".utf16)[difference.printed].elementsEqual("좁습니다".utf16))
    }

    @Test("the words of two voices are spliced, whether a mark stands between them or not", arguments: [" ", " … "])
    func voices(between: String) throws {
        let comparison = try compare("우리는 연구를 한다.\(between)저는 반대합니다.", "우리는 연구를 한다.", "저는 반대합니다.")
        #expect(comparison.differences.map(\.kind).contains(.splice))
        #expect(comparison.severity == .altered)
    }

    @Test("a running head that was copied is no word of the text")
    func pageBreak() throws {
        var text = PrintedText()
        text.append("우리는 연구를 진행해 왔고 앞으로도 한다.", voice: nil)
        text.furniture = ["제3회 토론회", "- 13 -"]
        let given = GivenQuotation("우리는 연구를 진행해 - 13 - 제3회 토론회 왔고 앞으로도 한다.")
        let comparison = try #require(given.compared(with: text))
        #expect(comparison.differences.map(\.kind) == [.pageBreak])
        #expect(comparison.severity == .harmless && comparison.likeness == 1)
        text.furniture = []
        #expect(try #require(given.compared(with: text)).severity == .meaning)
    }

    @Test(
        "words in quotation marks are somebody else's",
        arguments: [
            ("그는 “규제를 풀겠다. 곧 하겠다”고 했다", "풀겠다. 곧", true), ("그는 “규제를 풀겠다”고 했다", "그는", false),
            ("그는 「‘규제’를 풀겠다」고 했다", "풀겠다", true), ("he said \"we will\" and left", "will", true),
            ("he said \"we will\" and left", "and left", false), ("it's ours, isn't it", "ours", false),
            ("«Nous verrons», dit-il", "verrons", true), ("„Wir sehen“, sagte er", "sehen", true),
            ("그는 “규제”를 풀고 “법”을 고친다", "를 풀고", false), ("책 《규제의 미래》를 썼다", "규제의 미래", false),
        ])
    func inner(text: String, words: String, isInner: Bool) throws {
        let range = try #require(text.range(of: words))
        let start = range.lowerBound.utf16Offset(in: text)
        #expect(InnerQuotation.holds(start..<start + words.utf16.count, in: text) == isInner)
    }

    @Test(
        "no text is a quotation of nothing, and nothing traps",
        arguments: ["", " ", "…", "(중략)", "[", "((((", "“”", "\u{0}", "가[나", "[…] […]"])
    func hostile(text: String) {
        var printed = PrintedText()
        printed.append("가나 다라", voice: nil)
        _ = GivenQuotation(text).compared(with: printed)
        _ = GivenQuotation("가나").compared(with: PrintedText())
        #expect(GivenQuotation(text).wordCount <= 3)
    }
}
