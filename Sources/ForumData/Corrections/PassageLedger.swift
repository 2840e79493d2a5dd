import Foundation
import Proceedings

/// The lines of a source that a passage is read from.
struct PassageLedger {
    private let lines: [SourceLine]

    init(of passage: Passage.ID, in lines: [SourceLine]) {
        self.lines = lines.filter { $0.passage == passage }
    }

    /// The lines' numbers, in order.
    var numbers: [Int] { lines.map(\.number) }

    /// Between which lines two parts of the passage meet: the last line of the first and the first line of the second, which are one
    /// line where they meet inside it.
    ///
    /// Everything but white space in the lines must be the parts' own; where marks were taken out of the text, as from
    /// Markdown, the place cannot be told and is `nil`.
    func line(after first: Passage, total second: Passage) -> (last: Int, first: Int)? {
        let firstLength = Self.length(first.marker ?? "") + Self.length(first.text)
        guard lines.reduce(0, { $0 + Self.length($1) }) == firstLength + Self.length(second.text) else {
            return nil
        }
        var length = 0
        for (index, line) in lines.enumerated() {
            length += Self.length(line)
            if length > firstLength { return (line.number, line.number) }
            if length == firstLength, index + 1 < lines.count { return (line.number, lines[index + 1].number) }
        }
        return nil
    }

    /// How many of a line's characters beside white space stand in the passage: a hyphen that only broke a word does not.
    private static func length(_ line: SourceLine) -> Int { length(line.text) - (line.join == .hyphen ? 1 : 0) }

    /// How many characters a text has beside white space, whatever its normal form.
    private static func length(_ text: String) -> Int {
        text.precomposedStringWithCanonicalMapping.unicodeScalars.count { !$0.properties.isWhitespace }
    }
}

extension SourceSpan {
    /// The part of the span within some lines; `nil` where there is none.
    func clipped(to range: some RangeExpression<Int>) -> SourceSpan? {
        let inside = lines.filter { range.contains($0) }
        guard let first = inside.first, let last = inside.last else { return nil }
        return SourceSpan(page: page, printedPage: printedPage, lines: first...last)
    }
}
