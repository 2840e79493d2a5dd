/// What blocks of a layout say.
extension Layout {
    /// The text of a block, its lines rejoined, its marker left out.
    func text(_ block: Block) -> String {
        let most = block.rows.reduce(0) { $0 + manuscript.rows[$1].clean.count + 1 }
        return String(unsafeUninitializedCapacity: most) { buffer in
            var end = 0
            for (position, row) in block.rows.enumerated() {
                var range = manuscript.rows[row].clean
                if position == 0, let turn = block.turn {
                    let last =
                        turn.endOffset.map { min(range.lowerBound + $0 - 1, range.upperBound) } ?? range.upperBound
                    range = min(range.lowerBound + turn.restOffset, last)..<last
                    end = buffer.initialize(fromContentsOf: manuscript.clean[range])
                } else {
                    if position == 0 {
                        if let marker = block.marker { range = marker.textStart..<range.upperBound }
                    } else if position == 1, let offset = block.turn?.secondOffset {
                        range = min(range.lowerBound + offset, range.upperBound)..<range.upperBound
                    } else if block.kind == .quote {
                        end = buffer[end...].initialize(fromContentsOf: CollectionOfOne(0x20))
                        range = (BlockMarker(manuscript, row)?.textStart ?? range.lowerBound)..<range.upperBound
                    } else if block.joins[position - 1] == .space, end > 0 {
                        end = buffer[end...].initialize(fromContentsOf: CollectionOfOne(0x20))
                    }
                    end = buffer[end...].initialize(fromContentsOf: manuscript.clean[range])
                }
                if position < block.joins.count, block.joins[position] == .hyphen {
                    let (_, start) = manuscript.clean.scalar(endingAt: range.upperBound, after: range.lowerBound)
                    end -= min(range.upperBound - start, end)
                }
            }
            return end
        }
    }
}
