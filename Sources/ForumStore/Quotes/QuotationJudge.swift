import KoreanText
import Proceedings
import Quotations
import SQLite

/// Says of a text whether it is a true quotation, and where not, in what it differs from the place that it comes from.
struct QuotationJudge {
    /// A place with what a comparison says of it.
    private struct Place {
        let window: QuotationWindow
        let comparison: QuotationComparison
    }

    let reader: StoreReader
    let text: String
    let pattern: QuotationPattern
    let limit: Int
    let end: ContinuousClock.Instant
    private let given: GivenQuotation
    private var limits: StoreLimits { reader.limits }

    init(reader: StoreReader, text: String, pattern: QuotationPattern, limit: Int, end: ContinuousClock.Instant)
        throws(StoreError)
    {
        self.reader = reader
        self.text = text
        self.pattern = pattern
        self.limit = limit
        self.end = end
        let names = try reader.names
        given = GivenQuotation(text) { names.contains($0) }
    }

    // MARK: The verdict

    /// What is said of the text, by the passages of which a condition holds.
    func verdict(among condition: Condition?) throws(StoreError) -> Quotation {
        var search = QuotationSearch(
            reader: reader, text: text, pattern: pattern, limit: limit, end: end, among: condition)
        let found = try search.places()
        if found.result != .notFound { return try examined(found, among: condition) }
        if let elided = try elided(among: condition) { return try examined(elided, among: condition) }
        if condition == nil, let title = try title() { return title }
        return try altered(among: condition)
    }

    /// What is said of the text where only some passages are asked for: true words that others say are theirs.
    func verdict(narrowedTo condition: Condition) throws(StoreError) -> Quotation {
        let narrowed = try verdict(among: condition)
        if narrowed.result.isTrue { return narrowed }
        var anywhere = try verdict(among: nil)
        let speaker = { (part: Quotation.Part?) in
            Quotation.Deviation(
                kind: .speaker, severity: .altered, given: 0..<text.utf16.count, printed: part, drops: [])
        }
        if anywhere.result.isTrue {
            anywhere.result = .misattributed
            anywhere.differences.insert(speaker(anywhere.places.first?.first), at: 0)
            return anywhere
        }
        guard narrowed.result == .notFound, anywhere.result == .altered else { return narrowed }
        anywhere.differences.insert(speaker(anywhere.places.first?.first), at: 0)
        return anywhere
    }

    // MARK: What is found

    /// What was found word for word, looked at once more: a number may be cut, a negation left out, another voice go on.
    private func examined(_ found: Quotation, among condition: Condition?) throws(StoreError) -> Quotation {
        var found = found
        var (good, bad): ([[Quotation.Part]], [(place: Place, parts: [Quotation.Part])]) = ([], [])
        for parts in found.places {
            guard let place = try compared(parts, among: condition) else {
                // The words that are kept stand too far apart to be one place.
                let splice = Quotation.Deviation(
                    kind: .splice, severity: .altered, given: 0..<text.utf16.count, printed: parts.last, drops: [])
                if good.isEmpty { found.differences = [splice] }
                continue
            }
            let deviations = try deviations(of: place, among: condition)
            guard place.comparison.severity ?? .harmless <= .convention else {
                bad.append((place, parts))
                continue
            }
            if good.isEmpty { found.differences = found.result == .exact ? [] : deviations }
            good.append(marked(parts, place.window))
        }
        if !good.isEmpty {
            found.total -= found.places.count - good.count
            found.places = good
        } else if let (place, parts) = bad.first {
            found.result = .altered
            found.differences = try deviations(of: place, among: condition)
            found.nearest = nearest(of: place)
            found.places[0] = marked(parts, place.window)
        } else {
            found.result = .altered
        }
        return found
    }

    /// The parts of a place, each with what its passage says of it.
    private func marked(_ parts: [Quotation.Part], _ window: QuotationWindow) -> [Quotation.Part] {
        parts.map { part in
            var part = part
            part.isInner = window.range(of: part).flatMap { window.part(of: $0)?.isInner } ?? false
            return part
        }
    }

