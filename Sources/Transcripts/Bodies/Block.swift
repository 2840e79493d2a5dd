import Proceedings

/// A run of rows that make one passage.
struct Block {
    /// What kind of passage it makes.
    var kind: Passage.Kind
    /// The number or sign before its text.
    var marker: BlockMarker?
    /// The turn of a discussion that begins with it.
    var turn: Turn?
    /// Its rows, in order.
    var rows: [Int]
    /// How each row is joined to the next, one fewer than `rows`.
    var joins: [LineJoiner.Join] = []
    /// The positions in `joins` at which the block may as well end.
    var openEnds: [Int] = []

    /// Parts the block after a position in `joins`; the second part has no marker.
    func parted(after position: Int) -> (Block, Block) {
        var first = self
        first.rows = Array(rows[...position])
        first.joins = Array(joins[..<position])
        first.openEnds = openEnds.filter { $0 < position }
        var second = Block(kind: .paragraph, rows: Array(rows[(position + 1)...]))
        second.joins = Array(joins[(position + 1)...])
        second.openEnds = openEnds.filter { $0 > position }.map { $0 - position - 1 }
        return (first, second)
    }
}
