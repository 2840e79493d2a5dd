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
        text.withUTF8 { bytes in
            var isInWord = false
            for index in bytes.indices where !Self.isContinuation(bytes[index]) {
                characters += 1
                let isSpace = Self.isSpace(bytes, at: index)
                if !isSpace, !isInWord { words += 1 }
                isInWord = !isSpace
            }
        }
    }

    private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

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
