/// Hangul taken apart into the letters that it is typed with.
public enum Jamo {
    /// The letters of a text: initials, vowels and finals as compatibility jamo, everything else as it stands.
    public static func letters(_ text: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
        text.flatMap { scalar -> [Unicode.Scalar] in
            guard Hangul.isSyllable(scalar) else { return [scalar] }
            let index = Int(scalar.value - 0xAC00)
            var letters = [initials[index / 588], vowels[index / 28 % 21]]
            if index % 28 > 0 { letters.append(finals[index % 28 - 1]) }
            return letters
        }
    }

    /// The keys that a text is typed with: its letters, double vowels and finals taken apart (`과` as ㄱㅗㅏ).
    ///
    /// ``KeyBytes`` has them as bytes, in the order of words; a test holds one to the other.
    /// What is half typed then begins like what it will be: `딦` on the way to `딥시`, `고` on the way to `과`.
    public static func keystrokes(_ text: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
        letters(text).flatMap { parts[$0] ?? [$0] }
    }

    /// The initials of the syllables (`ㄷㅅㅋ` for 딥시크), everything else as it stands.
    public static func initials(of text: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
        text.map { Hangul.isSyllable($0) ? initials[Int($0.value - 0xAC00) / 588] : $0 }
    }

    /// Whether a text is made of initials alone.
    public static func areInitials(_ text: some Collection<Unicode.Scalar>) -> Bool {
        !text.isEmpty && text.allSatisfy(initials.contains)
    }

    /// What a text typed on an English layout would be on the Korean one (`elqtlzm` is 딥시크), or `nil` where it is no
    /// Hangul.
    public static func typedInEnglish(_ text: some Collection<Unicode.Scalar>) -> String? {
        let letters = text.compactMap { keys[$0] }
        guard letters.count == text.count else { return nil }
        var result: [Unicode.Scalar] = []
        var rest = letters[...]
        while let initial = rest.popFirst() {
            guard let initialIndex = initials.firstIndex(of: initial), let vowel = takeVowel(&rest) else { return nil }
            let final = takeFinal(&rest)
            let value = 0xAC00 + (initialIndex * 21 + vowel) * 28 + final
            guard let syllable = Unicode.Scalar(UInt32(value)) else { return nil }
            result.append(syllable)
        }
        return result.isEmpty ? nil : SearchText.string(result)
    }

    private static func takeVowel(_ rest: inout ArraySlice<Unicode.Scalar>) -> Int? {
        guard let first = rest.first, let index = vowels.firstIndex(of: first) else { return nil }
        rest.removeFirst()
        if let second = rest.first, let joined = joinedVowels[[first, second]] {
            rest.removeFirst()
            return vowels.firstIndex(of: joined)
        }
        return index
    }

    /// A consonant ends the syllable unless a vowel follows it: then it begins the next one.
    private static func takeFinal(_ rest: inout ArraySlice<Unicode.Scalar>) -> Int {
        let isInitial = { (letters: ArraySlice<Unicode.Scalar>) in
            letters.dropFirst().first.map(vowels.contains) ?? false
        }
        guard let first = rest.first, let index = finals.firstIndex(of: first), !isInitial(rest) else { return 0 }
        rest.removeFirst()
        if let second = rest.first, let joined = joinedFinals[[first, second]], !isInitial(rest),
            let joinedIndex = finals.firstIndex(of: joined)
        {
            rest.removeFirst()
            return joinedIndex + 1
        }
        return index + 1
    }

    static let initials = Array("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ".unicodeScalars)
    static let vowels = Array("ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ".unicodeScalars)
    static let finals = Array("ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ".unicodeScalars)

    /// The two-beolsik layout; upper-case letters arrive folded, so its doubled consonants cannot be told.
    private static let keys = Dictionary(
        uniqueKeysWithValues: zip(
            "qwertyuiopasdfghjklzxcvbnm".unicodeScalars, "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ".unicodeScalars))

    private static let joinedVowels: [[Unicode.Scalar]: Unicode.Scalar] = [
        ["ㅗ", "ㅏ"]: "ㅘ", ["ㅗ", "ㅐ"]: "ㅙ", ["ㅗ", "ㅣ"]: "ㅚ", ["ㅜ", "ㅓ"]: "ㅝ", ["ㅜ", "ㅔ"]: "ㅞ", ["ㅜ", "ㅣ"]: "ㅟ",
        ["ㅡ", "ㅣ"]: "ㅢ",
    ]
    /// The parts of what is joined of two letters.
    static let parts = Dictionary(
        (joinedVowels.map { ($0.value, $0.key) } + joinedFinals.map { ($0.value, $0.key) }),
        uniquingKeysWith: { first, _ in first })

    private static let joinedFinals: [[Unicode.Scalar]: Unicode.Scalar] = [
        ["ㄱ", "ㅅ"]: "ㄳ", ["ㄴ", "ㅈ"]: "ㄵ", ["ㄴ", "ㅎ"]: "ㄶ", ["ㄹ", "ㄱ"]: "ㄺ", ["ㄹ", "ㅁ"]: "ㄻ", ["ㄹ", "ㅂ"]: "ㄼ",
        ["ㄹ", "ㅅ"]: "ㄽ", ["ㄹ", "ㅌ"]: "ㄾ", ["ㄹ", "ㅍ"]: "ㄿ", ["ㄹ", "ㅎ"]: "ㅀ", ["ㅂ", "ㅅ"]: "ㅄ",
    ]
}
