import KoreanText
import Testing

@testable import ForumStore

@Suite("The words that a store knows")
struct WordTallyTests {
    /// The words of passages with the passages that hold each.
    private func words(
        _ texts: [String], names: [String] = [], mostOfHangul limit: Int = WordTally.mostWords
    ) -> [String: Int] {
        let tokenizer = CountingTokenizer()
        tokenizer.isCounting = true
        for text in texts {
            tokenizer.words.beginPassage()
            var text = text
            text.withUTF8 { tokenizer.forEachToken(of: $0) { _ in } }
        }
        for name in names { tokenizer.words.add(name: name) }
        let words = tokenizer.words.words(mostOfHangul: limit)
        return Dictionary(uniqueKeysWithValues: (0..<words.count).map { (words.text($0), words.passages($0)) })
    }

    @Test("a passage counts once for a word, in whatever forms it holds it")
    func passages() {
        #expect(words(["규제를 푼다. 규제가 많다."])["규제"] == 1)
        #expect(words(["규제를 푼다. 규제가 많다.", "규제는 규제다. 규제를 규제를", "법"])["규제"] == 2)
        #expect(words(["GPT GPT gpt", "GPT"])["gpt"] == 2)
    }

    @Test("a name that no passage holds is known, and stands in none")
    func names() {
        let words = words(["김하나가 말한다."], names: ["김하나", "이두리"])
        #expect(words["김하나"] == 1 && words["이두리"] == 0)
    }

    @Test("the rarest words of Hangul go first, those of equal number by their keys; foreign words stay")
    func mostWords() {
        let texts = ["나라 다리 마차 GPT", "나라 다리 AI", "나라 2025"]
        #expect(words(texts, mostOfHangul: 3) == ["나라": 3, "다리": 2, "마차": 1, "gpt": 1, "ai": 1, "2025": 1])
        #expect(words(texts, mostOfHangul: 2) == ["나라": 3, "다리": 2, "gpt": 1, "ai": 1, "2025": 1])
        #expect(words(["나라 다리 마차"], mostOfHangul: 2).keys.sorted() == ["나라", "다리"])
        #expect(words(["나라 다리 마차"], mostOfHangul: 0).isEmpty)
        // A name that nobody says is worth as much as a word that one passage holds.
        #expect(words(["나라 나라"], names: ["가온"], mostOfHangul: 1) == ["가온": 0])
    }

    @Test("a run of Hangul is remembered up to its limit")
    func longestWord() {
        let syllables = WordTally.longestWord / 3
        #expect(words([String(repeating: "가", count: syllables)]).count == 1)
        #expect(words([String(repeating: "가", count: syllables + 1)]).isEmpty)
    }

    @Test("words of one passage are told apart while the table grows")
    func growing() {
        let numbers = (10_000..<30_000).map(String.init)
        let text = numbers.joined(separator: " ")
        let counted = words([text + " " + text, text, "10000"])
        #expect(counted.count == numbers.count)
        #expect(numbers.allSatisfy { counted[$0] == ($0 == "10000" ? 3 : 2) })
    }
}
