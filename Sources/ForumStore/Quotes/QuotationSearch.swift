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
    let pattern: QuotationPattern
    /// The tokens that a passage must have which holds the text: of each anchor one.
    let anchors: [[String]]
    let usesIndex: Bool
    /// What must hold of every passage that is read, as a further condition; nothing where any may be.
    let narrowing: Condition
    var limits: StoreLimits { reader.limits }
    /// Whether the store is so small that all its passages are read where the index cannot choose.
    var isSmall: Bool { reader.counts.passages <= limits.readPassages }
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
        narrowing = Self.narrowing(condition)
        let syllables = QuotationAnchors(pattern.scalars).tokens
        // Words of letters may be written with hyphens, and cut at the ends: where all can be read, none is missed.
        let isSmall = reader.counts.passages <= reader.limits.readPassages
        anchors = syllables.isEmpty && !isSmall ? Self.words(of: text) : syllables
        self.usesIndex = usesIndex && !anchors.isEmpty
    }

    /// A condition on passages as a further one.
    static func narrowing(_ condition: Condition?) -> Condition {
        condition.map { Condition(" AND (\($0.sql))", $0.values) } ?? Condition("")
    }

    /// The words of letters and digits of a text, without those at its ends, which may be cut.
    private static func words(of text: String) -> [[String]] {
        let tokens = SearchTokenizer.tokens(of: text).filter { $0.unicodeScalars.first.map { $0 != "^" } ?? false }
        return (tokens.count > 2 ? tokens.dropFirst().dropLast() : tokens[...]).map { [$0] }
    }

    /// Where the text stands: as it is in one passage; else folded in one passage; else folded over the ends of passages.
    mutating func places() throws(StoreError) -> Quotation {
        guard usesIndex else {
            let exact = try literal(nil)
            return exact.total > 0 ? exact : try folded(nil, overEnds: true)
        }
        let keys = try passages(holdingAll: anchors)
        let exact = try literal(keys)
        if exact.total > 0 { return exact }
        let within = try folded(keys, overEnds: false)
        if within.total > 0 { return within }
        if let keys = try neighbourhoods() { return try folded(keys, overEnds: true) }
        // Where the index cannot choose among many passages, those that share most with the text are read.
        return try folded(isSmall ? nil : try likely(), overEnds: true)
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
    func checkTime() throws(StoreError) {
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
