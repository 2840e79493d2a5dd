import KoreanText

/// The people whom lists before the first turn name, with the initials, nicks and offices that they give.
///
/// `- Ada Quill - Northwind (AQ) - chair`, `Members present: Kate Gorse (Chair); Bridget Philby.`
struct Attendance {
    private(set) var people: [KnownPerson] = []

    /// The most lines that are looked at, and the longest of them in bytes.
    static let mostLines = 400, longestLine = 2_000

    private let reader: LabelReader

    init(_ lines: some Sequence<String>, _ words: TurnWords = .embedded) {
        reader = LabelReader(words)
        for line in lines.prefix(Self.mostLines) where line.utf8.count <= Self.longestLine { read(line) }
    }

    private mutating func read(_ line: String) {
        addLegend(line)
        var text = line[...]
        while let first = text.first, "-*+•·○◦ |#".contains(first) { text = text.dropFirst() }
        var isField = false
        if let colon = text.prefix(60).firstIndex(where: { $0 == ":" || $0 == "：" }), text[..<colon].words.count <= 5 {
            text = text[text.index(after: colon)...]
            isField = true
        }
        for piece in text.split(whereSeparator: { ";；、|".contains($0) }) {
            for part in pieces(piece) { add(part, isField: isField) }
        }
    }

    /// Adds people whose initials stand in brackets behind their names: `conducted by Tom Ridgeway (TR)`.
    private mutating func addLegend(_ line: String) {
        var rest = line[...]
        while let open = rest.firstIndex(of: "(") {
            let inside = rest[rest.index(after: open)...]
            guard let close = inside.firstIndex(of: ")") else { return }
            let initials = inside[..<close].filter { $0 != "." }
            let names = rest[..<open].words.suffix(initials.count)
            if (2...Self.mostInitials).contains(initials.count), initials.allSatisfy(\.isUppercase),
                names.count == initials.count, zip(names, initials).allSatisfy({ $0.first == $1 })
            {
                people.append(KnownPerson(name: names.joined(separator: " "), short: String(inside[..<close])))
            }
            rest = inside[close...].dropFirst()
        }
    }

    /// The most initials of a name.
    static let mostInitials = 4

    /// The parts of a list that commas part, where each could name somebody.
    private func pieces(_ text: Substring) -> [Substring] {
        let parts = text.split(separator: ",")
        guard parts.count > 1 else { return [text] }
        let names = parts.count { reader.read(LabelReader.trimmed(String($0))).shape == .name }
        return names == parts.count ? parts : [text]
    }

    /// Adds somebody; a word in Hangul or Han names one by itself only where a field of people holds it, or as three syllables.
    private mutating func add(_ piece: Substring, isField: Bool) {
        let text = LabelReader.trimmed(
            String(piece).replacing("*", with: "").replacing("_", with: " ").replacing(".", with: ". ")
        )
        .words.joined(separator: " ")
        // A table of contents links to its headings.
        guard !text.isEmpty, !text.contains("](") else { return }
        let head = text.firstRange(ofBytes: " - ").map { String(text[..<$0.lowerBound]) } ?? text
        let bracket = text.lastIndex(of: "(").flatMap { open in
            text[open...].firstIndex(of: ")").map { String(text[text.index(after: open)..<$0]) }
        }
        let name = head.firstIndex(of: "(").map { String(head[..<$0]) } ?? head
        let reading = reader.read(LabelReader.trimmed(name.last == "." ? String(name.dropLast()) : name))
        guard reading.shape == .name, let printed = reading.name else { return }
        let bare = VoiceBook.bareName(reading)
        guard bare.words.count > 1 || printed.unicodeScalars.first.map({ $0.value >= 0x2E80 }) == true || bracket != nil
        else {
            return
        }
        // `黃毓民議員` has a title, `구현` is any word.
        let isTold =
            bracket != nil || reading.office != nil || isField
            || reading.label.unicodeScalars.count > bare.unicodeScalars.count
        guard isTold || bare.words.count > 1 || Self.isKoreanName(bare) else { return }
        var person = KnownPerson(name: bare, office: reading.office)
        if let bracket {
            if let short = bracket.words.last, bracket.words.dropLast().last == "이하" { person.short = String(short) }
            let inner = reader.read(bracket)
            switch inner.shape {
            case .initials, .nick: person.short = bracket
            case .office: person.office = bracket
            default: break
            }
        }
        people.append(person)
    }

    private static func isKoreanName(_ name: String) -> Bool {
        name.unicodeScalars.count == 3 && name.unicodeScalars.allSatisfy(Hangul.isSyllable)
    }
}
