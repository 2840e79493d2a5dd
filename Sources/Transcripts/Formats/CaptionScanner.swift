import Proceedings

/// Reads the cues of SubRip, WebVTT and SBV captions.
struct CaptionScanner {
    private let format: TranscriptFormat
    private(set) var draft: TalkDraft
    private(set) var list = CueList(mayRollUp: true)

    init(_ format: TranscriptFormat, _ draft: TalkDraft) {
        self.format = format
        self.draft = draft
    }

    private var manuscript: Manuscript { draft.manuscript }
    private var arrow: CueTiming.Arrow { format == .sbv ? .comma : .arrow }

    /// Reads all.
    mutating func read() {
        var row = format == .webvtt ? readHeader() : 0
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
            if let last = list.cues.indices.last {
                let text = CueText(manuscript.text(row), hasEntities: format == .webvtt)
                list.cues[last].lines.append((row, text))
            } else {
                draft.drop(row, TalkDraft.unclaimed)
            }
            followsBlank = false
            row += 1
        }
    }

    /// The header of WebVTT: the signature's line and what follows up to a blank line.
    private mutating func readHeader() -> Int {
        var row = 0
        while row < manuscript.rows.count, !manuscript.rows[row].isBlank, !CueTiming.mayBeOne(manuscript.text(row)) {
            draft.mark(row, .metadata)
            row += 1
        }
        return row
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
        if CueTiming.mayBeOne(manuscript.text(row), arrow) { return row }
        let next = row + 1
        guard format != .sbv, next < manuscript.rows.count, manuscript.text(next).holds("-->") else { return nil }
        let isNumber = manuscript.text(row).utf8.allSatisfy { (0x30...0x39).contains($0) }
        if CueTiming.mayBeOne(manuscript.text(next)) { return followsBlank || isNumber ? next : nil }
        // An arrow after a number that stands where a cue's number does: times so malformed that they look like text.
        return followsBlank && isNumber ? next : nil
    }

    private mutating func readTiming(_ row: Int) {
        draft.mark(row, .cue)
        list.isFound = true
        switch CueTiming.read(manuscript.rawText(row), arrow) {
        case .success(let timing):
            if timing.end < timing.start {
                draft.report(
                    .warning, .cueEndsBeforeStart, row: row,
                    "the cue ends before it begins; it is taken to last no time")
            }
            list.cues.append(Cue(timing: CueTiming(start: timing.start, end: max(timing.start, timing.end))))
        case .failure(let fault):
            draft.report(
                .warning, .malformedTiming, row: row, column: fault.column,
                "malformed times of a cue: expected \(fault.expected); the cue's text is kept without a time")
            list.cues.append(Cue())
        }
    }
}
