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
        var isInWord = false
        for scalar in text.unicodeScalars {
            characters += 1
            let isSpace = Self.isSpace(scalar)
            if !isSpace, !isInWord { words += 1 }
            isInWord = !isSpace
        }
    }

    /// Whether a character has the property White_Space (Unicode 16, PropList.txt), told without asking the runtime's tables.
    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20, 0x09...0x0d, 0x85, 0xa0, 0x1680, 0x2000...0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000: true
        default: false
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
