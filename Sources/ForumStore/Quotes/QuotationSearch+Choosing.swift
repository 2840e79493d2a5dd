import KoreanText
import Quotations
import SQLite

extension QuotationSearch {
    /// The passages that have a token of every anchor; every passage that holds the whole text is among them.
    func passages(holdingAll anchors: [[String]]) throws(StoreError) -> [Int64] {
        let chosen = Self.spread(anchors, limits.maxAnchors)
        return try passages(matching: chosen.map(Self.any).joined(separator: " AND "), limit: .max)
    }

    /// The passages that may hold the text, alone or together with their neighbours; `nil`, which is all, where the index
    /// cannot tell, or where a group of anchors is in too many passages to be followed.
    ///
    /// The anchors are cut into groups in their order. Each end of a passage cuts one group at most, so that one passage has all anchors of
    /// a group where there are more groups than ends. It is taken with as many passages before and behind as the text is long.
    mutating func neighbourhoods() throws(StoreError) -> [Int64]? {
        let count = min(limits.maxGroups, max(2, anchors.count / 2))
        guard usesIndex, anchors.count >= count else { return nil }
        var found: Set<Int64> = []
        for group in 0..<count {
            let range = group * anchors.count / count..<(group + 1) * anchors.count / count
            let tokens = Self.spread(Array(anchors[range]), limits.maxAnchors)
            let keys = try passages(
                matching: tokens.map(Self.any).joined(separator: " AND "),
                limit: limits.groupPassages + 1)
            // Without this one, the others may be those that an end cuts.
            guard keys.count <= limits.groupPassages else { return nil }
            found.formUnion(keys)
        }
        var chosen: Set<Int64> = []
        var lengths: [Int64: (talk: Int64, length: Int)] = [:]
        for key in found {
            guard let start = try length(key, &lengths) else { continue }
            chosen.insert(key)
            for step in [-1, 1] as [Int64] {
                var rest = pattern.scalars.count
                var next = key + step
                while rest > 0, let found = try length(next, &lengths), found.talk == start.talk {
                    chosen.insert(next)
                    rest -= found.length
                    next += step
                }
            }
        }
        return chosen.sorted()
    }

    private mutating func length(
        _ key: Int64, _ known: inout [Int64: (talk: Int64, length: Int)]
    ) throws(StoreError) -> (talk: Int64, length: Int)? {
        if let found = known[key] { return found }
        try forEachPassage([key]) { key, talk, text, form in
            form.read(text)
            known[key] = (talk, form.scalars.count)
        }
        return known[key]
    }

    private func passages(matching expression: String, limit: Int) throws(StoreError) -> [Int64] {
        var keys: [Int64] = []
        try reader.forEachRow(
            of: "SELECT rowid FROM search_index WHERE search_index MATCH ? ORDER BY rowid LIMIT ?",
            [.text(expression), Value(limit)]
        ) { statement throws(StoreError) in keys.append(statement.int64(at: 0)) }
        return keys
    }

    /// The expression for any of some tokens.
    static func any(_ tokens: [String]) -> String {
        "(" + tokens.map { "\"\($0)\"" }.joined(separator: " OR ") + ")"
    }

    /// At most so many of some things, spread evenly over them.
    static func spread<Thing>(_ things: [Thing], _ most: Int) -> [Thing] {
        guard things.count > most else { return things }
        return (0..<most).map { things[$0 * things.count / most] }
    }

    /// The passages that share most with the text, with those around them, in the order of the document.
    func likely() throws(StoreError) -> [Int64] {
        let windows = try windows(around: GivenQuotation(text.isEmpty ? String(pattern) : text))
        return Set(windows.flatMap { Array($0) }).sorted()
    }

    /// The stretches of passages that a text may come from, the likeliest first: as many around each as the text is long.
    func windows(around text: GivenQuotation) throws(StoreError) -> [ClosedRange<Int64>] {
        let keys = try candidates(for: text)
        var windows: [ClosedRange<Int64>] = []
        var talks: [Int64] = []
        for key in keys {
            try checkTime()
            guard let (window, talk) = try window(around: key, length: text.text.utf16.count) else { continue }
            // What is left out may be long: then candidates of a talk are one stretch.
            let reach = Int64(text.fragments.count > 1 ? limits.windowPassages / 2 : 0)
            let near = windows.indices.first { index in
                talks[index] == talk && windows[index].lowerBound <= window.upperBound + reach
                    && window.lowerBound <= windows[index].upperBound + reach
            }
            if let near {
                let joined =
                    min(windows[near].lowerBound, window.lowerBound)...max(windows[near].upperBound, window.upperBound)
                if joined.count <= limits.windowPassages { windows[near] = joined }
            } else if windows.count < limits.nearestCandidates {
                windows.append(window)
                talks.append(talk)
            }
        }
        return windows
    }

    private func candidates(for text: GivenQuotation) throws(StoreError) -> [Int64] {
        let words = text.fragments.joined(separator: " ")
        let candidates = QuotationCandidates(words, in: reader)
        guard candidates.isEmpty, isSmall else {
            var keys: [Int64] = []
            for fragment in text.fragments.count > 1 ? [words] + text.fragments : [words] {
                keys += try QuotationCandidates(fragment, in: reader).keys(limit: limits.roughCandidates)
            }
            return keys
        }
        // Too short a text for the index: of so few passages all are looked at.
        var likeness = QuotationLikeness(pattern.scalars)
        var found: [(pairs: Int, key: Int64)] = []
        var copy = self
        try copy.forEachPassage(nil) { key, _, text, form in
            form.read(text)
            let pairs = likeness.commonPairs(form.scalars)
            if pairs > 0 { found.append((pairs, key)) }
        }
        return found.sorted { ($1.pairs, $0.key) < ($0.pairs, $1.key) }.prefix(limits.nearestCandidates).map(\.key)
    }

    /// A passage with as many before and behind it as are as long as a text.
    private func window(around key: Int64, length: Int) throws(StoreError) -> (ClosedRange<Int64>, talk: Int64)? {
        guard let start = try size(of: key) else { return nil }
        var bounds = key...key
        for step in [-1, 1] as [Int64] {
            var rest = length
            var next = key + step
            while rest > 0, bounds.count < limits.windowPassages, let size = try size(of: next), size.talk == start.talk
            {
                bounds = min(bounds.lowerBound, next)...max(bounds.upperBound, next)
                rest -= size.length
                next += step
            }
        }
        return (bounds, start.talk)
    }

    private func size(of key: Int64) throws(StoreError) -> (talk: Int64, length: Int)? {
        var found: (Int64, Int)?
        try reader.forEachRow(
            of: "SELECT p.talk, p.character_count FROM passages p WHERE p.key = ?\(narrowing.sql)",
            [.integer(key)] + narrowing.values
        ) { statement throws(StoreError) in found = (statement.int64(at: 0), Int(statement.int64(at: 1))) }
        return found
    }
}

extension String {
    /// The folded characters of a quotation.
    fileprivate init(_ pattern: QuotationPattern) {
        self = String(String.UnicodeScalarView(pattern.scalars.compactMap(Unicode.Scalar.init)))
    }
}
