extension String {
    /// The stretches that are a text but for white space, from the first character that is none to the last.
    func ranges(ofSpacingVariant text: String) -> [Range<Index>] {
        let sought = text.filter { !$0.isWhitespace }
        guard !sought.isEmpty else { return [] }
        let dense = indices.filter { !self[$0].isWhitespace }
        let characters = dense.map { self[$0] }
        return characters.ranges(of: Array(sought)).map { range in
            dense[range.lowerBound]..<index(after: dense[range.upperBound - 1])
        }
    }
}
