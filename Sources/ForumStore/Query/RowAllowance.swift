/// How many more rows the readings of a store may read, beside those that an identifier names.
///
/// Each thing costs its row and those that belong to it: a talk its sections, a topic its talks. Who may not be kept waiting
/// bounds them, for it is not known of a thing beforehand how many there are.
final class RowAllowance {
    @exclusivity(unchecked) var left = Int.max
    /// Whether more rows were asked for.
    var isExceeded = false

    /// Takes a row; ends the reading where none is left.
    @inline(__always)
    func take() throws(StoreError) {
        guard left > 0 else {
            isExceeded = true
            throw .interrupted
        }
        left -= 1
    }
}
