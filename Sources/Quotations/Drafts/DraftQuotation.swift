/// A quotation of a draft: words in quotation marks, or a block quotation.
public struct DraftQuotation: Hashable, Sendable {
    /// The words, with one space for every run of white space.
    public var text: String
    /// The line that it begins on, from 1.
    public var line: Int
    /// Who is said to have said it, as the draft has it; `nil` where the draft names nobody beside it.
    public var speaker: String?
}
