import Proceedings

/// A kind of text that a transcript is read from.
///
/// The raw value is the API's `format` of a source, and what `rostrum check --format` takes.
public enum TranscriptFormat: String, CaseIterable, Sendable {
    /// The text of printed proceedings.
    case proceedings
    /// SubRip captions.
    case subrip
    /// WebVTT captions (W3C, WebVTT: The Web Video Text Tracks Format).
    case webvtt
    /// YouTube's SBV captions.
    case sbv
    /// Segments in a table: start, end and text in columns, parted by tabs, as Whisper writes them.
    case tsv
    /// What Whisper and its kin write in JSON: WhisperX, faster-whisper, whisper.cpp, OpenAI's API.
    case whisperJSON = "whisper-json"
    /// A transcript in JSON as podcasts publish it (Podcasting 2.0).
    case podcastJSON = "podcast-json"
    /// What other recognisers write in JSON.
    case speechJSON = "speech-json"
    /// Markdown, with or without YAML front matter.
    case markdown
    /// Proceedings whose text was taken from a PDF; the parser is given that text.
    case pdf

    /// How many lines that carry text are looked at for the first times of a SubRip file.
    static let cueProbe = 12
    /// How many lines are looked at for headings and speaker turns of Markdown.
    static let markdownProbe = 200

    /// What a text is, by its content; whatever is nothing else is proceedings.
    init(of manuscript: Manuscript) {
        if Self.isWebVTT(manuscript) {
            self = .webvtt
        } else if Self.hasTimes(manuscript, .arrow) {
            self = .subrip
        } else if let format = SpeechJSON.format(of: manuscript) {
            self = format
        } else if SegmentTable.isOne(manuscript) {
            self = .tsv
        } else if Self.hasTimes(manuscript, .comma) {
            self = .sbv
        } else if Self.isMarkdown(manuscript) {
            self = .markdown
        } else {
            self = .proceedings
        }
    }

    /// The signature of section 4.1 of WebVTT: `WEBVTT`, and nothing or white space after it.
    private static func isWebVTT(_ manuscript: Manuscript) -> Bool {
        let signature = Array("WEBVTT".utf8)
        guard let first = manuscript.rows.first, manuscript.raw[first.raw].starts(with: signature) else { return false }
        let after = manuscript.raw[first.raw].dropFirst(signature.count).first
        return after.map { $0 == 0x20 || $0 == 0x09 } ?? true
    }

    private static func hasTimes(_ manuscript: Manuscript, _ arrow: CueTiming.Arrow) -> Bool {
        let rows = manuscript.rows.indices.lazy.filter { !manuscript.rows[$0].isBlank }
        return rows.prefix(arrow == .comma ? 1 : cueProbe).contains { row in
            guard CueTiming.mayBeOne(manuscript.text(row), arrow) else { return false }
            if case .success = CueTiming.read(manuscript.text(row), arrow) { return true }
            return false
        }
    }

    private static func isMarkdown(_ manuscript: Manuscript) -> Bool {
        if FrontMatter.range(manuscript) != nil { return true }
        guard let first = manuscript.rows.firstIndex(where: { !$0.isBlank }) else { return false }
        if MarkdownLine(manuscript.text(first)).isHeading { return true }
        let marked = manuscript.rows.indices.prefix(markdownProbe).lazy.filter { row in
            guard let scalar = manuscript.firstScalar(row), scalar == "#" || scalar == "*" else { return false }
            let line = MarkdownLine(manuscript.text(row))
            return line.isHeading || line.text.hasPrefix("**") && line.text.dropFirst(2).contains("**")
        }
        return marked.prefix(2).count == 2
    }
}
