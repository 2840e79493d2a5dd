import SeededNumbers

/// Korean-looking sentences, the same for the same seed: words by Zipf's law, nouns with particles, verbs at the end.
struct MadeSentences {
    private static let particles = ["을", "의", "이", "에", "은", "으로", "과", "에서", "도", "", "", "", "까지", "에는", "부터"]
    private static let endings = ["한다", "했다", "하고 있다", "된다", "할 수 있다", "하는 것이다", "합니다", "했습니다"]
    private static let foreign = ["AI", "LLM", "GPU", "OpenAI", "2025년", "3,000억", "10%", "(EU AI Act)"]
    private static let wordCount = 6000

    private var random: Seeded
    private var words: [String] = []

    init(seed: UInt64) {
        random = Seeded(seed)
        let syllables = Array("이다의는에을기가지고하사로도인자서한시대정리어전수나부해일보여동주제과원장성구아은상국들공조유신비라미계학그산만경화물발생물게선면안간중용관세것내업재")
        for _ in 0..<Self.wordCount {
            let length = [2, 2, 2, 3, 3, 4][Int.random(in: 0..<6, using: &random)]
            words.append(
                String((0..<length).map { _ in syllables[Int.random(in: 0..<syllables.count, using: &random)] }))
        }
    }

    /// So many sentences as have at least so many bytes.
    mutating func sentences(bytes: Int) -> [String] {
        var (result, size): ([String], Int) = ([], 0)
        while size < bytes {
            var sentence = ""
            for _ in 0..<Int.random(in: 6...14, using: &random) {
                // The third power of an even number leans to the front as the frequencies of words do.
                let place = Double.random(in: 0..<1, using: &random)
                sentence += words[Int(place * place * place * Double(words.count))] + (pick(Self.particles)) + " "
                if Int.random(in: 0..<15, using: &random) == 0 { sentence += pick(Self.foreign) + " " }
            }
            sentence += words[Int.random(in: 0..<400, using: &random)] + pick(Self.endings) + "."
            size += sentence.utf8.count + 1
            result.append(sentence)
        }
        return result
    }

    private mutating func pick(_ choices: [String]) -> String {
        choices[Int.random(in: 0..<choices.count, using: &random)]
    }
}
