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
    struct Opening {
        var prefix = TurnForm.Prefix.none
        var question: String?
        var time: LabelTime?
        var text: Substring
    }

    /// The label of a line and what follows it.
    struct Found {
        var label: Substring
        var wrapper = TurnForm.Wrapper.none
        var end: TurnForm.End
        var rest: Substring
        var time: LabelTime?
        var reading: KnownReading?
    }

    private static let signs: ScalarSet = "○◯●◎■□◆◇▶▷▸►◈▣❍▲△▼▽￭▪◦"
    private static let roundSigns: ScalarSet = "○◯❍"
    private static let bullets: ScalarSet = "-*+•–—·"
    private static let dashes: ScalarSet = "-–—‐"

    /// A heading whose words begin with the sign of a turn is that turn.
    private func dropHeading(_ opening: inout Opening) {
        guard opening.text.utf8.first == 0x23 else { return }
        let depth = opening.text.prefix { $0 == "#" }.count
        let title = opening.text.dropFirst(depth).drop { $0 == " " }
        guard (1...6).contains(depth), let first = title.unicodeScalars.first, Self.signs.contains(first) else {
            return
        }
        opening.text = title
    }

    /// The candidate at the start of a line, if there is one.
    func candidate(_ line: TurnLine, at index: Int) -> TurnCandidate? {
        let opening = opening(line)
        guard !opening.text.isEmpty else { return nil }
        let found =
            wrapped(opening) ?? setOff(opening, line) ?? separated(opening, line) ?? bare(opening, line)
            ?? dashed(line) ?? lost(opening)
        guard var found,
            found.label.unicodeScalars.count
                <= (found.label.utf8.last == 0x29 ? LabelReader.mostScalarsWithHolder : LabelReader.mostScalars)
        else { return nil }
        let label = LabelReader.trimmed(String(found.label))
        guard !label.isEmpty else { return nil }
        var known = found.reading ?? reader.known(label)
        let time = takeTime(&found, &known, label) ?? opening.time
        if found.wrapper == .square, time != nil, let whole = Self.whole(known.reading, label) {
            known = reader.enter(whole)
        }
        let rest = found.rest.withoutLeadingSpaces
        let form = TurnForm(
            prefix: found.end == .opening ? .none : opening.prefix, wrapper: found.wrapper, end: found.end,
            isAlone: rest.isEmpty,
            isNick: known.reading.shape == .nick && found.wrapper != .angle)
        let offset = line.text.utf8.distance(from: line.text.startIndex, to: rest.startIndex)
        return TurnCandidate(
            line: index, form: form, known: known, text: line.text, labelEnd: offset, restOffset: offset, time: time,
            question: opening.question,
            isBlockStart: line.isBlockStart || opening.time != nil || found.end == .time,
            isWeakStart: line.isWeakStart && opening.time == nil)
    }

    /// All of a chat's label as the name: people call themselves what they like (`[서아 엄마] [오후 3:20]`, `[21500002] [오후 7:31]`).
    private static func whole(_ reading: LabelReading, _ label: String) -> LabelReading? {
        if label.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            var number = LabelReading(label, .anonymous)
            number.name = label
            return number
        }
        guard reading.shape == .name, reading.affiliation != nil,
            label.unicodeScalars.allSatisfy({ $0 == " " || Hangul.isSyllable($0) })
        else { return nil }
        var whole = reading
        (whole.name, whole.affiliation) = (label, nil)
        return whole
    }

    /// A dash by itself, as interviews print what is said without names: `— Когда вы начали?`, `――なぜですか。`.
    private func dashed(_ line: TurnLine) -> Found? {
        guard !line.isCue, let byte = line.text.utf8.first, byte == 0x2D || byte == 0xE2 else { return nil }
        let dashes = line.text.prefix { "–—―─".contains($0) }
        let label =
            dashes.isEmpty && line.text.first == "-" && line.text.dropFirst().first?.isLetter == true
            ? line.text.prefix(1) : dashes
        guard (1...2).contains(label.count) else { return nil }
        let rest = line.text[label.endIndex...]
        return Found(label: label, end: .opening, rest: rest, reading: reader.enter(LabelReading(String(label), .ask)))
    }

    /// Takes a time from the end of a label (`Ada Quill (00:15):`) or from after it (`**Ada** [00:12]`, `Ada: (00:15)`).
    private func takeTime(_ found: inout Found, _ known: inout KnownReading, _ label: String) -> LabelTime? {
        if let time = found.time { return time }
        let rest = found.rest.withoutLeadingSpaces
        if rest.utf8.first == 0x5B || rest.utf8.first == 0x28 || found.wrapper != .none,
            let (time, after) = LabelTime.read(rest)
        {
            found.rest = after.drop { $0 == " " }
            if found.end != .colon, let next = found.rest.first, next == ":" || next == "：" {
                found.rest = found.rest.dropFirst()
                found.end = .colon
            }
            return time
        }
        if label.utf8.last == 0x29 || label.utf8.last == 0x5D,
            let open = label.lastIndex(where: { $0 == "(" || $0 == "[" }),
            let (time, after) = LabelTime.read(label[open...]), after.isEmpty
        {
            known = reader.known(String(label[..<open]))
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
            if !after.isEmpty,
                after.startIndex > rest.startIndex || opening.text.first == "[" || opening.text.first == "("
            {
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
        if first == ">", text.utf8.starts(with: ">>".utf8) {
            opening.prefix = .arrows
            opening.text = text.drop { $0 == ">" || $0 == " " || $0 == "-" }
        } else if first == ">", text.dropFirst().first == " " {
            opening.prefix = .quote
            opening.text = text.dropFirst(2)
        } else if Self.bullets.contains(first), text.dropFirst().first == " " {
            opening.prefix = .list
            opening.text = text.dropFirst(2)
        } else if line.isCue, Self.dashes.contains(first) {
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
        guard opening.text.utf8.first == 0x51 else { return }
        let digits = opening.text.dropFirst().drop { $0 == "." || $0 == " " }.prefix { $0.isASCII && $0.isNumber }
        guard (1...4).contains(digits.count) else { return }
        let rest = opening.text[digits.endIndex...]
        let words = rest.drop { $0 == " " || $0 == "." }
        guard words.startIndex > rest.startIndex, !words.isEmpty else { return }
        opening.question = LabelReader.edgesTrimmed(String(opening.text[..<digits.endIndex]))
        opening.text = words
    }
}

extension LabelReader {
    /// A text without spaces at its ends.
    static func edgesTrimmed(_ text: String) -> String {
        var result = text[...]
        while result.utf8.first == 0x20 { result = result.dropFirst() }
        while result.utf8.last == 0x20 { result = result.dropLast() }
        return String(result)
    }
}
