extension StoreReader {
    /// Bounds the rows that the next readings may read; `.max` lifts the bound.
    ///
    /// The row that an identifier names, and what is kept of the things that it refers to, do not count. A reading that would
    /// read more throws ``StoreError/interrupted``.
    public func allow(rows: Int) { rowAllowance.left = max(0, rows) }
}
