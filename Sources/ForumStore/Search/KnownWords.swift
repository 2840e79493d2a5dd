import KoreanText

/// The words that a store knows, in the order of the keys that they are typed with.
///
/// They lie one after another in one array of bytes, as they do in the store: opening it reads no word.
struct KnownWords {
    /// One of the words, by its place.
    typealias Place = Int

    private var bytes: [UInt8] = []
    /// Where each word begins, and where the last one ends.
    private var starts: [UInt32] = [0]
    private var counts: [UInt32] = []

    /// How many words there are.
    var count: Int { counts.count }

    /// In how many passages a word stands.
    func passages(_ place: Place) -> Int { Int(counts[place]) }

    /// A word.
    func text(_ place: Place) -> String {
        String(decoding: bytes[Int(starts[place])..<Int(starts[place + 1])], as: UTF8.self)
    }

    /// Lends a word's bytes.
    func withBytes<Result>(_ place: Place, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        bytes.withUnsafeBufferPointer {
            body(UnsafeBufferPointer(rebasing: $0[Int(starts[place])..<Int(starts[place + 1])]))
        }
    }

    /// A word's characters, into an array that is used again.
    func read(_ place: Place, _ scalars: inout [Unicode.Scalar]) {
        scalars.removeAll(keepingCapacity: true)
        withBytes(place) { $0.forEachScalar { scalars.append($0) } }
    }

    // MARK: Seeking

    /// The words whose keys begin so: while the last syllable is still being typed, too (`딥ㅅ`).
    func beginning(with keys: [UInt8]) -> Range<Place> {
        let first = firstPlace(notBefore: keys)
        // What begins so ends where the next key of the same length would stand.
        var next = keys
        while let last = next.popLast() {
            guard last < .max else { continue }
            next.append(last + 1)
            return first..<max(first, firstPlace(notBefore: next))
        }
        return first..<count
    }

    /// The place of a word, or `nil` where it is not known.
    func place(of word: String) -> Place? {
        let keys = KeyBytes.keystrokes(Array(word.unicodeScalars))
        var place = firstPlace(notBefore: keys)
        var word = word
        // Few words share their keys with others.
        while place < count {
            if withBytes(place, { known in word.withUTF8 { known.elementsEqual($0) } }) { return place }
            guard keystrokes(place) == keys else { return nil }
            place += 1
        }
        return nil
    }

    /// Hands over the words of Hangul whose syllables begin with the initials (`ㄷㅅ`), and how many syllables each has.
    func forEach(withInitials initials: [Unicode.Scalar], _ body: (Place, _ syllables: Int) -> Void) {
        guard let first = initials.first else { return }
        var scalars: [Unicode.Scalar] = []
        // The first keystroke is the first initial, so that the words stand together.
        for place in beginning(with: KeyBytes.keystrokes([first])) {
            read(place, &scalars)
            guard scalars.count >= initials.count, scalars.allSatisfy(Hangul.isSyllable) else { continue }
            if Jamo.initials(of: scalars.prefix(initials.count)).elementsEqual(initials) { body(place, scalars.count) }
        }
    }

    /// Whether a word is a number.
    func isNumber(_ place: Place) -> Bool {
        withBytes(place) { $0.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }
    }

    /// The words of ASCII, all letters or all digits; they come first.
    private(set) var ascii: Range<Place> = 0..<0
    /// The words of Hangul.
    private(set) var hangul: Range<Place> = 0..<0
    /// The words that are indexed whole: letters and digits of any script.
    private(set) var foreign: [Place] = []

    private mutating func divide() {
        ascii = 0..<firstPlace(notBefore: [KeyBytes.firstLetter])
        // Where words are damaged, they may stand in no order.
        hangul = ascii.upperBound..<max(ascii.upperBound, firstPlace(notBefore: [KeyBytes.otherMark]))
        foreign = Array(ascii)
        for place in ascii.upperBound..<count {
            // A word of Hangul syllables need not be read: jamo alone (`ㅋㅋ`) begin with another byte.
            guard !Self.syllableLeads.contains(bytes[Int(starts[place])]) else { continue }
            if text(place).unicodeScalars.first.map(SearchText.isSyllable) == false { foreign.append(place) }
        }
    }

    private static let syllableLeads: ClosedRange<UInt8> = 0xEA...0xED

