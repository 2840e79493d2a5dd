import KoreanText

/// Takes a text apart into words: runs of letters, syllables and digits with no space between.
///
/// White space parts words and lets a term go on; every other mark ends a phrase, and with it a term.
enum WordScanner {
    private enum Class {
        case hangul, letter, digit, space, joiner, apostrophe, suffix, mark

        var isLatin: Bool { self == .letter || self == .digit }
    }

    /// Hands over the words of a text in order.
    ///
    /// - Parameters:
    ///   - text: UTF-8, well formed, in NFC.
    ///   - body: Receives where a word stands and whether a phrase begins with it.
    static func forEachWord(
        in text: UnsafeBufferPointer<UInt8>, _ body: (_ range: Range<Int>, _ beginsPhrase: Bool) -> Void
    ) {
        var index = 0
        var start: Int?
        var last = Class.mark
        var beginsPhrase = true
        while index < text.count {
            let (value, width) = scalar(in: text, at: index)
            var found = classOf(value)
            var isInside = found == .hangul || found == .letter || found == .digit
            if start != nil, !isInside, last == .letter || last == .digit {
                let next = index + width
                // `GPT-4`, `Node.js`, `R&D`; `C++`, `C#`; `don't`, `м'яч`.
                switch found {
                case .apostrophe where next < text.count && classOf(scalar(in: text, at: next).value) == .letter:
                    isInside = !elides(text, start ?? index, index, next)
                    // `l'eau` is two words of one phrase.
                    if !isInside { found = .space }
                case .joiner: isInside = next < text.count && text[next] < 0x80 && classOf(UInt32(text[next])).isLatin
                case .suffix:
                    isInside =
                        last == .letter && (next == text.count || !classOf(scalar(in: text, at: next).value).isLatin)
                default: break
                }
            }
            if isInside {
                start = start ?? index
                if found != .suffix, found != .apostrophe { last = found }
            } else {
                if let begin = start {
                    body(begin..<index, beginsPhrase)
                    beginsPhrase = false
                    start = nil
                }
                if found != .space { beginsPhrase = true }
                last = .mark
            }
            index += width
        }
        if let begin = start { body(begin..<text.count, beginsPhrase) }
    }

    /// The scalar that begins at a byte, and its width; U+FFFD where the text is cut off.
    static func scalar(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> (value: UInt32, width: Int) {
        text.scalarValue(at: index, before: text.count) ?? (0xFFFD, 1)
    }

    /// Up to so many letters before an apostrophe are a word that lost its end, where a longer one follows: `l'eau`, `qu'elle`.
    private static let longestElided = 2

    /// Whether an apostrophe parts a shortened word from the one that it leans on, in Latin letters.
    private static func elides(
        _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ apostrophe: Int, _ next: Int
    ) -> Bool {
        guard apostrophe - start <= longestElided, text[start] < 0x80 else { return false }
        var index = next
        var letters = 0
        while index < text.count, letters <= longestElided {
            let (value, width) = scalar(in: text, at: index)
            guard classOf(value) == .letter else { break }
            letters += 1
            index += width
        }
        return letters > longestElided
    }

    private static func classOf(_ value: UInt32) -> Class {
        switch value {
        case 0xAC00...0xD7A3: .hangul
        case 0x61...0x7A, 0x41...0x5A: .letter
        case 0x30...0x39: .digit
        case 0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x3000: .space
        case 0x2D, 0x2E, 0x26, 0x5F: .joiner
        case 0x27, 0x2019, 0x2BC: .apostrophe
        case 0x2B, 0x23: .suffix
        case 0xC0...0x24F where value != 0xD7 && value != 0xF7: .letter
        case 0x370...0x52F, 0x3040...0x30FA, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF: .letter
        default: .mark
        }
    }
}
