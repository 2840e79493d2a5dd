import KoreanText
import Proceedings
import SQLite

/// Seeks one text among the passages of a store.
struct QuotationSearch {
    let reader: StoreReader
    /// The text, in NFC, with one space for every run of white space.
    let text: String
    let limit: Int
    private var pattern: QuotationPattern
    private let anchors: QuotationAnchors
    private let usesIndex: Bool
    private var form = QuotationForm()

    /// Prepares to seek a text.
    ///
    /// - Parameter usesIndex: Whether the search index chooses the passages where it can; `false` reads all of them.
    init(reader: StoreReader, text: String, pattern: QuotationPattern, limit: Int, usesIndex: Bool = true) {
        self.reader = reader
        self.text = text
        self.pattern = pattern
        self.limit = limit
        anchors = QuotationAnchors(pattern.scalars)
        self.usesIndex = usesIndex && !anchors.tokens.isEmpty
    }

    /// Where the text stands: as it is in one passage; else folded in one passage; else folded over the ends of passages.
    mutating func places() throws(StoreError) -> Quotation {
        guard usesIndex else {
            let exact = try literal(nil)
            return exact.total > 0 ? exact : try folded(nil)
        }
        let keys = try passages(holdingAll: anchors.tokens)
        let exact = try literal(keys)
        if exact.total > 0 { return exact }
        let within = try folded(keys)
        if within.total > 0 { return within }
        return try folded(try neighbourhoods())
    }

    /// The part of a passage that comes nearest to the text.
    mutating func nearest() throws(StoreError) -> (part: Quotation.Part, similarity: Double)? {
        var likeness = QuotationLikeness(pattern.scalars)
        var candidates: [(pairs: Int, key: Int64)] = []
        try forEachPassage(try likely()) { key, _, text, form in
            form.read(text)
            let pairs = likeness.commonPairs(form.scalars)
            guard pairs > 0,
                candidates.count < QuotationLimits.nearestCandidates
                    || pairs > candidates[candidates.count - 1].pairs
            else { return }
            candidates.insert((pairs, key), at: candidates.firstIndex { $0.pairs < pairs } ?? candidates.count)
            if candidates.count > QuotationLimits.nearestCandidates { candidates.removeLast() }
        }
        var best: (part: Quotation.Part, similarity: Double)?
        for (_, key) in candidates {
            guard let (id, form, text) = try passage(key) else { continue }
            let near = likeness.nearestPart(of: form.scalars)
            guard near.similarity > best?.similarity ?? 0 else { continue }
            best = (Self.part(key, id, text, form, near.indices), near.similarity)
        }
        return best
    }

    // MARK: Reading

    /// Seeks the text as it is, among some passages or all.
    private func literal(_ keys: [Int64]?) throws(StoreError) -> Quotation {
        var found = Quotation()
        let length = text.utf16.count
        func take(_ statement: Statement) {
            let passage = statement.string(at: 2) ?? ""
            for range in passage.unicodeScalars.ranges(of: text.unicodeScalars) {
                found.total += 1
                guard found.places.count < limit else { continue }
                let start = passage.utf16.distance(from: passage.startIndex, to: range.lowerBound)
                found.places.append([
                    .init(
                        passage: .init(statement.string(at: 1) ?? ""), range: start..<start + length, text: text,
                        key: statement.int64(at: 0))
                ])
            }
        }
        if let keys {
            for key in keys {
                let sql = "SELECT key, id, text FROM passages WHERE key = ? AND instr(text, ?) > 0"
                try reader.forEachRow(of: sql, [.integer(key), .text(text)]) { statement throws(StoreError) in
                    take(statement)
                }
            }
        } else {
            let sql = "SELECT key, id, text FROM passages WHERE instr(text, ?) > 0 ORDER BY key"
            try reader.forEachRow(of: sql, [.text(text)]) { statement throws(StoreError) in take(statement) }
        }
        if found.total > 0 { found.result = .exact }
        return found
    }

    /// Seeks the folded text among some passages or all; it may run over the end of a passage into the next one of the talk.
    private mutating func folded(_ keys: [Int64]?) throws(StoreError) -> Quotation {
        var pattern = pattern
        let length = pattern.scalars.count
        let limit = limit
        // The passages of the talk so far, each with the length of its folded text.
        var read: [(key: Int64, length: Int)] = []
        var talk: Int64?
        var spots: [Spot] = []
        var total = 0
        try forEachPassage(keys) { key, talkOfPassage, text, form in
            if talk != talkOfPassage || read.last?.key != key - 1 {
                talk = talkOfPassage
                pattern.restart()
                read.removeAll(keepingCapacity: true)
            }
            form.read(text)
            read.append((key, form.scalars.count))
            pattern.forEachEnd(in: form.scalars) { end in
                total += 1
                if spots.count < limit { spots.append(Spot(end: end, length: length, in: read)) }
            }
        }
        var found = Quotation(result: total > 0 ? .normalised : .notFound, total: total)
        for spot in spots { found.places.append(try parts(of: spot)) }
        // A text that runs over the ends of passages is theirs to the letter where a space stands for every end.
        let text = text
        let isExact = { (place: [Quotation.Part]) in place.map(\.text).joined(separator: " ") == text }
        if found.places.contains(where: isExact) {
            found.result = .exact
            found.places = found.places.filter(isExact)
            found.total = found.places.count
        }
        return found
    }

    /// Where a folded quotation stands: in the first passage from an index on, in the last one up to another.
    private struct Spot {
        /// The passages with the range of their folded scalars.
        var parts: [(key: Int64, indices: Range<Int>)] = []

