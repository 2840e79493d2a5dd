/// Counts short words, each once for a passage, without a string for each.
///
/// The words lie one after another in one array; an open table of hashes tells where each stands. It is made for tens of
/// millions of additions: a dictionary would ask more of every one. What most of them cost is waiting for memory, so that a
/// word, its length and its number stand side by side.
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
    /// For each word its place among the entries, its length, both in four bytes, and its bytes.
    private var bytes: [UInt8] = []
    /// In the upper bits a part of a word's hash, in the lower where the word stands, increased by one; 0 for none.
    private var slots = [UInt64](repeating: 0, count: 1 << 12)

    /// Where the words of a batch may stand; kept for the next one.
    private var found: [Int] = []
    private static let nowhere = -1
    /// What stands before a word.
    private static let head = 8
    private static let placeBits: UInt64 = 40
    private static let placeMask: UInt64 = 1 << placeBits - 1

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

    /// Takes the words of a batch without counting them, and adds the places of their entries to a list.
    ///
    /// Memory is asked for all of them before any is compared, so that they wait for it together and not in turn.
    mutating func insert(_ batch: borrowing WordBatch, _ places: inout [UInt32]) {
        let first = places.count
        for hash in batch.hashes {
            let slot = slots[Int(truncatingIfNeeded: hash) & (slots.count - 1)]
            let isLikely = slot != 0 && (slot ^ hash) & ~Self.placeMask == 0
            found.append(isLikely ? Self.place(in: slot) : Self.nowhere)
        }
        for place in found {
            places.append(place == Self.nowhere ? 0 : UInt32(truncatingIfNeeded: number(at: place)))
        }
        batch.bytes.withUnsafeBufferPointer { bytes in
            var start = 0
            for (index, end) in batch.ends.enumerated() {
                let word = UnsafeBufferPointer(rebasing: bytes[start..<end])
                start = end
                // A word stays where it is, so that what was found is right even if the table has grown since.
                if found[index] != Self.nowhere, holds(word, at: found[index]) { continue }
                places[first + index] = UInt32(truncatingIfNeeded: insert(word, batch.hashes[index]))
            }
        }
        found.removeAll(keepingCapacity: true)
    }

    /// Takes a word without counting it, and gives the place of its entry.
    mutating func insert(_ word: UnsafeBufferPointer<UInt8>) -> Int { insert(word, Self.hash(word)) }

    private mutating func insert(_ word: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int {
        let slot = slot(of: word, hash)
        if slots[slot] != 0 { return index(in: slots[slot]) }
        let index = entries.count
        slots[slot] = hash & ~Self.placeMask | UInt64(bytes.count + 1)
        for number in [index, word.count] {
            withUnsafeBytes(of: UInt32(truncatingIfNeeded: number)) { bytes.append(contentsOf: $0) }
        }
        entries.append(Entry(start: bytes.count, count: word.count, passages: 0, last: -1))
        bytes.append(contentsOf: word)
        if entries.count * 2 > slots.count { grow() }
        return index
    }

    /// The place of a word's entry.
    func index(of word: UnsafeBufferPointer<UInt8>) -> Int? {
        let slot = slots[slot(of: word, Self.hash(word))]
        return slot == 0 ? nil : index(in: slot)
    }

    /// Lends the bytes of all words.
    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        bytes.withUnsafeBufferPointer(body)
    }

    private static func place(in slot: UInt64) -> Int { Int(truncatingIfNeeded: slot & placeMask) - 1 }

    private func index(in slot: UInt64) -> Int { number(at: Self.place(in: slot)) }

    private func number(at place: Int) -> Int {
        bytes.withUnsafeBytes { Int($0.loadUnaligned(fromByteOffset: place, as: UInt32.self)) }
    }

    /// The slot of a word, or the free one where it belongs.
    private func slot(of word: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int {
        slots.withUnsafeBufferPointer { slots in
            var index = Int(truncatingIfNeeded: hash) & (slots.count - 1)
            while true {
                let slot = slots[index]
                if slot == 0 || (slot ^ hash) & ~Self.placeMask == 0 && holds(word, at: Self.place(in: slot)) {
                    return index
                }
                index = (index + 1) & (slots.count - 1)
            }
        }
    }

    private func holds(_ word: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
        guard number(at: place + 4) == word.count else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            let start = place + Self.head
            for offset in 0..<word.count where bytes[start + offset] != word[offset] { return false }
            return true
        }
    }

    private mutating func grow() {
        slots = [UInt64](repeating: 0, count: slots.count * 4)
        withBytes { bytes in
            for entry in entries {
                let word = UnsafeBufferPointer(rebasing: bytes[entry.start..<entry.start + entry.count])
                let hash = Self.hash(word)
                var index = Int(truncatingIfNeeded: hash) & (slots.count - 1)
                while slots[index] != 0 { index = (index + 1) & (slots.count - 1) }
                slots[index] = hash & ~Self.placeMask | UInt64(entry.start - Self.head + 1)
            }
        }
    }

    /// FNV-1a over three bytes at a time, which is a syllable; nobody who writes a transcript gains by collisions.
    static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
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
        return hash ^ hash >> 32
    }
}
