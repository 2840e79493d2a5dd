/// Tells whether words stand inside quotation marks of the text that they are printed in.
public enum InnerQuotation {
    /// Whether a range of UTF-16 units stands between an opening mark and its closing one.
    ///
    /// Marks may be nested, and stand around several sentences. An apostrophe opens nothing; straight marks open and close by turns.
    /// Marks of titles (`《》`, `〈〉`) quote nobody.
    public static func holds(_ range: Range<Int>, in text: String) -> Bool {
        var open: [(close: Unicode.Scalar, start: Int)] = []
        var offset = 0
        var before: Unicode.Scalar = " "
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            let end = offset + (scalar.value > 0xFFFF ? 2 : 1)
            defer { (offset, before) = (end, scalar) }
            let after = index + 1 < scalars.count ? scalars[index + 1] : " "
            if let place = open.lastIndex(where: { $0.close == scalar }), !isApostrophe(scalar, before, after) {
                if open[place].start <= range.lowerBound, offset >= range.upperBound { return true }
                open.removeSubrange(place...)
            } else if let close = closing[scalar], !isApostrophe(scalar, before, after) {
                open.append((close, end))
            }
        }
        return false
    }

    /// Whether a mark stands inside a word, or behind the `s` of a plural.
    private static func isApostrophe(_ mark: Unicode.Scalar, _ before: Unicode.Scalar, _ after: Unicode.Scalar) -> Bool
    {
        guard mark == "'" || mark == "’" else { return false }
        return before.properties.isAlphabetic && before.value < 0x1100 && after.properties.isAlphabetic
            && after.value < 0x1100
    }

    private static let closing: [Unicode.Scalar: Unicode.Scalar] = [
        "“": "”", "‘": "’", "「": "」", "『": "』", "«": "»", "„": "“", "‚": "‘", "‹": "›", "\"": "\"", "'": "'", "＂": "＂",
        "｢": "｣",
        "〝": "〞",
    ]
}
