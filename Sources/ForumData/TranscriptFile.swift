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
        var text = bytes
        if isPDF {
            do {
                text = try pdf.text(of: bytes)
            } catch {
                throw .invalidPDF(path: path, failure: error)
            }
        }
        do {
            return try parser.parse(text, event: event, format: isPDF ? .pdf : format)
        } catch {
            throw .invalidTranscript(path: path, error: error)
        }
    }
}
