import KoreanText

/// Labels whose end was lost where a page was recognised.
extension TurnScanner {
    /// The most words of an office in capitals before the bracket with its holder.
    private static let mostOfficeWords = 14

    /// A title and a name in capitals without a separator: `MR.MUIA asked`, `DR. CHIBULE Mr. Speaker, Sir`; an office in capitals
    /// with its holder in brackets (`THE MINISTER FOR LABOUR (Mr. Orle) On a point of order`).
    ///
    /// It tells that somebody begins, not who.
    func lost(_ opening: Opening) -> Found? {
        guard opening.prefix == .none, opening.time == nil else { return nil }
        let text = opening.text.utf8.first == 0x22 ? opening.text.dropFirst() : opening.text
        guard text.utf8.first.map({ (0x41...0x5A).contains($0) }) == true, let end = lostEnd(text) else { return nil }
        let rest = text[end...]
        guard rest.unicodeScalars.contains(where: \.properties.isLowercase) else { return nil }
        var reading = LabelReading(LabelReader.edgesTrimmed(String(text[..<end])), .other)
        reading.honorific = text.words.first.map(String.init)
        return Found(label: text[..<end], end: .lost, rest: rest, reading: reader.enter(reading))
    }

    private func lostEnd(_ text: Substring) -> Substring.Index? {
        let stop = text.utf8.prefix(LabelReader.mostScalars).firstIndex(of: 0x2E)
        if let stop, words.isOne(text[..<stop], .title), Self.isShouted(text[..<stop]) {
            let name = text[text.utf8.index(after: stop)...].drop { $0 == " " || $0 == "." }
            guard let word = name.words.first else { return nil }
            return Self.isShouted(word.prefix { $0.isLetter && $0.isUppercase }) ? word.endIndex : nil
        }
        guard text.utf8.starts(with: "THE ".utf8), let open = text.utf8.firstIndex(of: 0x28),
            let close = text[open...].utf8.firstIndex(of: 0x29)
        else { return nil }
        let office = text[..<open].words
        guard (2...Self.mostOfficeWords).contains(office.count),
            office.allSatisfy({ $0.unicodeScalars.allSatisfy { !$0.properties.isLowercase } })
        else { return nil }
        return text.utf8.index(after: close)
    }

    private static func isShouted(_ word: Substring) -> Bool {
        word.unicodeScalars.count > 1 && word.unicodeScalars.allSatisfy { $0.properties.isUppercase }
    }
}
