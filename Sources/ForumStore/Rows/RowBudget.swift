/// How many more rows the readings of a store may read, beside those that an identifier names.
///
/// Each thing costs its row and those that belong to it: a talk its sections, a topic its talks. A caller that must not block
/// sets a budget, since it is not known of a thing beforehand how many there are.
final class RowBudget {
    @exclusivity(unchecked) var remaining = Int.max
    /// Whether more rows were asked for.
    var isExceeded = false

    /// Spends a row; ends the reading where none is left.
    @inline(__always)
    func spend() throws(StoreError) {
        guard remaining > 0 else {
            isExceeded = true
            throw .interrupted
        }
        remaining -= 1
    }
}
