import KoreanText
import Proceedings
import SQLite

/// Seeks one text among the passages of a store.
struct QuotationSearch {
    let reader: StoreReader
    /// The text, in NFC, with one space for every run of white space.
    let text: String
    let limit: Int
    /// When the search is given up.
    let end: ContinuousClock.Instant
    private let pattern: QuotationPattern
    private let anchors: QuotationAnchors
    private let usesIndex: Bool
    /// What must hold of every passage that is read, as a further condition; nothing where any may be.
    private let narrowing: Condition
    private var limits: StoreLimits { reader.limits }
    private var form = QuotationForm()

    /// Prepares to seek a text.
    ///
    /// - Parameters:
    ///   - end: When the search is given up.
    ///   - condition: What must hold of the passages `p`; `nil` where any may be.
    ///   - usesIndex: Whether the search index chooses the passages where it can; `false` reads all of them.
    init(
        reader: StoreReader, text: String, pattern: QuotationPattern, limit: Int, end: ContinuousClock.Instant,
        among condition: Condition? = nil, usesIndex: Bool = true
    ) {
        self.reader = reader
        self.end = end
        self.text = text
        self.pattern = pattern
        self.limit = limit
        narrowing = condition.map { Condition(" AND (\($0.sql))", $0.values) } ?? Condition("")
        anchors = QuotationAnchors(pattern.scalars)
        self.usesIndex = usesIndex && !anchors.tokens.isEmpty
    }

    /// Where the text stands: as it is in one passage; else folded in one passage; else folded over the ends of passages.
    mutating func places() throws(StoreError) -> Quotation {
        guard usesIndex else {
            let exact = try literal(nil)
            return exact.total > 0 ? exact : try folded(nil, overEnds: true)
        }
        let keys = try passages(holdingAll: anchors.tokens)
        let exact = try literal(keys)
        if exact.total > 0 { return exact }
        let within = try folded(keys, overEnds: false)
        if within.total > 0 { return within }
        return try folded(try neighbourhoods(), overEnds: true)
    }

