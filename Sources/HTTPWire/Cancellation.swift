import Synchronization

/// Tells the work for a request that nobody waits for it any more.
public final class Cancellation: Sendable {
    private let flag = Atomic<Bool>(false)

    /// Makes one that has not happened.
    public init() {}

    /// Whether the work may end; cheap enough to be asked often.
    public var isCancelled: Bool { flag.load(ordering: .relaxed) }

    /// Tells that nobody waits any more.
    public func cancel() { flag.store(true, ordering: .relaxed) }
}
