import KoreanText

/// Finds what may be a turn's label at the start of a line: mark, time, wrapper, label, separator.
struct TurnScanner {
    let reader: LabelReader
    let words: TurnWords

    init(_ words: TurnWords = .embedded) {
        self.words = words
        reader = LabelReader(words)
    }

    /// The start of a line as far as it was read.
    private struct Opening {
        var prefix = TurnForm.Prefix.none
        var question: String?
        var time: LabelTime?
        var text: Substring
    }

    /// The label of a line and what follows it.
    private struct Found {
        var label: Substring
        var wrapper = TurnForm.Wrapper.none
        var end: TurnForm.End
        var rest: Substring
        var time: LabelTime?
        var reading: LabelReading?
    }

    private static let signs: ScalarSet = "○◯●◎■□◆◇▶▷▸►◈▣❍▲△▼▽￭▪◦"
    private static let roundSigns: ScalarSet = "○◯❍"

    /// A heading whose words begin with the sign of a turn is that turn.
    private func dropHeading(_ opening: inout Opening) {
        let depth = opening.text.prefix { $0 == "#" }.count
        let title = opening.text.dropFirst(depth).drop { $0 == " " }
        guard (1...6).contains(depth), let first = title.unicodeScalars.first, Self.signs.contains(first) else { return }
        opening.text = title
    }

    /// The candidate at the start of a line, if there is one.
    func candidate(_ line: TurnLine, at index: Int) -> TurnCandidate? {
        let opening = opening(line)
        guard !opening.text.isEmpty else { return nil }
        let found = wrapped(opening) ?? separated(opening, line) ?? bare(opening, line)
        guard var found,
            found.label.unicodeScalars.count <= (found.label.last == ")" ? LabelReader.mostScalarsWithHolder : LabelReader.mostScalars)
        else { return nil }
        let label = LabelReader.trimmed(String(found.label))
        guard !label.isEmpty else { return nil }
        var reading = found.reading ?? reader.read(label)
        let time = takeTime(&found, &reading, label) ?? opening.time
        let rest = found.rest.drop { $0 == " " }
        let form = TurnForm(
            prefix: opening.prefix, wrapper: found.wrapper, end: found.end, isAlone: rest.isEmpty,
            isNick: reading.shape == .nick && found.wrapper != .angle)
        let offset = line.text.utf8.distance(from: line.text.startIndex, to: rest.startIndex)
        return TurnCandidate(
            line: index, form: form, reading: reading,
            printed: LabelReader.edgesTrimmed(String(line.text[..<rest.startIndex])), restOffset: offset, time: time,
            question: opening.question, rest: String(rest), isBlockStart: line.isBlockStart || opening.time != nil)
    }

    /// Takes a time from the end of a label (`Ada Quill (00:15):`) or from after it (`**Ada** [00:12]`, `Ada: (00:15)`).
    private func takeTime(_ found: inout Found, _ reading: inout LabelReading, _ label: String) -> LabelTime? {
        if let time = found.time { return time }
        let rest = found.rest.drop { $0 == " " }
        if rest.first == "[" || rest.first == "(" || found.wrapper != .none, let (time, after) = LabelTime.read(rest) {
            found.rest = after.drop { $0 == " " }
            if found.end != .colon, let next = found.rest.first, next == ":" || next == "：" {
                found.rest = found.rest.dropFirst()
                found.end = .colon
            }
            return time
        }
        if label.last == ")" || label.last == "]", let open = label.lastIndex(where: { $0 == "(" || $0 == "[" }),
            let (time, after) = LabelTime.read(label[open...]), after.isEmpty
        {
            reading = reader.read(String(label[..<open]))
            return time
        }
        return nil
    }

    private func opening(_ line: TurnLine) -> Opening {
        var opening = Opening(text: line.text[...])
        dropHeading(&opening)
        dropMark(&opening, line)
        dropQuestion(&opening)
        if let (time, rest) = LabelTime.read(opening.text) {
            let after = rest.drop { " -–—,|".contains($0) }
            if !after.isEmpty, after.startIndex > rest.startIndex || opening.text.first == "[" || opening.text.first == "(" {
                opening.time = time
                opening.text = after
            }
        }
        if opening.prefix == .none, opening.time != nil { dropMark(&opening, line) }
        return opening
    }