        init(end: Int, length: Int, in read: [(key: Int64, length: Int)]) {
            var (rest, end) = (length, end + 1)
            for passage in read.reversed() where rest > 0 {
                if !parts.isEmpty { end = passage.length }
                let start = max(0, end - rest)
                if start < end { parts.insert((passage.key, start..<end), at: 0) }
                rest -= end - start
            }
        }
    }

    private func parts(of spot: Spot) throws(StoreError) -> [Quotation.Part] {
        var parts: [Quotation.Part] = []
        for part in spot.parts {
            guard let (id, form, text) = try passage(part.key) else { continue }
            parts.append(Self.part(part.key, id, text, form, part.indices))
        }
        return parts
    }

    private func passage(
        _ key: Int64
    ) throws(StoreError) -> (id: Passage.ID, form: QuotationForm, text: String)? {
        var found: (Passage.ID, QuotationForm, String)?
        try reader.forEachRow(of: "SELECT id, text FROM passages WHERE key = ?", [.integer(key)]) {
            statement throws(StoreError) in
            let text = statement.string(at: 1) ?? ""
            found = (Passage.ID(statement.string(at: 0) ?? ""), QuotationForm(text), text)
        }
        return found
    }

    /// Hands over some passages, in the order of their keys, or all: key, talk and text, with a form for reading them.
    private mutating func forEachPassage(
        _ keys: [Int64]?, _ body: (Int64, Int64, String, inout QuotationForm) -> Void
    ) throws(StoreError) {
        var form = form
        func take(_ statement: Statement) {
            body(statement.int64(at: 0), statement.int64(at: 1), statement.string(at: 2) ?? "", &form)
        }
        if let keys {
            for key in keys {
                try reader.forEachRow(of: "SELECT key, talk, text FROM passages WHERE key = ?", [.integer(key)]) {
                    statement throws(StoreError) in take(statement)
                }
            }
        } else {
            try reader.forEachRow(of: "SELECT key, talk, text FROM passages ORDER BY key", []) {
                statement throws(StoreError) in take(statement)
            }
        }
        self.form = form
    }

    private static func part(
        _ key: Int64, _ id: Passage.ID, _ text: String, _ form: QuotationForm, _ indices: Range<Int>
    ) -> Quotation.Part {
        let places = form.places[indices.clamped(to: form.places.indices)]
        let range = (places.first?.lowerBound ?? 0)..<(places.last?.upperBound ?? 0)
        let start = text.utf16.index(text.startIndex, offsetBy: range.lowerBound)
        let end = text.utf16.index(start, offsetBy: range.count)
        return .init(passage: id, range: range, text: String(text[start..<end]), key: key)
    }
}

// MARK: Choosing

extension QuotationSearch {
    /// The passages that have a token of every anchor; every passage that holds the whole text is among them.
    private func passages(holdingAll anchors: [[String]]) throws(StoreError) -> [Int64] {
        let chosen = Self.spread(anchors, QuotationLimits.mostAnchors)
        return try passages(matching: chosen.map(Self.any).joined(separator: " AND "), limit: .max)
    }

    /// The passages that may hold the text together with their neighbours; `nil`, which is all, where the index cannot tell.
    ///
    /// The anchors are cut into groups in their order. Each end of a passage cuts one group at most, so that one passage has all anchors of
    /// a group where there are more groups than ends. It is taken with as many passages before and behind as the text is long.
    private mutating func neighbourhoods() throws(StoreError) -> [Int64]? {
        let count = min(QuotationLimits.mostGroups, max(2, anchors.tokens.count / 2))
        guard anchors.tokens.count >= count else { return nil }
        var found: [[Int64]] = []
        for group in 0..<count {
            let range = group * anchors.tokens.count / count..<(group + 1) * anchors.tokens.count / count
            let tokens = Self.spread(Array(anchors.tokens[range]), QuotationLimits.mostAnchors)
            let keys = try passages(
                matching: tokens.map(Self.any).joined(separator: " AND "),
                limit: QuotationLimits.passagesOfGroup + 1)
            if keys.count <= QuotationLimits.passagesOfGroup { found.append(keys) }
        }
        guard found.count >= 2 else { return nil }
        var chosen: Set<Int64> = []
        var lengths: [Int64: (talk: Int64, length: Int)] = [:]
        for key in Set(found.joined()) {
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

    /// The passages that have most of the text's pairs of syllables; `nil`, which is all, for a text that has too few.
    private func likely() throws(StoreError) -> [Int64]? {
        guard usesIndex, anchors.pairs.count >= QuotationLimits.fewestPairs else { return nil }
        var lists: [[Int64]] = []
        for pair in Self.spread(anchors.pairs, QuotationLimits.mostPairs) {
            lists.append(try passages(matching: Self.any(pair), limit: QuotationLimits.passagesOfPair + 1))
        }
        // What is everywhere says little, and of its passages only the first are known.
        let rare = lists.filter { $0.count <= QuotationLimits.passagesOfPair }
        var counts: [Int64: Int] = [:]
        for key in (rare.contains { !$0.isEmpty } ? rare : lists).joined() { counts[key, default: 0] += 1 }
        let best = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return best.prefix(QuotationLimits.roughCandidates).map(\.key).sorted()
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
    private static func any(_ tokens: [String]) -> String {
        "(" + tokens.map { "\"\($0)\"" }.joined(separator: " OR ") + ")"
    }

    /// At most so many of some things, spread evenly over them.
    private static func spread<Thing>(_ things: [Thing], _ most: Int) -> [Thing] {
        guard things.count > most else { return things }
        return (0..<most).map { things[$0 * things.count / most] }
    }
}
