import KoreanText

/// Reads labels: takes brackets, titles and offices off a name, in any script.
///
/// It remembers what it read: in most texts the same labels come again and again.
final class LabelReader {
    let words: TurnWords
    private var readings: [String: KnownReading] = [:]
    private var readingCount = 0

    /// How many readings are remembered, and the longest label of one in bytes.
    static let mostReadings = 4_096, longestRemembered = 64

    /// The most words that a label has.
    static let mostWords = 13
    /// The most words and scalars of an office with its holder in brackets.
    static let mostWordsWithHolder = 28, mostScalarsWithHolder = 200
    /// The most scalars that a label has.
    static let mostScalars = 110

    init(_ words: TurnWords = .embedded) { self.words = words }

    /// Reads a label, clean and without its mark and separator.
    func read(_ label: String) -> LabelReading { known(label).reading }

    /// Reads a label; where it was read before, the same object is returned.
    func known(_ label: String) -> KnownReading {
        guard label.utf8.count <= Self.longestRemembered else { return enter(readAnew(label)) }
        if let known = readings[label] { return known }
        let known = enter(readAnew(label))
        if readings.count < Self.mostReadings { readings[label] = known }
        return known
    }

    /// Gives a reading the next number.
    func enter(_ reading: LabelReading) -> KnownReading {
        defer { readingCount += 1 }
        return KnownReading(reading, readingCount)
    }

    private func readAnew(_ label: String) -> LabelReading {
        let text = Self.trimmed(label)
        guard !text.isEmpty else { return LabelReading(label, .other) }
        if let name = Self.sender(text) {
            var reading = read(name)
            reading.label = label
            return reading
        }
        let kinds = words.kinds(text)
        if kinds.contains(.init(.record)), !kinds.contains(.init(.office)) {
            var reading = LabelReading(label, .key)
            reading.isOfRecord = true
            return reading
        }
        if kinds.contains(.init(.group)) { return LabelReading(label, .group) }
        if kinds.contains(.init(.ask)) { return LabelReading(label, .ask) }
        if saysSomething(text) || answers(text) || announces(text) { return LabelReading(label, .other) }
        if let bracketed = bracketed(text, label) { return bracketed }
        if let divided = divided(text, label) { return divided }
        return plain(text, label)
    }

    /// Who writes, of `From Ada Quill to Everyone`, as the chats of meetings have it.
    private static func sender(_ text: String) -> String? {
        guard text.hasPrefix("From ") else { return nil }
        let to = text.firstRange(ofBytes: " to ") ?? text.firstRange(ofBytes: " To ")
        let name = trimmed(String(text[..<(to?.lowerBound ?? text.endIndex)].dropFirst(5)))
        return name.isEmpty || to?.upperBound == text.endIndex ? nil : name
    }

    /// Whether a text is part of a sentence: what people say of themselves and others stands in it (`Herr Kahrs, ich muss …`).
    private func saysSomething(_ text: String) -> Bool {
        if let first = text.unicodeScalars.first, first.value >= 0x2E80 {
            let clauses = text.split { $0 == "，" || $0 == "、" }
            return clauses.contains { clause in
                [1, 2].contains { words.isOne(String(clause.prefix($0)), .pronoun) }
            }
        }
        let parts = text.words
        guard parts.count > 1 else { return false }
        var isBehindComma = false
        for word in parts {
            let bare = word.drop { $0 == "(" }
            if bare.beginsLowercase || isBehindComma, words.isOne(bare, .pronoun) { return true }
            // A pronoun that is a capital by itself looks like an initial.
            if isBehindComma, bare == "I" { return true }
            isBehindComma = word.utf8.last == 0x2C
        }
        return false
    }

    /// Whether a text begins with what people say to somebody: `Yes, Senator`, `Thank you, Mr. Chairman`, `No Senator`.
    private func answers(_ text: String) -> Bool {
        guard let comma = text.unicodeScalars.firstIndex(where: { $0 == "," || $0 == "，" }) else {
            let parts = text.words
            guard parts.count > 1, words.isOne(parts[0], .speech), !words.isOne(parts[0], .title) else { return false }
            return [.title, .office, .presiding].contains { words.isOne(parts[1], $0) }
        }
        let head = text[..<comma]
        let parts = head.words
        guard (1...Self.mostAnswerWords).contains(parts.count) else { return false }
        return parts.allSatisfy { words.isOne($0, .speech) && !words.isOne($0, .title) } || words.isOne(head, .key)
    }

    /// The most words that somebody says before he addresses another.
    private static let mostAnswerWords = 3

