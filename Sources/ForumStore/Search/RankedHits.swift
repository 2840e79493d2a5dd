/// What a search found, in the order of the ranking.
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
            (left.tier, -left.score, left.key) < (right.tier, -right.score, right.key)
        }
    }

    private(set) var all: [Hit] = []

    init() {}

    init(_ scores: [(key: Int64, score: Double)]) {
        all = scores.map { Hit(key: $0.key, score: $0.score) }.sorted(by: Hit.precedes)
    }

    /// Adds to the scores what the passages share with others, and ranks them anew.
    mutating func add(_ evidence: SharedEvidence, _ catalogue: PassageCatalogue) {
        guard !evidence.isEmpty, !all.isEmpty else { return }
        for index in all.indices { all[index].score += evidence.score(of: Int(all[index].key), catalogue) }
        all.sort(by: Hit.precedes)
    }

    /// Puts hits without a rank after all others, in the order of the document.
    mutating func append(_ keys: [Int64]) {
        all += keys.sorted().map { Hit(key: $0, score: 0, tier: 1) }
    }

    /// The wanted part, and where the next one begins.
    func part(from start: ListStart, limit: Int) throws(StoreError) -> (hits: ArraySlice<Hit>, next: ListPosition?) {
        let first: Int
        switch start {
        case .offset(let offset): first = min(max(0, offset), all.count)
        case .after(let position):
            guard position.values.count == 2, case .integer(let tier) = position.values[0],
                case .integer(let bits) = position.values[1]
            else { throw .invalidPosition(detail: "it was made for another order") }
            let place = Hit(
                key: position.key, score: Double(bitPattern: UInt64(bitPattern: bits)),
                tier: Int(truncatingIfNeeded: tier))
            first = all.firstIndex { Hit.precedes(place, $0) } ?? all.count
        }
        let part = all[first...].prefix(limit)
        return (part, part.endIndex < all.endIndex ? part.last?.position : nil)
    }
}
