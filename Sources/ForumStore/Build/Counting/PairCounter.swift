/// Counts in how many windows of a kind two topics are spoken of together, and notes where first.
struct PairCounter {
    /// Two topics, that of the lower key first.
    struct Pair: Hashable, Comparable {
        var first: Int64
        var second: Int64

        static func < (left: Self, right: Self) -> Bool {
            (left.first, left.second) < (right.first, right.second)
        }
    }

    /// The first passage of a window that speaks of the first topic of a pair, and that of the second.
    struct Place: Hashable {
        var first: Int64
        var second: Int64
    }

    /// What is known of a pair.
    struct Tally {
        var windows = 0
        /// The first windows, in the order of the document.
        var places: [Place] = []
    }

    private(set) var pairs: [Pair: Tally] = [:]
    /// In how many windows each topic is spoken of.
    private(set) var windows: [Int64: Int] = [:]

    /// Adds a window.
    ///
    /// - Parameter topics: The topics spoken of in it, by key, with the first passage that does.
    mutating func add(_ topics: [(topic: Int64, passage: Int64)]) {
        for (index, first) in topics.enumerated() {
            windows[first.topic, default: 0] += 1
            for second in topics[(index + 1)...] {
                pairs[Pair(first: first.topic, second: second.topic), default: Tally()].add(
                    Place(first: first.passage, second: second.passage))
            }
        }
    }
}

extension PairCounter.Tally {
    fileprivate mutating func add(_ place: PairCounter.Place) {
        windows += 1
        if places.count == StoreSchema.evidence {
            guard let last = places.last, place.first < last.first else { return }
            places.removeLast()
        }
        // Windows may overlap: most come in order all the same.
        let index = places.lastIndex { $0.first < place.first }.map { $0 + 1 } ?? 0
        places.insert(place, at: index)
    }
}
