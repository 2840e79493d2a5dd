/// Finds the rows of tables among the lines of a region (the chapter on PDFs, rule 7).
enum TableFinder {
    /// How far cells of one column begin or end apart at most, in points.
    static let aligned = 3.0
    /// How many signs the median cell has at most.
    static let mostSigns = 12

    /// How wide the gap between the cells of a small table is at least, in sizes, where `leastAlike` rows have the same cells.
    static let leastCellGap = 0.9
    static let leastAlike = 3

    /// Parts the lines of a region into cells and marks those of tables.
    static func mark(_ lines: inout [PDFLine]) {
        for index in lines.indices { lines[index].cells = PageRows.fragments(lines[index].words) }
        markAlike(&lines)
        var start = 0
        while start < lines.count {
            guard !lines[start].cells.isEmpty, !lines[start].isTable else {
                start += 1
                continue
            }
            var end = start + 1
            while end < lines.count, lines[end].region == lines[start].region, !lines[end].cells.isEmpty,
                !lines[end].isTable, areAligned(lines[end - 1], lines[end])
            {
                end += 1
            }
            if end - start >= 2, isTable(lines[start..<end]) {
                for index in start..<end { lines[index].isTable = true }
            }
            start = end
        }
    }

    /// Marks small tables, whose gaps are no wider than those of stretched lines: rows that have as many cells, all aligned.
    private static func markAlike(_ lines: inout [PDFLine]) {
        var parted = lines
        for index in parted.indices {
            let words = parted[index].words
            parted[index].cells = words.indices.dropFirst().filter {
                words[$0].box.left - words[$0 - 1].box.right >= leastCellGap * parted[index].size
            }
        }
        var start = 0
        while start < parted.count {
            var end = start + 1
            while end < parted.count, !parted[start].cells.isEmpty, parted[end].region == parted[start].region,
                parted[end].cells.count == parted[start].cells.count, areAlike(parted[end - 1], parted[end])
            {
                end += 1
            }
            if end - start >= leastAlike, isTable(parted[start..<end]) {
                for index in start..<end {
                    lines[index].cells = parted[index].cells
                    lines[index].isTable = true
                }
            }
            start = end
        }
    }

    private static func areAlike(_ line: PDFLine, _ next: PDFLine) -> Bool {
        zip(cells(line), cells(next)).allSatisfy(isAligned)
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
            cells(next).dropFirst().contains { isAligned(cell, $0) }
        }
    }

    private static func isAligned(_ cell: ArraySlice<PDFWord>, _ other: ArraySlice<PDFWord>) -> Bool {
        guard let first = cell.first?.box, let last = cell.last?.box, let left = other.first?.box,
            let right = other.last?.box
        else { return false }
        return abs(first.left - left.left) <= aligned || abs(last.right - right.right) <= aligned
            || abs(first.left + last.right - left.left - right.right) <= aligned * 2
    }
}
