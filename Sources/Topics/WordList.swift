/// A set of words that can be looked for at the beginning of a text.
struct WordList: Sendable {
    private let words: Set<[Unicode.Scalar]>
    private let lengths: [Int]

    /// Takes words apart at white space.
    init(_ words: String) {
        self.words = Set(words.split(whereSeparator: \.isWhitespace).map { Array($0.unicodeScalars) })
        lengths = Set(self.words.map(\.count)).sorted(by: >)
    }

    /// What the words begin with.
    var beginnings: Set<Unicode.Scalar> { Set(words.compactMap(\.first)) }

    /// The lengths of the words that the text begins with, the longest first.
    func prefixes(of text: ArraySlice<Unicode.Scalar>) -> [Int] {
        lengths.filter { $0 <= text.count && words.contains(Array(text.prefix($0))) }
    }
}
