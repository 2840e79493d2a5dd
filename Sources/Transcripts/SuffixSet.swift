/// A set of word endings, asked by looking up the endings of a word instead of trying each.
struct SuffixSet: ExpressibleByArrayLiteral {
    private let suffixes: Set<[Unicode.Scalar]>
    private let longest: Int

    init(arrayLiteral elements: String...) {
        suffixes = Set(elements.map { Array($0.unicodeScalars) })
        longest = suffixes.map(\.count).max() ?? 0
    }

    /// Whether a word ends in one of them with at least some scalars before it.
    func match(_ word: String, atLeast before: Int) -> Bool {
        let scalars = Array(word.unicodeScalars)
        guard scalars.count > before else { return false }
        return (1...min(longest, scalars.count - before)).contains { suffixes.contains(Array(scalars.suffix($0))) }
    }

    /// Whether a word ends in one of them, of one scalar only with another before it.
    func matchPart(_ word: String) -> Bool {
        let scalars = Array(word.unicodeScalars)
        guard !scalars.isEmpty else { return false }
        return (1...min(longest, scalars.count)).contains { length in
            (length > 1 || scalars.count > 1) && suffixes.contains(Array(scalars.suffix(length)))
        }
    }
}
