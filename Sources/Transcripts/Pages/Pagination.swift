import KoreanText

/// On which page every line stands, counted by page breaks, and which number is printed there.
///
/// A page ends at a form feed; at a form feed that the extraction turned into one leading space; and at a running header
/// or page number in the middle of the text, where the form feed was lost altogether. Whether headers, and whether page
/// numbers, stand at the head or the foot of their page is decided for the whole text: by where they stand beside page
/// breaks, by which of them come before the first line of text or after the last, by the side on which the larger gap is,
/// and by the first number. Where nothing tells, they count as a foot.
struct Pagination {
    /// The 1-based page of every row.
    private(set) var pages: [Int] = []
    /// The number printed on a page, by page.
    private(set) var printed: [Int: String] = [:]
    /// Whether form feeds became leading spaces.
    private(set) var hasLostFormFeeds = false

    /// Rows of furniture with nothing but blank lines between.
    private struct Group {
        var rows: Range<Int>
        var previous: Int?
        var next: Int?
        var followsBreak: Bool
        var precedesBreak: Bool
        /// The first of its rows of each kind.
        var header: Int?
        var number: Int?
    }

    init(_ manuscript: Manuscript, _ furniture: PageFurniture, _ labels: ItemLabels) {
        let rows = manuscript.rows
        hasLostFormFeeds = Self.findsLostFormFeeds(manuscript, furniture, labels)
        var feeds = [Int](repeating: 0, count: rows.count)
        var carried = 0
        for (row, line) in rows.enumerated() {
            feeds[row] = carried + line.feedsBefore
            carried = line.feedsAfter
            if hasLostFormFeeds, line.beginsWithOneSpace { feeds[row] += 1 }
        }
        // Where form feeds part the text, they alone do.
        let groups = furniture.feedsBeginPages ? [] : Self.groups(manuscript, furniture, feeds)
        let headersAtFoot = Self.standAtFoot(groups.filter { $0.header != nil && $0.number == nil }, furniture)
        let numbersAtFoot = Self.standAtFoot(groups.filter { $0.number != nil && $0.header == nil }, furniture)
        let bothAtFoot = Self.standAtFoot(groups, furniture)
        for group in groups where !group.followsBreak && !group.precedesBreak {
            // Furniture before the first text or after the last parts nothing.
            guard group.previous != nil, let next = group.next else { continue }
            if let header = group.header, let number = group.number, let headersAtFoot, let numbersAtFoot,
                headersAtFoot != numbersAtFoot, numbersAtFoot == (number < header)
            {
                // The foot of one page and the head of the next.
                feeds[max(header, number)] += 1
                continue
            }
            let ownSide = group.number == nil ? headersAtFoot : group.header == nil ? numbersAtFoot : nil
            feeds[ownSide ?? bothAtFoot ?? true ? next : group.rows.lowerBound] += 1
        }
        var page = 1
        pages.reserveCapacity(rows.count)
        var hasText = false
        for row in rows.indices {
            if hasText { page += feeds[row] }
            if !rows[row].isBlank { hasText = true }
            pages.append(page)
        }
        for (row, number) in furniture.numbers.sorted(by: { $0.key < $1.key }) where printed[pages[row]] == nil {
            printed[pages[row]] = number
        }
    }

    private static func findsLostFormFeeds(
        _ manuscript: Manuscript, _ furniture: PageFurniture, _ labels: ItemLabels
    ) -> Bool {
        var spaced = 0
        var texts = 0
        var withoutBlank = 0
        var blanksBefore = 0
        var indented = 0
        var labelled = 0
        var spacedLabels = 0
        for (row, line) in manuscript.rows.enumerated() {
            if line.feedsBefore > 0 || line.feedsAfter > 0 { return false }
            guard !line.isBlank, furniture.kinds[row] == .text else { continue }
            texts += 1
            let followsBlank = row > 0 && manuscript.rows[row - 1].isBlank
            if followsBlank { blanksBefore += 1 }
            if labels.isOne(row) {
                labelled += 1
                if line.beginsWithOneSpace { spacedLabels += 1 }
            }
            if line.beginsWithOneSpace {
                spaced += 1
                if !followsBlank { withoutBlank += 1 }
            } else if line.indent > 0 {
                indented += 1
            }
        }
        guard spaced > 0, spaced * 6 <= texts, indented <= spaced else { return false }
        if labelled > 0, spacedLabels * 2 >= labelled { return true }
        return spaced >= 3 && blanksBefore * 2 > texts && withoutBlank * 2 >= spaced
    }

    private static func groups(_ manuscript: Manuscript, _ furniture: PageFurniture, _ feeds: [Int]) -> [Group] {
        let rows = manuscript.rows
        var result: [Group] = []
        var row = 0
        while row < rows.count {
            guard furniture.kinds[row] != .text else {
                row += 1
                continue
            }
            var end = row + 1
            var probe = end
            while probe < rows.count, feeds[probe] == 0, rows[probe].isBlank || furniture.kinds[probe] != .text {
                if furniture.kinds[probe] != .text { end = probe + 1 }
                probe += 1
            }
            var previous = row - 1
            while previous >= 0, rows[previous].isBlank, feeds[previous + 1] == 0 { previous -= 1 }
            let followsBreak = feeds[(previous + 1)...row].contains { $0 > 0 }
            var next = end
            while next < rows.count, rows[next].isBlank, feeds[next] == 0 { next += 1 }
            let precedesBreak = next < rows.count && feeds[next] > 0
            result.append(
                Group(
                    rows: row..<end, previous: previous >= 0 ? previous : nil, next: next < rows.count ? next : nil,
                    followsBreak: followsBreak, precedesBreak: precedesBreak,
                    header: (row..<end).first { furniture.kinds[$0] == .header },
                    number: (row..<end).first { furniture.kinds[$0] == .number }))
            row = end
        }
        return result
    }

    /// Whether furniture stands at the foot of its pages; `nil` where nothing tells.
    private static func standAtFoot(_ groups: [Group], _ furniture: PageFurniture) -> Bool? {
        var votes = 0
        for group in groups {
            if group.precedesBreak != group.followsBreak { votes += group.precedesBreak ? 2 : -2 }
            guard !group.precedesBreak, !group.followsBreak else { continue }
            if let previous = group.previous, let next = group.next {
                votes += (group.rows.lowerBound - previous - (next - group.rows.upperBound + 1)).signum()
            } else if (group.previous == nil) != (group.next == nil) {
                votes += group.next == nil ? 2 : -2
            }
        }
        if votes == 0, let first = groups.first, first.previous != nil, let row = first.number ?? first.header,
            let number = furniture.numbers[row].flatMap({ Int($0) })
        {
            // Before a foot of page 1 stands page 1, before a head of page 2 too.
            votes = number == 1 ? 1 : number == 2 ? -1 : 0
        }
        return votes == 0 ? nil : votes > 0
    }
}
