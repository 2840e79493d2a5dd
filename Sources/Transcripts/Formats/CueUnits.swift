/// A part of a cue's line that one voice says.
struct CueUnit {
    /// The place of its cue.
    var cue: Int
    var row: Int
    var text: String
    /// Who speaks, as the file labels the cue or a part of it.
    var label: RecogniserLabel?
    /// Whether it is the first of its cue, or of its line.
    var beginsCue: Bool
    var beginsLine: Bool
    /// Whether `>>` or one of several dashes says that somebody else speaks, without saying who.
    var isChange = false
    /// Whether a label that the file gave for the cue before ends here.
    var endsLabel = false
}

/// The lines of cues, parted where the voice changes within a line.
struct CueUnits {
    private(set) var units: [CueUnit] = []
    /// The labels that the file gives.
    private(set) var labels: [String] = []

    init(_ cues: [Cue]) {
        var wasLabelled = false
        // The same few labels come again and again.
        var read: [String: RecogniserLabel?] = [:]
        let labelled = { (text: String) -> RecogniserLabel? in
            if let label = read[text] { return label }
            let label = RecogniserLabel(text)
            read[text] = .some(label)
            return label
        }
        for (place, cue) in cues.enumerated() {
            let label = cue.speaker.flatMap(labelled)
            // Two dashes in a cue are two people who speak.
            let isDialogue = cue.lines.count { Self.beginsWithDash($0.text.text) } > 1
            var held = label
            var isFirst = true
            for (row, line) in cue.lines {
                var isFirstOfLine = true
                for segment in line.segments {
                    if segment.isClosed { held = label }
                    held = segment.voice.flatMap(labelled) ?? held
                    for part in Self.parts(segment.text) {
                        var unit = CueUnit(
                            cue: place, row: row, text: part, label: held, beginsCue: isFirst, beginsLine: isFirstOfLine
                        )
                        unit.isChange = part.hasPrefix(">>") || isDialogue && Self.beginsWithDash(part)
                        unit.endsLabel = held == nil && wasLabelled
                        units.append(unit)
                        (isFirst, isFirstOfLine) = (false, false)
                    }
                }
            }
            if !cue.lines.isEmpty { wasLabelled = held != nil }
        }
        labels = Array(Set(units.compactMap { $0.label?.kind == .person ? $0.label?.text : nil })).sorted()
    }

    /// A text, parted before each `>>` within it.
    private static func parts(_ text: String) -> [String] {
        guard text.utf8.contains(0x3E), text.holds(" >> ") else { return [text] }
        var parts: [String] = []
        var rest = text[...]
        while let mark = rest.dropFirst().firstRange(ofBytes: " >> ") {
            parts.append(String(rest[..<mark.lowerBound]))
            rest = rest[rest.index(after: mark.lowerBound)...]
        }
        return parts + [String(rest)]
    }

    private static func beginsWithDash(_ text: String) -> Bool {
        text.unicodeScalars.first.map { "-–—‐".unicodeScalars.contains($0) } ?? false
    }

    /// The units as the turn reader sees them, each a row.
    var turnText: TurnText {
        var lines: [(Int, TurnLine)] = []
        var clean: [UInt8] = []
        for (place, unit) in units.enumerated() {
            clean.append(contentsOf: unit.text.utf8)
            clean.append(0x20)
            guard unit.label == nil, unit.beginsLine || unit.isChange else { continue }
            let isStart = unit.beginsCue || unit.isChange || Self.beginsWithDash(unit.text)
            lines.append((place, TurnLine(row: place, text: unit.text, isBlockStart: isStart, isCue: true)))
        }
        let blocks = units.count(where: \.beginsCue)
        return TurnText(rows: Array(units.indices), clean: clean, blockCount: blocks, lines: lines) { [units] in
            units[$0].text
        }
    }
}
