/// How long a text is, in the units that the API counts.
struct TextMeasure: Equatable {
    /// How many characters of running text are read in a minute: an unhurried adult reading Korean prose.
    static let charactersPerMinute = 500

    /// The Unicode scalar values.
    private(set) var characters = 0
    /// The words, parted by white space.
    private(set) var words = 0

    init() {}

    init(_ text: String) {
        var text = text
        (characters, words) = text.withUTF8 { bytes in
            var (characters, words, index, isInWord) = (0, 0, 0, false)
            while index < bytes.count {
                let isSpace = Self.isSpace(bytes, at: index)
                characters += 1
                if !isSpace, !isInWord { words += 1 }
                isInWord = !isSpace
                index += UTF8.width(startingWith: bytes[index])
            }
            return (characters, words)
        }
    }

    /// The Unicode scalar values of a text whose words do not count.
    static func characters(of text: String) -> Int {
        var text = text
        return text.withUTF8 { bytes in
            var count = 0
            for byte in bytes where byte & 0xC0 != 0x80 { count += 1 }
            return count
        }
    }

    /// Whether the character that begins here has the property White_Space (Unicode 16, PropList.txt), told by its bytes.
    private static func isSpace(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        switch bytes[index] {
        case 0x20, 0x09...0x0D: return true
        case 0xC2: return index + 1 < bytes.count && (bytes[index + 1] == 0x85 || bytes[index + 1] == 0xA0)
        case 0xE1, 0xE2, 0xE3:
            guard index + 2 < bytes.count else { return false }
            switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
            case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF),
                (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
                return true
            default: return false
            }
        default: return false
        }
    }

    /// The minutes of reading, rounded up.
    var readingMinutes: Int {
        (characters + Self.charactersPerMinute - 1) / Self.charactersPerMinute
    }

    static func += (left: inout Self, right: Self) {
        left.characters += right.characters
        left.words += right.words
    }
}
