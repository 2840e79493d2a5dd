/// Korean particles: the words that follow a noun without a space, some in two forms by the sound before them.
public enum Particle {
    /// Whether a word is a particle or an ending that follows a foreign word at once (`는`, `에서`, `입니다`).
    public static func follows(_ word: String) -> Bool { follows(ShortWord(word.unicodeScalars)) }

    /// Whether a word is a particle or an ending that follows a foreign word at once.
    static func follows(_ word: ShortWord) -> Bool {
        invariable.contains(word) || afterConsonant.contains(word) || afterVowel.contains(word)
            || endings.contains(word)
    }

    private static let endings: Set<ShortWord> = [
        "입니다", "이고", "이고요", "이며", "인데", "인데요", "이다", "이라", "이랑", "랑", "하고", "하는", "한", "하면", "이에요", "예요", "들", "인",
        "라도", "으로도",
        "로도", "에다", "에다가", "에서의", "이라는", "처럼은", "까지는", "이든", "든", "이면", "면", "한테", "님", "씨", "형", "식", "적", "용",
    ]

    private static let invariable: Set<ShortWord> = [
        "의", "에", "에서", "에게", "에는", "에도", "에서는", "에서도", "까지", "부터", "도", "만", "보다", "처럼", "들이", "들은",
        "들을", "들의", "들도",
    ]
    private static let afterConsonant: Set<ShortWord> = [
        "은", "이", "을", "과", "으로", "으로는", "이라는", "이라고", "이나", "이란",
    ]
    private static let afterVowel: Set<ShortWord> = ["는", "가", "를", "와", "로", "로는", "라는", "라고", "나", "란"]
}
