/// A form of a topic, ready to be compared with a folded text.
struct AliasPattern {
    /// Up to so many letters, an alias all in capitals is an acronym that is found only in capitals: `IT` is not `it`.
    static let longestCapitalAcronym = 3

    let topic: Int
    /// Folded; a space stands for a space, a hyphen or nothing (`open source`, `open-source`).
    let scalars: [Unicode.Scalar]
    /// The form as written, where letter case must agree.
    private let exact: [Unicode.Scalar]?

    /// `nil` for an alias with nothing in it that could be found.
    init?(alias: String, topic: Int) {
        let written = Array(alias.split(separator: " ").joined(separator: " ").unicodeScalars)
        guard !written.isEmpty else { return nil }
        self.topic = topic
        scalars = written.map(FoldedText.fold)
        let isAcronym =
            written.count <= Self.longestCapitalAcronym && written.allSatisfy { (0x41...0x5A).contains($0.value) }
        exact = isAcronym ? written : nil
    }

    /// The plural of an English form that takes more than an `s`, or `nil`: `policies`, `switches`.
    ///
    /// It is only looked for; a text that does not have it gives no mention.
    static func plural(of alias: String) -> String? {
        let letters = Array(alias.unicodeScalars)
        guard letters.count > longestCapitalAcronym, letters.suffix(3).allSatisfy({ (0x61...0x7A).contains($0.value) })
        else {
            return nil
        }
        let before = letters[letters.count - 2]
        switch letters[letters.count - 1] {
        case "y": return "aeiou".unicodeScalars.contains(before) ? nil : String(alias.dropLast()) + "ies"
        case "s", "x", "z": return alias + "es"
        case "h": return before == "c" || before == "s" ? alias + "es" : nil
        default: return nil
        }
    }

    /// Where the form ends if it stands at `start`, else `nil`.
    func end(in text: FoldedText, at start: Int) -> Int? {
        var place = start
        for scalar in scalars {
            if scalar == " " {
                if place < text.scalars.count, text.scalars[place] == " " || text.scalars[place] == "-" { place += 1 }
            } else {
                guard place < text.scalars.count, text.scalars[place] == scalar else { return nil }
                place += 1
            }
        }
        if let exact, Array(text.original[start..<place]) != exact { return nil }
        return place
    }
}
