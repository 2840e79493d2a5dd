extension PageFurniture {
    /// What is the same in a running header on every page: its bytes, each number one sign, without spaces.
    ///
    /// Bytes are compared, not strings: clean lines are in one normal form, and for Korean text strings would be normalised
    /// again for every comparison.
    struct LineKey: Hashable {
        private let bytes: [UInt8]

        init(_ manuscript: Manuscript, _ row: Int, _ labels: ItemLabels) {
            var bytes: [UInt8] = []
            bytes.reserveCapacity(manuscript.rows[row].clean.count)
            bytes.append(contentsOf: Bytes(manuscript, row, labels))
            self.bytes = bytes
        }

        func hash(into hasher: inout Hasher) {
            // All at once: an array is hashed byte by byte.
            bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
        }

        /// How the key begins, as a number; keys that begin alike have the same.
        var opening: UInt16 { Self.opening(bytes.makeIterator()) }

        /// How the key of a row begins, told without making it.
        static func opening(_ manuscript: Manuscript, _ row: Int, _ labels: ItemLabels) -> UInt16 {
            opening(Bytes(manuscript, row, labels))
        }

        private static func opening(_ bytes: some IteratorProtocol<UInt8>) -> UInt16 {
            var bytes = bytes
            var opening: UInt16 = 0
            // Three syllables tell most lines apart.
            for _ in 0..<9 {
                guard let byte = bytes.next() else { break }
                opening = opening &* 31 &+ UInt16(byte)
            }
            return opening
        }
    }

    /// The bytes of a row's key.
    private struct Bytes: Sequence, IteratorProtocol {
        private let clean: [UInt8]
        private var index: Int
        private let end: Int
        /// The number of an item is no page number: `Panelist 1. Title` and `Panelist 2. Title` are two lines.
        private let isItem: Bool
        private var wasDigit = false

        init(_ manuscript: Manuscript, _ row: Int, _ labels: ItemLabels) {
            clean = manuscript.clean
            isItem = labels[row]?.ordinal != nil
            let line = manuscript.rows[row].clean
            let range = isItem ? line : Self.withoutNumberBeside(clean, line)
            (index, end) = (range.lowerBound, range.upperBound)
        }

        /// A line without the number that begins or ends it: a page number stands on one side on even pages and on the other on odd ones.
        private static func withoutNumberBeside(_ clean: [UInt8], _ range: Range<Int>) -> Range<Int> {
            let isDigit = { (index: Int) in (0x30...0x39).contains(clean[index]) }
            if let end = range.first(where: { !isDigit($0) }), (1...4).contains(end - range.lowerBound),
                clean[end] == 0x20
            {
                return end..<range.upperBound
            }
            guard let start = range.last(where: { !isDigit($0) }), (1...4).contains(range.upperBound - 1 - start),
                clean[start] == 0x20
            else { return range }
            return range.lowerBound..<start
        }

        mutating func next() -> UInt8? {
            while index < end {
                let byte = clean[index]
                index += 1
                if isItem { return byte }
                if byte == 0x20 { continue }
                let isDigit = (0x30...0x39).contains(byte)
                defer { wasDigit = isDigit }
                if !isDigit { return byte }
                if !wasDigit { return 0x23 }
            }
            return nil
        }
    }
}
