import Synchronization

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Lets the work for a request begin only where the process may have as much memory as it may need.
///
/// Where the system bounds the address space (`ulimit -v`), an allocation that is refused ends a program in Swift. So what
/// has no room is not begun. Where nothing bounds it there is no gate.
final class MemoryGate: Sendable {
    /// The room that a request of the quick lane needs, in bytes: a page of the longest list, taken apart and laid out.
    static let quickRoom = 24 * 1024 * 1024
    /// The room that any other needs: the longest response, while it grows, taken apart and laid out.
    static let costlyRoom = 96 * 1024 * 1024

    /// The bytes that the process may have.
    private let limit: Int
    /// How many of them it has.
    private let used: @Sendable () -> Int
    /// What is promised to requests that are under way.
    private let promised = Mutex(0)

    /// Makes a gate; `nil` where nothing bounds the address space.
    convenience init?() {
        guard let limit = ProcessSettings.addressSpaceLimit else { return nil }
        self.init(limit: limit) { ProcessSettings.addressSpace }
    }

    /// Makes a gate of a limit.
    init(limit: Int, used: @escaping @Sendable () -> Int) {
        self.limit = limit
        self.used = used
    }

    /// Promises room to a request; ``leave(_:)`` takes the promise back.
    ///
    /// - Returns: Whether there is any.
    func enter(_ room: Int) -> Bool {
        promise(room) || ProcessSettings.releaseFreedMemory() && promise(room)
    }

    private func promise(_ room: Int) -> Bool {
        promised.withLock { promised in
            guard promised + room <= limit - used() else { return false }
            promised += room
            return true
        }
    }

    /// Takes a promise back.
    func leave(_ room: Int) { promised.withLock { $0 -= room } }
}
