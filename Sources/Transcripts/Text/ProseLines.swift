/// Tells lines of running text from cells of tables and entries of lists.
enum ProseLines {
    /// The share of lines in which a sentence ends at least, and the share that ends within one.
    static let leastEnds = 0.15
    static let leastOpen = 0.4

    /// Whether sentences end within some lines, and the lines within sentences.
    static func areSentences(_ lines: [String]) -> Bool {
        let ending = lines.count { line in
            line.split(separator: " ").contains { word in
                word.unicodeScalars.last == "." && word.unicodeScalars.count > 2
                    && word.unicodeScalars.first.map { !("0"..."9").contains($0) } == true
            }
        }
        let open = lines.count { line in
            line.unicodeScalars.last.map { $0.isAlphabetic || $0 == "," || $0 == "-" } == true
        }
        return !lines.isEmpty && Double(ending) >= Double(lines.count) * leastEnds
            && Double(open) >= Double(lines.count) * leastOpen
    }
}
