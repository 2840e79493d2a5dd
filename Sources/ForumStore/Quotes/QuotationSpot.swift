/// Where a folded quotation stands: in the first passage from an index on, in the last one up to another.
struct QuotationSpot {
    /// The passages with the range of their folded scalars.
    var parts: [(key: Int64, indices: Range<Int>)]

    /// Makes a spot within one passage.
    init(_ key: Int64, _ indices: Range<Int>) {
        parts = [(key, indices)]
    }

    fileprivate init(_ parts: [(key: Int64, indices: Range<Int>)]) {
        self.parts = parts
    }
}

/// The passages of a talk as far as they were read, one after another, as one folded text.
struct TalkText {
    private var talk: Int64?
    private var passages: [(key: Int64, indices: Range<Int>)] = []

    /// How many folded scalars there are.
    var length: Int { passages.last?.indices.upperBound ?? 0 }

    /// Whether a passage is the next one of the talk.
    func isFollowed(by key: Int64, of talk: Int64) -> Bool { talk == self.talk && passages.last?.key == key - 1 }

    /// Adds a passage; one that does not follow the one before begins anew.
    ///
    /// - Returns: The index of its first folded scalar.
    mutating func append(_ key: Int64, of talk: Int64, length: Int) -> Int {
        if !isFollowed(by: key, of: talk) { passages.removeAll(keepingCapacity: true) }
        self.talk = talk
        let start = self.length
        passages.append((key, start..<start + length))
        return start
    }

    /// Where a range of the folded text stands.
    func spot(_ range: Range<Int>) -> QuotationSpot {
        // Most ranges are near the end of what was read.
        var parts: [(key: Int64, indices: Range<Int>)] = []
        for (key, indices) in passages.reversed() {
            if indices.upperBound <= range.lowerBound { break }
            let common = indices.clamped(to: range)
            guard !common.isEmpty else { continue }
            parts.append((key, common.lowerBound - indices.lowerBound..<common.upperBound - indices.lowerBound))
        }
        return QuotationSpot(parts.reversed())
    }
}
