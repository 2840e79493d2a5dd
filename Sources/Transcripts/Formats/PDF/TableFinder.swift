/// Finds the rows of tables among the lines of a region (TURNS.md, rule 7).
enum TableFinder {
    /// How far cells of one column begin or end apart at most, in points.
    static let aligned = 3.0
    /// How many signs the median cell has at most.
    static let mostSigns = 12

    /// Parts the lines of a region into cells and marks those of tables.
    static func mark(_ lines: inout [PDFLine]) {
        for index in lines.indices { lines[index].cells = PageRows.fragments(lines[index].words) }
        var start = 0
        while start < lines.count {
            guard !lines[start].cells.isEmpty else {
                start += 1
                continue
            }
            var end = start + 1
            while end < lines.count, lines[end].region == lines[start].region, !lines[end].cells.isEmpty,
                areAligned(lines[end - 1], lines[end])
            {
                end += 1
            }
            if end - start >= 2, isTable(lines[start..<end]) {
                for index in start..<end { lines[index].isTable = true }
            }
            start = end
        }
    }

    private static func isTable(_ lines: ArraySlice<PDFLine>) -> Bool {
        let signs = lines.flatMap { line in cells(line).map { Double($0.reduce(0) { $0 + $1.length }) } }
        return Statistics.percentile(0.5, of: signs) <= Double(mostSigns)
    }

    private static func cells(_ line: PDFLine) -> [ArraySlice<PDFWord>] {
        let bounds = [0] + line.cells + [line.words.count]
        return zip(bounds, bounds.dropFirst()).map { line.words[$0..<$1] }
    }

    /// Whether a cell but the first of one row begins, ends or is centred where one of the next is.
    private static func areAligned(_ line: PDFLine, _ next: PDFLine) -> Bool {
        cells(line).dropFirst().contains { cell in
            cells(next).dropFirst().contains { other in
                guard let first = cell.first?.box, let last = cell.last?.box, let left = other.first?.box,
                    let right = other.last?.box
                else { return false }
                return abs(first.left - left.left) <= aligned || abs(last.right - right.right) <= aligned
                    || abs(first.left + last.right - left.left - right.right) <= aligned * 2
            }
        }
    }
}
