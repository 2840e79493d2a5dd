import Testing

@testable import KoreanText

@Suite("Text for the search")
struct SearchTextTests {
    private func tokens(_ text: String) -> [String] {
        var tokens: [String] = []
        SearchTokenizer.forEachToken(of: text) { token, isColocated in tokens.append(isColocated ? "=" + token : token)
        }
        return tokens
    }

    @Test(
        "a run gives its pairs, its final syllable and its marked beginning; letters and digits are tokens",
        arguments: [
            ("딥시크", ["딥시", "=^딥시", "시크", "크"]), ("법", ["법", "=^법"]), ("오픈 소스", ["오픈", "=^오픈", "픈", "소스", "=^소스", "스"]),
            ("GPT-4o는", ["gpt", "4", "o", "는", "=^는"]), ("2,000억", ["2000", "억", "=^억"]), ("1,2", ["1", "2"]),
            ("1,234,567", ["1234567"]), ("Ｃａｆé", ["cafe"]), ("C++와 C#", ["c++", "와", "=^와", "c#"]),
            ("딥\u{200B}시", ["딥시", "=^딥시", "시"]),
            ("\u{1103}\u{1175}\u{11B8}\u{1109}\u{1175}", ["딥시", "=^딥시", "시"]), ("ㄷㅅㅋ", ["ㄷㅅㅋ"]), ("", []), ("!?😀", []),
            ("中國", ["中國", "=^中國", "國"]),
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
            ("딥시크", "딥시쿠", 1), ("딥시크", "딥씨크", 1), ("딥시크", "딥시크", 0), ("abcde", "abdce", 1), ("abc", "xyz", nil),
            ("반도체", "반도채", 1),
        ] as [(String, String, Int?)])
    func distance(left: String, right: String, expected: Int?) {
        let found = Jamo.distance(
            Jamo.letters(left.unicodeScalars), Jamo.letters(right.unicodeScalars), atMost: 2)
        #expect(found == expected)
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
}
