/// Reads the members of a row one after another, wherever they are stored.
///
/// A view that is read from the columns of one query and from the packed column of another says its members once.
protocol RowReader {
    /// The next text, absent where there is none.
    mutating func column() -> TextColumn
    /// The next number, absent where there is none.
    mutating func optionalInt() -> Int?
}

extension PackedRowsReader: RowReader {}
