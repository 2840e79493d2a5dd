import SQLite

extension Statement {
    /// A column as an `Int`; 0 for NULL.
    func int(at index: Int) -> Int {
        Int(int64(at: index))
    }

    /// A column as an `Int`, or `nil` for NULL.
    func optionalInt(at index: Int) -> Int? {
        isNull(at: index) ? nil : int(at: index)
    }

    /// Two columns as a range, or `nil` where they hold none.
    func range(at lower: Int, _ upper: Int) -> ClosedRange<Int>? {
        guard !isNull(at: lower), !isNull(at: upper) else { return nil }
        let (first, last) = (int(at: lower), int(at: upper))
        return first <= last ? first...last : nil
    }
}