    /// Takes a bullet, a sign, `>` or `>>` from the start.
    private func dropMark(_ opening: inout Opening, _ line: TurnLine) {
        let text = opening.text
        guard let first = text.unicodeScalars.first else { return }
        if text.hasPrefix(">>") {
            opening.prefix = .arrows
            opening.text = text.drop { $0 == ">" || $0 == " " || $0 == "-" }
        } else if first == ">", text.dropFirst().first == " " {
            opening.prefix = .quote
            opening.text = text.dropFirst(2)
        } else if "-*+•–—·".unicodeScalars.contains(first), text.dropFirst().first == " " {
            opening.prefix = .list
            opening.text = text.dropFirst(2)
        } else if line.isCue, "-–—‐".unicodeScalars.contains(first) {
            opening.prefix = .list
            opening.text = text.drop { "-–—‐ ".contains($0) }
        } else if Self.signs.contains(first) {
            let rest = text.dropFirst()
            opening.prefix = .sign(Self.roundSigns.contains(first) ? "○" : first, isTight: rest.first != " ")
            opening.text = rest.drop { $0 == " " }
        }
    }

    /// Takes the number of a question before a name: `Q64 Chair:`, `Q. 12 Ms Sands:`.
    private func dropQuestion(_ opening: inout Opening) {
        guard opening.text.first == "Q" else { return }
        let digits = opening.text.dropFirst().drop { $0 == "." || $0 == " " }.prefix { $0.isASCII && $0.isNumber }
        guard (1...4).contains(digits.count) else { return }
        let rest = opening.text[digits.endIndex...]
        let words = rest.drop { $0 == " " || $0 == "." }
        guard words.startIndex > rest.startIndex, !words.isEmpty else { return }
        opening.question = LabelReader.edgesTrimmed(String(opening.text[..<digits.endIndex]))
        opening.text = words
    }

    // MARK: Wrappers

    private static let pairs: [(open: String, close: String, wrapper: TurnForm.Wrapper)] = [
        ("***", "***", .bold), ("**", "**", .bold), ("__", "__", .underscore), ("【", "】", .lenticular), ("[", "]", .square),
        ("<", ">", .angle), ("〔", "〕", .square), ("［", "］", .square), ("=", "=", .equals), ("(", ")", .round),
    ]

    private func wrapped(_ opening: Opening) -> Found? {
        if let heading = heading(opening) { return heading }
        for pair in Self.pairs where opening.text.hasPrefix(pair.open) {
            let inside = opening.text.dropFirst(pair.open.count)
            guard let close = inside.prefix(LabelReader.mostScalars + 20).firstRange(ofBytes: pair.close),
                close.lowerBound > inside.startIndex
            else { return nil }
            let label = inside[..<close.lowerBound]
            var rest = inside[close.upperBound...]
            guard rest.first != "(" || pair.wrapper != .square else { return nil }
            var end = TurnForm.End.wrapper
            if let last = label.last, last == ":" || last == "：" { end = .colon }
            if let next = rest.drop(while: { $0 == " " }).first, next == ":" || next == "：" {
                end = .colon
                rest = rest.drop { $0 == " " || $0 == ":" || $0 == "：" }
            } else if end == .wrapper, pair.wrapper == .bold, let dash = rest.drop(while: { $0 == " " }).first,
                "-–—".contains(dash)
            {
                end = .dash
                rest = rest.drop { " -–—".contains($0) }
            }
            // `(a)` is the mark of an item.
            if pair.wrapper == .round, label.utf8.count < 3 { return nil }
            if pair.wrapper == .round, end != .colon, rest.first != " " || rest.allSatisfy({ $0 == " " }) { return nil }
            if pair.wrapper == .angle, isTag(label, rest) { return nil }
            if pair.wrapper == .bold || pair.wrapper == .underscore, end == .wrapper, !rest.isEmpty,
                LabelTime.read(rest.drop { $0 == " " }) == nil
            {
                // Bold words at the start of a sentence, and a bracket that belongs to the label (`**Ada** (Northwind): …`).
                guard let bracket = bracketAfter(rest) else { return nil }
                return Found(
                    label: label, wrapper: pair.wrapper, end: .colon, rest: bracket.rest,
                    reading: reader.read("\(LabelReader.trimmed(String(label))) \(bracket.inside)"))
            }
            if words.isOne(LabelReader.trimmed(String(label)), .ask), let named = askedOf(label, rest) {
                return Found(label: label, wrapper: pair.wrapper, end: end, rest: named.rest, reading: named.reading)
            }
            return Found(label: label, wrapper: pair.wrapper, end: end, rest: rest)
        }
        return nil
    }

