/// A quotation laid along what is printed in one place: what of it stands there, and in what it differs.
public struct QuotationComparison: Sendable {
    /// A stretch of the quotation's words that does not stand here.
    public struct Stray: Hashable, Sendable {
        /// Where it stands in the quotation, in UTF-16 units.
        public var given: Range<Int>
        /// Where the words before it end in what is printed.
        public var printed: Int
    }

    /// The minimum weight of words that are sought elsewhere, in letters; a syllable counts two.
    static let minStray = 10

    /// What differs, in the quotation's order.
    public internal(set) var differences: [Difference] = []
    /// The printed stretches that are quoted, in UTF-16 units; more than one where words are left out between.
    public internal(set) var kept: [Range<Int>] = []
    /// The share of the quotation's words that are printed here, from 0 to 1.
    public internal(set) var likeness = 0.0
    /// How well it fits; to be compared among places.
    public internal(set) var score = 0.0
    /// Words that are not printed here, long enough to be sought elsewhere.
    public internal(set) var strays: [Stray] = []
    /// The weight of words that stand here, but elsewhere.
    var moved = 0

    /// The gravest of all differences; `nil` where there is none.
    public var severity: Difference.Severity? { differences.map(\.severity).max() }
}

/// A quotation that is to be laid along several places.
public struct GivenQuotation: Sendable {
    /// The text.
    public let text: String
    let words: [QuotedWord]
    let trailing: String
    private let isName: @Sendable (String) -> Bool

    /// Reads a quotation.
    ///
    /// - Parameters:
    ///   - text: The text, in NFC.
    ///   - isName: Whether a word is the name of somebody or something that is known.
    public init(_ text: String, isName: @escaping @Sendable (String) -> Bool = { _ in false }) {
        self.text = text
        self.isName = isName
        (words, trailing) = WordReader.words(of: text, isPrinted: false)
    }

    /// How many words it has, those of its editor included.
    public var wordCount: Int { words.count }

    /// The words without those of the editor, parted where some are left out.
    public var fragments: [String] {
        var fragments: [[String]] = [[]]
        for word in words {
            if word.followsOmission { fragments.append([]) }
            guard word.role == .spoken || word.role == .gloss else { continue }
            let space = word.isAttached || fragments[fragments.count - 1].isEmpty ? "" : " "
            fragments[fragments.count - 1].append(space + word.text)
        }
        return fragments.map { $0.joined() }.filter { !$0.isEmpty }
    }

    /// Lays it along what is printed; `nil` where either has no words.
    public func compared(with printed: PrintedText) -> QuotationComparison? {
        var source = WordReader.words(of: printed.text, isPrinted: true)
        if let focus = printed.focus {
            source.trailing = source.words.first { $0.range.lowerBound >= focus.upperBound }?.marks ?? source.trailing
            source.words = source.words.filter { $0.range.overlaps(focus) }
        }
        guard !words.isEmpty, !source.words.isEmpty else { return nil }
        let alignment = WordAlignment(words, source.words)
        var reader = DifferenceReader(
            given: words, source: source.words, printed: printed, isName: isName,
            ends: (trailing, source.trailing))
        reader.read(alignment.steps)
        var comparison = reader.comparison
        comparison.score = alignment.score
        return comparison
    }
}
