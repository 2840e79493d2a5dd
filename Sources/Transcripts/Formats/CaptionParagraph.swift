import Proceedings

/// A paragraph of captions as it grows: the pieces of lines, who speaks them, and the time of their cues.
struct CaptionParagraph {
    private var pieces: [TalkDraft.Piece] = []
    private var time: ClosedRange<Int>?
    private var speaker: Panelist.ID?
    private var voice: Voice?
    private var marker: String?
    /// Whether the voice was given by the file for a cue, and not by a label in the text.
    private var isGiven = false
    /// How many characters it has.
    private(set) var length = 0
    /// The last words.
    private(set) var last = ""
    /// The voices that the file gave for cues, one for each change.
    private(set) var given: [Voice] = []

    /// Ends the paragraph and begins what somebody says.
    mutating func begin(_ speaker: Panelist.ID?, _ voice: Voice?, marker: String?, _ draft: inout TalkDraft) {
        flush(&draft)
        (self.speaker, self.voice, self.marker, isGiven) = (speaker, voice, marker, false)
    }

    /// Ends the paragraph where the file gives a cue to somebody else, or to nobody.
    mutating func change(to speaker: Panelist.ID?, _ voice: Voice?, _ draft: inout TalkDraft) {
        if voice == nil, !isGiven { return }
        guard speaker != self.speaker || voice != self.voice else { return }
        flush(&draft)
        (self.speaker, self.voice, marker, isGiven) = (speaker, voice, nil, true)
        if let voice { given.append(voice) }
    }

    mutating func add(_ text: String, _ row: Int, _ timing: CueTiming?) {
        pieces.append(TalkDraft.Piece(row: row, text: text))
        length += text.unicodeScalars.count
        if !text.isEmpty { last = text }
        if let timing {
            time = min(time?.lowerBound ?? timing.start, timing.start)...max(time?.upperBound ?? 0, timing.end)
        }
    }

    mutating func flush(_ draft: inout TalkDraft) {
        if length > 0 {
            draft.add(.paragraph, marker: marker, pieces, speaker: speaker, voice: voice, time: time)
            marker = nil
        } else {
            for piece in pieces { draft.mark(piece.row, voice == nil ? .cue : .name) }
        }
        (pieces, time, length, last) = ([], nil, 0, "")
    }
}
