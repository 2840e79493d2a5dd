import KoreanText

/// Labels that no separator ends.
extension TurnScanner {
    /// A label by itself on its line, before a time at the line's end, before a wide gap, or behind a sign.
    func bare(_ opening: Opening, _ line: TurnLine) -> Found? {
        let text = opening.text
        if let found = timed(text) { return found }
        for gap in line.gapWords {
            if let found = gapped(opening, line, gap) { return found }
        }
        if case .sign = opening.prefix, let found = signed(text) { return found }
        guard text.utf8.count <= LabelReader.mostScalars * 4, text.unicodeScalars.count <= LabelReader.mostScalars,
            text.utf8.first != 0x28, Self.mayBeLabel(text)
        else {
            return nil
        }
        let parts = text.words
        guard parts.count <= 8, let last = text.utf8.last, last != 0x2E, last != 0x2C else { return nil }
        let known = reader.known(String(text))
        let reading = known.reading
        let isSure =
            reading.shape == .anonymous || reading.shape == .name && (reading.hasTitle || parts.count >= 2)
            || reading.shape == .office || opening.prefix == .arrows && reading.shape.isVoice
            || opening.time != nil && reading.shape == .name
        guard isSure, reading.shape != .nick else { return nil }
        return Found(label: text, end: .line, rest: text[text.endIndex...], reading: known)
    }

    /// `Ada Quill  0:15`, `참석자 1 00:15`.
    func timed(_ text: Substring) -> Found? {
        // Every time has a colon.
        guard text.utf8.contains(0x3A) else { return nil }
        let parts = text.words
        guard parts.count >= 2, parts.count <= 10, let last = parts.last else { return nil }
        for count in stride(from: min(Self.mostTimeWords, parts.count - 1), through: 1, by: -1) {
            let start = parts[parts.count - count].startIndex
            guard let (time, after) = LabelTime.read(text[start...]), after.drop(while: { $0 == " " }).isEmpty else {
                continue
            }
            var label = text[..<start]
            while let end = label.last, " |-–—,".contains(end) { label = label.dropLast() }
            if Self.isNumber(label) {
                let reading = reader.enter(LabelReading(String(label), .anonymous))
                return Found(label: label, end: .time, rest: text[last.endIndex...], time: time, reading: reading)
            }
            guard Self.mayBeLabel(label) else { continue }
            let shape = reader.read(String(label)).shape
            // A time sets off what could be a name, though a word of it is another thing elsewhere (`Deshawn Price`).
            guard shape.isVoice || shape == .other && Self.isCapitalised(label) else { continue }
            // `Thu, Jan 9, 2025 10:02AM` is a date.
            if shape == .name, label.utf8.contains(where: { (0x30...0x39).contains($0) }) { continue }
            return Found(label: label, end: .time, rest: text[last.endIndex...], time: time)
        }
        return nil
    }

    /// Whether a label is the number that somebody called from.
    private static func isNumber(_ label: Substring) -> Bool {
        label.utf8.count { (0x30...0x39).contains($0) } >= fewestDigits
            && label.unicodeScalars.allSatisfy { ("0"..."9").contains($0) || "+-() .*".unicodeScalars.contains($0) }
    }

    private static func isCapitalised(_ label: Substring) -> Bool {
        let parts = label.words
        return (2...mostNameWords).contains(parts.count)
            && parts.allSatisfy { AlphabeticLabel.isCapitalised(String($0)) }
    }

    /// The most words of a name that only a time shows to be one.
    private static let mostNameWords = 4
    /// The fewest digits of a telephone number.
    private static let fewestDigits = 7

    /// The most words of a time with its date (`13 March 2031 10:15 AM`).
    private static let mostTimeWords = 5

    /// A label between a sign and a wide gap, whatever colon stands in what is said.
    func setOff(_ opening: Opening, _ line: TurnLine) -> Found? {
        guard case .sign = opening.prefix else { return nil }
        return line.gapWords.lazy.compactMap { gapped(opening, line, $0) }.first
    }

    /// `소위원장 박하온  성원이 되었으므로`: a label and a wide gap.
    func gapped(_ opening: Opening, _ line: TurnLine, _ gap: Int) -> Found? {
        let parts = line.text.words
        guard gap < parts.count, let last = parts.prefix(gap).last, last.endIndex > opening.text.startIndex else {
            return nil
        }
        let label = opening.text[opening.text.startIndex..<last.endIndex]
        guard label.words.count <= 6, Self.mayBeLabel(label) else { return nil }
        let known = reader.known(String(label))
        let reading = known.reading
        guard
            reading.shape == .name || reading.shape == .office || reading.shape == .surname || reading.shape == .group
                || reading.shape == .anonymous || reading.shape == .word && opening.time != nil
                || reading.shape == .ask && label.unicodeScalars.count == 1
        else { return nil }
        return Found(label: label, end: .gap, rest: line.text[last.endIndex...], reading: known)
    }

    /// `○의장 한도윤 의사일정 제1항을`, `○의사팀 이정은 주무관 안녕하십니까?`: a name with the office beside it, or an office alone.
    func signed(_ text: Substring) -> Found? {
        let parts = text.words
        let readings = (1...max(1, min(Self.mostSignedWords, parts.count))).map { count in
            Self.mayBeLabel(text[..<parts[count - 1].endIndex])
                ? reader.known(String(text[..<parts[count - 1].endIndex])) : nil
        }
        guard let count = signedWords(parts, readings.map { $0?.reading }), let reading = readings[count - 1] else {
            return nil
        }
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
