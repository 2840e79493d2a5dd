import KoreanText

/// Labels that a colon, a dash or an equals sign ends.
extension TurnScanner {
    /// A label and the separator after it: a colon, a full stop, a dash, an equals sign.
    func separated(_ opening: Opening, _ line: TurnLine) -> Found? {
        let reach = opening.text.prefix(ofScalars: LabelReader.mostScalarsWithHolder + 2)
        if let found = colon(reach, opening.text) { return found }
        if let found = asked(opening.text) { return found }
        // `A SRA. PELL (PT - BA) - Obrigada.`: a bracket before the dash is as sure as a full stop.
        let dashed = dash(reach, opening.text, Self.dashes)
        if let dashed, dashed.label.utf8.last == 0x29 { return dashed }
        if let found = stopAndDash(reach, opening.text) ?? stop(opening.text) { return found }
        if reach.utf8.contains(0x3D),
            let mark = reach.firstRange(ofBytes: " = ")
                ?? (opening.prefix == .none ? nil : reach.firstRange(ofBytes: "=")),
            Self.mayBeLabel(reach[..<mark.lowerBound])
        {
            return Found(label: reach[..<mark.lowerBound], end: .equals, rest: opening.text[mark.upperBound...])
        }
        if opening.prefix == .none, let angle = reach.utf8.firstIndex(of: 0x3E), Self.mayBeLabel(reach[..<angle]),
            !reach[..<angle].contains(" "), !reach[..<angle].contains("<"),
            opening.text[angle...].dropFirst().first == " "
        {
            return Found(label: reach[..<angle], end: .wrapper, rest: opening.text[angle...].dropFirst())
        }
        return dashed
    }

    private static let dashes = [" — ", " – ", " - ", "—"]

    /// `Q.   Where were you?`, `P. ¿Por qué?`, `문) 왜?`: one letter that says that a question or an answer follows.
    func asked(_ text: Substring) -> Found? {
        let mark = text.utf8.dropFirst().first
        guard mark.map({ $0 == 0x2E || $0 == 0x29 || $0 >= 0x80 }) == true else { return nil }
        let rest = text.dropFirst()
        guard rest.hasPrefix(". ") || rest.hasPrefix(") "), words.isOne(text.prefix(1), .ask) else { return nil }
        return Found(label: text.prefix(1), end: .stop, rest: text.dropFirst(2))
    }

    /// A label with a full stop and a dash: `President. – …`, `El señor Quiroga.- …`.
    func stopAndDash(_ reach: Substring, _ text: Substring) -> Found? {
        guard reach.utf8.contains(0x2E) else { return nil }
        return dash(reach, text, [".—", ".–", ".-", ". —", ". –", ". -"])
    }

    func dash(_ reach: Substring, _ text: Substring, _ marks: [String]) -> Found? {
        guard reach.utf8.contains(where: { $0 == 0x2D || $0 == 0xE2 }) else { return nil }
        for dash in marks {
            guard let range = Self.outsideBrackets(dash, in: reach), range.lowerBound > reach.startIndex,
                Self.mayBeLabel(reach[..<range.lowerBound])
            else { continue }
            let known = reader.known(LabelReader.trimmed(String(reach[..<range.lowerBound])))
            let reading = known.reading
            guard
                reading.shape == .name || reading.shape == .office || reading.shape == .anonymous
                    || reading.shape == .group
            else { continue }
            let rest = text[range.upperBound...].drop { " -–—".contains($0) }
            // A full stop before the dash is as sure a mark as one without.
            let end: TurnForm.End = dash.first == "." ? .stop : .dash
            return Found(label: reach[..<range.lowerBound], end: end, rest: rest, reading: known)
        }
        return nil
    }

