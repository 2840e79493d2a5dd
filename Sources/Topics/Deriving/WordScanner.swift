import KoreanText

/// Takes a text apart into words: runs of letters, syllables and digits with no space between.
///
/// White space parts words and lets a term go on; every other mark ends a phrase, and with it a term.
enum WordScanner {
    private enum Class {
        case hangul, letter, digit, space, joiner, suffix, mark

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
            let found = classOf(value)
            var isInside = found == .hangul || found == .letter || found == .digit
            if start != nil, !isInside, last == .letter || last == .digit {
                let next = index + width
                // `GPT-4`, `Node.js`, `R&D`; `C++`, `C#`.
                switch found {
                case .joiner: isInside = next < text.count && text[next] < 0x80 && classOf(UInt32(text[next])).isLatin
                case .suffix:
                    isInside =
                        last == .letter && (next == text.count || !classOf(scalar(in: text, at: next).value).isLatin)
                default: break
                }
            }
            if isInside {
                start = start ?? index
                if found != .suffix { last = found }
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

    private static func classOf(_ value: UInt32) -> Class {
        switch value {
        case 0xAC00...0xD7A3: .hangul
        case 0x61...0x7A, 0x41...0x5A: .letter
        case 0x30...0x39: .digit
        case 0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x3000: .space
        case 0x2D, 0x2E, 0x26, 0x5F, 0x27: .joiner
        case 0x2B, 0x23: .suffix
        case 0xC0...0x24F where value != 0xD7 && value != 0xF7: .letter
        case 0x370...0x52F, 0x3040...0x30FA, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF: .letter
        default: .mark
        }
    }
}