    private func firstPlace(notBefore keys: [UInt8]) -> Place {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if keystrokes(middle).lexicographicallyPrecedes(keys) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func keystrokes(_ place: Place) -> [UInt8] { withBytes(place) { KeyBytes.keystrokes($0) } }

    // MARK: Stored form

    /// The bytes that a stored word takes at least: its length, its passages, and one of its own.
    private static let leastStored = 3

    /// Reads what ``stored`` wrote, or gives `nil` where that is damaged.
    init?(stored: UnsafeRawBufferPointer) {
        var reader = NumberReader(stored)
        guard let count = reader.next(), count <= stored.count / Self.leastStored else { return nil }
        starts.reserveCapacity(count + 1)
        counts.reserveCapacity(count)
        for _ in 0..<count {
            guard let length = reader.next(), length > 0, let passages = reader.next().flatMap(UInt32.init(exactly:)),
                let word = reader.bytes(length)
            else { return nil }
            bytes.append(contentsOf: word)
            starts.append(UInt32(truncatingIfNeeded: bytes.count))
            counts.append(passages)
        }
        guard reader.next() == nil else { return nil }
        divide()
    }

    /// All words: how many, and for each its length, its passages and its bytes.
    var stored: [UInt8] {
        var writer = NumberWriter()
        writer.append(count)
        for place in 0..<count {
            writer.append(Int(starts[place + 1] - starts[place]))
            writer.append(passages(place))
            writer.append(bytes[Int(starts[place])..<Int(starts[place + 1])])
        }
        return writer.bytes
    }

    private init() {}

    /// Takes words in any order.
    struct Builder {
        private var table = WordTable()

        /// Takes a word that stands in no passage yet, and gives its place.
        mutating func insert(_ word: UnsafeBufferPointer<UInt8>) -> Int { table.insert(word) }

        /// Counts a passage in which the word at a place stands, once however often it does.
        mutating func count(_ place: Int, passage: Int) { table.count(place, passage: passage) }

        /// The words in their order, without the rarest of Hangul where there are too many.
        func words(mostOfHangul limit: Int) -> KnownWords {
            table.withBytes { bytes in
                var known = KnownWords()
                var keys: [UInt8] = []
                var chosen = table.entries.indices.map { index in
                    let entry = table.entries[index]
                    let word = UnsafeBufferPointer(rebasing: bytes[entry.start..<entry.start + entry.count])
                    return Candidate(word, index, entry.passages, &keys)
                }
                let precedes = { (left: Candidate, right: Candidate) in
                    if left.beginning != right.beginning { return left.beginning < right.beginning }
                    return keys[left.keys].lexicographicallyPrecedes(keys[right.keys])
                }
                let hangul = chosen.count { !$0.isASCII }
                if hangul > limit {
                    // Those of equal frequency go by their keys, so that a corpus always gives the same words.
                    var frequencies: [Int: Int] = [:]
                    for word in chosen where !word.isASCII { frequencies[word.rank, default: 0] += 1 }
                    var (left, least) = (limit, Int.max)
                    for (passages, words) in frequencies.sorted(by: { $0.key > $1.key }) {
                        guard left >= words else { break }
                        (left, least) = (left - words, passages)
                    }
                    let rare = chosen.filter { !$0.isASCII && $0.rank < least }
                    let next = rare.map(\.rank).max() ?? 0
                    let kept = Set(rare.filter { $0.rank == next }.sorted(by: precedes).prefix(left).map(\.index))
                    chosen.removeAll { !$0.isASCII && $0.rank < least && !kept.contains($0.index) }
                }
                chosen.sort(by: precedes)
                for word in chosen {
                    let entry = table.entries[word.index]
                    known.bytes += bytes[entry.start..<entry.start + entry.count]
                    known.starts.append(UInt32(truncatingIfNeeded: known.bytes.count))
                    known.counts.append(UInt32(truncatingIfNeeded: word.passages))
                }
                known.divide()
                return known
            }
        }
    }

    /// A word on its way into the order of keys.
    private struct Candidate {
        let index: Int
        let passages: Int
        let isASCII: Bool
        /// Its keys among those of all.
        let keys: Range<Int>
        /// The first keys as one number, in whose order most words are told apart.
        let beginning: UInt64
        /// What decides whether it stays: a name that no passage holds stays as long as what one passage holds.
        var rank: Int { max(1, passages) }

        /// Makes one, and adds its keys to those of all.
        init(_ word: UnsafeBufferPointer<UInt8>, _ index: Int, _ passages: Int, _ all: inout [UInt8]) {
            self.index = index
            self.passages = passages
            isASCII = word.first.map { $0 < 0x80 } ?? true
            let start = all.count
            word.forEachScalar { KeyBytes.append($0, to: &all, splitsLetters: true) }
            keys = start..<all.count
            var beginning: UInt64 = 0
            for place in start..<start + 8 {
                beginning = beginning << 8 | (place < all.count ? UInt64(all[place]) : 0)
            }
            self.beginning = beginning
        }
    }
}
