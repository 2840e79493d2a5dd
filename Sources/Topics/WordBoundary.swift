/// Whether a form stands in a text as a word, and not inside another one (`AI` in `MAIN`, `양자` in `양자택일`).
enum WordBoundary {
    /// From so many syllables a form may be the end of a compound (`범용인공지능`); a shorter one is too often a part of
    /// another word (`행정부`).
    static let shortestCompoundEnd = 3

    private enum Script {
        case hangul
        case han
        case word
        case other
    }

    /// From so many letters a form in small letters may have an `s` for a plural; a shorter one is another word with it (`has`).
    static let shortestPlural = 3

    /// Whether both ends of a range are ends of a word.
    static func holds(in text: FoldedText, range: Range<Int>) -> Bool {
        startsWord(text.scalars, range) && endsWord(text, range)
    }

    private static func startsWord(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
        guard range.lowerBound > 0 else { return true }
        switch (script(text[range.lowerBound - 1]), script(text[range.lowerBound])) {
        case (.hangul, .hangul):
            return text[range].prefix { script($0) == .hangul }.count >= shortestCompoundEnd
        case (.word, .word), (.han, .han): return false
        default: return true
        }
    }

    private static func endsWord(_ folded: FoldedText, _ range: Range<Int>) -> Bool {
        let text = folded.scalars
        guard range.upperBound < text.count, let last = text[range].last else { return true }
        switch (script(last), script(text[range.upperBound])) {
        case (.hangul, .hangul):
            return WordTail.accepts(text[range.upperBound...].prefix { script($0) == .hangul })
        case (.word, .word):
            // An English plural is the same word.
            let next = range.upperBound + 1
            guard text[range.upperBound] == "s", next == text.count || script(text[next]) != .word else { return false }
            return text[range].reversed().prefix { script($0) == .word }.count >= shortestPlural
                || folded.original[range.upperBound - 1] != last
        case (.han, .han): return false
        default: return true
        }
    }

    private static func script(_ scalar: Unicode.Scalar) -> Script {
        switch scalar.value {
        case 0xAC00...0xD7A3, 0x1100...0x11FF, 0x3130...0x318F: .hangul
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF: .han
        case 0x30...0x39, 0x61...0x7A: .word
        case 0..<0x80: .other
        default: scalar.properties.isAlphabetic ? .word : .other
        }
    }
}
