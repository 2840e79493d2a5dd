/// A set of words or word endings, asked by the last scalar of a word instead of trying each.
struct SuffixSet: ExpressibleByArrayLiteral {
    private struct Suffix {
        var bytes: [UInt8]
        var scalars: Int
    }

    private let suffixes: [UInt32: [Suffix]]
    /// Of every key there is, the bit at its place: most words end in none, and are known by it without hashing.
    private let places: [UInt64]

    init(arrayLiteral elements: String...) {
        self.init(elements)
    }

    init(_ words: some Sequence<String>) {
        let all = words.map { Suffix(bytes: Array($0.utf8), scalars: $0.unicodeScalars.count) }
        suffixes = Dictionary(grouping: all) { suffix in
            suffix.bytes.withUnsafeBufferPointer { Self.key($0, of: $0.count) }
        }
        var places = [UInt64](repeating: 0, count: 16)
        for key in suffixes.keys { places[Self.place(key) >> 6] |= 1 << UInt64(Self.place(key) & 63) }
        self.places = places
    }

    /// A place from 0 to 1023 for a key.
    private static func place(_ key: UInt32) -> Int { Int((key &* 0x9E37_79B1) >> 22) }

    /// The bytes of the scalar that ends at an index, as one number.
    private static func key(_ bytes: UnsafeBufferPointer<UInt8>, of end: Int) -> UInt32 {
        var key: UInt32 = 0
        var index = end - 1
        var shift: UInt32 = 0
        while index >= 0, shift < 32 {
            key |= UInt32(bytes[index]) << shift
            guard bytes[index] & 0xC0 == 0x80 else { break }
            index -= 1
            shift += 8
        }
        return key
    }

    /// Whether a word ends in one of those that a test lets pass, given how many scalars each has and stand before it.
    private func match(_ word: some StringProtocol, where passes: (_ length: Int, _ before: Int) -> Bool) -> Bool {
        word.withBytes { bytes in
            let key = Self.key(bytes, of: bytes.count)
            let place = Self.place(key)
            guard places[place >> 6] & 1 << UInt64(place & 63) != 0, let candidates = suffixes[key] else {
                return false
            }
            return candidates.contains { suffix in
                let before = bytes.count - suffix.bytes.count
                guard before >= 0, bytes[before...].elementsEqual(suffix.bytes) else { return false }
                return passes(suffix.scalars, bytes[..<before].count { $0 & 0xC0 != 0x80 })
            }
        }
    }

    /// Whether a word is one of them.
    func contains(_ word: some StringProtocol) -> Bool {
        match(word) { $1 == 0 }
    }

    /// Whether a word ends in one of them with at least some scalars before it.
    func match(_ word: some StringProtocol, atLeast before: Int) -> Bool {
        match(word) { $1 >= before }
    }

    /// Whether a word ends in one of them, of one scalar only with another before it.
    func matchPart(_ word: some StringProtocol) -> Bool {
        match(word) { $0 > 1 || $1 > 0 }
    }
}