    /// Whether what stands in angle brackets is a tag of HTML, or its end follows.
    private func isTag(_ label: Substring, _ rest: Substring) -> Bool {
        let name = label.prefix { $0 != " " && $0 != "/" }
        return label.contains("=") || label.contains("/") || rest.first == "<" || words.isOne(name, .markup)
            || rest.holds("</" + name + ">")
    }

    /// Who answers, in brackets after the word for an answer: `<답변> (곡바름 수자원국장) 오르지 않습니다.`
    private func askedOf(_ label: Substring, _ rest: Substring) -> (reading: LabelReading, rest: Substring)? {
        let text = rest.drop { $0 == " " }
        guard text.first == "(", let close = text.prefix(60).firstIndex(of: ")") else { return nil }
        let reading = reader.read(String(text[text.index(after: text.startIndex)..<close]))
        guard reading.shape == .name || reading.shape == .office else { return nil }
        var whole = reading
        whole.label = "\(label) \(text[...close])"
        return (whole, text[text.index(after: close)...])
    }

    private func bracketAfter(_ rest: Substring) -> (inside: Substring, rest: Substring)? {
        let text = rest.drop { $0 == " " }
        guard text.first == "(", let close = text.prefix(60).firstIndex(of: ")") else { return nil }
        let after = text[text.index(after: close)...].drop { $0 == " " }
        guard after.first == ":" || after.first == "：" else { return nil }
        return (text[...close], after.dropFirst())
    }

    private func heading(_ opening: Opening) -> Found? {
        guard opening.prefix == .none, opening.text.first == "#" else { return nil }
        let depth = opening.text.prefix { $0 == "#" }.count
        let title = opening.text.dropFirst(depth)
        guard (1...6).contains(depth), title.first == " " else { return nil }
        var label = title.drop { $0 == " " }
        while let last = label.last, last == "#" || last == " " || last == ":" { label = label.dropLast() }
        var time: LabelTime?
        if let first = label.first, first == "*" || first == "_" { label = label.drop { $0 == first } }
        if let open = label.lastIndex(where: { $0 == "[" || $0 == "(" }), let (found, after) = LabelTime.read(label[open...]),
            after.drop(while: { $0 == "*" }).isEmpty
        {
            time = found
            label = label[..<open]
        }
        return Found(label: label, wrapper: .heading, end: .line, rest: opening.text[opening.text.endIndex...], time: time)
    }

    // MARK: Separators

    /// A label and the separator after it: a colon, a full stop, a dash, an equals sign.
    private func separated(_ opening: Opening, _ line: TurnLine) -> Found? {
        let reach = opening.text.prefix(LabelReader.mostScalarsWithHolder + 2)
        if let found = colon(reach, opening.text) { return found }
        if let found = asked(opening.text) { return found }
        if let found = stopAndDash(reach, opening.text) ?? stop(opening.text) { return found }
        if let mark = reach.firstRange(ofBytes: " = ") ?? (opening.prefix == .none ? nil : reach.firstRange(ofBytes: "=")),
            Self.mayBeLabel(reach[..<mark.lowerBound])
        {
            return Found(label: reach[..<mark.lowerBound], end: .equals, rest: opening.text[mark.upperBound...])
        }
        if let angle = reach.firstIndex(of: ">"), opening.prefix == .none, Self.mayBeLabel(reach[..<angle]),
            !reach[..<angle].contains(" "), !reach[..<angle].contains("<"), opening.text[angle...].dropFirst().first == " "
        {
            return Found(label: reach[..<angle], end: .wrapper, rest: opening.text[angle...].dropFirst())
        }
        return dash(reach, opening.text, [" — ", " – ", " - ", "—"])
    }

