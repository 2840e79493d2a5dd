/// What a search found, each with its rank.
struct RankedHits {
    /// A passage with its rank.
    struct Hit {
        let key: Int64
        var score: Double
        /// 0 for what was found as a word, 1 for what was found inside a longer one.
        var tier = 0

        /// What a position remembers of the hit; a double's bits are a whole number.
        var position: ListPosition {
            ListPosition(
                values: [.integer(Int64(tier)), .integer(Int64(bitPattern: score.bitPattern))], key: key)
        }

        static func precedes(_ left: Hit, _ right: Hit) -> Bool {
            if left.tier != right.tier { return left.tier < right.tier }
            if left.score != right.score { return left.score > right.score }
            return left.key < right.key
        }
    }

    /// All hits, in no order.
    private(set) var all: [Hit] = []

    init() {}

    init(_ scores: [(key: Int64, score: Double)]) {
        all = scores.map {
            $0.score == PassageRanking.insideWordsOnly
                ? Hit(key: $0.key, score: 0, tier: 1) : Hit(key: $0.key, score: $0.score)
        }
    }

    /// Adds to the scores what the passages share with others.
    mutating func add(_ evidence: SharedEvidence, _ catalogue: PassageCatalogue) {
        guard !evidence.isEmpty else { return }
        for index in all.indices where all[index].tier == 0 {
            all[index].score += evidence.score(of: Int(all[index].key), catalogue)
        }
    }

    /// Puts hits without a rank after all others.
    mutating func append(_ keys: [Int64]) {
        all += keys.map { Hit(key: $0, score: 0, tier: 1) }
    }

    /// The wanted part in the order of the ranking, equals in the order of the document, and where the next one begins.
    func part(from start: ListStart, limit: Int) throws(StoreError) -> (hits: ArraySlice<Hit>, next: ListPosition?) {
        // One more tells whether anything follows.
        let (limit, more) = limit.addingReportingOverflow(1)
        let wanted = more ? Int.max : limit
        var found: ArraySlice<Hit>
        switch start {
        case .offset(let offset):
            let (end, isBeyond) = max(0, offset).addingReportingOverflow(wanted)
            found = all.first(Swift.min(isBeyond ? Int.max : end, all.count), by: Hit.precedes).dropFirst(
                max(0, offset))
        case .after(let position):
            guard position.values.count == 2, case .integer(let tier) = position.values[0],
                case .integer(let bits) = position.values[1]
            else { throw .invalidPosition(detail: "it was made for another order") }
            let place = Hit(
                key: position.key, score: Double(bitPattern: UInt64(bitPattern: bits)),
                tier: Int(truncatingIfNeeded: tier))
            found =
                all.lazy.filter { Hit.precedes(place, $0) }.first(Swift.min(wanted, all.count), by: Hit.precedes)[...]
        }
        let hasMore = found.count >= wanted
        if hasMore { found = found.dropLast(found.count - (wanted - 1)) }
        return (found, hasMore ? found.last?.position : nil)
    }
}
