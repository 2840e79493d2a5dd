/// Finds the runs of a text, as ``SearchText`` does, without a string for each.
///
/// Nearly every text is Hangul syllables, ASCII and a few marks, whose bytes need no tables: their runs are handed over where
/// they stand. A text with anything else in it goes through ``SearchText``.
public enum SearchRunScanner {
    /// Hands over the runs of a text in order.
    ///
    /// - Parameters:
    ///   - text: UTF-8, well formed.
    ///   - body: Receives a run's kind and its folded characters in UTF-8, valid for the call only.
    public static func forEachRun(
        of text: UnsafeBufferPointer<UInt8>, _ body: (SearchText.Kind, UnsafeBufferPointer<UInt8>) -> Void
    ) {
        guard isPlain(text) else {
            for run in SearchText(String(decoding: text, as: UTF8.self)).runs {
                var characters = run.text
                characters.withUTF8 { body(run.kind, $0) }
            }
            return
        }
        var scan = Scan(text: text)
        while let run = scan.next() {
            switch run {
            case .syllables(let range): body(.syllable, UnsafeBufferPointer(rebasing: text[range]))
            case .folded(let kind): scan.folded.withUnsafeBufferPointer { body(kind, $0) }
            }
        }
    }

    /// Hands over the runs of a text in order.
    public static func forEachRun(
        of text: String, _ body: (SearchText.Kind, UnsafeBufferPointer<UInt8>) -> Void
    ) {
        var text = text
        text.withUTF8 { forEachRun(of: $0, body) }
    }

    /// Whether every character is one whose kind its bytes tell.
    private static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        while index < text.count {
            guard let width = width(in: text, at: index) else { return false }
            index += width
        }
        return true
    }

    private static func width(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
        let lead = text[index]
        if lead < 0x80 { return 1 }
        if lead == 0xC2, index + 1 < text.count { return text[index + 1] == 0xB7 ? 2 : nil }
        guard lead >= 0xE0, lead < 0xF0, index + 2 < text.count else { return nil }
        let value = scalarValue(text, index)
        switch value {
        // Syllables and Han characters; then quotation marks, dashes, brackets and middle dots, which all separate.
        case 0xAC00...0xD7A3, 0x4E00...0x9FFF, 0x2010...0x2027, 0x3000...0x3003, 0x3008...0x3011, 0xFF65: return 3
        default: return nil
        }
    }

    private static func scalarValue(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt32 {
        UInt32(text[index] & 0x0F) << 12 | UInt32(text[index + 1] & 0x3F) << 6 | UInt32(text[index + 2] & 0x3F)
    }

    private enum Run {
        /// Bytes of the text itself.
        case syllables(Range<Int>)
        /// The folded bytes.
        case folded(SearchText.Kind)
    }

    /// A walk through a plain text.
    private struct Scan {
        let text: UnsafeBufferPointer<UInt8>
        var index = 0
        var folded: [UInt8] = []
        private var followsDigit = false

        init(text: UnsafeBufferPointer<UInt8>) {
            self.text = text
        }

        mutating func next() -> Run? {
            while index < text.count {
                let byte = text[index]
                if byte == UInt8(ascii: "%"), followsDigit {
                    index += 1
                    followsDigit = false
                    folded.removeAll(keepingCapacity: true)
                    folded.append(byte)
                    return .folded(.sign)
                }
                followsDigit = false
                if byte >= 0x80 {
                    guard isSyllable(index) else {
                        index += byte == 0xC2 ? 2 : 3
                        continue
                    }
                    let start = index
                    while index < text.count, isSyllable(index) { index += 3 }
                    return .syllables(start..<index)
                }
                if isLetter(byte) {
                    takeLetters()
                    return .folded(.letter)
                }
                if isDigit(index) {
                    takeDigits()
                    followsDigit = true
                    return .folded(.digit)
                }
                index += 1
            }
            return nil
        }

        /// Letters, with the `#` and `++` that follow one.
        private mutating func takeLetters() {
            folded.removeAll(keepingCapacity: true)
            while index < text.count {
                let byte = text[index]
                if isLetter(byte) {
                    folded.append(byte | 0x20)
                } else if byte == UInt8(ascii: "#") {
                    folded.append(byte)
                } else if byte == UInt8(ascii: "+"), index + 1 < text.count, text[index + 1] == byte {
                    folded += [byte, byte]
                    index += 2
                    while index < text.count, text[index] == byte {
                        folded.append(byte)
                        index += 1
                    }
                    continue
                } else {
                    return
                }
                index += 1
            }
        }

        /// Digits, without the commas that part thousands.
        private mutating func takeDigits() {
            folded.removeAll(keepingCapacity: true)
            while index < text.count {
                if isDigit(index) {
                    folded.append(text[index])
                } else if text[index] != UInt8(ascii: ",") || !isDigit(index + 1) || !isDigit(index + 2)
                    || !isDigit(index + 3) || isDigit(index + 4)
                {
                    return
                }
                index += 1
            }
        }

        private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) && byte < 0x80 }

        private func isDigit(_ index: Int) -> Bool {
            index < text.count && text[index] >= UInt8(ascii: "0") && text[index] <= UInt8(ascii: "9")
        }

        /// Whether a syllable begins here; the other wide characters of a plain text are marks, which begin otherwise.
        private func isSyllable(_ index: Int) -> Bool { text[index] >= 0xE4 && text[index] < 0xEF }
    }
}
