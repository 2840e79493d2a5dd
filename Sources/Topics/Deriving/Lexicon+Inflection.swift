/// Inflected forms of one word in scripts whose languages have cases: one stem (`мережа`, `мережу`, `мережі`).
///
/// Endings are learned: two of them belong together where several beginnings are found with both.
extension Lexicon {
    /// How many letters two forms have in common at least.
    private static let shortestBeginning = 4
    /// How many letters an ending has at most.
    private static let longestEnding = 3
    /// How many beginnings have both of two endings at least.
    private static let fewestBeginnings = 3
    /// How many of the words after it in order a word is compared with.
    private static let nearest = 12

    /// Two forms with what they have in common left out.
    private struct Pair {
        var first: Int
        var second: Int
        var endings: [String]
    }

    /// For every stem the form that it is counted as: the most frequent one; of equals, the least.
    func inflectedBases() -> [Int32]? {
        let words = stems.indices.filter { stems[$0].count > 0 && stems[$0].isLatin }.map {
            (stem: $0, word: Array(stemWords[$0].unicodeScalars))
        }
        .filter { $0.word.count > Self.shortestBeginning - 1 && $0.word.allSatisfy(Self.inflects) }
        .sorted { $0.word.lexicographicallyPrecedes($1.word) }
        guard !words.isEmpty else { return nil }
        var pairs: [Pair] = []
        var beginnings: [[String]: Int] = [:]
        for (index, first) in words.enumerated() {
            for second in words.dropFirst(index + 1).prefix(Self.nearest) {
                let common = zip(first.word, second.word).prefix { $0 == $1 }.count
                guard common >= Self.shortestBeginning else { break }
                let endings = [first.word.dropFirst(common), second.word.dropFirst(common)]
                guard endings.allSatisfy({ $0.count <= Self.longestEnding }) else { continue }
                let texts = endings.map { String(String.UnicodeScalarView($0)) }
                beginnings[texts, default: 0] += 1
                pairs.append(Pair(first: first.stem, second: second.stem, endings: texts))
            }
        }
        var bases = stems.indices.map { Int32($0) }
        for pair in pairs where beginnings[pair.endings, default: 0] >= Self.fewestBeginnings {
            let roots = (Self.root(of: pair.first, bases), Self.root(of: pair.second, bases))
            guard roots.0 != roots.1 else { continue }
            let isFirst = (stems[roots.1].count, stemWords[roots.0]) < (stems[roots.0].count, stemWords[roots.1])
            let (base, other) = isFirst ? roots : (roots.1, roots.0)
            bases[other] = Int32(base)
        }
        return bases.indices.map { Int32(Self.root(of: $0, bases)) }
    }

    private static func root(of stem: Int, _ bases: [Int32]) -> Int {
        var stem = stem
        while Int(bases[stem]) != stem { stem = Int(bases[stem]) }
        return stem
    }

    /// Greek and Cyrillic.
    private static func inflects(_ scalar: Unicode.Scalar) -> Bool { (0x370...0x52F).contains(scalar.value) }
}
