/// How terms are written: every stem as its texts write it most often.
struct TermLabels {
    private let surfaces: [Int32: String]

    /// Seeks the writings of the stems of some terms.
    init(_ terms: [[Int32]], _ words: EventWords, _ lexicon: Lexicon) {
        let wanted = Set(terms.joined())
        var tallies: [Int32: [String: Int]] = [:]
        for (word, reading) in lexicon.readings.enumerated() {
            let stem = reading.stem
            guard wanted.contains(stem) else { continue }
            let folded = lexicon.stemWords[Int(stem)]
            let written = String(
                String.UnicodeScalarView(words.table[word].unicodeScalars.prefix(folded.unicodeScalars.count)))
            tallies[stem, default: [:]][written, default: 0] += Int(words.counts[word])
        }
        surfaces = tallies.compactMapValues { tally in
            tally.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        }
    }

    /// A term's label.
    subscript(_ stems: [Int32]) -> String { stems.compactMap { surfaces[$0] }.joined(separator: " ") }
}
