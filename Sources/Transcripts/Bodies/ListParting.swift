import KoreanText

/// Parts the prose from the last item of a list that it ran into, by what the other items are.
///
/// A full line that ends an item looks like one that goes on. Where the other items of a talk end as notes do (`…할 것`) and this one as prose,
/// or where they are one sentence each and this one is several, prose follows the item.
struct ListParting {
    let layout: Layout

    /// How many other items are needed to tell what an item is.
    static let leastOthers = 2

    /// What some items are, counted once for all that may be parted.
    private struct Tally {
        var items = 0
        /// How many of them end as a sentence, and how many have one that ends within them.
        var sentences = 0
        var several = 0

        mutating func add(_ other: Tally, _ sign: Int = 1) {
            items += sign * other.items
            sentences += sign * other.sentences
            several += sign * other.several
        }
    }

    /// The blocks, with those parted that ran into one another.
    func parted(_ blocks: [Block]) -> [Block] {
        guard blocks.indices.contains(where: { mayBeTwo(blocks, $0) }) else { return blocks }
        var byStyle: [BlockMarker.Style: Tally] = [:]
        var listed = Tally()
        for index in blocks.indices where blocks[index].kind == .bullet && blocks[index].turn == nil {
            guard let style = blocks[index].marker?.style else { continue }
            let one = tally(blocks[index])
            byStyle[style, default: Tally()].add(one)
            // Numbers begin headings, too.
            if case .bullet = style { listed.add(one) }
        }
        var result: [Block] = []
        result.reserveCapacity(blocks.count)
        for (index, block) in blocks.enumerated() {
            guard mayBeTwo(blocks, index), let style = block.marker?.style,
                let position = end(of: block, others: byStyle[style] ?? Tally(), orElse: listed)
            else {
                result.append(block)
                continue
            }
            let (item, prose) = block.parted(after: position)
            result += [item, prose]
        }
        return result
    }

    private func tally(_ block: Block) -> Tally {
        Tally(items: 1, sentences: endsSentence(block) ? 1 : 0, several: holdsSentence(block) ? 1 : 0)
    }

    /// Whether a block is the last item of a list, ends as prose and takes more than a line.
    private func mayBeTwo(_ blocks: [Block], _ index: Int) -> Bool {
        guard blocks[index].kind == .bullet, blocks[index].rows.count > 1, endsSentence(blocks[index]) else {
            return false
        }
        let next = index + 1 < blocks.count ? blocks[index + 1].marker?.style : nil
        return next != blocks[index].marker?.style
    }

    private func endsSentence(_ block: Block) -> Bool { block.rows.last.map(layout.endsSentence) ?? false }

    /// The position in the joins of an item after which prose begins, if there is one.
    ///
    /// - Parameters:
    ///   - alike: The items with a marker of the same form, this one among them.
    ///   - listed: All items that begin with a sign of lists, to tell by where few are alike.
    private func end(of block: Block, others alike: Tally, orElse listed: Tally) -> Int? {
        let own = tally(block)
        var others = alike
        others.add(own, -1)
        if others.items < Self.leastOthers {
            others = listed
            if case .bullet? = block.marker?.style { others.add(own, -1) }
        }
        guard others.items >= Self.leastOthers else { return nil }
        let places = block.joins.indices.filter {
            !layout.wrap.keepsBlanks || !layout.manuscript.rows[block.rows[$0]].endsInBlank
        }
        if others.sentences * 4 <= others.items {
            let noted = places.first {
                Punctuation.endsItem(layout.manuscript, block.rows[$0])
                    || beginsAnew(block.rows[$0], block.rows[$0 + 1])
            }
            if noted != nil || own.several == 0 { return noted }
            // Several sentences are no item: where one line only can have ended it, it did.
            let first = block.rows.firstIndex { layout.text($0).holds(". ") || layout.endsSentence($0) } ?? 0
            let ends = places.filter { $0 < first && !Punctuation.leavesOpen(layout.manuscript, block.rows[$0]) }
            return ends.count == 1 ? ends.first : nil
        }
        guard others.sentences == others.items, others.several == 0 else { return nil }
        return block.openEnds.first(where: places.contains)
    }

    /// Whether a row begins with a capital after one that ends in a small letter.
    private func beginsAnew(_ row: Int, _ next: Int) -> Bool {
        guard let last = layout.manuscript.lastScalar(row), let first = layout.manuscript.firstScalar(next) else {
            return false
        }
        return ("a"..."z").contains(last) && ("A"..."Z").contains(first)
    }

    /// Whether a sentence ends within a block.
    private func holdsSentence(_ block: Block) -> Bool {
        layout.manuscript.clean.withUnsafeBufferPointer { clean in
            block.rows.contains { row in
                let end = row == block.rows.last ? layout.manuscript.rows[row].clean.upperBound - 1 : nil
                return Self.holdsSentence(clean, layout.manuscript.rows[row].clean, before: end)
            }
        }
    }

    /// Whether `다.`, `요.` or a question mark stands in a part of the text, with a space or the part's end after it.
    private static func holdsSentence(
        _ clean: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, before end: Int?
    ) -> Bool {
        for index in range.lowerBound..<(end ?? range.upperBound) where clean[index] == 0x2E || clean[index] == 0x3F {
            guard index + 1 == range.upperBound || clean[index + 1] == 0x20 else { continue }
            if clean[index] == 0x3F { return true }
            guard index - 3 >= range.lowerBound else { continue }
            let last = (clean[index - 3], clean[index - 2], clean[index - 1])
            if last == (0xEB, 0x8B, 0xA4) || last == (0xEC, 0x9A, 0x94) { return true }
        }
        return false
    }
}