    /// The passages of a place with the words around it.
    private func compared(_ parts: [Quotation.Part], among condition: Condition?) throws(StoreError) -> Place? {
        guard let first = parts.first?.key, let last = parts.last?.key,
            last - first < Int64(limits.windowPassages),
            var window = try window(first...last, among: condition)
        else { return nil }
        if let start = parts.first.flatMap({ window.range(of: $0) }),
            let end = parts.last.flatMap({ window.range(of: $0) })
        {
            window.printed.focus = start.lowerBound..<end.upperBound
        }
        guard let comparison = given.compared(with: window.printed) else { return nil }
        return Place(window: window, comparison: comparison)
    }

    private func window(_ keys: ClosedRange<Int64>, among condition: Condition?) throws(StoreError) -> QuotationWindow?
    {
        guard ContinuousClock.now <= end else { throw .interrupted }
        return try QuotationWindow(keys, among: QuotationSearch.narrowing(condition), in: reader)
    }

    // MARK: What comes near

    /// What is said of a text that no passage holds as it is.
    private func altered(among condition: Condition?) throws(StoreError) -> Quotation {
        var quotation = Quotation()
        let places = try places(of: given, among: condition)
        guard let best = places.first else { return quotation }
        quotation.nearest = nearest(of: best)
        let (differences, likeness) = try completed(best, among: condition)
        guard likeness >= limits.minAlteredLikeness else { return quotation }
        quotation.differences = differences
        quotation.result = Quotation.Result(differences.map(\.severity).max())
        quotation.isElided = differences.contains { $0.kind == .omissionMarked }
        let alike = places.prefix { $0.comparison.score == best.comparison.score }
        quotation.total = alike.count
        quotation.places = alike.prefix(limit).map { place in
            place.comparison.kept.flatMap { place.window.parts(of: $0) }
        }
        if quotation.result.isTrue { quotation.nearest = nil }
        return quotation
    }

    /// The places that a text may come from, the best first.
    private func places(of text: GivenQuotation, among condition: Condition?) throws(StoreError) -> [Place] {
        let search = QuotationSearch(
            reader: reader, text: text.text, pattern: pattern, limit: limit, end: end, among: condition)
        var places: [Place] = []
        for keys in try search.windows(around: text) {
            guard let window = try window(keys, among: condition), let comparison = text.compared(with: window.printed)
            else { continue }
            places.append(Place(window: window, comparison: comparison))
        }
        return places.enumerated().sorted {
            ($1.element.comparison.score, $0.offset) < ($0.element.comparison.score, $1.offset)
        }
        .map(\.element)
    }

    /// The differences of a place, with what is spliced from others, and the share of the words that stand anywhere.
    private func completed(
        _ place: Place, among condition: Condition?
    ) throws(StoreError) -> (differences: [Quotation.Deviation], likeness: Double) {
        var differences = try deviations(of: place, among: condition)
        var likeness = place.comparison.likeness
        for stray in place.comparison.strays.prefix(limits.strays) {
            let words = text.utf16Text(stray.given)
            let part = GivenQuotation(words)
            guard
                let other = try places(of: part, among: nil).first,
                other.comparison.likeness >= limits.minSplicedLikeness,
                let index = differences.firstIndex(where: { $0.given.overlaps(stray.given) }),
                let kept = other.comparison.kept.first
            else { continue }
            differences[index].kind = .splice
            differences[index].severity = .altered
            differences[index].given = stray.given
            differences[index].printed = other.window.part(of: kept)
            differences.removeAll { $0.kind != .splice && $0.given.overlaps(stray.given) }
            likeness += Double(words.utf16.count) / Double(max(1, text.utf16.count))
        }
        return (differences, likeness)
    }

    private func deviations(of place: Place, among condition: Condition?) throws(StoreError) -> [Quotation.Deviation] {
        place.comparison.differences.map { difference in
            Quotation.Deviation(
                kind: difference.kind, severity: difference.severity, given: difference.given,
                printed: place.window.part(of: difference.printed), drops: difference.drops)
        }
    }

    /// The part that comes nearest, and how near: the share of the text's characters that need no change.
    private func nearest(of place: Place) -> (part: Quotation.Part, similarity: Double)? {
        guard let first = place.comparison.kept.first, let last = place.comparison.kept.last else { return nil }
        let parts = place.window.parts(of: first.lowerBound..<last.upperBound)
        guard let part = parts.max(by: { $0.range.count < $1.range.count }) else { return nil }
        let form = QuotationForm(parts.map(\.text).joined(separator: " "))
        return (part, QuotationLikeness(pattern.scalars).nearestPart(of: form.scalars).similarity)
    }
}
