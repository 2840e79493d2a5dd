/// What a person typed, taken apart: words, quoted phrases and excluded words.
///
/// Everything but letters, digits and syllables is harmless: it separates or says nothing.
public struct SearchWords: Hashable, Sendable {
    /// A word or a quoted phrase.
    public struct Word: Hashable, Sendable {
        /// The normalised text between two spaces or quotation marks.
        public var text: SearchText
        /// Its runs; never empty.
        public var runs: [SearchText.Run]
        /// Whether it stood in quotation marks, and is meant as it stands.
        public var isQuoted: Bool

        /// The word without its gaps.
        public var squeezed: String { runs.map(\.text).joined() }

        /// Makes a word, or `nil` where nothing in the text can be sought.
        public init?(_ text: String, isQuoted: Bool = false) {
            self.text = SearchText(text)
            runs = self.text.runs
            self.isQuoted = isQuoted
            guard !runs.isEmpty else { return nil }
        }
    }

    /// What must be found.
    public var wanted: [Word] = []
    /// What must not.
    public var excluded: [Word] = []

    /// Takes a query apart.
    ///
    /// A hyphen excludes where it begins a word and the word says something; a quotation mark without its partner
    /// separates.
    public init(_ query: String) {
        var rest = Array(TextForm.composed(query).unicodeScalars)[...]
        var word: [Unicode.Scalar] = []
        while let scalar = rest.popFirst() {
            if Self.quotes.contains(scalar), let end = rest.firstIndex(where: Self.quotes.contains) {
                let isExcluded = word == ["-"]
                if isExcluded { word = [] }
                close(&word)
                add(SearchText.string(rest[..<end]), isQuoted: true, isExcluded: isExcluded)
                rest = rest[rest.index(after: end)...]
            } else if TextForm.isWhiteSpace(scalar) || Self.quotes.contains(scalar) {
                close(&word)
            } else {
                word.append(scalar)
            }
        }
        close(&word)
    }

    private mutating func close(_ word: inout [Unicode.Scalar]) {
        defer { word = [] }
        let isExcluded = word.first == "-" && word.count > 1
        add(SearchText.string(isExcluded ? word[1...] : word[...]), isQuoted: false, isExcluded: isExcluded)
    }

    private mutating func add(_ text: String, isQuoted: Bool, isExcluded: Bool) {
        guard let word = Word(text, isQuoted: isQuoted) else { return }
        if isExcluded { excluded.append(word) } else { wanted.append(word) }
    }

    private static let quotes: Set<Unicode.Scalar> = ["\"", "“", "”", "„", "«", "»"]
}
