import Bytes
import Digests
import Proceedings
import Transcripts

/// Reads one event's folder: its transcripts, what a person says of the event, and what a person corrects.
struct EventReader {
    /// What was read; people of the same name are not yet told apart.
    struct Reading {
        var record: Corpus.EventRecord
        /// What there is to say about the files, but for the corrections.
        var findings: [LocatedDiagnostic] = []
        /// How each transcript's turns were understood, line by line.
        var explanations: [[String]] = []
        /// The path of the corrections.
        var correctionsPath: String?
        /// The transcripts that cannot be read; the others are.
        var failures: [ForumDataError] = []
        /// Whether topics are derived for the event, where a person has said so.
        var derivesTopics: Bool?

        /// What there is to say about the files, in their order.
        var diagnostics: [LocatedDiagnostic] { findings + staleCorrections }

        /// The corrections that are left aside, each with the reason.
        var staleCorrections: [LocatedDiagnostic] {
            guard let correctionsPath else { return [] }
            return record.corrections.compactMap { correction in
                correction.obstacle.map { obstacle in
                    LocatedDiagnostic(
                        path: correctionsPath,
                        diagnostic: Diagnostic(
                            severity: .warning, code: .staleCorrection, line: correction.line,
                            message: "correction \(correction.number) is left aside: \(obstacle)"))
                }
            }
        }
    }

    let folder: EventFolder
    var parser = TranscriptParser()

    /// Reads everything that can be read.
    ///
    /// A transcript that cannot be read gets a diagnostic, and the others are loaded. A bad event.yaml or corrections.yaml leaves the
    /// event out: without it, words would be served uncorrected.
    ///
    /// - Parameter progress: Called with each transcript before it is read.
    /// - Throws: ``ForumDataError`` where `event.yaml` or `corrections.yaml` cannot be used.
    func read(progress: (InputFile) -> Void = { _ in }) throws(ForumDataError) -> Reading {
        var reading = Reading(record: Corpus.EventRecord(event: Event(id: folder.id), sources: [], talks: []))
        for (index, file) in folder.transcripts.enumerated() {
            progress(file)
            do throws(ForumDataError) {
                try read(file, part: index + 1, into: &reading)
            } catch {
                reading.failures.append(error)
            }
        }
        if let file = folder.eventFile {
            let event = try EventFile(file)
            try event.apply(to: &reading.record.event)
            reading.derivesTopics = try event.derivesTopics()
        }
        if let file = folder.correctionsFile {
            var corrector = EventCorrector(reading.record, file: try CorrectionsFile(file))
            corrector.applyAll()
            reading.record = corrector.record
            reading.correctionsPath = file.path
        }
        for (file, source) in zip(folder.transcripts, reading.record.sources) {
            reading.findings += source.diagnostics.map { LocatedDiagnostic(path: file.path, diagnostic: $0) }
        }
        reading.findings += folder.leftAside.map(Self.leftAside)
        return reading
    }

    private func read(_ file: InputFile, part: Int, into reading: inout Reading) throws(ForumDataError) {
        let id = Source.ID(part == 1 ? folder.id.rawValue : "\(folder.id)-\(part)")
        let bytes = try file.bytes()
        // Its talks' identifiers begin with the source's.
        let parsed = try TranscriptFile(path: file.path, bytes: bytes).parse(
            event: Event.ID(id.rawValue), parser: parser)
        reading.record.event.name = reading.record.event.name ?? parsed.eventName
        reading.record.event.label = reading.record.event.label ?? parsed.eventLabel
        if let dates = parsed.eventDates { reading.record.event.include(dates) }
        reading.record.event.location = reading.record.event.location ?? parsed.eventLocation
        for var talk in parsed.talks {
            talk.position = reading.record.talks.count + 1
            reading.record.talks.append((talk, id))
        }
        reading.record.sources.append(
            Source(
                id: id, event: folder.id, name: file.name, format: parsed.format, encoding: parsed.encoding,
                sha256: SHA256.hash(bytes).hexadecimal, byteCount: bytes.count, lines: parsed.lines,
                diagnostics: parsed.diagnostics, turns: parsed.turns))
        reading.explanations.append(parsed.explanation)
    }

    private static func leftAside(_ file: InputFile) -> LocatedDiagnostic {
        LocatedDiagnostic(
            path: file.path,
            diagnostic: Diagnostic(
                severity: .note, code: .notATranscriptName,
                message: "left aside: a transcript's name is transcript.<ext> or, from the second part on, "
                    + "transcript-<number>.<ext>"))
    }
}

extension Event {
    /// Takes days of a part of the event into its days; an event of one day has no last one.
    mutating func include(_ days: ClosedRange<String>) {
        let first = min(startDate ?? days.lowerBound, days.lowerBound)
        let last = max(endDate ?? startDate ?? days.upperBound, days.upperBound)
        startDate = first
        endDate = last == first ? nil : last
    }
}
