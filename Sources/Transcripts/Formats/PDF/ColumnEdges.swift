/// Measures where columns begin and end, page by page (the chapter on PDFs, rule 6).
struct ColumnEdges {
    /// The share of lines that the right edge lies beyond.
    static let rightShare = 0.95
    /// The share of lines that begin left of the left edge.
    static let leftShare = 0.1
    /// How many lines show their own edges; fewer borrow those of a like column.
    static let leastLines = 8
    /// How far apart the left edges of like columns are at most, in sizes.
    static let alike = 1.0

    /// How many pages before and after are looked at for a like column.
    static let nearPages = 40

    private struct Key: Hashable {
        var page: Int
        /// The column, or none for all that stands across the page.
        var region: Int?
    }

    /// Gives every line the edges of its column.
    ///
    /// - Parameter isColumn: Whether the region of a line is one of several columns.
    static func assign(_ lines: inout [PDFLine], size: Double, isColumn: (PDFLine) -> Bool) {
        var groups: [Key: [Int]] = [:]
        for (index, line) in lines.enumerated() {
            groups[Key(page: line.page, region: isColumn(line) ? line.region : nil), default: []].append(index)
        }
        var measured: [Key: ClosedRange<Double>] = [:]
        for (key, group) in groups {
            let texts = group.filter { !lines[$0].isTable }
            let all = texts.isEmpty ? group : texts
            let left = Statistics.percentile(leftShare, of: all.map { lines[$0].box.left })
            let right = Statistics.percentile(rightShare, of: all.map { lines[$0].box.right })
            measured[key] = left...max(left, right)
        }
        let sure = Dictionary(grouping: groups.filter { $0.value.count >= leastLines }.keys, by: \.page)
        for (key, group) in groups {
            guard var edges = measured[key] else { continue }
            if group.count < leastLines {
                let near = (max(0, key.page - nearPages)...(key.page + nearPages)).flatMap { sure[$0] ?? [] }
                let like = near.filter { other in
                    guard (other.region == nil) == (key.region == nil), let found = measured[other] else {
                        return false
                    }
                    return abs(found.lowerBound - edges.lowerBound) <= alike * size
                        || (key.region == nil && (other.page - key.page) % 2 == 0)
                }
                let rights = like.compactMap { measured[$0]?.upperBound }
                let lefts = like.compactMap { measured[$0]?.lowerBound }
                if !like.isEmpty {
                    let left = min(edges.lowerBound, Statistics.percentile(0.5, of: lefts))
                    edges = left...max(edges.upperBound, Statistics.percentile(0.5, of: rights))
                }
            }
            for index in group { lines[index].edges = edges }
        }
    }
}
