import Proceedings
import Transcripts

/// Reads one transcript's bytes, whatever their format; a PDF through ``PDFText``.
public struct TranscriptFile: Sendable {
    /// The file's path, or another name for people.
    public var path: String
    /// The file's content.
    public var bytes: [UInt8]

    /// Takes a file's content.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// Reads it.
    ///
    /// - Parameters:
    ///   - event: What begins every identifier.
    ///   - format: What kind of text it is; by default that is recognised by the content.
    ///   - pdf: What takes the text out of a PDF.
    ///   - parser: What reads the text.
    public func parse(
        event: Event.ID, format: TranscriptFormat? = nil, pdf: PDFText = PDFText(),
        parser: TranscriptParser = TranscriptParser()
    ) throws(ForumDataError) -> ParsedTranscript {
        let isPDF = PDFText.isPDF(bytes)
        if format == .pdf, !isPDF {
            throw .invalidPDF(path: path, failure: .failed(reason: "it does not begin with %PDF-"))
        }
        guard isPDF else {
            do {
                return try parser.parse(bytes, event: event, format: format)
            } catch {
                throw .invalidTranscript(path: path, error: error)
            }
        }
        let reading: PDFReading
        do {
            reading = try pdf.reading(of: bytes)
        } catch {
            throw .invalidPDF(path: path, failure: error)
        }
        do {
            var parsed = try parser.parse(reading.text, event: event, format: .pdf, hints: reading.hints)
            parsed.diagnostics = (parsed.diagnostics + reading.diagnostics)
                .sorted { ($0.line ?? 0, $0.code) < ($1.line ?? 0, $1.code) }
            return parsed
        } catch {
            throw .invalidTranscript(path: path, error: error)
        }
    }
}
