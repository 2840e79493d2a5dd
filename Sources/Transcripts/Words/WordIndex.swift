/// What is known of words, looked up by their bytes: without forming a string, a hash that resists attackers or a letter in small.
///
/// It holds words of ASCII and Hangul syllables only. These are one sequence of bytes in every normal form, and only ASCII has letter
/// case; about other words it says nothing.
struct WordIndex: Sendable {
    private struct Slot {
        var start: UInt32 = 0
        var count: UInt32 = 0
        var value: UInt32 = 0
    }

    /// The words one behind the other.
    private var bytes: [UInt8] = []
    /// At most a quarter is taken; where one is, the next free one is taken instead.
    private var slots: [Slot]
    private var longest = 0

    /// - Parameter words: Words in small letters, each with a number other than 0.
    init(_ words: [String: UInt32]) {
        let known = words.filter { !$0.key.isEmpty && $0.value != 0 && Self.isPlain(Array($0.key.utf8)) }
        var room = 16
        while room < known.count * 4 { room *= 2 }
        slots = [Slot](repeating: Slot(), count: room)
        for (word, value) in known {
            let start = bytes.count
            bytes += word.utf8
            longest = max(longest, bytes.count - start)
            var place = bytes[start...].withUnsafeBufferPointer { Self.hash($0) } & (room - 1)
            while slots[place].value != 0 { place = (place + 1) & (room - 1) }
            slots[place] = Slot(start: UInt32(start), count: UInt32(bytes.count - start), value: value)
        }
    }

    /// The number of a word in any letter case, 0 where it has none; `nil` where only a comparison as Unicode has it can tell.
    func value(_ word: UnsafeBufferPointer<UInt8>) -> UInt32? {
        guard Self.isPlain(word) else { return nil }
        guard !word.isEmpty, word.count <= longest else { return 0 }
        var place = Self.hash(word) & (slots.count - 1)
        while slots[place].value != 0 {
            if isWord(slots[place], word) { return slots[place].value }
            place = (place + 1) & (slots.count - 1)
        }
        return 0
    }

    private func isWord(_ slot: Slot, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
        guard Int(slot.count) == word.count else { return false }
        let start = Int(slot.start)
        return word.indices.allSatisfy { Self.small(word[$0]) == bytes[start + $0] }
    }

    private static func small(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

    /// The hash by Fowler, Noll and Vo (FNV-1a) of a word in small letters.
    private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in word { hash = (hash ^ UInt64(small(byte))) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: (hash ^ hash >> 32) & 0x7FFF_FFFF)
    }

    /// Whether a text consists of ASCII and Hangul syllables.
    private static func isPlain(_ word: some RandomAccessCollection<UInt8>) -> Bool {
        var index = word.startIndex
        while index < word.endIndex {
            let byte = word[index]
            guard byte >= 0x80 else {
                index = word.index(after: index)
                continue
            }
            // U+AC00 is EA B0 80, U+D7A3 is ED 9E A3.
            guard (0xEA...0xED).contains(byte), word.distance(from: index, to: word.endIndex) >= 3 else { return false }
            let second = word[word.index(after: index)]
            let third = word[word.index(index, offsetBy: 2)]
            if byte == 0xEA, second < 0xB0 { return false }
            if byte == 0xED, second > 0x9E || second == 0x9E && third > 0xA3 { return false }
            index = word.index(index, offsetBy: 3)
        }
        return true
    }
}
