import Proceedings

extension TranscriptParser {
    /// Reads captions or Markdown; `nil` for proceedings, whose programme is read elsewhere.
    func parse(
        _ manuscript: Manuscript, as format: TranscriptFormat, encoding: String, event: Event.ID
    ) throws(TranscriptError) -> ParsedTranscript? {
        switch format {
        case .proceedings, .pdf:
            return nil
        case .subrip, .webvtt, .sbv, .tsv, .whisperJSON, .podcastJSON, .speechJSON:
            let reader = CaptionReader(manuscript, format, event: event)
            guard reader.hasCues else {
                let first = manuscript.rows.indices.lazy.filter { !manuscript.rows[$0].isBlank }.prefix(3)
                let lines = Array(first.map { String(manuscript.text($0).prefix(60)) })
                let kind = InputKind(manuscript)
                if case .json = kind { throw .noProgrammeItem(firstLines: lines, kind: kind) }
                throw .noCue(firstLines: lines)
            }
            return transcript(reader.draft, reader.turns, format, encoding)
        case .markdown:
            let reader = MarkdownReader(manuscript, event: event)
            var parsed = transcript(reader.draft, reader.turns, format, encoding)
            parsed.eventName = reader.front?.event
            parsed.eventLabel = reader.front?.label
            parsed.eventDates = reader.front?.dates
            parsed.eventLocation = reader.front?.location
            return parsed
        }
    }

    private func transcript(
        _ draft: TalkDraft, _ turns: Turns, _ format: TranscriptFormat, _ encoding: String
    ) -> ParsedTranscript {
        ParsedTranscript(
            format: format.rawValue, encoding: encoding, talks: [draft.talk], lines: draft.lines,
            diagnostics: (draft.diagnostics + turns.diagnostics).sorted {
                ($0.line ?? 0, $0.code) < ($1.line ?? 0, $1.code)
            },
            turns: turns.summary, explanation: turns.explanation)
    }
}
