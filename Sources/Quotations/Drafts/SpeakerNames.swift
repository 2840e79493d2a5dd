import KoreanText
import Synchronization

/// Finds in the words around a quotation who is said to have said it.
final class SpeakerNames: Sendable {
    /// The names as they are printed, the longest first.
    private let names: [(form: String, name: String)]
    /// Who was named last, for `그는` and `he`.
    private let last = Mutex<String?>(nil)

    init(_ names: [String]) {
        var forms: [(form: String, name: String)] = []
        var surnames: [String: Set<String>] = [:]
        for name in Set(names) where !name.isEmpty {
            forms.append((name, name))
            let words = name.split(separator: " ")
            if words.count > 1, let surname = words.last { surnames[String(surname), default: []].insert(name) }
        }
        // A surname alone names whoever is the only one to have it.
        for (surname, owners) in surnames where owners.count == 1 {
            if let owner = owners.first { forms.append((surname, owner)) }
        }
        self.names = forms.sorted { ($1.form.count, $0.form) < ($0.form.count, $1.form) }
    }

    /// Who is named in the words before a quotation or behind it, up to the ends of their sentences.
    func speaker(before: Substring, after: Substring) -> String? {
        let lead = Self.lastSentence(before)
        let tail = Self.firstSentence(after)
        // `“…”라고 김 교수는 말했다`, `“…,” said Okafor`: the words behind say it more often than not, where they have a verb of saying.
        let ahead = subject(in: tail, isBehind: true)
        let behind = subject(in: lead, isBehind: false)
        let found = behind?.isSubject == true ? behind?.name : ahead?.name ?? behind?.name
        if let found {
            last.withLock { $0 = found }
            return found
        }
        return Self.hasPronoun(lead) || Self.hasPronoun(tail) ? last.withLock { $0 } : nil
    }

    /// Remembers who a paragraph names last.
    func remember(_ text: String) {
        guard let place = places(in: text[...]).max(by: { $0.range.lowerBound < $1.range.lowerBound }) else { return }
        last.withLock { $0 = place.name }
    }

    /// The known name in a text.
    func known(in text: String) -> String? { places(in: text[...]).first?.name }

    // MARK: Names

    private func places(in text: Substring) -> [(name: String, range: Range<String.Index>)] {
        var places: [(name: String, range: Range<String.Index>)] = []
        for (form, name) in names {
            for range in text.ranges(of: form)
            where Self.isWhole(range, in: text) && !places.contains(where: { $0.range.overlaps(range) }) {
                places.append((name, range))
            }
        }
        return places.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// Who the sentence is about, known or not, and whether the words say so by a particle or a verb.
    private func subject(in text: Substring, isBehind: Bool) -> (name: String, isSubject: Bool)? {
        let known = places(in: text)
        let subjects = known.filter { Self.isSubject($0.range, in: text) }
        if let first = subjects.first { return (first.name, true) }
        if let unknown = Self.unknownSubject(text) { return (unknown, true) }
        guard let name = isBehind ? known.first : known.last else { return nil }
        return (name.name, false)
    }

    /// Whether a name begins a word, and a foreign one ends it.
    private static func isWhole(_ range: Range<String.Index>, in text: Substring) -> Bool {
        if range.lowerBound > text.startIndex, text[text.index(before: range.lowerBound)].isLetter { return false }
        guard range.upperBound < text.endIndex, let last = text[range].last else { return true }
        return last.unicodeScalars.first.map(Hangul.isSyllable) == true || !text[range.upperBound].isLetter
    }

    /// Whether a name is followed by its title and a particle of the subject, or stands beside a verb of saying.
    private static func isSubject(_ range: Range<String.Index>, in text: Substring) -> Bool {
        let after = text[range.upperBound...].prefix(30)
        let rest = after.split(separator: " ", omittingEmptySubsequences: false).prefix(4)
        for word in rest {
            let letters = word.filter(\.isLetter)
            if subjectParticles.contains(String(letters))
                || subjectParticles.contains(where: { letters.hasSuffix($0) && letters.count > 1 }),
                letters.unicodeScalars.allSatisfy(Hangul.isSyllable)
            {
                return true
            }
        }
        let words = text.lowercased().split { !$0.isLetter }.map(String.init)
        return words.contains(where: verbs.contains)
    }

    /// A Korean name that nobody known bears, in the place of the subject: three syllables or two with a title behind them.
    private static func unknownSubject(_ text: Substring) -> String? {
        let words = text.split(separator: " ").map { word in word.filter { $0.isLetter } }
        for (index, word) in words.enumerated() {
            let particle = ["은", "는", "이", "가"].first { word.hasSuffix($0) }
            guard let particle else { continue }
            var name = String(word.dropLast(particle.count))
            if QuotationWords.title.contains(name), index > 0 { name = words[index - 1] }
            let known = PersonName(name)
            if (2...4).contains(name.count), known?.likelihood ?? .possible >= .plausible, name.count == 3 {
                return name
            }
        }
        return nil
    }

    private static func hasPronoun(_ text: Substring) -> Bool {
        let words = text.lowercased().split { !$0.isLetter }.map(String.init)
        return words.contains(where: pronouns.contains)
    }

    // MARK: Sentences

    private static func lastSentence(_ text: Substring) -> Substring {
        let trimmed = text
        guard let stop = trimmed.dropLast().lastIndex(where: { ".?!。\n".contains($0) }) else { return trimmed }
        return stops(trimmed, before: stop)
    }

    private static func stops(_ text: Substring, before stop: String.Index) -> Substring {
        // `Mr. Okafor` ends no sentence.
        var stop = stop
        while let word = text[..<stop].split(whereSeparator: { !$0.isLetter }).last,
            abbreviations.contains(word.lowercased()),
            let earlier = text[..<stop].lastIndex(where: { ".?!。\n".contains($0) })
        {
            stop = earlier
        }
        if let word = text[..<stop].split(whereSeparator: { !$0.isLetter }).last,
            abbreviations.contains(word.lowercased())
        {
            return text
        }
        return text[text.index(after: stop)...]
    }

    private static func firstSentence(_ text: Substring) -> Substring {
        var rest = text
        while let stop = rest.firstIndex(where: { ".?!。".contains($0) }) {
            let word = text[..<stop].split(whereSeparator: { !$0.isLetter }).last
            if let word, abbreviations.contains(word.lowercased()) {
                rest = rest[text.index(after: stop)...]
                continue
            }
            return text[..<stop]
        }
        return text
    }

    private static let abbreviations: Set<String> = [
        "mr", "mrs", "ms", "dr", "prof", "st", "hon", "rep", "sen", "m", "mme",
    ]
    private static let subjectParticles: Set<String> = ["은", "는", "이", "가", "께서", "께서는", "도"]
    private static let pronouns: Set<String> = ["그는", "그가", "그녀는", "그", "he", "she", "they", "er", "sie", "il", "elle"]
    private static let verbs: Set<String> = [
        "said", "says", "told", "asked", "added", "replied", "argued", "warned", "wrote", "explained", "noted",
        "stated", "answered",
        "insisted", "claimed", "testified", "observed", "according", "sagte", "sagt", "erklärte", "dit", "déclaré",
        "affirme",
    ]
}
