import Synchronization

/// Readers of one store, one for each worker that reads at the same time.
public final class ReaderPool: Sendable {
    /// One reader behind a lock, which is what lets it go from thread to thread.
    private final class Slot: Sendable {
        let reader: Mutex<StoreReader>

        init(path: String) throws(StoreError) {
            let opened = try StoreReader(path: path)
            reader = Mutex(opened)
        }
    }

    /// The hash of everything that the store was built from.
    public let snapshot: String
    /// How many rows of each kind the store holds.
    public let counts: StoreCounts

    private let slots: [Slot]
    private let turn = Atomic<Int>(0)

    /// Opens a store so many times.
    ///
    /// - Parameters:
    ///   - path: The store's file.
    ///   - count: How many workers read at the same time; at least one.
    public init(path: String, count: Int) throws(StoreError) {
        let first = try Slot(path: path)
        var slots = [first]
        for _ in 1..<max(1, count) { try slots.append(Slot(path: path)) }
        self.slots = slots
        (snapshot, counts) = first.reader.withLock { ($0.snapshot, $0.counts) }
    }

    /// Lends a reader that is free, or waits for one.
    ///
    /// - Parameter body: What to do with the reader; it must not keep it, nor borrow another one.
    /// - Returns: What the body returns.
    public func withReader<Result: Sendable>(
        _ body: @Sendable (StoreReader) throws(StoreError) -> Result
    ) throws(StoreError) -> Result {
        for slot in slots {
            if let result = try slot.reader.withLockIfAvailable({ reader throws(StoreError) in try body(reader) }) {
                return result
            }
        }
        let index = turn.wrappingAdd(1, ordering: .relaxed).oldValue.magnitude % UInt(slots.count)
        return try slots[Int(index)].reader.withLock { reader throws(StoreError) in try body(reader) }
    }
}
