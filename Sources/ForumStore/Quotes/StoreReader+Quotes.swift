import KoreanText
import Proceedings
import SQLite

extension StoreReader {
    /// How many passages are compared with a quotation that nothing holds, after a rough choice among all.
    static let nearestCandidates = 6

    /// Tells whether a text is a true quotation of a passage, or of passages of a talk that follow one another.
    ///
    /// It reads every passage: once where one holds the text as it is, twice otherwise.
    ///
    /// - Parameters:
    ///   - text: The text, in NFC, with one space for every run of white space.
    ///   - limit: How many places are wanted at most.
    /// - Returns: What was found, or `nil` where the text has nothing but spaces and marks.
    public func quotation(_ text: String, limit: Int) throws(StoreError) -> Quotation? {
        guard let pattern = QuotationPattern(text) else { return nil }
        let exact = try literal(text, limit: limit)
        if exact.total > 0 { return exact }
        return try folded(text, pattern, limit: limit)
    }

    /// Seeks the text as it is.
    private func literal(_ text: String, limit: Int) throws(StoreError) -> Quotation {
        var found = Quotation()
        let length = text.utf16.count
        try forEachRow(of: "SELECT id, text FROM passages WHERE instr(text, ?) > 0 ORDER BY key", [.text(text)]) {
            statement throws(StoreError) in
            let (id, passage) = (Passage.ID(statement.string(at: 0) ?? ""), statement.string(at: 1) ?? "")
            for range in passage.unicodeScalars.ranges(of: text.unicodeScalars) {
                found.total += 1
                guard found.places.count < limit else { continue }
                let start = passage.utf16.distance(from: passage.startIndex, to: range.lowerBound)
                found.places.append([.init(passage: id, range: start..<start + length, text: text)])
            }
        }
        if found.total > 0 { found.result = .exact }
        return found
    }

    /// Seeks the folded text, over the ends of passages too, and what comes nearest to it.
    private func folded(
        _ text: String, _ quotation: QuotationPattern, limit: Int
    ) throws(StoreError) -> Quotation {
        var pattern = quotation
        var likeness = QuotationLikeness(pattern.scalars)
        var form = QuotationForm()
        var candidates: [(pairs: Int, key: Int64)] = []
        // The passages of the talk so far, each with the length of its folded text.
        var read: [(key: Int64, length: Int)] = []
        var talk: Int64?
        var spots: [Spot] = []
        var total = 0
        try forEachRow(of: "SELECT key, talk, text FROM passages ORDER BY key", []) { statement throws(StoreError) in
            let key = statement.int64(at: 0)
            if talk != statement.int64(at: 1) {
                talk = statement.int64(at: 1)
                pattern.restart()
                read.removeAll(keepingCapacity: true)
            }
            form.read(statement.string(at: 2) ?? "")
            read.append((key, form.scalars.count))
            pattern.forEachEnd(in: form.scalars) { end in
                total += 1
                if spots.count < limit { spots.append(Spot(end: end, length: quotation.scalars.count, in: read)) }
            }
            guard total == 0 else { return }
            let pairs = likeness.commonPairs(form.scalars)
            guard pairs > 0, candidates.count < Self.nearestCandidates || pairs > candidates[candidates.count - 1].pairs
            else { return }
            let place = candidates.firstIndex { $0.pairs < pairs } ?? candidates.count
            candidates.insert((pairs, key), at: place)
            if candidates.count > Self.nearestCandidates { candidates.removeLast() }
        }
        var found = Quotation(result: total > 0 ? .normalised : .notFound, total: total)
        for spot in spots { found.places.append(try parts(of: spot)) }
        // A text that runs over the ends of passages is theirs to the letter where a space stands for every end.
        let isExact = { (place: [Quotation.Part]) in place.map(\.text).joined(separator: " ") == text }
        if found.places.contains(where: isExact) {
            found.result = .exact
            found.places = found.places.filter(isExact)
            found.total = found.places.count
        }
        if total == 0 { found.nearest = try nearest(candidates.map(\.key), likeness) }
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
            parts.append(Self.part(id, text, form, part.indices))
        }
        return parts
    }

    private func nearest(
        _ keys: [Int64], _ likeness: QuotationLikeness
    ) throws(StoreError) -> (part: Quotation.Part, similarity: Double)? {
        var best: (part: Quotation.Part, similarity: Double)?
        for key in keys {
            guard let (id, form, text) = try passage(key) else { continue }
            let near = likeness.nearestPart(of: form.scalars)
            guard near.similarity > best?.similarity ?? 0 else { continue }
            best = (Self.part(id, text, form, near.indices), near.similarity)
        }
        return best
    }

    private func passage(
        _ key: Int64
    ) throws(StoreError) -> (id: Passage.ID, form: QuotationForm, text: String)? {
        var found: (Passage.ID, QuotationForm, String)?
        try forEachRow(of: "SELECT id, text FROM passages WHERE key = ?", [.integer(key)]) {
            statement throws(StoreError) in
            let text = statement.string(at: 1) ?? ""
            found = (Passage.ID(statement.string(at: 0) ?? ""), QuotationForm(text), text)
        }
        return found
    }

    private static func part(
        _ id: Passage.ID, _ text: String, _ form: QuotationForm, _ indices: Range<Int>
    ) -> Quotation.Part {
        let places = form.places[indices.clamped(to: form.places.indices)]
        let range = (places.first?.lowerBound ?? 0)..<(places.last?.upperBound ?? 0)
        let start = text.utf16.index(text.startIndex, offsetBy: range.lowerBound)
        let end = text.utf16.index(start, offsetBy: range.count)
        return .init(passage: id, range: range, text: String(text[start..<end]))
    }
}
