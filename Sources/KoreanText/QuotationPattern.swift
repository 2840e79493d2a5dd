/// A folded quotation that is sought in texts that are read one after another, in time linear in their length.
///
/// It is the method of Knuth, Morris and Pratt, whose state also holds what a text shares with the next one: a quotation that
/// runs over the end of a text is found as any other.
public struct QuotationPattern: Sendable {
    /// The folded quotation.
    public let scalars: [UInt32]
    /// For every beginning of the quotation, how long the longest shorter beginning is that it ends with.
    private let fallback: [Int]
    private var matched = 0

    /// Prepares to seek a quotation; `nil` where nothing but marks and spaces is left of it.
    public init?(_ quotation: String) {
        let scalars = Array(QuotationForm(quotation).trimmed)
        guard !scalars.isEmpty else { return nil }
        var fallback = [0]
        for scalar in scalars.dropFirst() {
            var length = fallback.last ?? 0
            while length > 0, scalars[length] != scalar { length = fallback[length - 1] }
            fallback.append(scalars[length] == scalar ? length + 1 : 0)
        }
        self.scalars = scalars
        self.fallback = fallback
    }

    /// Forgets the texts before.
    public mutating func restart() {
        matched = 0
    }

    /// Hands over the index of the last scalar of every place where the quotation ends; places do not overlap.
    public mutating func forEachEnd<Failure: Error>(
        in text: [UInt32], _ body: (Int) throws(Failure) -> Void
    ) throws(Failure) {
        for (index, scalar) in text.enumerated() {
            while matched > 0, scalars[matched] != scalar { matched = fallback[matched - 1] }
            guard scalars[matched] == scalar else { continue }
            matched += 1
            guard matched == scalars.count else { continue }
            matched = 0
            try body(index)
        }
    }
}