    /// The part of a passage that comes nearest to the text.
    mutating func nearest() throws(StoreError) -> (part: Quotation.Part, similarity: Double)? {
        var likeness = QuotationLikeness(pattern.scalars)
        var candidates: [(pairs: Int, key: Int64)] = []
        let limits = limits
        try forEachPassage(try likely()) { key, _, text, form in
            form.read(text)
            let pairs = likeness.commonPairs(form.scalars)
            guard pairs > 0,
                candidates.count < limits.nearestCandidates
                    || pairs > candidates[candidates.count - 1].pairs
            else { return }
            candidates.insert((pairs, key), at: candidates.firstIndex { $0.pairs < pairs } ?? candidates.count)
            if candidates.count > limits.nearestCandidates { candidates.removeLast() }
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
                try checkTime()
                let sql = """
                    SELECT p.key, p.id, p.text FROM passages p WHERE p.key = ? AND instr(p.text, ?) > 0\(narrowing.sql)
                    """
                try reader.forEachRow(of: sql, [.integer(key), .text(text)] + narrowing.values) {
                    statement throws(StoreError) in
                    take(statement)
                }
            }
        } else {
            let sql = """
                SELECT p.key, p.id, p.text FROM passages p WHERE instr(p.text, ?) > 0\(narrowing.sql) ORDER BY p.key
                """
            try reader.forEachRow(of: sql, [.text(text)] + narrowing.values) { statement throws(StoreError) in
                take(statement)
            }
        }
        if found.total > 0 { found.result = .exact }
        return found
    }

    /// Seeks the folded text among some passages or all: within a passage; where none has it, over the ends of passages.
    private mutating func folded(_ keys: [Int64]?, overEnds: Bool) throws(StoreError) -> Quotation {
        var (within, over) = (pattern, pattern)
        let (limit, length) = (limit, pattern.scalars.count)
        var talk = TalkText()
        var spots: [QuotationSpot] = []
        var found = Quotation()
        var joined: [QuotationSpot] = []
        try forEachPassage(keys) { key, talkOfPassage, text, form in
            form.read(text)
            let start = talk.append(key, of: talkOfPassage, length: form.scalars.count)
            if start == 0 { over.restart() }
            within.restart()
            within.forEachEnd(in: form.scalars) { end in
                found.total += 1
                guard spots.count < limit else { return }
                spots.append(QuotationSpot(key, end + 1 - length..<end + 1))
            }
            guard overEnds, found.total == 0 else { return }
            over.forEachEnd(in: form.scalars) { end in
                let end = start + end + 1
                joined.append(talk.spot(end - length..<end))
            }
        }
        guard found.total == 0 else {
            found.result = .normalised
            for spot in spots { found.places.append(try parts(of: spot)) }
            return found
        }
        // A text that runs over the ends of passages is theirs to the letter where a space stands for every end.
        var exact = Quotation(result: .exact)
        found.total = joined.count
        for spot in joined {
            let place = try parts(of: spot)
            if found.places.count < limit { found.places.append(place) }
            guard place.map(\.text).joined(separator: " ") == text else { continue }
            exact.total += 1
            if exact.places.count < limit { exact.places.append(place) }
        }
        if exact.total > 0 { return exact }
        if found.total > 0 { found.result = .normalised }
        return found
    }

    /// The talks among whose given passages the folded text stands, whether in one or over the ends.
    mutating func talks(_ keys: [Int64]) throws(StoreError) -> Set<Int64> {
        var over = pattern
        var talk = TalkText()
        var talks: Set<Int64> = []
        try forEachPassage(keys) { key, talkOfPassage, text, form in
            form.read(text)
            if talk.append(key, of: talkOfPassage, length: form.scalars.count) == 0 { over.restart() }
            over.forEachEnd(in: form.scalars) { _ in talks.insert(talkOfPassage) }
        }
        return talks
    }

    /// What a spot has of each of its passages.
    func parts(of spot: QuotationSpot) throws(StoreError) -> [Quotation.Part] {
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
        try checkTime()
        var found: (Passage.ID, QuotationForm, String)?
        try reader.forEachRow(of: "SELECT id, text FROM passages WHERE key = ?", [.integer(key)]) {
            statement throws(StoreError) in
            let text = statement.string(at: 1) ?? ""
            found = (Passage.ID(statement.string(at: 0) ?? ""), QuotationForm(text), text)
        }
        return found
    }

    /// Hands over some passages, in the order of their keys, or all: key, talk and text, with a form for reading them.
    mutating func forEachPassage(
        _ keys: [Int64]?, _ body: (Int64, Int64, String, inout QuotationForm) -> Void
    ) throws(StoreError) {
        var form = form
        func take(_ statement: Statement) {
            body(statement.int64(at: 0), statement.int64(at: 1), statement.string(at: 2) ?? "", &form)
        }
        if let keys {
            for key in keys {
                try checkTime()
                let sql = "SELECT p.key, p.talk, p.text FROM passages p WHERE p.key = ?\(narrowing.sql)"
                try reader.forEachRow(of: sql, [.integer(key)] + narrowing.values) {
                    statement throws(StoreError) in take(statement)
                }
            }
        } else {
            let sql = "SELECT p.key, p.talk, p.text FROM passages p WHERE TRUE\(narrowing.sql) ORDER BY p.key"
            try reader.forEachRow(of: sql, narrowing.values) {
                statement throws(StoreError) in
                try checkTime()
                take(statement)
            }
        }
        self.form = form
    }

    /// Gives up once the time is over: SQLite looks at the clock seldom within short statements, and never between them.
    private func checkTime() throws(StoreError) {
        guard ContinuousClock.now <= end else { throw .interrupted }
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
        let chosen = Self.spread(anchors, limits.maxAnchors)
        return try passages(matching: chosen.map(Self.any).joined(separator: " AND "), limit: .max)
    }

    /// The passages that may hold the text, alone or together with their neighbours; `nil`, which is all, where the index
    /// cannot tell, or where a group of anchors is in too many passages to be followed.
    ///
    /// The anchors are cut into groups in their order. Each end of a passage cuts one group at most, so that one passage has all anchors of
    /// a group where there are more groups than ends. It is taken with as many passages before and behind as the text is long.
    mutating func neighbourhoods() throws(StoreError) -> [Int64]? {
        let count = min(limits.maxGroups, max(2, anchors.tokens.count / 2))
        guard usesIndex, anchors.tokens.count >= count else { return nil }
        var found: Set<Int64> = []
        for group in 0..<count {
            let range = group * anchors.tokens.count / count..<(group + 1) * anchors.tokens.count / count
            let tokens = Self.spread(Array(anchors.tokens[range]), limits.maxAnchors)
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

    /// The passages that have most of the text's pairs of syllables; `nil`, which is all, for a text that has too few.
    private func likely() throws(StoreError) -> [Int64]? {
        guard usesIndex, anchors.pairs.count >= limits.minPairs else { return nil }
        var lists: [[Int64]] = []
        for pair in Self.spread(anchors.pairs, limits.maxPairs) {
            lists.append(try passages(matching: Self.any(pair), limit: limits.pairPassages + 1))
        }
        // What is everywhere says little, and of its passages only the first are known.
        let rare = lists.filter { $0.count <= limits.pairPassages }
        var counts: [Int64: Int] = [:]
        for key in (rare.contains { !$0.isEmpty } ? rare : lists).joined() { counts[key, default: 0] += 1 }
        let best = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return best.prefix(limits.roughCandidates).map(\.key).sorted()
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
