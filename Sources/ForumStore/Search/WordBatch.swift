/// Words on their way into a ``WordTable``, taken together.
struct WordBatch {
    /// The bytes of all words, one after another.
    private(set) var bytes: [UInt8] = []
    private(set) var hashes: [UInt64] = []
    /// Where each word ends.
    private(set) var ends: [Int] = []

    /// How many words there are.
    var count: Int { hashes.count }

    mutating func append(_ word: UnsafeBufferPointer<UInt8>) {
        bytes.append(contentsOf: word)
        ends.append(bytes.count)
        hashes.append(WordTable.hash(word))
    }

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        hashes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
    }
}
