/// A hash table by open addressing from keys of 64 bits to what is counted under them, all of it in one array.
///
/// Keys are scattered with numbers drawn anew for each table, so that no text can be made up whose keys all meet in one
/// place. What is found does not depend on them.
struct CountTable<Counts: Sendable>: Sendable {
    private struct Slot {
        var key: UInt64
        var counts: Counts
    }

    /// The key of a slot that nothing stands in; who asks for it is given the key below.
    private static var free: UInt64 { .max }
    private static var leastCapacity: Int { 256 }

    private let scatter = (mask: UInt64.random(in: 0...UInt64.max), factor: UInt64.random(in: 0...UInt64.max) | 1)
    private let zero: Counts
    /// Always a power of two of them, and at least a quarter of them free.
    private var slots: [Slot]
    private var used = 0

    /// Makes an empty table.
    ///
    /// - Parameter zero: What is found under a key that nothing was counted under.
    init(zero: Counts) {
        self.zero = zero
        slots = Array(repeating: Slot(key: Self.free, counts: zero), count: Self.leastCapacity)
    }

    /// What was counted under a key.
    subscript(_ key: UInt64) -> Counts { slots[place(of: min(key, Self.free - 1))].counts }

    /// Counts something under a key.
    @inline(__always)
    mutating func count(_ key: UInt64, _ change: (inout Counts) -> Void) {
        let key = min(key, Self.free - 1)
        let place = place(of: key)
        change(&slots[place].counts)
        guard slots[place].key != key else { return }
        slots[place].key = key
        used += 1
        if used * 4 > slots.count * 3 { grow() }
    }

    /// Where a key stands, or would stand.
    @inline(__always)
    private func place(of key: UInt64) -> Int {
        let product = (key ^ scatter.mask).multipliedFullWidth(by: scatter.factor)
        var place = Int(truncatingIfNeeded: product.high ^ product.low) & (slots.count - 1)
        while slots[place].key != key, slots[place].key != Self.free { place = (place + 1) & (slots.count - 1) }
        return place
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: Slot(key: Self.free, counts: zero), count: old.count * 2)
        for slot in old where slot.key != Self.free { slots[place(of: slot.key)] = slot }
    }
}
