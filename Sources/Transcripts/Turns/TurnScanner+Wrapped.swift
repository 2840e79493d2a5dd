import KoreanText

/// Labels in bold, brackets and headings.
extension TurnScanner {
    private static let pairs: [(open: String, close: String, wrapper: TurnForm.Wrapper)] = [
        ("***", "***", .bold), ("**", "**", .bold), ("__", "__", .underscore), ("【", "】", .lenticular),
        ("[", "]", .square),
        ("<", ">", .angle), ("〔", "〕", .square), ("［", "］", .square), ("=", "=", .equals), ("(", ")", .round),
    ]

    /// What a label in a wrapper begins with.
    private static let openings: ScalarSet = "#*_【[<〔［=("

    func wrapped(_ opening: Opening) -> Found? {
        guard let first = opening.text.unicodeScalars.first, Self.openings.contains(first) else { return nil }
        if let heading = heading(opening) { return heading }
        let byte = opening.text.utf8.first
        for pair in Self.pairs where pair.open.utf8.first == byte && opening.text.utf8.starts(with: pair.open.utf8) {
            let inside = opening.text.dropFirst(pair.open.count)
            guard let close = inside.prefix(ofScalars: LabelReader.mostScalars + 20).firstRange(ofBytes: pair.close),
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
            if pair.wrapper == .angle, isTag(label, rest) || !Self.isApart(rest) { return nil }
            if pair.wrapper == .bold || pair.wrapper == .underscore, end == .wrapper, !rest.isEmpty,
                LabelTime.read(rest.drop { $0 == " " }) == nil
            {
                // Bold words at the start of a sentence, and a bracket that belongs to the label (`**Ada** (Northwind): …`).
                guard let bracket = bracketAfter(rest) else { return opened(label, pair.wrapper, rest) }
                return Found(
                    label: label, wrapper: pair.wrapper, end: .colon, rest: bracket.rest,
                    reading: reader.known("\(LabelReader.trimmed(String(label))) \(bracket.inside)"))
            }
            if words.isOne(LabelReader.trimmed(String(label)), .ask), let named = askedOf(label, rest) {
                return Found(
                    label: label, wrapper: pair.wrapper, end: end, rest: named.rest,
                    reading: reader.enter(named.reading))
            }
            return Found(label: label, wrapper: pair.wrapper, end: end, rest: rest)
        }
        return nil
    }

    /// A name in bold that what is said follows without a mark: `**Ada Quill** What did you see?`.
    private func opened(_ label: Substring, _ wrapper: TurnForm.Wrapper, _ rest: Substring) -> Found? {
        guard wrapper == .bold, rest.first == " ", rest.dropFirst().first?.isLowercase == false else { return nil }
        let known = reader.known(LabelReader.trimmed(String(label)))
        guard known.reading.shape == .name, known.reading.hasTitle || label.words.count > 1 else { return nil }
        return Found(label: label, wrapper: wrapper, end: .space, rest: rest, reading: known)
    }

    /// Whether a nick's bracket stands apart from what follows; a tag stands right before it (`<speech>MR. SPEAKER`).
    private static func isApart(_ rest: Substring) -> Bool {
        rest.unicodeScalars.first.map { " :：\t,".unicodeScalars.contains($0) } ?? true
    }

    /// Whether what stands in angle brackets is a tag of HTML, or its end follows.
    private func isTag(_ label: Substring, _ rest: Substring) -> Bool {
        let name = label.prefix { $0 != " " && $0 != "/" }
        return label.utf8.contains { $0 == 0x3D || $0 == 0x2F } || rest.utf8.first == 0x3C || words.isOne(name, .markup)
            || rest.utf8.contains(0x3C) && rest.holds("</" + name + ">")
    }

    /// Who answers, in brackets after the word for an answer (`<답변> (강바름 국장) …`).
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

    func heading(_ opening: Opening) -> Found? {
        guard opening.prefix == .none, opening.text.utf8.first == 0x23 else { return nil }
        let depth = opening.text.prefix { $0 == "#" }.count
        let title = opening.text.dropFirst(depth)
        guard (1...6).contains(depth), title.first == " " else { return nil }
        var label = title.drop { $0 == " " }
        while let last = label.last, last == "#" || last == " " || last == ":" { label = label.dropLast() }
        var time: LabelTime?
        if let first = label.first, first == "*" || first == "_" { label = label.drop { $0 == first } }
        if let open = label.lastIndex(where: { $0 == "[" || $0 == "(" }),
            let (found, after) = LabelTime.read(label[open...]),
            after.drop(while: { $0 == "*" }).isEmpty
        {
            time = found
            label = label[..<open]
        }
        return Found(
            label: label, wrapper: .heading, end: .line, rest: opening.text[opening.text.endIndex...], time: time)
    }
}
