import KoreanText

/// Labels that a full stop ends.
extension TurnScanner {
    /// A label behind a title, in capitals or with an article (`The PRESIDING OFFICER (Mr. Gravel)`).
    func stop(_ text: Substring) -> Found? {
        let scalars = text.unicodeScalars
        guard let first = scalars.first, first.isUppercase else { return nil }
        var depth = 0
        for index in scalars.indices.prefix(LabelReader.mostScalars) {
            switch scalars[index] {
            case "(", "[": depth += 1
            case ")", "]": depth -= 1
            case "?", "!", ";", ":", "\"", "”": return nil
            case "." where depth == 0:
                let label = text[..<index]
                let rest = text[scalars.index(after: index)...]
                if rest.isEmpty || rest.utf8.first == 0x20, !isAbbreviated(label) { return stopped(label, rest) }
            default: break
            }
        }
        return nil
    }

    /// Whether the full stop after a text belongs to its last word: a title or an initial.
    func isAbbreviated(_ text: Substring) -> Bool {
        let parts = text.words
        guard let last = parts.last else { return true }
        let word = last.drop { $0 == "(" }
        let hasStop = word.utf8.contains(0x2E)
        // Initials behind a surname end the label (`ВЕРБИЦЬКА О.П.`, `Зимин А.П.`).
        if hasStop, Self.hasInitials(text) { return false }
        return hasStop || word.unicodeScalars.count <= 1 || words.isOne(word, .title)
            || ["St", "Jr", "Sr", "Hon"].contains(word)
    }

    /// Whether a text is a surname with two initials behind it; in Latin letters only in capitals.
    static func hasInitials(_ text: Substring) -> Bool {
        let parts = text.words
        guard parts.count == 2, let surname = parts.first, let initials = parts.last, initials.contains("."),
            initials.unicodeScalars.allSatisfy({ $0 == "." || $0.isUppercase })
        else { return false }
        let isCyrillic = surname.unicodeScalars.first.map { (0x0400...0x052F).contains($0.value) } == true
        return isCapitals(surname) || isCyrillic && AlphabeticLabel.isCapitalised(String(surname))
    }

    private static func isCapitals(_ word: Substring) -> Bool {
        word.unicodeScalars.count > 2 && word.unicodeScalars.allSatisfy { !$0.isLowercase }
            && word.unicodeScalars.contains(where: \.isUppercase)
    }

    /// A label that a full stop ends: behind a title, in capitals, or an office with `The`.
    func stopped(_ label: Substring, _ rest: Substring) -> Found? {
        let parts = label.words
        guard (1...LabelReader.mostWords).contains(parts.count), Self.mayBeLabel(label) else { return nil }
        let known = reader.known(String(label))
        let reading = known.reading
        if reading.shape == .anonymous { return Found(label: label, end: .stop, rest: rest, reading: known) }
        guard reading.shape == .name || reading.shape == .office || reading.shape == .group else { return nil }
        // `ORESTE FALCHI, Ministro dell'interno`.
        let name = label.firstIndex(of: ",").map { label[..<$0] } ?? label
        let letters: [Unicode.Scalar] = name.unicodeScalars.filter(\.isAlphabetic)
        let isCapitals =
            letters.count >= 3 && letters.suffix(3).allSatisfy(\.isUppercase)
            || parts.count > 1 && parts.first.map(Self.isCapitals) == true
                && letters.allSatisfy(\.isUppercase)
        let hasArticle = parts.first == "The" || parts.first == "THE"
        if reading.shape == .group, parts.count > 1 {
            return Found(label: label, end: .stop, rest: rest, reading: known)
        }
        let isOffice = reading.shape == .office && parts.count == 1
        let isTold = isCapitals || hasArticle || isOffice || Self.hasInitials(name)
        guard reading.honorific != nil || (reading.shape == .name && reading.office != nil) || isTold
        else { return nil }
        guard reading.shape != .name || reading.hasTitle || isCapitals || Self.hasInitials(name) else { return nil }
        // `Dr. HANLEY said so.` is a sentence.
        let small = parts.prefix { $0.last != "," }.contains { part in
            part.unicodeScalars.first?.isLowercase == true && !words.isOne(part, .link)
                && !words.isOne(part, .particle) && !words.isOne(part, .presiding)
        }
        guard !small || reading.hasNote || reading.shape == .office else { return nil }
        // `Chairman Greenspan, welcome.` is said to somebody.
        guard !addresses(label) || Self.hasInitials(name) else { return nil }
        // Where everything is set in capitals, they tell nothing.
        let isSet = rest.unicodeScalars.contains { $0.isLowercase }
        guard isSet || reading.honorific != nil || reading.office != nil && hasArticle else { return nil }
        return Found(label: label, end: .stop, rest: rest, reading: known)
    }

    /// Whether a word in small letters stands behind a comma that begins no office: the words go on with what is said.
    private func addresses(_ label: Substring) -> Bool {
        guard let comma = label.firstIndex(of: ","), let next = label[label.index(after: comma)...].words.first,
            next.unicodeScalars.first?.properties.isLowercase == true
        else { return false }
        let behind = label[next.startIndex...]
        let isOffice = behind.words.contains { words.isOne($0, .office) || words.isOne($0, .presiding) }
        return !isOffice && !words.isOne(next, .article) && !words.isOne(next, .link)
    }
}
