extension StoreReader {
    /// Reads within a budget, which searches have in the place of their own deadline: a reading that would exceed it throws ``StoreError/interrupted``, and `spending` says what.
    ///
    /// - Parameters:
    ///   - spending: What is left for the request.
    ///   - body: Reads from this store.
    public func spend<Result, Failure: Error>(
        _ spending: Spending, on body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        rowBudget = spending.budget.rows
        self.spending = spending
        defer {
            if budget.isExceeded { spending.runOutOfRows() }
            rowBudget = .max
            self.spending = nil
        }
        return try connection.withInterruption(when: spending.isOver, body)
    }
}