    /// `Q.   Where were you?`, as examinations in courts are printed.
    private func asked(_ text: Substring) -> Found? {
        guard let first = text.first, first == "Q" || first == "A", text.dropFirst().hasPrefix(". ") else { return nil }
        return Found(label: text.prefix(1), end: .stop, rest: text.dropFirst(2))
    }

    /// `President. – …`, `El señor Quiroga.- …`, `M. Dupont. — …`
    private func stopAndDash(_ reach: Substring, _ text: Substring) -> Found? {
        guard reach.utf8.contains(0x2E) else { return nil }
        return dash(reach, text, [".—", ".–", ".-", ". —", ". –", ". -"])
    }

    private func dash(_ reach: Substring, _ text: Substring, _ marks: [String]) -> Found? {
        for dash in marks {
            guard let range = reach.firstRange(ofBytes: dash), range.lowerBound > reach.startIndex,
                Self.mayBeLabel(reach[..<range.lowerBound])
            else { continue }
            let reading = reader.read(LabelReader.trimmed(String(reach[..<range.lowerBound])))
            guard reading.shape == .name || reading.shape == .office || reading.shape == .anonymous || reading.shape == .group
            else { continue }
            let rest = text[range.upperBound...].drop { " -–—".contains($0) }
            // A full stop before the dash is as sure a mark as one without.
            let end: TurnForm.End = dash.first == "." ? .stop : .dash
            return Found(label: reach[..<range.lowerBound], end: end, rest: rest, reading: reading)
        }
        return nil
    }

    private func colon(_ reach: Substring, _ text: Substring) -> Found? {
        // `??: …`: somebody whom nobody knew.
        let unknown = reach.prefix { $0 == "?" }
        if (1...3).contains(unknown.count), text[unknown.endIndex...].first == ":" {
            let rest = text[unknown.endIndex...].dropFirst()
            return Found(label: unknown, end: .colon, rest: rest, reading: LabelReading(String(unknown), .ask))
        }
        var search = reach.startIndex
        while let colon = reach[search...].firstIndex(where: { $0 == ":" || $0 == "：" }) {
            let after = text[text.index(after: colon)...]
            let label = reach[..<colon]
            // A time of day, a ratio or an address.
            let isInside = after.first.map { $0.isNumber || $0 == "/" || $0 == ":" } == true && label.last != " "
                && label.last?.isNumber == true || after.hasPrefix("//")
            guard isInside else {
                guard Self.mayBeLabel(label) else { return nil }
                return Found(label: label, end: .colon, rest: after)
            }
            search = text.index(after: colon)
        }
        return nil
    }

    /// Whether words may be a label: no end of a sentence in them, brackets balanced, no address or number of an item.
    static func mayBeLabel(_ label: Substring) -> Bool {
        guard let first = label.unicodeScalars.first, !label.isEmpty else { return false }
        if ("0"..."9").contains(first) || "\"“”'‘?!;,.)]|".unicodeScalars.contains(first) { return false }
        var depth = 0
        var words = 1
        for scalar in label.unicodeScalars {
            switch scalar {
            case "(", "（", "[": depth += 1
            case ")", "）", "]": depth -= 1
            case "?", "!", ";", "。", "？", "！", "\"", "“", "”", "=", "{", "}", "\\", "…": return false
            case " ": words += 1
            default: break
            }
            guard depth >= 0 else { return false }
        }
        guard depth == 0, words <= (label.last == ")" ? LabelReader.mostWordsWithHolder : LabelReader.mostWords) else { return false }
        return !endsSentenceInside(label)
    }

    /// Whether a full stop within a label ends a sentence: after a word that is no title and no initial.
    private static func endsSentenceInside(_ label: Substring) -> Bool {
        let parts = label.words
        for word in parts.dropLast() where word.utf8.last == 0x2E {
            let bare = word.dropLast().drop { $0 == "(" }
            if bare.unicodeScalars.count <= 1 || TurnWords.embedded.isOne(bare, .title) || bare.contains(".") { continue }
            if TurnWords.embedded.isOne(bare, .office) || bare.unicodeScalars.count <= 3 && AlphabeticLabel.isCapitalised(String(bare)) {
                continue
            }
            return true
        }
        return false
    }

    // MARK: Full stops

