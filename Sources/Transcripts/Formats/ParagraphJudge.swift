/// Where a paragraph of captions ends: sentence ends and pauses decide, and a length that no paragraph passes.
///
/// Speech in captions often has no full stop, so the polite endings of Korean sentences (`-니다`, `-요`) count as weak
/// sentence ends.
struct ParagraphJudge {
    /// The pause after a sentence, in milliseconds, that ends a paragraph.
    static let sentencePause = 1500
    /// The pause, in milliseconds, that ends a paragraph wherever it falls.
    static let longPause = 5000
    /// The length, in characters, from which a paragraph ends with its next sentence.
    static let usualLength = 240
    /// The length, in characters, from which it ends at the next weak end of a sentence.
    static let greatLength = 400
    /// The length, in characters, from which it ends with the next cue.
    static let greatestLength = 1000

    private enum Ending {
        case none, weak, full
    }

    private static let closers: Set<Character> = ["\"", "'", "”", "’", "」", "』", ")", "]", "》", "〉", "♪"]

    /// Whether a paragraph ends after a line.
    ///
    /// - Parameters:
    ///   - line: The last line.
    ///   - length: How many characters the paragraph has.
    ///   - pause: The milliseconds until the next cue begins, where both are timed.
    static func ends(after line: String, length: Int, pause: Int?) -> Bool {
        let pause = pause ?? 0
        if pause >= longPause || length >= greatestLength { return true }
        switch ending(of: line) {
        case .full: return length >= usualLength || pause >= sentencePause
        case .weak: return length >= greatLength || pause >= sentencePause
        case .none: return false
        }
    }

    private static func ending(of line: String) -> Ending {
        var text = line[...]
        while let last = text.last, closers.contains(last) { text = text.dropLast() }
        if let last = text.last, ".?!。？！…".contains(last) { return .full }
        return SentenceWords.politeEnds.match(text, atLeast: 0) ? .weak : .none
    }
}
