import SeededNumbers
import Testing

@testable import KoreanText

@Suite("Text for the search")
struct SearchTextTests {
    private func tokens(_ text: String) -> [String] {
        var tokens: [String] = []
        var text = text
        text.withUTF8 { bytes in
            SearchTokenizer.forEachToken(of: bytes) { tokens.append(String(decoding: $0, as: UTF8.self)) }
        }
        return tokens
    }

    @Test("runs of plain text are what they are by the tables", arguments: 1...40)
    func runs(seed: UInt64) {
        var random = Seeded(seed)
        let pieces = [
            "딥시크", "모델을", "中國", "GPT", "C++", "+", "++", "+++", "#", "c", "2,000", "1,23", ",", "7", "%", " ", " ", ".",
            "·",
            "“",
            "－", "\u{200B}", "é", "\u{301}", "①", "ㄷ", "\u{1103}\u{1175}", "、", "･", "😀", "\u{0}", "ﬁ", "㈜", "々",
        ]
        // Most texts are plain, and one rare character makes a text that is not.
        let plain = Array(pieces.prefix(20))
        for _ in 0..<60 {
            let from = Bool.random(using: &random) ? plain : pieces
            let text = (0..<Int.random(in: 0...12, using: &random))
                .map { _ in from.randomElement(using: &random) ?? "" }.joined()
            var found: [SearchText.Run] = []
            SearchRunScanner.forEachRun(of: text) { kind, run in
                found.append(
                    SearchText.Run(kind: kind, scalars: Array(String(decoding: run, as: UTF8.self).unicodeScalars)))
            }
            #expect(found == SearchText(text).runs, "seed \(seed): '\(text)'")
        }
    }

    @Test(
        "a run gives its pairs, the first marked, and its final syllable; letters, digits and signs are tokens",
        arguments: [
            ("딥시크", ["^딥시", "시크", "크"]), ("법", ["^법"]), ("오픈 소스", ["^오픈", "픈", "^소스", "스"]),
            ("GPT-4o는", ["gpt", "4", "o", "^는"]), ("2,000억", ["2000", "^억"]), ("1,2", ["1", "2"]),
            ("1,234,567", ["1234567"]), ("Ｃａｆé", ["cafe"]), ("C++와 C#", ["c++", "^와", "c#"]),
            ("딥\u{200B}시", ["^딥시", "시"]), ("10%p 50 %", ["10", "%", "p", "50"]), ("７％", ["7", "%"]),
            ("\u{1103}\u{1175}\u{11B8}\u{1109}\u{1175}", ["^딥시", "시"]), ("ㄷㅅㅋ", ["ㄷㅅㅋ"]), ("", []), ("!?😀%", []),
            ("中國", ["^中國", "國"]),
        ])
    func tokens(text: String, expected: [String]) {
        #expect(tokens(text) == expected)
    }

    @Test("places are UTF-16 units of the text")
    func places() {
        let units = SearchText("😀 딥A").units.filter { $0.kind != .gap }
        #expect(units.map(\.start) == [3, 4] && units.map(\.end) == [4, 5])
    }

    @Test(
        "a particle or an ending comes off once, where it agrees and two syllables stay",
        arguments: [
            ("딥시크가", "딥시크"), ("딥시크는", "딥시크"), ("반도체를", "반도체"), ("미국에서", "미국"), ("국가", nil), ("개발하는", "개발"),
            ("혁신적인", "혁신"), ("재평가", nil), ("서울로", "서울"), ("기술으로", "기술"), ("효과", nil), ("모델에서도", "모델"),
        ] as [(String, String?)])
    func stems(word: String, stem: String?) {
        #expect(SearchStem.of(Array(word.unicodeScalars)).map { SearchText.string($0) } == stem)
    }

    @Test(
        "English words share a beginning",
        arguments: [("models", "model"), ("learning", "learn"), ("class", nil), ("ai", nil), ("studies", "stud")]
            as [(String, String?)])
    func english(word: String, stem: String?) {
        #expect(SearchStem.english(word) == stem)
    }

    @Test(
        "quotes, exclusion and every other mark",
        arguments: [
            ("딥시크 모델", ["딥시크", "모델"], []), ("\"오픈 소스\" -중국", ["오픈소스"], ["중국"]), ("-", [], []), ("\"", [], []),
            ("-\"한국 기업\" 미국", ["미국"], ["한국기업"]), ("a\" OR b*", ["a", "or", "b"], []),
            ("NEAR(a b)", ["neara", "b"], []),
            ("미-중 --x", ["미중"], ["x"]), ("“따옴표 안” 밖", ["따옴표안", "밖"], []),
        ] as [(String, [String], [String])])
    func words(query: String, wanted: [String], excluded: [String]) {
        let words = SearchWords(query)
        #expect(words.wanted.map(\.squeezed) == wanted)
        #expect(words.excluded.map(\.squeezed) == excluded)
    }

