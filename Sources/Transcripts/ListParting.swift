import KoreanText

/// Parts the prose from the last item of a list that it ran into, by what the other items are.
///
/// A full line that ends an item looks like one that goes on. Where the other items of a talk end as notes do (`…할 것`) and this one as prose,
/// or where they are one sentence each and this one is several, prose follows the item.
struct ListParting {
    let layout: Layout

    /// How many other items are needed to tell what an item is.
    static let leastOthers = 2

    /// The blocks, with those parted that ran into one another.
    func parted(_ blocks: [Block]) -> [Block] {
        var result: [Block] = []
        for (index, block) in blocks.enumerated() {
            guard mayBeTwo(blocks, index), let position = end(of: block, others(than: index, blocks)) else {
                result.append(block)
                continue
            }
            let (item, prose) = block.parted(after: position)
            result += [item, prose]
        }
        return result
    }

    /// The items to tell by: those with a marker of the same form, or else all that begin with a sign of lists, as numbers begin headings too.
    private func others(than index: Int, _ blocks: [Block]) -> [Block] {
        let items = blocks.indices.filter { $0 != index && blocks[$0].kind == .bullet && blocks[$0].turn == nil }
            .map { blocks[$0] }
        let alike = items.filter { $0.marker?.style == blocks[index].marker?.style }
        if alike.count >= Self.leastOthers { return alike }
        return items.filter { if case .bullet? = $0.marker?.style { true } else { false } }
    }

    /// Whether a block is the last item of a list, ends as prose and takes more than a line.
    private func mayBeTwo(_ blocks: [Block], _ index: Int) -> Bool {
        let block = blocks[index]
        let next = index + 1 < blocks.count ? blocks[index + 1].marker?.style : nil
        return block.kind == .bullet && block.rows.count > 1 && endsSentence(block) && next != block.marker?.style
    }

    private func endsSentence(_ block: Block) -> Bool { block.rows.last.map(layout.endsSentence) ?? false }

    /// The position in the joins of an item after which prose begins, if there is one.
    private func end(of block: Block, _ others: [Block]) -> Int? {
        guard others.count >= Self.leastOthers else { return nil }
        let places = block.joins.indices.filter {
            !layout.wrap.keepsBlanks || !layout.manuscript.rows[block.rows[$0]].endsInBlank
        }
        if others.count(where: endsSentence) * 4 <= others.count {
            let noted = places.first {
                Punctuation.endsItem(layout.manuscript, block.rows[$0])
                    || beginsAnew(block.rows[$0], block.rows[$0 + 1])
            }
            if noted != nil || !holdsSentence(block) { return noted }
            // Several sentences are no item: where one line only can have ended it, it did.
            let first = block.rows.firstIndex { layout.text($0).holds(". ") || layout.endsSentence($0) } ?? 0
            let ends = places.filter { $0 < first && !Punctuation.leavesOpen(layout.manuscript, block.rows[$0]) }
            return ends.count == 1 ? ends.first : nil
        }
        guard let place = block.openEnds.first(where: places.contains) else { return nil }
        let areSentences = others.allSatisfy { endsSentence($0) && !holdsSentence($0) }
        return areSentences ? place : nil
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
        let text = layout.text(block)
        return text.holds("다. ") || text.holds("요. ") || text.holds("? ")
    }
}
