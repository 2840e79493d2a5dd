/// The form of language tags (BCP 47, RFC 5646 §2.1).
enum LanguageTag {
    /// Whether a text has the form of a tag: a language of two or three letters, and subtags after hyphens.
    static func isWellFormed(_ text: String) -> Bool {
        text.wholeMatch(of: /[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*/) != nil
    }
}
