import Proceedings

/// Builds a store from a corpus and puts it into place in one step.
///
/// The new store is written beside the old one, checked, synced and renamed over it. Whatever happens, and whenever, the
/// path holds the old store or the new one; readers of the old one go on with it.
public struct StoreBuilder: Sendable {
    /// Where the store is to be.
    public let path: String

    /// Makes a builder.
    ///
    /// - Parameter path: The store's file; its folder must exist.
    public init(path: String) {
        self.path = path
    }

    /// Builds the store.
    ///
    /// The same corpus gives the same bytes, with the same version of SQLite.
    ///
    /// - Parameters:
    ///   - corpus: What the store is to hold.
    ///   - progress: Told now and then how far the load is, on the caller's thread.
    /// - Returns: What the store holds.
    public func build(
        from corpus: Corpus, progress: @Sendable (LoadProgress) -> Void = { _ in }
    ) throws(StoreError) -> StoreCounts {
        throw .missing(path: path)
    }
}

/// How far a load is.
public struct LoadProgress: Hashable, Sendable {
    /// What a load does, in this order.
    public enum Stage: String, CaseIterable, Sendable {
        /// Writes the rows.
        case writing
        /// Checks what was written.
        case checking
        /// Makes it durable and puts it into place.
        case installing
    }

    /// What it does.
    public var stage: Stage
    /// How many rows are written.
    public var rowsWritten: Int
    /// How many rows there will be.
    public var rowsTotal: Int
}
