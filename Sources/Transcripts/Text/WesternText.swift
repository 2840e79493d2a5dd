/// Text in CP1252, or in its part ISO 8859-1, which any bytes look like: it is believed only where they read as a western language.
enum WesternText {
    /// The share of letters beyond ASCII above which the text is of another code page.
    static let greatestShare = 0.25
    /// The most letters beyond ASCII that follow one another in a word.
    static let longestRun = 3
    /// How many bytes beyond ASCII there have to be for each whole character of UTF-8 among them: else it is broken UTF-8.
    static let strayForEachWhole = 10

    /// The scalars of 0x80 to 0x9F; 0 where CP1252 has none.
    private static let upper: [UInt16] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
        0x0178,
    ]

    /// The text of bytes of which one is not UTF-8, or `nil` where they are no such text.
    static func decode(_ bytes: [UInt8], from bad: Int) -> DecodedText? {
        guard isPlausible(bytes), let character = scalar(bytes[bad]) else { return nil }
        var utf8: [UInt8] = []
        utf8.reserveCapacity(bytes.count + bytes.count / 8)
        var isLatin1 = true
        for byte in bytes {
            guard byte >= 0x80 else {
                utf8.append(byte)
                continue
            }
            guard let scalar = scalar(byte) else { return nil }
            if byte < 0xA0 { isLatin1 = false }
            utf8.append(contentsOf: Array(String(scalar).utf8))
        }
        let line = Manuscript.lineCount(utf8: Array(bytes[...bad]))
        return DecodedText(
            utf8: utf8, encoding: isLatin1 ? "ISO-8859-1" : "CP1252", hadByteOrderMark: false,
            guess: DecodedText.Guess(byte: bytes[bad], offset: bad, character: Character(character), line: line))
    }

    private static func scalar(_ byte: UInt8) -> Unicode.Scalar? {
        guard (0x80..<0xA0).contains(byte) else { return Unicode.Scalar(byte) }
        let value = upper[Int(byte) - 0x80]
        return value == 0 ? nil : Unicode.Scalar(UInt32(value))
    }

    /// Whether bytes read as a western text: few letters with accents, no long runs of them, no controls, no broken UTF-8.
    private static func isPlausible(_ bytes: [UInt8]) -> Bool {
        var (plain, accented, run, longest) = (0, 0, 0, 0)
        var (whole, stray) = (0, 0)
        bytes.withUnsafeBufferPointer { bytes in
            var wholeEnd = 0
            for (index, byte) in bytes.enumerated() {
                let isLetter = (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A && byte < 0x80
                if isLetter { plain += 1 }
                if byte >= 0xC0 {
                    accented += 1
                    run += 1
                    longest = max(longest, run)
                } else {
                    run = 0
                }
                if byte < 0x20, byte < 0x09 || byte > 0x0D { longest = .max }
                guard byte >= 0x80, index >= wholeEnd else { continue }
                if let length = TextDecoder.length(at: index, in: bytes) {
                    whole += 1
                    wholeEnd = index + length
                } else {
                    stray += 1
                }
            }
        }
        return longest <= longestRun && Double(accented) <= Double(plain + accented) * greatestShare && plain > 0
            && whole * strayForEachWhole <= stray
    }
}