    @Test(
        "letters, initials and the English layout",
        arguments: [
            ("딥시크", "ㄷㅅㅋ", "elqtlzm"), ("인공지능", "ㅇㄱㅈㄴ", "dlsrhdwlsmd"), ("값이", "ㄱㅇ", "rkqtdl"),
            ("관광", "ㄱㄱ", "rhksrhkd"),
        ])
    func letters(word: String, initials: String, typed: String) {
        #expect(SearchText.string(Jamo.initials(of: word.unicodeScalars)) == initials)
        #expect(Jamo.typedInEnglish(Array(typed.unicodeScalars)) == word)
        #expect(Jamo.typedInEnglish(Array("hello".unicodeScalars)) == nil)
    }

    @Test(
        "the distance counts letters put in, left out, replaced and swapped",
        arguments: [
            ("딥시크", "딥시쿠", 1), ("딥시크", "딥씨크", 1), ("딥시크", "딥시크", 0), ("abcde", "abdce", 1), ("abc", "xyz", 3),
            ("반도체", "반도채", 1), ("a", "", 1),
        ] as [(String, String, Int)])
    func distance(left: String, right: String, expected: Int) throws {
        let measure = try #require(SpellingDistance(from: KeyBytes.letters(Array(left.unicodeScalars))))
        var found = measure.count
        measure.forEachBeginning(of: KeyBytes.letters(Array(right.unicodeScalars))) { found = $1 }
        #expect(found == expected)
    }

    @Test("the distance is what counting letter by letter gives", arguments: 1...20)
    func distanceByTable(seed: UInt64) throws {
        var random = Seeded(seed)
        let word = { (random: inout Seeded) -> [UInt8] in
            (0..<Int.random(in: 1...SpellingDistance.longest, using: &random)).map { _ in
                UInt8.random(in: 97...99, using: &random)
            }
        }
        let (left, right) = (word(&random), word(&random))
        var table = [Array(0...right.count)]
        for (row, letter) in left.enumerated() {
            table.append([row + 1])
            for (column, other) in right.enumerated() {
                var cost = min(
                    table[row][column + 1] + 1, table[row + 1][column] + 1,
                    table[row][column] + (letter == other ? 0 : 1))
                if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
                    cost = min(cost, table[row - 1][column - 1] + 1)
                }
                table[row + 1].append(cost)
            }
        }
        try #require(SpellingDistance(from: left)).forEachBeginning(of: right) { letters, distance in
            #expect(distance == table[left.count][letters], "seed \(seed)")
        }
        #expect(SpellingDistance(from: []) == nil)
        #expect(SpellingDistance(from: Array(repeating: 97, count: SpellingDistance.longest + 1)) == nil)
    }

    @Test(
        "keys stand for what is typed, and half a syllable begins like the whole",
        arguments: [("딥ㅅ", "딥시크"), ("딦", "딥시크"), ("고", "과학"), ("gp", "gpt"), ("", "가")])
    func keys(typed: String, word: String) {
        let keys = KeyBytes.keystrokes(Array(word.unicodeScalars))
        #expect(keys == Array(word.utf8).withUnsafeBufferPointer { KeyBytes.keystrokes($0) })
        #expect(keys.starts(with: KeyBytes.keystrokes(Array(typed.unicodeScalars))))
        let letters = Jamo.keystrokes(word.unicodeScalars)
        #expect(
            keys == letters.map { UInt8($0.value < 0x80 ? $0.value : UInt32(KeyBytes.firstLetter) + $0.value - 0x3131) }
        )
    }

    @Test(
        "the text's own pairs of forms",
        arguments: [
            ("중국 딥시크(DeepSeek)가", [["딥시크", "DeepSeek"]]), ("대형 언어 모델(LLM)을", [["대형 언어 모델", "LLM"]]),
            ("샘 알트먼(Sam Altman)", [["샘 알트먼", "Sam Altman"]]), ("그래픽처리장치(GPU)", [["그래픽처리장치", "GPU"]]), ("모델(LLM)", []),
            ("회의(2024)", []), ("열린(open", []), ("(AI)", []),
        ] as [(String, [[String]])])
    func pairs(text: String, expected: [[String]]) {
        #expect(AliasPair.all(in: text).map { [$0.form, $0.alternative] } == expected)
    }

    @Test(
        "a phrase is held by tokens one after another, the last of which may go on",
        arguments: [
            ("인공지능 법을 만든다", true), ("인공지능 기본법", false), ("범용인공지능 법", true), ("인공지능의 법", false), ("인공 지능 법", false),
            ("법 인공지능", false), ("", false),
        ])
    func heldPhrase(_ text: String, isHeld: Bool) throws {
        let run = SearchText.Run(kind: .syllable, scalars: Array("인공지능법".unicodeScalars))
        let phrases = SearchPhrase.splits(of: run).filter { $0.tokens.last == "^법" && $0.tokens.count == 5 }
        #expect(phrases.count == 2)
        let tokens = SearchTokenizer.tokens(of: text)
        #expect(phrases.contains { $0.isHeld(by: tokens) } == isHeld)
        for phrase in phrases {
            let wider = try #require(phrase.wider)
            #expect(wider.tokens == phrase.tokens.dropLast() && !wider.endsInPrefix && wider.wider == nil)
        }
    }
}
