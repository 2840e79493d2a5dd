import KoreanText

/// What the words after a label say about whether somebody speaks them.
struct SpeechEvidence {
    /// Whether they look like what people say: I, we, you, a greeting, a polite ending.
    var isSpeech = false
    /// Whether the first sentence is a question.
    var isQuestion = false

    /// How many words are looked at.
    static let mostWords = 24

    init(_ text: String, _ words: TurnWords) { self.init(text[...], words) }

    init(_ text: Substring, _ words: TurnWords) {
        var count = 0
        var rest = text.utf8.drop { $0 == 0x20 }
        while !rest.isEmpty, count < Self.mostWords {
            let part = rest.prefix { $0 != 0x20 }
            rest = rest[part.endIndex...].drop { $0 == 0x20 }
            count += 1
            let (bare, mark) = Self.parted(Substring(part))
            if mark == "?" || mark == "？" {
                isQuestion = true
                isSpeech = true
            }
            if isSpeech {
                if isQuestion { return }
                // Only a question could still be found.
                continue
            }
            guard let last = bare.unicodeScalars.last else { continue }
            if last.value < 0x2000 {
                isSpeech = count <= Self.mostWords / 2 && words.isOne(bare, .speech)
            } else if words.endsSpeech(bare) {
                isSpeech = mark != nil || Hangul.isSyllable(last) && bare.unicodeScalars.count > 2
            }
        }
    }

    /// Whether a text is in a language whose speech is known: words that link others stand in it, or it is in Hangul, Kana or Han.
    static func isFamiliar(_ text: Substring, _ words: TurnWords) -> Bool {
        let kinds: [TurnWords.Kind] = [.function, .link, .article, .pronoun, .speech]
        return text.words.prefix(mostWords).contains { word in
            word.unicodeScalars.contains { $0.value >= 0x3040 } || kinds.contains { words.isOne(word, $0) }
        }
    }

    private static let marks: ScalarSet = ".,?!。、？！…\"'”’)]:;"
    private static let ends: ScalarSet = ".?!。？！…"
    private static let openings: ScalarSet = "\"'“‘([¡¿"
    private static let hanEnds: ScalarSet = "。？！"
    /// The most scalars of a word that are looked at, and the longest that is no sentence of its own.
    private static let mostScalars = 64, longestWord = 8

    /// A word without the marks around it, and the last of those behind it.
    private static func parted(_ word: Substring) -> (bare: Substring, mark: Unicode.Scalar?) {
        var scalars = word.unicodeScalars
        if word.utf8.count > mostScalars { scalars = scalars.prefix(mostScalars) }
        var mark: Unicode.Scalar?
        while let last = scalars.last, marks.contains(last) {
            if ends.contains(last) { mark = mark == "?" ? mark : last }
            scalars.removeLast()
        }
        while let first = scalars.first, openings.contains(first) { scalars.removeFirst() }
        // Chinese and Japanese have no blanks: the mark ends the first sentence within the word.
        if word.utf8.count > longestWord, scalars.count > longestWord,
            let end = scalars.firstIndex(where: hanEnds.contains)
        {
            mark = scalars[end]
            scalars = scalars[..<end]
        }
        return (Substring(scalars), mark)
    }
}
