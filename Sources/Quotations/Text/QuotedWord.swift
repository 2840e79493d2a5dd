/// A word of a quotation or of what is printed, as both are compared.
struct QuotedWord: Hashable {
    /// What a word is made of.
    enum Script: Hashable {
        case hangul, digits, letters, sign
    }

    /// What the words in brackets are for that it stands in; nothing outside of them.
    enum Role: Hashable {
        case spoken, insertion, emphasisNote, sic, gloss
    }

    /// Where it stands in its text, in UTF-16 units.
    var range: Range<Int>
    /// Its characters as they stand.
    var text: String
    /// Its characters as they are compared: narrow, small letters, apostrophes of one kind.
    var key: [UInt32]
    /// What it is made of.
    var script: Script
    /// The marks between the word before and this one, spaces as one.
    var marks: String
    /// What the brackets around it say of it.
    var role = Role.spoken
    /// Whether words are left out before it, as a mark says.
    var followsOmission = false
    /// Whether a sentence begins with it.
    var beginsSentence = false

    /// Whether nothing stands between the word before and this one.
    var isAttached: Bool { marks.isEmpty }
    /// How much it weighs: a syllable is about two letters.
    var weight: Int { script == .hangul ? key.count * 2 : key.count }
    /// The compared characters as text.
    var folded: String { String(String.UnicodeScalarView(key.compactMap(Unicode.Scalar.init))) }
    /// Whether it begins with a capital.
    var isCapitalised: Bool { text.unicodeScalars.first?.properties.isUppercase == true }
}
