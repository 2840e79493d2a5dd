import Foundation
import Proceedings
import Transcripts

/// One transcript as it will be served: read, and corrected where a `corrections.yaml` beside it says so.
public struct CheckedTranscript: Sendable {
    /// What it was read as, the corrections applied.
    public var transcript: ParsedTranscript
    /// What there is to say about it and about its event's corrections.
    public var diagnostics: [LocatedDiagnostic]
    /// The corrections of its event, those left aside included.
    public var corrections: [Correction] = []

    /// Reads a file.
    ///
    /// A transcript that lies in an event's folder with corrections is read with them and with the identifiers that it will have; any other
    /// goes by the event `check`.
    ///
    /// - Parameters:
    ///   - file: The file.
    ///   - format: What kind of text it is; by default that is recognised by the content. A named format is read without corrections.
    public init(_ file: TranscriptFile, format: TranscriptFormat? = nil) throws(ForumDataError) {
        let path = file.path
        let url = URL(fileURLWithPath: file.path).standardizedFileURL
        let place = url.deletingLastPathComponent()
        if format == nil, file.path != "-",
            let folder = try? EventFolder(path: place.path, name: place.lastPathComponent),
            folder.correctionsFile != nil,
            let file = folder.transcripts.first(where: { $0.name == url.lastPathComponent })
        {
            let reading = try EventReader(folder: folder).read()
            if let failure = reading.failures.first(where: { $0.path == file.path }) { throw failure }
            guard let part = reading.record.sources.firstIndex(where: { $0.name == file.name }) else {
                throw .missing(path: file.path)
            }
            transcript = reading.transcripts[part]
            diagnostics =
                transcript.diagnostics.map { LocatedDiagnostic(path: path, diagnostic: $0) }
                + reading.staleCorrections
            corrections = reading.record.corrections
        } else {
            transcript = try file.parse(event: "check", format: format)
            diagnostics = transcript.diagnostics.map { LocatedDiagnostic(path: file.path, diagnostic: $0) }
        }
    }
}

extension EventReader.Reading {
    /// The transcripts of the event, as corrected.
    fileprivate var transcripts: [ParsedTranscript] {
        record.sources.enumerated().map { index, source in
            var transcript = ParsedTranscript(
                format: source.format, encoding: source.encoding, eventName: record.event.name,
                eventLabel: record.event.label, talks: record.talks.filter { $0.source == source.id }.map(\.talk),
                lines: source.lines, diagnostics: source.diagnostics, turns: source.turns)
            if explanations.indices.contains(index) { transcript.explanation = explanations[index] }
            return transcript
        }
    }
}