    /// `The CHAIRMAN.`, `Mr. Tilden.`, `Dr. HANLEY.`, `Mr. SMITH of Ohio.`, `The PRESIDING OFFICER (Mr. Gravel).`
    private func stop(_ text: Substring) -> Found? {
        guard let first = text.unicodeScalars.first, first.properties.isUppercase else { return nil }
        var index = text.startIndex
        var depth = 0
        var seen = 0
        while index < text.endIndex, seen < LabelReader.mostScalars {
            let character = text[index]
            if character == "(" || character == "[" { depth += 1 }
            if character == ")" || character == "]" { depth -= 1 }
            if "?!;:\"”".contains(character) { return nil }
            if character == ".", depth == 0 {
                let label = text[..<index]
                let rest = text[text.index(after: index)...]
                if rest.isEmpty || rest.first == " ", !isAbbreviated(label) {
                    return stopped(label, rest)
                }
            }
            index = text.index(after: index)
            seen += 1
        }
        return nil
    }

    /// Whether the full stop after a text belongs to its last word: a title or an initial.
    private func isAbbreviated(_ text: Substring) -> Bool {
        guard let last = text.words.last else { return true }
        let word = last.drop { $0 == "(" }
        // Initials behind a surname in capitals end the label (`ВЕРБИЦЬКА О.П.`).
        if word.contains("."), let before = text.words.dropLast().last, Self.isCapitals(before) { return false }
        return word.unicodeScalars.count <= 1 || words.isOne(word, .title) || ["St", "Jr", "Sr", "Hon"].contains(word)
            || word.contains(".")
    }

    private static func isCapitals(_ word: Substring) -> Bool {
        word.unicodeScalars.count > 2 && word.unicodeScalars.allSatisfy { !$0.properties.isLowercase }
            && word.unicodeScalars.contains(where: \.properties.isUppercase)
    }

    /// A label that a full stop ends: behind a title, in capitals, or an office with `The`.
    private func stopped(_ label: Substring, _ rest: Substring) -> Found? {
        let parts = label.words
        guard (1...LabelReader.mostWords).contains(parts.count), Self.mayBeLabel(label) else { return nil }
        let reading = reader.read(String(label))
        if reading.shape == .anonymous { return Found(label: label, end: .stop, rest: rest, reading: reading) }
        guard reading.shape == .name || reading.shape == .office || reading.shape == .group else { return nil }
        let letters = label.unicodeScalars.filter(\.properties.isAlphabetic)
        let isCapitals = letters.count >= 3 && letters.suffix(3).allSatisfy(\.properties.isUppercase)
            || parts.count > 1 && parts.first.map(Self.isCapitals) == true && letters.allSatisfy(\.properties.isUppercase)
        let hasArticle = parts.first == "The" || parts.first == "THE"
        guard reading.honorific != nil || (reading.shape == .name && reading.office != nil) || isCapitals || hasArticle
        else { return nil }
        guard reading.shape != .name || reading.hasTitle || isCapitals else { return nil }
        // `Dr. HANLEY said so.` is a sentence.
        let small = parts.contains { part in
            part.unicodeScalars.first?.properties.isLowercase == true && !AlphabeticLabel.links.contains(String(part))
                && !words.isOne(part, .particle) && !words.isOne(part, .presiding)
        }
        guard !small || reading.hasNote else { return nil }
        // Where everything is set in capitals, they tell nothing.
        let isSet = rest.unicodeScalars.contains { $0.properties.isLowercase }
        guard isSet || reading.honorific != nil || reading.office != nil && hasArticle else { return nil }
        return Found(label: label, end: .stop, rest: rest, reading: reading)
    }

    // MARK: Labels without a separator

    /// A label by itself on its line, before a time at the line's end, before a wide gap, or behind a sign.
    private func bare(_ opening: Opening, _ line: TurnLine) -> Found? {
        let text = opening.text
        if let found = timed(text) { return found }
        for gap in line.gapWords {
            if let found = gapped(opening, line, gap) { return found }
        }
        if case .sign = opening.prefix, let found = signed(text) { return found }
        guard text.unicodeScalars.count <= LabelReader.mostScalars, text.first != "(", Self.mayBeLabel(text) else { return nil }
        let parts = text.words
        guard parts.count <= 8, text.last != ".", text.last != "," else { return nil }
        let reading = reader.read(String(text))
        let isSure = reading.shape == .anonymous || reading.shape == .name && (reading.hasTitle || parts.count >= 2)
            || reading.shape == .office || opening.prefix == .arrows && reading.shape.isVoice
            || opening.time != nil && reading.shape == .name
        guard isSure, reading.shape != .nick else { return nil }
        return Found(label: text, end: .line, rest: text[text.endIndex...], reading: reading)
    }

