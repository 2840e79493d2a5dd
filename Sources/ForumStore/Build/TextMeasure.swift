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
            let isSpace = scalar.properties.isWhitespace
            if !isSpace, !isInWord { words += 1 }
            isInWord = !isSpace
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
