import HTTPWire

/// A hash table of responses that is looked up with a request instead of a key, so that nothing is made for a look.
///
/// Nothing is ever taken out of it; it goes as a whole.
struct ResponseTable {
    private struct Entry {
        var hash: UInt64
        var key: RequestKey
        var response: PreparedResponse
    }

    private var entries: [Entry] = []
    /// The entries' numbers, from 1, and 0 where there is none; an entry stands at its hash's place or behind it.
    ///
    /// As many as a power of two, at most three quarters of them taken.
    private var places: [UInt32] = []

    private static let leastPlaces = 16

    /// The response under a request's key.
    @inline(__always)
    func find(_ hash: UInt64, _ head: RequestHead, in message: Span<UInt8>) -> PreparedResponse? {
        guard !entries.isEmpty else { return nil }
        var place = first(hash)
        while places[place] != 0 {
            let number = Int(places[place]) - 1
            if entries[number].hash == hash, entries[number].key.fits(head, in: message) {
                return entries[number].response
            }
            place = next(place)
        }
        return nil
    }

    /// Puts a response under a key; returns the one that stood there before.
    mutating func insert(_ response: PreparedResponse, for key: RequestKey, hash: UInt64) -> PreparedResponse? {
        if (entries.count + 1) * 4 > places.count * 3 { grow() }
        var place = first(hash)
        while places[place] != 0 {
            let number = Int(places[place]) - 1
            let entry = entries[number]
            if entry.hash == hash, entry.key == key {
                entries[number].response = response
                return entry.response
            }
            place = next(place)
        }
        entries.append(Entry(hash: hash, key: key, response: response))
        places[place] = UInt32(entries.count)
        return nil
    }

    private mutating func grow() {
        places = Array(repeating: 0, count: max(Self.leastPlaces, places.count * 2))
        for number in entries.indices {
            var place = first(entries[number].hash)
            while places[place] != 0 { place = next(place) }
            places[place] = UInt32(number + 1)
        }
    }

    @inline(__always)
    private func first(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash) & (places.count - 1) }

    @inline(__always)
    private func next(_ place: Int) -> Int { (place + 1) & (places.count - 1) }
}
