import KoreanText

/// What the words after a label say about whether somebody speaks them.
struct SpeechEvidence {
    /// Whether they look like what people say: I, we, you, a greeting, a polite ending.
    var isSpeech = false
    /// Whether the first sentence is a question.
    var isQuestion = false

    /// How many words are looked at.
    static let mostWords = 24

    init(_ text: some StringProtocol, _ words: TurnWords) {
        var count = 0
        for word in text.split(separator: " ", maxSplits: Self.mostWords, omittingEmptySubsequences: true) {
            count += 1
            guard count <= Self.mostWords else { break }
            let (bare, mark) = Self.parted(word)
            if let mark, mark == "?" || mark == "？" {
                isQuestion = true
                isSpeech = true
            }
            guard let last = bare.unicodeScalars.last else { continue }
            if last.value < 0x2000 {
                if count <= Self.mostWords / 2, words.isOne(bare, .speech) { isSpeech = true }
            } else if words.endsSpeech(bare), mark != nil || Hangul.isSyllable(last) && bare.unicodeScalars.count > 2 {
                isSpeech = true
            }
            if isSpeech, isQuestion { return }
        }
    }

    /// A word without the marks around it, and the last of those behind it.
    private static func parted(_ word: some StringProtocol) -> (bare: String, mark: Unicode.Scalar?) {
        var scalars = word.unicodeScalars.prefix(64)[...]
        var mark: Unicode.Scalar?
        while let last = scalars.last, ".,?!。、？！…\"'”’)]:;".unicodeScalars.contains(last) {
            if ".?!。？！…".unicodeScalars.contains(last) { mark = mark == "?" ? mark : last }
            scalars = scalars.dropLast()
        }
        while let first = scalars.first, "\"'“‘([¡¿".unicodeScalars.contains(first) { scalars = scalars.dropFirst() }
        // Chinese and Japanese have no blanks: the mark ends the first sentence within the word.
        if scalars.count > 8, let end = scalars.firstIndex(where: { "。？！".unicodeScalars.contains($0) }) {
            mark = scalars[end]
            scalars = scalars[..<end]
        }
        return (String(String.UnicodeScalarView(scalars)), mark)
    }
}