    /// `Ada Quill  0:15`, `참석자 1 00:15`.
    private func timed(_ text: Substring) -> Found? {
        let parts = text.words
        guard parts.count >= 2, parts.count <= 10, let last = parts.last else { return nil }
        for count in stride(from: min(Self.mostTimeWords, parts.count - 1), through: 1, by: -1) {
            let start = parts[parts.count - count].startIndex
            guard let (time, after) = LabelTime.read(text[start...]), after.drop(while: { $0 == " " }).isEmpty else { continue }
            var label = text[..<start]
            while let end = label.last, " |-–—,".contains(end) { label = label.dropLast() }
            guard Self.mayBeLabel(label), reader.read(String(label)).shape.isVoice else { return nil }
            return Found(label: label, end: .time, rest: text[last.endIndex...], time: time)
        }
        return nil
    }

    /// The most words of a time with its date (`13 March 2031 10:15 AM`).
    private static let mostTimeWords = 5

    /// `소위원장 박하온  성원이 되었으므로`: a label and a wide gap.
    private func gapped(_ opening: Opening, _ line: TurnLine, _ gap: Int) -> Found? {
        let parts = line.text.words
        guard gap < parts.count, let last = parts.prefix(gap).last, last.endIndex > opening.text.startIndex else { return nil }
        let label = opening.text[opening.text.startIndex..<last.endIndex]
        guard label.words.count <= 6, Self.mayBeLabel(label) else { return nil }
        let reading = reader.read(String(label))
        guard reading.shape == .name || reading.shape == .office || reading.shape == .surname || reading.shape == .group
            || reading.shape == .anonymous || reading.shape == .word && opening.time != nil
        else { return nil }
        return Found(label: label, end: .gap, rest: line.text[last.endIndex...], reading: reading)
    }

    /// `○의장 한도윤 의사일정 제1항을`, `○의사팀 이정은 주무관 안녕하십니까?`: a name with the office beside it, or an office alone.
    private func signed(_ text: Substring) -> Found? {
        let parts = text.words
        let readings = (1...max(1, min(Self.mostSignedWords, parts.count))).map { count in
            Self.mayBeLabel(text[..<parts[count - 1].endIndex]) ? reader.read(String(text[..<parts[count - 1].endIndex])) : nil
        }
        guard let count = signedWords(parts, readings), let reading = readings[count - 1] else { return nil }
        let end = parts[count - 1].endIndex
        return Found(label: text[..<end], end: .space, rest: text[end...], reading: reading)
    }

    /// The most words of a label that only a sign begins.
    private static let mostSignedWords = 4

    /// How many words of a line behind a sign are its label.
    private func signedWords(_ parts: [Substring], _ readings: [LabelReading?]) -> Int? {
        let isOffice = { (place: Int) in place < parts.count && KoreanLabel(words).isOffice(String(parts[place])) }
        switch readings[0]?.shape {
        case .office, .anonymous, .group:
            guard readings.count > 1, let two = readings[1] else { return 1 }
            return two.shape == .name || two.shape == .group || two.shape == .anonymous ? 2 : 1
        case .name: return readings.count > 1 && isOffice(1) ? 2 : 1
        default: break
        }
        for count in 2...max(2, readings.count) where count <= readings.count {
            guard let reading = readings[count - 1] else { continue }
            switch reading.shape {
            case .name where reading.office == nil && isOffice(count): return min(count + 1, readings.count)
            case .name where reading.hasTitle, .surname, .group: return count
            default: continue
            }
        }
        return nil
    }
}

extension LabelReader {
    /// A text without spaces at its ends.
    static func edgesTrimmed(_ text: String) -> String {
        var result = text[...]
        while result.first == " " { result = result.dropFirst() }
        while result.last == " " { result = result.dropLast() }
        return String(result)
    }
}
