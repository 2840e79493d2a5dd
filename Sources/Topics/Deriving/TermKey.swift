import KoreanText

/// The names of derived topics.
enum TermKey {
    /// What two forms of one term have in common: letters and digits, case and spaces left out.
    ///
    /// `+` and `#` are spelt out, as in an identifier: two keys never have one identifier.
    static func of(_ term: String) -> String {
        var key = String.UnicodeScalarView()
        for scalar in term.unicodeScalars.lazy.map(FoldedText.fold) {
            if let name = names[scalar] {
                key.append(contentsOf: name.unicodeScalars)
            } else if isKept(scalar) {
                key.append(scalar)
            }
        }
        return String(key)
    }

    /// The identifier: lower-case letters, Hangul and digits, hyphens between the words.
    static func slug(_ label: String) -> String {
        var slug = String.UnicodeScalarView()
        for scalar in label.unicodeScalars.lazy.map(FoldedText.fold) {
            if let name = names[scalar] {
                slug.append(contentsOf: "-\(name)".unicodeScalars)
            } else if isKept(scalar) {
                slug.append(scalar)
            } else if slug.last != "-", !slug.isEmpty {
                slug.append("-")
            }
        }
        while slug.last == "-" { slug.removeLast() }
        return String(slug)
    }

    private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || WordSplit.isDigit(scalar)
    }

    /// The marks that tell names apart (`C`, `C++`, `C#`).
    private static let names: [Unicode.Scalar: String] = ["+": "plus", "#": "sharp"]
}
