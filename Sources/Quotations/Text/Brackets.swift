import KoreanText

/// What stands in brackets in a quotation, and where words are left out: an editor's part in it.
struct Brackets {
    /// A pair of brackets with what it is for.
    struct Group {
        /// Where it stands, brackets included, in UTF-16 units.
        var range: Range<Int>
        /// What the words in it are; `nil` where the brackets say that words are left out.
        var role: QuotedWord.Role?
    }

    /// The longest content of brackets that is read as a note, in characters.
    static let longestNote = 60

    private(set) var groups: [Group] = []

    /// Finds the brackets of a text.
    ///
    /// - Parameter isPrinted: Whether the text is the source, whose square brackets are nobody's insertions.
    init(_ text: String, isPrinted: Bool) {
        let scalars = Array(text.unicodeScalars)
        var offset = 0
        var index = 0
        var before: Unicode.Scalar?
        while index < scalars.count {
            let scalar = scalars[index]
            if let close = Self.closing[scalar],
                let end = scalars[index...].prefix(Self.longestNote + 2).firstIndex(of: close)
            {
                let content = Self.string(scalars[(index + 1)..<end])
                let length = Self.string(scalars[index...end]).utf16.count
                let after = end + 1 < scalars.count ? scalars[end + 1] : nil
                let isSquare = Self.squares.contains(scalar)
                if let group = Self.group(
                    content, isSquare: isSquare, isPrinted: isPrinted, before: before, after: after)
                {
                    groups.append(Group(range: offset..<offset + length, role: group.role))
                    offset += length
                    index = end + 1
                    before = close
                    continue
                }
            }
            offset += scalar.value > 0xFFFF ? 2 : 1
            before = scalar
            index += 1
        }
    }

    /// What is in brackets, `nil` where it is a part of the text.
    private static func group(
        _ content: String, isSquare: Bool, isPrinted: Bool, before: Unicode.Scalar?, after: Unicode.Scalar?
    ) -> (role: QuotedWord.Role?, Void)? {
        let plain = content.lowercased().split(whereSeparator: {
            $0 == " " || $0 == "." || $0 == "…" || $0 == "‧" || $0 == "⋯"
        })
        let words = plain.joined(separator: " ")
        let closed = plain.joined()
        if closed.allSatisfy({ $0 == "-" || $0 == "·" || $0 == "—" || $0 == "‥" })
            || QuotationWords.omission.contains(words)
            || QuotationWords.omission.contains(closed)
        {
            return (nil, ())
        }
        if QuotationWords.sic.contains(words) || QuotationWords.sic.contains(closed) { return (.sic, ()) }
        if QuotationWords.emphasis.contains(where: {
            words.hasPrefix($0) || words.hasSuffix($0) || words.contains(" \($0)")
        }) {
            return (.emphasisNote, ())
        }
        if isSquare {
            // A bracket inside a word changes a letter and adds no word.
            let isInside = [before, after].contains {
                $0.map { $0.properties.isAlphabetic && !Hangul.isSyllable($0) } ?? false
            }
            return isPrinted || isInside ? nil : (.insertion, ())
        }
        return isGloss(content, before: before) ? (.gloss, ()) : nil
    }

    /// Whether words in round brackets are the word before in another script or language.
    private static func isGloss(_ content: String, before: Unicode.Scalar?) -> Bool {
        guard let before, !content.isEmpty, content.split(separator: " ").count <= 6 else { return false }
        let letters = content.unicodeScalars.filter { $0.properties.isAlphabetic }
        guard !letters.isEmpty,
            !content.unicodeScalars.contains(where: { ("0"..."9").contains($0) && letters.count < 2 })
        else { return false }
        let hasHangul = letters.contains(where: Hangul.isSyllable)
        if Hangul.isSyllable(before) { return !hasHangul }
        // In other texts an abbreviation, or the same in another script.
        let isShort = letters.count <= 8 && letters.count == letters.filter { $0.properties.isUppercase }.count
        return hasHangul ? letters.count <= 12 : isShort || !letters.contains { $0.value < 0x250 }
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    private static let closing: [Unicode.Scalar: Unicode.Scalar] = [
        "(": ")", "[": "]", "（": "）", "［": "］", "〔": "〕", "<": ">", "〈": "〉",
    ]
    private static let squares: Set<Unicode.Scalar> = ["[", "［", "〔"]
}

extension WordReader {
    /// The words of a text with the parts that an editor has in it.
    static func words(of text: String, isPrinted: Bool) -> (words: [QuotedWord], trailing: String) {
        let reader = WordReader(text)
        let groups = Brackets(text, isPrinted: isPrinted).groups
        var words: [QuotedWord] = []
        var omits = false
        for var word in reader.words {
            let group = groups.first { $0.range.contains(word.range.lowerBound) }
            if let group, group.role == nil { continue }
            if let group { word.role = group.role ?? .spoken }
            if !isPrinted {
                omits =
                    word.marks.isOmission || omits
                    || groups.contains {
                        $0.role == nil && $0.range.upperBound <= word.range.lowerBound
                            && $0.range.lowerBound >= words.last?.range.upperBound ?? 0
                    }
                word.followsOmission = omits && !words.isEmpty
            }
            omits = false
            words.append(word)
        }
        return (words, reader.trailing)
    }
}

extension String {
    /// Whether marks say that words are left out: `…`, `...`, `. . .`.
    var isOmission: Bool {
        let marks = unicodeScalars.filter { $0 != " " }
        if marks.contains(where: { $0 == "…" || $0 == "⋯" || $0 == "‥" }) { return true }
        var dots = 0
        for mark in marks {
            dots = mark == "." || mark == "·" || mark == "・" ? dots + 1 : 0
            if dots == 3 { return true }
        }
        return false
    }
}