    /// Whether a text announces what somebody says or a book holds: `The report states`, `有人認為`.
    private func announces(_ text: String) -> Bool {
        guard let last = text.words.last else { return false }
        if last.unicodeScalars.last.map({ $0.value < 0x2E80 }) == true {
            return text.utf8.contains(0x20) && words.isOne(last, .saying)
        }
        return (1...Self.mostSayingScalars).contains { count in
            text.unicodeScalars.count >= count + 2 && words.isOne(String(text.suffix(count)), .saying)
        }
    }

    /// The most characters of a verb of saying in Han.
    private static let mostSayingScalars = 3

    private static let edges: ScalarSet = " *_:：,，;·|"

    /// A text without emphasis and separators around it.
    static func trimmed(_ label: String) -> String {
        var scalars = label.unicodeScalars[...]
        while let first = scalars.first, edges.contains(first) { scalars.removeFirst() }
        while let last = scalars.last, edges.contains(last) { scalars.removeLast() }
        return String(scalars)
    }

    /// `The Minister for Roads (Mr. Pell)`, `Ada Quill (Northwind)`, `Hon. (Dr.) Velka`, `議長（山田太郎君）`, `Ada Quill (AQ)`.
    private func bracketed(_ text: String, _ label: String) -> LabelReading? {
        guard let open = text.unicodeScalars.firstIndex(where: Self.opening.contains),
            let close = Self.close(of: open, in: text)
        else { return nil }
        let inside = Self.trimmed(String(text[text.index(after: open)..<close]))
        let before = Self.trimmed(String(text[..<open]))
        let after = Self.trimmed(String(text[text.index(after: close)...]))
        if before.isEmpty {
            var reading = plain(after.isEmpty ? inside : after, label)
            reading.hasNote = true
            return reading
        }
        if !after.isEmpty {
            // A title in brackets within a name.
            guard words.isOne(inside, .title) || isHonorifics(inside) else {
                var reading = read(before + " " + after)
                reading.label = label
                reading.hasNote = true
                return reading
            }
            var reading = read(before + " " + inside + " " + after)
            reading.label = label
            return reading
        }
        var outer = read(before)
        outer.label = label
        outer.hasNote = true
        // `출석 위원(3인)`, `Name (39)`: a count.
        if let first = inside.unicodeScalars.first, ("0"..."9").contains(first) { return LabelReading(label, .key) }
        return held(by: inside, outer, before, label)
    }

    /// A label with what its bracket says: who holds the office, initials, or where somebody is from.
    private func held(by inside: String, _ outer: LabelReading, _ before: String, _ label: String) -> LabelReading {
        var outer = outer
        let inner = divided(inside, inside) ?? plain(inside, inside)
        let isHolder = inner.shape == .name && (outer.shape != .other || inner.hasTitle)
        switch (outer.shape, inner.shape) {
        case (.ask, .anonymous):
            var reading = inner
            reading.label = label
            return reading
        case (.anonymous, .name):
            // `토론자 1 (안보람, 새벽대학교)`: who it is that has the number.
            var reading = inner
            (reading.label, reading.short, reading.hasNote) = (label, before, true)
            return reading
        case (.office, _) where isHolder, (.ask, _) where isHolder, (.other, _) where isHolder, (.ask, .office):
            var reading = inner
            reading.label = label
            reading.hasNote = true
            if outer.shape == .office { reading.office = outer.office ?? before }
            return reading
        case (.name, .office), (.surname, .office):
            outer.office = outer.office ?? inside
        case (.name, .initials), (.name, .nick):
            outer.short = inside
        case (.initials, .name):
            var reading = inner
            (reading.label, reading.short) = (label, before)
            return reading
        case (.name, _), (.surname, _):
            if outer.affiliation == nil, !inside.isEmpty { outer.affiliation = Self.firstSentence(inside) }
        default: break
        }
        return outer
    }

    /// What stands before the end of the first sentence of a remark (`PT - BA. Para discursar.`).
    private static func firstSentence(_ text: String) -> String {
        guard let stop = text.firstRange(ofBytes: ". ") else { return text }
        let sentence = text[..<stop.lowerBound]
        let last = sentence.words.last?.unicodeScalars.count ?? 0
        return last > 1 && !text[stop.upperBound...].isEmpty ? String(sentence) : text
    }

    /// Where the bracket closes that opens at a place.
    private static func close(of open: String.Index, in text: String) -> String.Index? {
        var depth = 0
        let scalars = text.unicodeScalars
        for index in scalars[open...].indices {
            if opening.contains(scalars[index]) { depth += 1 }
            if closing.contains(scalars[index]) { depth -= 1 }
            if depth == 0 { return index }
        }
        return nil
    }

    private static let opening: ScalarSet = "(（[［"
    private static let closing: ScalarSet = ")）]］"

    private func isHonorifics(_ text: String) -> Bool {
        let parts = text.words
        return !parts.isEmpty && parts.allSatisfy { words.isOne($0, .title) }
    }

