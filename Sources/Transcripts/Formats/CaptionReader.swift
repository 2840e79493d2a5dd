import KoreanText
import Proceedings

/// Reads the cues of captions and recognisers: joined into paragraphs, each with the time that its cues span.
struct CaptionReader {
    private(set) var draft: TalkDraft
    private var cues: [Cue]
    let hasCues: Bool

    /// The longest that a cue lasts, in milliseconds, which only repeats the line before while captions roll up.
    static let longestRepeat = 50

    init(_ manuscript: Manuscript, _ format: TranscriptFormat, event: Event.ID) {
        draft = TalkDraft(manuscript, event: event)
        let list = CueList(format, &draft)
        (cues, hasCues) = (list.cues, list.isFound)
        if list.mayRollUp { dropRepeats() }
        build()
    }

    /// Leaves out the lines that captions which roll up repeat from the cue before.
    private mutating func dropRepeats() {
        var previous: String?
        for index in cues.indices {
            let isShort = cues[index].timing.map { $0.end - $0.start <= Self.longestRepeat } ?? false
            if let first = cues[index].lines.first, first.text.text == previous, !first.text.text.isEmpty,
                cues[index].lines.count > 1 || isShort
            {
                draft.drop(first.row, "repeats the line before")
                cues[index].lines.removeFirst()
            }
            if let last = cues[index].lines.last { previous = last.text.text }
        }
    }

    private mutating func build() {
        var pieces: [TalkDraft.Piece] = []
        var time: ClosedRange<Int>?
        var length = 0
        var speaker: Panelist.ID?
        var voice: Voice?
        func flush(_ draft: inout TalkDraft) {
            if length > 0 {
                draft.add(.paragraph, pieces, speaker: speaker, voice: voice, time: time)
            } else {
                for piece in pieces { draft.mark(piece.row, .cue) }
            }
            pieces = []
            time = nil
            length = 0
        }
        for (index, cue) in cues.enumerated() where !cue.lines.isEmpty {
            var isVoiced = false
            let label = cue.speaker.flatMap(RecogniserLabel.init)
            // Two dashes in a cue are two people who speak.
            let isDialogue = cue.lines.count { Self.beginsWithDash($0.text.text) } > 1
            for (row, line) in cue.lines {
                if isDialogue, Self.beginsWithDash(line.text) { flush(&draft) }
                // A voice holds for its cue; a cue without one is nobody's.
                let labelled = label.map { Voice(label: $0.text, kind: $0.kind) }
                let named =
                    line.voice.map { self.speaker($0, row) }
                    ?? (isVoiced ? speaker : label.flatMap { self.speaker($0, row) })
                isVoiced = isVoiced || line.voice != nil
                if named != speaker || labelled != voice {
                    flush(&draft)
                    (speaker, voice) = (named, labelled)
                }
                pieces.append(TalkDraft.Piece(row: row, text: line.text))
                length += line.text.unicodeScalars.count
                if let timing = cue.timing {
                    time = min(time?.lowerBound ?? timing.start, timing.start)...max(time?.upperBound ?? 0, timing.end)
                }
            }
            let next = index + 1 < cues.count ? cues[index + 1].timing : nil
            let pause = next.flatMap { next in cue.timing.map { next.start - $0.end } }
            let last = cue.lines.last { !$0.text.text.isEmpty }?.text.text ?? ""
            if ParagraphJudge.ends(after: last, length: length, pause: pause) || cue.endsTurn { flush(&draft) }
        }
        flush(&draft)
    }

    private static func beginsWithDash(_ text: String) -> Bool {
        text.unicodeScalars.first.map { "-–—‐".unicodeScalars.contains($0) } ?? false
    }

    /// Enters whom a file's label names; `nil` where it names nobody.
    private mutating func speaker(_ label: RecogniserLabel, _ row: Int) -> Panelist.ID? {
        switch label.kind {
        case .person: return speaker(label.text, row)
        case .anonymous:
            let id = Panelist.ID(label.text)
            draft.add(
                Participation(
                    .anonymous, panelist: id, role: .speaker, name: label.text, printedName: label.text,
                    nameLine: row + 1))
            return id
        case .office, .group, .unknown: return nil
        }
    }

    /// Enters the person of a `<v Name>`.
    private mutating func speaker(_ printed: String, _ row: Int) -> Panelist.ID {
        let name = PersonName(printed)?.name ?? printed
        draft.add(
            Participation(
                panelist: Panelist.ID(name), role: .speaker, name: name, printedName: printed, nameLine: row + 1))
        return Panelist.ID(name)
    }
}