    /// Where a mark stands first that is within no brackets.
    private static func outsideBrackets(_ mark: String, in text: Substring) -> Range<Substring.Index>? {
        var start = text.startIndex
        while let range = text[start...].firstRange(ofBytes: mark) {
            let before = text[..<range.lowerBound]
            guard before.utf8.count(where: { $0 == 0x28 }) > before.utf8.count(where: { $0 == 0x29 }) else {
                return range
            }
            start = range.upperBound
        }
        return nil
    }

    func colon(_ reach: Substring, _ text: Substring) -> Found? {
        // `??: …`: somebody whom nobody knew.
        if reach.utf8.first == 0x3F {
            let unknown = reach.prefix { $0 == "?" }
            if (1...3).contains(unknown.count), text[unknown.endIndex...].first == ":" {
                let rest = text[unknown.endIndex...].dropFirst()
                return Found(
                    label: unknown, end: .colon, rest: rest, reading: reader.enter(LabelReading(String(unknown), .ask)))
            }
        }
        var search = reach.startIndex
        while let colon = reach[search...].firstColon {
            let after = text[text.unicodeScalars.index(after: colon)...]
            let label = reach[..<colon]
            // A time of day, a ratio or an address.
            let isInside =
                after.utf8.first != nil && after.utf8.first != 0x20
                && (after.first.map { $0.isNumber || $0 == "/" || $0 == ":" } == true && label.last != " "
                    && label.last?.isNumber == true || after.utf8.starts(with: "//".utf8))
            guard isInside else {
                guard Self.mayBeLabel(label) else { return nil }
                return Found(label: label, end: .colon, rest: after)
            }
            search = text.unicodeScalars.index(after: colon)
        }
        return nil
    }

    private static let noStarts: ScalarSet = "\"“”'‘?!;,.)]|"

    /// Whether words may be a label: no end of a sentence in them, brackets balanced, no address or number of an item.
    static func mayBeLabel(_ label: Substring) -> Bool {
        guard let first = label.unicodeScalars.first, !label.isEmpty else { return false }
        if ("0"..."9").contains(first) || noStarts.contains(first) { return false }
        var depth = 0
        var words = 1
        for scalar in label.unicodeScalars {
            switch scalar {
            case "(", "（", "[": depth += 1
            case ")", "）", "]": depth -= 1
            case "?", "!", ";", "。", "？", "！", "\"", "“", "”", "=", "{", "}", "\\", "…", "<", ">": return false
            case " ": words += 1
            default: break
            }
            guard depth >= 0 else { return false }
        }
        guard depth == 0, words <= (label.utf8.last == 0x29 ? LabelReader.mostWordsWithHolder : LabelReader.mostWords)
        else {
            return false
        }
        return !endsSentenceInside(label)
    }

    /// The most scalars of a word of an office that is cut short behind a name (`Otto Pell, Parl. Staatssekretär`).
    private static let mostAbbreviation = 5

    /// Whether a full stop within a label ends a sentence: after a word that is no title and no initial.
    private static func endsSentenceInside(_ label: Substring) -> Bool {
        guard label.utf8.contains(0x2E) else { return false }
        let parts = label.words
        var depth = 0
        var isBehindComma = false
        for word in parts.dropLast() {
            defer { isBehindComma = isBehindComma || word.last == "," }
            defer { depth += word.utf8.count { $0 == 0x28 } - word.utf8.count { $0 == 0x29 } }
            // In brackets sentences may end: `(PT - BA. Para discursar.)`.
            guard word.utf8.last == 0x2E, depth == 0 else { continue }
            let bare = word.dropLast().drop { $0 == "(" }
            if bare.unicodeScalars.count <= 1 || TurnWords.embedded.isOne(bare, .title) || bare.contains(".") {
                continue
            }
            if TurnWords.embedded.isOne(bare, .office)
                || bare.unicodeScalars.count <= (isBehindComma ? mostAbbreviation : 3)
                    && AlphabeticLabel.isCapitalised(String(bare))
            {
                continue
            }
            return true
        }
        return false
    }
}
