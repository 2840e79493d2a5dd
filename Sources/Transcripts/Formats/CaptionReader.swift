import KoreanText
import Proceedings

/// Reads SubRip and WebVTT captions: cues joined into paragraphs, each with the time that its cues span.
struct CaptionReader {
    private struct Cue {
        var timing: CueTiming?
        var lines: [(row: Int, text: CueText)] = []
    }

    private let format: TranscriptFormat
    private(set) var draft: TalkDraft
    private var cues: [Cue] = []
    private(set) var hasCues = false

    /// The longest that a cue lasts, in milliseconds, which only repeats the line before while captions roll up.
    static let longestRepeat = 50

    init(_ manuscript: Manuscript, _ format: TranscriptFormat, event: Event.ID) {
        self.format = format
        draft = TalkDraft(manuscript, event: event)
        let header = format == .webvtt ? readHeader() : 0
        readCues(from: header)
        dropRepeats()
        build()
    }

    private var manuscript: Manuscript { draft.manuscript }

    /// The header of WebVTT: the signature's line and what follows up to a blank line.
    private mutating func readHeader() -> Int {
        var row = 0
        while row < manuscript.rows.count, !manuscript.rows[row].isBlank, !CueTiming.mayBeOne(manuscript.text(row)) {
            draft.mark(row, .metadata)
            row += 1
        }
        return row
    }

    private mutating func readCues(from first: Int) {
        var row = first
        var followsBlank = true
        while row < manuscript.rows.count {
            if manuscript.rows[row].isBlank {
                followsBlank = true
                row += 1
                continue
            }
            if followsBlank, format == .webvtt, let end = readBlock(row) {
                row = end
                continue
            }
            if let timing = timingRow(row, followsBlank: followsBlank) {
                if timing > row { draft.mark(row, .cue) }
                readTiming(timing)
                row = timing + 1
                followsBlank = false
                continue
            }
            if let last = cues.indices.last {
                cues[last].lines.append((row, CueText(manuscript.text(row), hasEntities: format == .webvtt)))
            } else {
                draft.drop(row, TalkDraft.unclaimed)
            }
            followsBlank = false
            row += 1
        }
    }

    /// Passes over a comment, a style sheet or a region (WebVTT, section 4.1); gives the row after it.
    private mutating func readBlock(_ row: Int) -> Int? {
        let word = manuscript.text(row).prefix { $0 != " " }
        guard word == "NOTE" || word == "STYLE" || word == "REGION",
            word == "NOTE" || manuscript.text(row) == String(word)
        else { return nil }
        if row + 1 < manuscript.rows.count, CueTiming.mayBeOne(manuscript.text(row + 1)) { return nil }
        var end = row
        while end < manuscript.rows.count, !manuscript.rows[end].isBlank {
            if word == "NOTE" { draft.drop(end, "a comment (NOTE)") } else { draft.mark(end, .metadata) }
            end += 1
        }
        return end
    }

    /// The row of the times of a cue that begins on a row, with its number or name or without.
    private func timingRow(_ row: Int, followsBlank: Bool) -> Int? {
        if CueTiming.mayBeOne(manuscript.text(row)) { return row }
        let next = row + 1
        guard next < manuscript.rows.count, manuscript.text(next).contains("-->") else { return nil }
        let isNumber = manuscript.text(row).utf8.allSatisfy { (0x30...0x39).contains($0) }
        if CueTiming.mayBeOne(manuscript.text(next)) { return followsBlank || isNumber ? next : nil }
        // An arrow after a number that stands where a cue's number does: times so malformed that they look like text.
        return followsBlank && isNumber ? next : nil
    }

    private mutating func readTiming(_ row: Int) {
        draft.mark(row, .cue)
        hasCues = true
        switch CueTiming.read(manuscript.rawText(row)) {
        case .success(let timing):
            if timing.end < timing.start {
                draft.report(
                    .warning, .cueEndsBeforeStart, row: row,
                    "the cue ends before it begins; it is taken to last no time")
            }
            cues.append(Cue(timing: CueTiming(start: timing.start, end: max(timing.start, timing.end))))
        case .failure(let fault):
            draft.report(
                .warning, .malformedTiming, row: row, column: fault.column,
                "malformed times of a cue: expected \(fault.expected); the cue's text is kept without a time")
            cues.append(Cue())
        }
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
        func flush(_ draft: inout TalkDraft) {
            if length > 0 {
                draft.add(.paragraph, pieces, speaker: speaker, time: time)
            } else {
                for piece in pieces { draft.mark(piece.row, .cue) }
            }
            pieces = []
            time = nil
            length = 0
        }
        for (index, cue) in cues.enumerated() where !cue.lines.isEmpty {
            var isVoiced = false
            // Two dashes in a cue are two people who speak.
            let isDialogue = cue.lines.count { Self.beginsWithDash($0.text.text) } > 1
            for (row, line) in cue.lines {
                if isDialogue, Self.beginsWithDash(line.text) { flush(&draft) }
                // A voice holds for its cue; a cue without one is nobody's.
                let voice = line.voice.map { self.speaker($0, row) } ?? (isVoiced ? speaker : nil)
                isVoiced = isVoiced || line.voice != nil
                if voice != speaker {
                    flush(&draft)
                    speaker = voice
                }
                pieces.append(TalkDraft.Piece(row: row, text: line.text))
                length += line.text.unicodeScalars.count
                if let timing = cue.timing {
                    time = min(time?.lowerBound ?? timing.start, timing.start)...max(time?.upperBound ?? 0, timing.end)
                }
            }
            let next = index + 1 < cues.count ? cues[index + 1].timing : nil
            let pause = next.flatMap { next in cue.timing.map { next.start - $0.end } }
            let last = cue.lines.last?.text.text ?? ""
            if ParagraphJudge.ends(after: last, length: length, pause: pause) { flush(&draft) }
        }
        flush(&draft)
    }

    private static func beginsWithDash(_ text: String) -> Bool {
        text.unicodeScalars.first.map { "-–—‐".unicodeScalars.contains($0) } ?? false
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
