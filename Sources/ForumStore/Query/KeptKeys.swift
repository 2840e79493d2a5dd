/// The keys of identifiers that were asked for, a bounded number: what is asked for again is found by its key, which takes
/// SQLite one search in the place of two.
///
/// A store never changes, so nothing here ever goes stale. An identifier has one place, and whatever comes to it last has it.
final class KeptKeys {
    /// How many identifiers are kept; a power of two.
    static let capacity = 1024
    /// The longest identifier that is kept, in bytes.
    static let longest = 256

    /// What is kept of an identifier; no row has the key 0, which marks an empty place.
    private struct Place {
        var set = RowSet.talks
        var id = ""
        var key: Int64 = 0
    }

    @exclusivity(unchecked) private var places = [Place](repeating: Place(), count: KeptKeys.capacity)

    /// The key of an identifier's row, if it is kept.
    func key(_ set: RowSet, _ id: String) -> Int64? {
        let place = Self.place(set, id)
        guard places[place].key != 0, places[place].set == set, Self.isSame(places[place].id, id) else { return nil }
        return places[place].key
    }

    /// Keeps the key of an identifier's row.
    func keep(_ key: Int64, _ set: RowSet, _ id: String) {
        guard id.utf8.count <= Self.longest else { return }
        places[Self.place(set, id)] = Place(set: set, id: id, key: key)
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
    private static func place(_ set: RowSet, _ id: String) -> Int {
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
