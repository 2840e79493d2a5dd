import KoreanText

/// What is said at one time, as a file gives it: a cue of captions, a segment of a recogniser.
struct Cue {
    /// When it is said, where the file says so and it can be read.
    var timing: CueTiming?
    /// What is said, with the rows it stands on; a row without text is one more that holds words of the line before.
    var lines: [(row: Int, text: CueText)] = []
    /// Who speaks, as the file labels the whole cue.
    var speaker: String?
    /// Whether the file says that somebody else goes on after it.
    var endsTurn = false
}

/// What a file has of cues.
struct CueList {
    /// The cues in the order of the file.
    var cues: [Cue] = []
    /// Whether anything of the format was found, be it empty.
    var isFound = false
    /// Whether captions may roll up, so that a cue repeats lines of the one before; a recogniser's repeats are kept as they are.
    var mayRollUp = false
}

extension CueList {
    /// Reads a file of captions or of a recogniser, and enters every row that is no text.
    init(_ format: TranscriptFormat, _ draft: inout TalkDraft) {
        switch format {
        case .subrip, .webvtt, .sbv:
            var scanner = CaptionScanner(format, draft)
            scanner.read()
            (self, draft) = (scanner.list, scanner.draft)
        case .tsv:
            var table = SegmentTable(draft)
            table.read()
            (self, draft) = (table.list, table.draft)
        case .whisperJSON, .podcastJSON, .speechJSON:
            var speech = SpeechJSON(draft)
            speech.read()
            (self, draft) = (speech.list, speech.draft)
        case .proceedings, .markdown, .pdf: self.init()
        }
    }
}
