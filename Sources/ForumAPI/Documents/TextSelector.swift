import Bytes

/// Finds words in a text again, also after the text around them was edited: the selectors of the Web Annotation Data Model.
struct TextSelector {
    /// How many characters of the text around the words are given on each side.
    static let context = 32
    /// How many words of a longer text a fragment gives from its beginning and from its end.
    private static let fragmentWords = 6

    /// The words.
    let exact: String
    /// What stands before them.
    let prefix: String
    /// What stands behind them.
    let suffix: String
    /// Where they stand, in Unicode scalar values (code points).
    let range: Range<Int>

    /// Selects a part of a text.
    ///
    /// - Parameters:
    ///   - part: The part, in characters of `text`.
    ///   - text: The whole.
    init(_ part: Range<String.Index>, of text: String) {
        exact = String(text[part])
        prefix = String(text[..<part.lowerBound].suffix(Self.context))
        suffix = String(text[part.upperBound...].prefix(Self.context))
        let start = text[..<part.lowerBound].unicodeScalars.count
        range = start..<start + exact.unicodeScalars.count
    }

    /// Writes a TextQuoteSelector and a TextPositionSelector, as an array.
    func write(to writer: inout JSONWriter) {
        writer.array { writer in
            writer.object { writer in
                writer.member("type", "TextQuoteSelector")
                writer.member("exact", exact)
                writer.member("prefix", prefix)
                writer.member("suffix", suffix)
            }
            writer.object { writer in
                writer.member("type", "TextPositionSelector")
                writer.member("start", range.lowerBound)
                writer.member("end", range.upperBound)
            }
        }
    }

    /// The fragment by which a browser shows the words on a page (`#:~:text=`).
    var fragment: String {
        let words = exact.split(whereSeparator: \.isWhitespace)
        guard words.count > 2 * Self.fragmentWords else { return "#:~:text=" + Self.encode(exact) }
        let (first, last) = (words.prefix(Self.fragmentWords), words.suffix(Self.fragmentWords))
        return "#:~:text=" + Self.encode(first.joined(separator: " ")) + ","
            + Self.encode(last.joined(separator: " "))
    }

    /// A text of a fragment, in which a hyphen would be a sign of its own.
    private static func encode(_ text: String) -> String {
        PercentEncoding.encode(text).replacing("-", with: "%2D")
    }
}
