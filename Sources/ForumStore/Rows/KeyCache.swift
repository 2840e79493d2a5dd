/// A cache of bounded size from identifiers to keys: SQLite finds a row by its key with one search instead of two.
///
/// A store never changes, so no entry goes stale. Each identifier has one slot; a later entry replaces an earlier one.
final class KeyCache {
    /// The number of slots; a power of two.
    static let capacity = 1024
    /// The length of the longest identifier that is cached, in bytes.
    static let maxLength = 256

    /// A cached identifier; no row has the key 0, which marks an empty slot.
    private struct Slot {
        var set = RowSet.talks
        var id = ""
        var key: Int64 = 0
    }

    @exclusivity(unchecked) private var slots = [Slot](repeating: Slot(), count: KeyCache.capacity)

    /// The cached key of an identifier's row.
    func key(_ set: RowSet, _ id: String) -> Int64? {
        let slot = Self.slot(set, id)
        guard slots[slot].key != 0, slots[slot].set == set, Self.isSame(slots[slot].id, id) else { return nil }
        return slots[slot].key
    }

    /// Caches the key of an identifier's row.
    func insert(_ key: Int64, _ set: RowSet, _ id: String) {
        guard id.utf8.count <= Self.maxLength else { return }
        slots[Self.slot(set, id)] = Slot(set: set, id: id, key: key)
    }

    /// Whether two identifiers are the same bytes, as SQLite compares them: text that is only equivalent is another.
    private static func isSame(_ one: String, _ other: String) -> Bool {
        let one = one.utf8.span
        let other = other.utf8.span
        guard one.count == other.count else { return false }
        // `elementsEqual` takes six times as many instructions.
        for place in one.indices where one[place] != other[place] { return false }
        return true
    }

    /// By the beginning and the end, since identifiers that are alike differ at their ends.
    private static func slot(_ set: RowSet, _ id: String) -> Int {
        let bytes = id.utf8.span
        var hash = UInt64(truncatingIfNeeded: bytes.count) << 8 | UInt64(set.rawValue)
        if bytes.count >= 8 {
            hash = mix(hash ^ bytes.bytes.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt64.self))
            hash ^= bytes.bytes.unsafeLoadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self)
        } else {
            for place in bytes.indices { hash = hash << 8 ^ UInt64(bytes[place]) }
        }
        return Int(truncatingIfNeeded: mix(hash)) & (capacity - 1)
    }

    /// Has every bit depend on every other: both halves of a product by 2 to the 64th over the golden ratio.
    private static func mix(_ hash: UInt64) -> UInt64 {
        let (high, low) = hash.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return high ^ low
    }
}
