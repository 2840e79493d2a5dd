/// The UTF-8 bytes of a short word as a key: hashing a string would first ask Unicode's tables of its form.
struct WordKey: Hashable, Comparable {
    /// The bytes of a word that is kept.
    static let capacity = 32
    /// The bytes of a Hangul syllable.
    static let syllableWidth = 3

    private var bytes = SIMD4<UInt64>()
    private(set) var count = 0

    /// Makes a key, or `nil` for a word that is too long.
    init?(_ word: UnsafeBufferPointer<UInt8>) {
        guard word.count <= Self.capacity else { return nil }
        count = word.count
        withUnsafeMutableBytes(of: &bytes) { $0.copyBytes(from: word) }
    }

    /// The key of the word's beginning.
    func prefix(_ count: Int) -> WordKey {
        var prefix = self
        prefix.count = min(max(0, count), self.count)
        withUnsafeMutableBytes(of: &prefix.bytes) { bytes in
            for index in prefix.count..<Self.capacity { bytes[index] = 0 }
        }
        return prefix
    }

    /// The word.
    var text: String {
        withUnsafeBytes(of: bytes) { String(decoding: $0.prefix(count), as: UTF8.self) }
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(bytes.x)
        // Most words take no more than sixteen bytes.
        if count > 8 { hasher.combine(bytes.y) }
        if count > 16 { hasher.combine(bytes.z ^ bytes.w &* 0x9E37_79B9_7F4A_7C15) }
    }

    /// Whether the word is Hangul syllables and nothing else.
    var isMadeOfSyllables: Bool {
        withUnsafeBytes(of: bytes) { bytes in
            count % Self.syllableWidth == 0
                && stride(from: 0, to: count, by: Self.syllableWidth).allSatisfy { (0xEA...0xED).contains(bytes[$0]) }
        }
    }

    /// Whether the word ends with these bytes.
    func hasSuffix(_ suffix: [UInt8]) -> Bool {
        withUnsafeBytes(of: bytes) { count >= suffix.count && $0[..<count].suffix(suffix.count).elementsEqual(suffix) }
    }

    /// The order of the bytes.
    static func < (left: WordKey, right: WordKey) -> Bool {
        for index in 0..<4 where left.bytes[index] != right.bytes[index] {
            return left.bytes[index].bigEndian < right.bytes[index].bigEndian
        }
        return left.count < right.count
    }
}
