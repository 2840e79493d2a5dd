/// Numbers words from 0 in the order in which they are first seen.
///
/// The search's table of words counts passages beside, a batch of words at a time, for texts a hundred times as long; what it
/// does for speed there would only be in the way here.
struct WordNumbers {
    /// The UTF-8 bytes of all words, one after another.
    private var bytes: [UInt8] = []
    /// Where each word begins; one more than there are words.
    private var starts: [Int] = [0]
    private var slots: [Int32]
    private static let vacant: Int32 = -1

    init() {
        slots = Array(repeating: Self.vacant, count: 1 << 10)
    }

    /// How many words there are.
    var count: Int { starts.count - 1 }

    /// The word of a number.
    subscript(_ word: Int) -> String {
        String(decoding: bytes[starts[word]..<starts[word + 1]], as: UTF8.self)
    }

    /// Reads the scalars of a word into an array, in place of what it holds.
    func read(_ word: Int, into scalars: inout [Unicode.Scalar]) {
        scalars.removeAll(keepingCapacity: true)
        bytes.withUnsafeBufferPointer { bytes in
            var index = starts[word]
            while index < starts[word + 1] {
                let (value, width) = WordScanner.scalar(in: bytes, at: index)
                scalars.append(Unicode.Scalar(value) ?? " ")
                index += width
            }
        }
    }

    /// The number of a word, which is a new one for a word that is new.
    mutating func number(of word: UnsafeBufferPointer<UInt8>) -> Int {
        if starts.count * 2 > slots.count { grow() }
        var slot = Self.hash(word) & (slots.count - 1)
        while slots[slot] != Self.vacant {
            let candidate = Int(slots[slot])
            if equals(candidate, word) { return candidate }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = Int32(count)
        bytes.append(contentsOf: word)
        starts.append(bytes.count)
        return count - 1
    }

    /// The number of a word, which is a new one for a word that is new.
    mutating func number(of word: String) -> Int {
        var word = word
        return word.withUTF8 { number(of: $0) }
    }

    /// The number of a word, or `nil` where it was never seen.
    func existing(_ word: UnsafeBufferPointer<UInt8>) -> Int? {
        var slot = Self.hash(word) & (slots.count - 1)
        while slots[slot] != Self.vacant {
            let candidate = Int(slots[slot])
            if equals(candidate, word) { return candidate }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    private func equals(_ candidate: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = starts[candidate]
        guard starts[candidate + 1] - start == word.count else { return false }
        for index in word.indices where bytes[start + index] != word[index] { return false }
        return true
    }

    private mutating func grow() {
        slots = Array(repeating: Self.vacant, count: slots.count * 2)
        bytes.withUnsafeBufferPointer { bytes in
            for word in 0..<count {
                var slot = Self.hash(UnsafeBufferPointer(rebasing: bytes[starts[word]..<starts[word + 1]]))
                slot &= slots.count - 1
                while slots[slot] != Self.vacant { slot = (slot + 1) & (slots.count - 1) }
                slots[slot] = Int32(word)
            }
        }
    }

    /// FNV-1a, with the high bits folded in.
    private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: (hash ^ hash >> 29) & 0x7FFF_FFFF)
    }
}