    /// A label without brackets and bars.
    func plain(_ text: String, _ label: String) -> LabelReading {
        if let plainer = Self.withoutSymbols(text) {
            var reading = plain(plainer, label)
            reading.label = label
            return reading
        }
        let kinds = words.kinds(text)
        if kinds.contains(.init(.group)) { return LabelReading(label, .group) }
        if kinds.contains(.init(.ask)) { return LabelReading(label, .ask) }
        if let numbered = numbered(text, label) { return numbered }
        if kinds.contains(.init(.scene)), !kinds.contains(.init(.office)) { return LabelReading(label, .key) }
        if kinds.contains(.init(.key)), !kinds.contains(.init(.office)) { return LabelReading(label, .key) }
        switch Script(of: text) {
        case .hangul: return KoreanLabel(words).read(text, label)
        case .han: return HanLabel(words).read(text, label)
        case .cased, .uncased: return AlphabeticLabel(words).read(text, label)
        case .none: return LabelReading(label, .other)
        }
    }

    /// A name without the emoji beside it; `nil` where there are none.
    private static func withoutSymbols(_ text: String) -> String? {
        guard
            text.unicodeScalars.contains(where: {
                $0.value >= 0x2190 && !Hangul.isSyllable($0) && $0.properties.isEmojiPresentation
            })
        else {
            return nil
        }
        let kept = text.words.filter {
            $0.unicodeScalars.contains { $0.isAlphabetic || $0.properties.numericType != nil }
        }
        return kept.isEmpty || kept.count == text.words.count ? nil : kept.joined(separator: " ")
    }

    /// `Speaker 2`, `SPEAKER_00`, `참석자 1`, `화자1`, `Participant A`.
    private func numbered(_ text: String, _ label: String) -> LabelReading? {
        let isNumber = { (scalar: Unicode.Scalar) in ("0"..."9").contains(scalar) }
        guard let edge = text.unicodeScalars.last, isNumber(edge) || ("A"..."Z").contains(edge) else {
            return nameless(text, label)
        }
        let scalars = Array(text.unicodeScalars)
        var end = scalars.count
        while end > 0, isNumber(scalars[end - 1]) { end -= 1 }
        let digits = scalars.count - end
        var isLettered = false
        if digits == 0, end > 1, ("A"..."Z").contains(scalars[end - 1]), [" ", "_", "#"].contains(scalars[end - 2]) {
            end -= 1
            isLettered = true
        }
        guard isLettered || (1...3).contains(digits) else {
            return nameless(text, label)
        }
        while end > 0, " _-#.호".unicodeScalars.contains(scalars[end - 1]) { end -= 1 }
        let word = String(String.UnicodeScalarView(scalars[..<end]))
        let last = word.words.last.map(String.init) ?? word
        let isKnown = words.isOne(word, .anonymous) || words.isOne(last, .anonymous)
        guard isKnown || !isLettered && (words.isOne(last, .office) || word == "S" || word == "P") else { return nil }
        return anonymous(label, text)
    }

    /// Whether a label says that nobody knew who spoke: `UNIDENTIFIED MALE`, `A voice from the gallery`.
    private func isUnidentified(_ text: String) -> Bool {
        if words.isOne(text, .unidentified) { return true }
        let parts = text.words
        guard let first = parts.first, parts.count > 1, words.isOne(first, .unidentified) else { return false }
        let kinds: [TurnWords.Kind] = [.unidentified, .anonymous, .office]
        return parts.dropFirst().allSatisfy { part in
            kinds.contains { words.isOne(part, $0) } || words.isOne(part, .function)
        }
    }

    /// A word for somebody without a name, and nothing else: of somebody unidentified not even the word is a name.
    private func nameless(_ text: String, _ label: String) -> LabelReading? {
        if isUnidentified(text) { return LabelReading(label, .anonymous) }
        let kinds = words.kinds(text)
        guard kinds.contains(.init(.anonymous)), kinds.isDisjoint(with: [.init(.office), .init(.key)]) else {
            return nil
        }
        return anonymous(label, text)
    }

    private func anonymous(_ label: String, _ text: String) -> LabelReading {
        var reading = LabelReading(label, .anonymous)
        reading.name = text
        return reading
    }
}

/// The kind of letters that a label is written in.
private enum Script {
    case hangul, han, cased, uncased, none

    init(of text: String) {
        var result = Script.none
        for scalar in text.unicodeScalars {
            if Hangul.isSyllable(scalar) {
                self = .hangul
                return
            }
            switch scalar.value {
            case 0x3040...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: result = .han
            default:
                guard result == .none || result == .uncased, scalar.isAlphabetic else { continue }
                let isCased = scalar.isUppercase || scalar.isLowercase
                result = isCased ? .cased : result == .none ? .uncased : result
            }
        }
        self = result
    }
}
