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

    /// `강다은 / 시장`, `A / 대통령`, `Ada Quill, Northwind`, `Ada Quill - Northwind`.
    private func divided(_ text: String, _ label: String) -> LabelReading? {
        guard
            text.utf8.contains(where: {
                $0 == 0x2C || $0 == 0x2D || $0 == 0x2E || $0 == 0x2F || $0 == 0x7C || $0 >= 0x80
            })
        else {
            return nil
        }
        if joins(text) { return LabelReading(label, .group) }
        for mark in [" / ", "/", " | ", "·", ", ", "，", " - ", " – ", ". "] {
            guard let range = text.firstRange(ofBytes: mark), range.lowerBound > text.startIndex,
                range.upperBound < text.endIndex
            else { continue }
            let sides = [
                Self.trimmed(String(text[..<range.lowerBound])), Self.trimmed(String(text[range.upperBound...])),
            ]
            let readings = sides.map { plain($0, $0) }
            let (first, second) = (readings[0], readings[1])
            if mark == ". ", sides[0].words.last.map({ $0.unicodeScalars.count <= Self.mostAbbreviation }) != false {
                continue
            }
            if mark == ". ", sides[0].words.last.map({ words.isOne($0, .title) }) == true { continue }
            if first.shape == .key { return LabelReading(label, .key) }
            // A clause in Han is no name: `政府重設委員會，以三層架構推展工作`.
            if mark == "，", sides.allSatisfy({ $0.unicodeScalars.count > Self.mostHanName }) {
                return LabelReading(label, .other)
            }
            if mark == ", ", let inverted = inverted(first, second, text, label) { return inverted }
            if mark == "/" || mark == ", " || mark == "，", first.shape == .name, second.shape == .name,
                second.office == nil, !AffiliationLine.isOrganization(sides[1].words.last.map(String.init) ?? "")
            {
                // Two names are several people.
                if mark != ", " { return LabelReading(label, .group) }
                if sides[1].words.count >= 2, second.hasTitle == first.hasTitle {
                    guard sides[0].words.count >= 2, !first.hasTitle else { return nil }
                    var reading = first
                    (reading.label, reading.affiliation, reading.isPair) = (label, sides[1], true)
                    return reading
                }
            }
            if first.shape == .name || first.shape == .initials || first.shape == .surname {
                var reading = first
                reading.label = label
                if second.shape == .office || AffiliationLine.likelihood(sides[1]) == .role
                    || sides[1].words.first.map({ words.isOne($0, .office) || words.isOne($0, .presiding) }) == true
                {
                    reading.office = reading.office ?? sides[1]
                } else {
                    reading.affiliation = sides[1]
                }
                return reading
            }
            if second.shape == .name, first.shape == .office {
                var reading = second
                reading.label = label
                reading.office = reading.office ?? sides[0]
                return reading
            }
        }
        return nil
    }

    /// The most characters of a name in Han beside a comma.
    private static let mostHanName = 6
    /// Whether initials, nicks or names of one word stand beside each other: `BE/DH`, `Titzer / Brad`, `Ekr, mt, jana` are several people.
    private func joins(_ text: String) -> Bool {
        let isSlashed = text.utf8.contains(0x2F)
        let sides = text.split { isSlashed ? $0 == "/" : $0 == "," }.map { Self.trimmed(String($0)) }
        guard (2...Self.mostJoined).contains(sides.count), isSlashed || text.utf8.contains(0x2C),
            sides.allSatisfy({ $0.words.count == 1 && $0.utf8.allSatisfy { $0 < 0x80 } })
        else { return false }
        let shapes = sides.map { plain($0, $0).shape }
        guard shapes.allSatisfy({ [.name, .initials, .nick].contains($0) }) else { return false }
        // `Osei, Amara` is one, and `BERG, PIET` as well.
        return isSlashed || shapes.contains(.nick)
            || sides.contains { $0.unicodeScalars.count <= Self.mostSurelyInitials }
    }

    /// The most people that a label names side by side, and the most letters of initials that are no name in capitals.
    private static let mostJoined = 6, mostSurelyInitials = 2
    /// The most scalars of a word before a full stop that may be short for another.
    private static let mostAbbreviation = 3
    /// The most words of a given name behind a family name and a comma.
    private static let mostGivenNames = 3

    /// `Osei, Amara`, `Berg, Piet van der`: a family name before the others, as lists of members print it; it stays as printed.
    private func inverted(
        _ family: LabelReading, _ given: LabelReading, _ text: String, _ label: String
    ) -> LabelReading? {
        // `Abbot, J.: I, the Machine` is the author of a book.
        if text.utf8.last == 0x2E, family.label.words.count == 1, given.label.words.allSatisfy(Self.isInitial) {
            return LabelReading(label, .other)
        }
        guard family.shape == .name, !family.hasTitle, family.label.words.count == 1, given.shape == .name,
            !given.hasTitle, given.label.words.count <= Self.mostGivenNames,
            !AffiliationLine.isOrganization(given.label.words.last.map(String.init) ?? ""),
            family.label.unicodeScalars.contains(where: \.isLowercase)
                == given.label.unicodeScalars.contains(where: \.isLowercase)
        else { return nil }
        var reading = LabelReading(label, .name)
        reading.name = text
        reading.isInverted = true
        return reading
    }

    private static func isInitial(_ word: Substring) -> Bool {
        let letters = word.unicodeScalars.filter { $0 != "." && $0 != "-" }
        return word.contains(".") && letters.count <= mostInitials && letters.allSatisfy(\.isUppercase)
    }

    /// The most letters of initials beside a family name.
    private static let mostInitials = 3

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
