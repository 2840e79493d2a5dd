/// Counts short words, each once for a passage, without a string for each.
///
/// The words lie one after another in one array; an open table of hashes tells where each begins. It is made for tens of
/// millions of additions: a dictionary would ask more of every one.
struct WordTable {
    /// A word with what was counted.
    struct Entry {
        /// Where its bytes begin.
        var start: Int
        var count: Int
        /// The passages that hold it.
        var passages: Int
        /// The last passage that was counted.
        var last: Int
    }

    private(set) var entries: [Entry] = []
    private var bytes: [UInt8] = []
    /// In the upper half a word's hash, in the lower its entry's place, increased by one; 0 for none.
    private var slots = [UInt64](repeating: 0, count: 1 << 12)

    /// Counts a word of a passage, and gives the place of its entry.
    @discardableResult
    mutating func add(_ word: UnsafeBufferPointer<UInt8>, passage: Int) -> Int {
        let index = insert(word)
        count(index, passage: passage)
        return index
    }

    /// Counts a word that is known already.
    mutating func count(_ index: Int, passage: Int) {
        guard entries[index].last != passage else { return }
        entries[index].last = passage
        entries[index].passages += 1
    }

    /// Takes a word without counting it, and gives the place of its entry.
    mutating func insert(_ word: UnsafeBufferPointer<UInt8>) -> Int {
        let hash = Self.hash(word)
        let slot = slot(of: word, hash)
        if slots[slot] != 0 { return Self.index(in: slots[slot]) }
        entries.append(Entry(start: bytes.count, count: word.count, passages: 0, last: -1))
        bytes.append(contentsOf: word)
        slots[slot] = UInt64(hash) << 32 | UInt64(entries.count)
        if entries.count * 2 > slots.count { grow() }
        return entries.count - 1
    }

    /// The place of a word's entry.
    func index(of word: UnsafeBufferPointer<UInt8>) -> Int? {
        let slot = slots[slot(of: word, Self.hash(word))]
        return slot == 0 ? nil : Self.index(in: slot)
    }

    /// Lends the bytes of all words.
    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        bytes.withUnsafeBufferPointer(body)
    }

    private static func index(in slot: UInt64) -> Int { Int(truncatingIfNeeded: slot & 0xFFFF_FFFF) - 1 }

    /// The slot of a word, or the free one where it belongs.
    private func slot(of word: UnsafeBufferPointer<UInt8>, _ hash: UInt32) -> Int {
        var place = Int(hash) & (slots.count - 1)
        while true {
            let slot = slots[place]
            if slot == 0 || UInt32(truncatingIfNeeded: slot >> 32) == hash && isEntry(Self.index(in: slot), word) {
                return place
            }
            place = (place + 1) & (slots.count - 1)
        }
    }

    private func isEntry(_ index: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
        let (start, count) = (entries[index].start, entries[index].count)
        guard count == word.count else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            for offset in 0..<count where bytes[start + offset] != word[offset] { return false }
            return true
        }
    }

    private mutating func grow() {
        let old = slots
        slots = [UInt64](repeating: 0, count: old.count * 4)
        for slot in old where slot != 0 {
            var place = Int(slot >> 32) & (slots.count - 1)
            while slots[place] != 0 { place = (place + 1) & (slots.count - 1) }
            slots[place] = slot
        }
    }

    /// FNV-1a over three bytes at a time, which is a syllable; nobody who writes a transcript gains by collisions.
    private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        var index = 0
        while index + 2 < word.count {
            let part = UInt64(word[index]) | UInt64(word[index + 1]) << 8 | UInt64(word[index + 2]) << 16
            hash = (hash ^ part) &* 0x100_0000_01B3_9D
            index += 3
        }
        while index < word.count {
            hash = (hash ^ UInt64(word[index])) &* 0x100_0000_01B3
            index += 1
        }
        return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
    }
}
