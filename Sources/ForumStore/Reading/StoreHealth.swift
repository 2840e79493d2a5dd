import SQLite

/// Whether a store's file was found damaged while it is read.
///
/// It is one for all readers of a file, may be asked from any thread, and outlives them.
public struct StoreHealth: Sendable {
    let pages: PageHealth?

    /// Whether a page was refused, by whichever reader, since the file was last checked and found whole.
    public var isDamaged: Bool { (pages?.refusals ?? 0) > 0 }
}
