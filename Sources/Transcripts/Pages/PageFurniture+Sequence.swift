/// Running headers that only their page numbers show: of two that alternate, or of a part that fills few pages.
extension PageFurniture {
    /// How many numbered lines make a sequence where no other page number is known.
    static let leastSequence = 4
    /// How many rows at least stand between the numbers of two pages.
    static let leastBetween = 4
    /// How many times the usual length of a page may lie between two numbers that follow one another.
    static let mostPageLengths = 3
    /// The widest line, in columns, that is looked at as one of them.
    static let widestNumberedLine = 80
    /// The number up to which `토론 3` is an item and not the running header of a page.
    static let mostItems = 12

    /// Takes lines for furniture whose number is the one that is missing between two page numbers, or that count pages
    /// by themselves.
    mutating func acceptInSequence(_ manuscript: Manuscript, _ texts: [Int], _ labels: ItemLabels) {
        var lines: [(row: Int, value: Int, isKnown: Bool)] = []
        for row in texts {
            if kinds[row] != .text {
                if let number = numbers[row], let value = Int(number) { lines.append((row, value, true)) }
            } else if manuscript.rows[row].width <= Self.widestNumberedLine,
                let value = Self.numberBeside(manuscript, row), !Punctuation.endsSentence(manuscript, row),
                value > Self.mostItems || !isNumberedItem(labels, row)
            {
                lines.append((row, value, false))
            }
        }
        let known = lines.filter(\.isKnown)
        if known.count >= 2 {
            fillGaps(lines, known)
        } else if known.isEmpty {
            acceptChain(manuscript, lines)
        }
    }

    /// Whether a row is the label of a kind of item that is counted, and not `종합토론 3`.
    private func isNumberedItem(_ labels: ItemLabels, _ row: Int) -> Bool {
        guard let label = labels[row], label.rest == nil else { return false }
        return [.keynote, .discussion, .talk].contains(label.kind)
    }

    private mutating func accept(_ row: Int, _ value: Int) {
        kinds[row] = .header
        numbers[row] = String(value)
    }

    /// Between pages 21 and 23, or right before the first and right after the last, stands the number of one page only.
    private mutating func fillGaps(
        _ lines: [(row: Int, value: Int, isKnown: Bool)], _ known: [(row: Int, value: Int, isKnown: Bool)]
    ) {
        let lengths = zip(known, known.dropFirst()).filter { $0.1.value > $0.0.value }
            .map { ($0.1.row - $0.0.row) / ($0.1.value - $0.0.value) }.sorted()
        guard !lengths.isEmpty else { return }
        let longest = lengths[lengths.count / 2] * Self.mostPageLengths
        var next = 0
        var last: (row: Int, value: Int)?
        for line in lines {
            if line.isKnown {
                last = (line.row, line.value)
                continue
            }
            while next < known.count, known[next].row < line.row { next += 1 }
            let after = next < known.count ? known[next] : nil
            let follows = last.map { line.value == $0.value + 1 }
            let precedes = after.map { line.value == $0.value - 1 }
            let isNear =
                (last.map { line.row - $0.row >= Self.leastBetween && line.row - $0.row <= longest } ?? true)
                && (after.map { $0.row - line.row >= Self.leastBetween && $0.row - line.row <= longest } ?? true)
            guard follows ?? true, precedes ?? true, isNear else { continue }
            accept(line.row, line.value)
            last = (line.row, line.value)
        }
    }

    /// Where no page number is known, lines that count one by one at the distance of pages.
    private mutating func acceptChain(_ manuscript: Manuscript, _ lines: [(row: Int, value: Int, isKnown: Bool)]) {
        var chains: [Int: [Int]] = [:]
        var best: [Int] = []
        for (index, line) in lines.enumerated() {
            var chain = [index]
            if let before = chains[line.value - 1], let last = before.last,
                line.row - lines[last].row >= Self.leastPageLength
            {
                chain = before + chain
            }
            chains[line.value] = chain
            if chain.count > best.count { best = chain }
        }
        guard best.count >= Self.leastSequence else { return }
        for index in best { accept(lines[index].row, lines[index].value) }
    }
}
