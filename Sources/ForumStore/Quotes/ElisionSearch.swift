import KoreanText

/// Seeks what a quotation with omissions keeps, in talks that are read passage by passage: fragment after fragment, in one talk.
struct ElisionSearch {
    /// How many places hold all fragments in their order: each of the first fragment, with the next of every other.
    private(set) var total = 0
    /// The first places, a spot for each fragment.
    private(set) var places: [[QuotationSpot]] = []

    private var patterns: [QuotationPattern]
    private let limit: Int
    private var talk = TalkText()
    /// Where each fragment stands in the talk's folded text, in order.
    private var ranges: [[Range<Int>]]

    /// Prepares to seek folded fragments.
    init(_ patterns: [QuotationPattern], limit: Int) {
        self.patterns = patterns
        self.limit = limit
        ranges = patterns.map { _ in [] }
    }

    /// Reads the next passage.
    mutating func read(_ key: Int64, of talk: Int64, _ scalars: [UInt32]) {
        if !self.talk.isFollowed(by: key, of: talk) { finishTalk() }
        let start = self.talk.append(key, of: talk, length: scalars.count)
        for index in patterns.indices {
            let length = patterns[index].scalars.count
            var found: [Range<Int>] = []
            patterns[index].forEachEnd(in: scalars) { found.append(start + $0 + 1 - length..<start + $0 + 1) }
            ranges[index] += found
        }
    }

    /// Ends the talk that was read, which is for the caller to do after the last one.
    mutating func finishTalk() {
        joinFragments()
        for index in patterns.indices {
            patterns[index].restart()
            ranges[index].removeAll(keepingCapacity: true)
        }
        talk = TalkText()
    }

    private mutating func joinFragments() {
        // What is too early for one place of the first fragment is so for the next one, too.
        var next = ranges.map { _ in 0 }
        for first in ranges[0] {
            var place = [first]
            for index in ranges.indices.dropFirst() {
                let end = place[index - 1].upperBound
                while next[index] < ranges[index].count, ranges[index][next[index]].lowerBound < end {
                    next[index] += 1
                }
                guard next[index] < ranges[index].count else { return }
                place.append(ranges[index][next[index]])
            }
            total += 1
            if places.count < limit { places.append(place.map(talk.spot)) }
        }
    }
}
