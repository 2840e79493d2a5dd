extension LabelReader {
    /// `강다은 / 시장`, `A / 대통령`, `Ada Quill, Northwind`, `Ada Quill - Northwind`.
    func divided(_ text: String, _ label: String) -> LabelReading? {
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
                return described(first, by: sides[1], second, label)
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

    /// Somebody with what stands behind the name: an office, or else where they are from.
    private func described(
        _ name: LabelReading, by text: String, _ other: LabelReading, _ label: String
    ) -> LabelReading {
        var reading = name
        reading.label = label
        let isOffice =
            other.shape == .office || AffiliationLine.likelihood(text) == .role
            || text.words.first.map { words.isOne($0, .office) || words.isOne($0, .presiding) } == true
        if isOffice {
            reading.office = reading.office ?? text
        } else {
            reading.affiliation = text
        }
        return reading
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
}
