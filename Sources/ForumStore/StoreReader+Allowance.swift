extension StoreReader {
    /// Bounds the rows that the next readings may read; `.max` lifts the bound.
    ///
    /// The row that an identifier names, and what is kept of the things that it refers to, do not count. A reading that would
    /// read more throws ``StoreError/interrupted``.
    public func allow(rows: Int) {
        rowAllowance.left = max(0, rows)
        rowAllowance.isExceeded = false
    }

    /// Reads within a budget: a reading that would exceed it throws ``StoreError/interrupted``, and `spending` says what.
    ///
    /// - Parameters:
    ///   - spending: What is left for the request.
    ///   - body: Reads from this store.
    public func spend<Result, Failure: Error>(
        _ spending: Spending, on body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        allow(rows: spending.budget.rows)
        defer {
            if rowAllowance.isExceeded { spending.runOutOfRows() }
            allow(rows: .max)
        }
        return try connection.withInterruption(when: spending.isOver, body)
    }
}
