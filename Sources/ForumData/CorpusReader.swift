import Crypto
import Proceedings
import Topics
import Transcripts

/// Reads a data folder into the corpus that a store is built from.
public struct CorpusReader: Sendable {
    /// How far the reading is.
    public struct Progress: Sendable {
        /// The transcript that is being read.
        public var path: String
        /// How many were read before it.
        public var done: Int
        /// How many there are.
        public var total: Int
    }

    /// What was read.
    public struct Result: Sendable {
        /// Everything for the store.
        public var corpus: Corpus
        /// What there is to say about the files, in their order.
        public var diagnostics: [LocatedDiagnostic]
    }

    private let folder: DataFolder
    private let isStrict: Bool
    private let parser = TranscriptParser()

    /// Names what is to be read.
    ///
    /// - Parameters:
    ///   - folder: The data folder.
    ///   - isStrict: Whether a diagnostic of severity warning fails the reading.
    public init(folder: DataFolder, isStrict: Bool = false) {
        self.folder = folder
        self.isStrict = isStrict
    }

    /// Reads everything; nothing is written anywhere.
    ///
    /// - Parameters:
    ///   - schemaVersion: The version of the schema that the store will have: a part of the snapshot's hash.
    ///   - progress: Called before each transcript.
    /// - Throws: ``ForumDataError`` for the first file that cannot be used.
    public func read(
        schemaVersion: Int, progress: (Progress) -> Void = { _ in }
    ) throws(ForumDataError) -> Result {
        // Taken first: a file that changes meanwhile leaves a store that the next start finds stale.
        let snapshot = try folder.snapshot(schemaVersion: schemaVersion)
        let folders = try folder.eventFolders()
        let topics = try folder.vocabularyFile().map { file throws(ForumDataError) in
            try VocabularyFile(file).topics()
        }
        var reading = Reading(total: folders.reduce(0) { $0 + $1.transcripts.count })
        var events: [Corpus.EventRecord] = []
        for event in folders {
            events.append(try read(event, into: &reading, progress: progress))
        }
        let failures = reading.diagnostics.filter { $0.diagnostic.severity >= .warning }
        if isStrict, !failures.isEmpty { throw .refusedByStrict(failures) }
        let matcher = TopicMatcher(topics: topics ?? [])
        let corpus = Corpus(
            snapshot: snapshot, events: events, panelists: reading.registry.panelists, topics: topics ?? [],
            mentions: events.flatMap { $0.talks.flatMap { matcher.mentions(in: $0.talk) } })
        return Result(corpus: corpus, diagnostics: reading.diagnostics)
    }

    /// What accumulates over the events.
    private struct Reading {
        var done = 0
        let total: Int
        var registry = PanelistRegistry()
        var diagnostics: [LocatedDiagnostic] = []
        var sources: Set<Source.ID> = []

        init(total: Int) {
            self.total = total
        }
    }

    private func read(
        _ folder: EventFolder, into reading: inout Reading, progress: (Progress) -> Void
    ) throws(ForumDataError) -> Corpus.EventRecord {
        var record = Corpus.EventRecord(event: Event(id: folder.id), sources: [], talks: [])
        for file in folder.transcripts {
            progress(Progress(path: file.path, done: reading.done, total: reading.total))
            let id = Source.ID(
                record.sources.isEmpty ? folder.id.rawValue : "\(folder.id)-\(record.sources.count + 1)")
            guard reading.sources.insert(id).inserted else {
                throw .identifierTaken(path: file.path, id: id.rawValue)
            }
            let bytes = try file.bytes()
            // Its talks' identifiers begin with the source's.
            let parsed = try TranscriptFile(path: file.path, bytes: bytes).parse(
                event: Event.ID(id.rawValue), parser: parser)
            record.event.name = record.event.name ?? parsed.eventName
            record.event.label = record.event.label ?? parsed.eventLabel
            for var talk in parsed.talks {
                talk.position = record.talks.count + 1
                reading.registry.resolve(&talk)
                record.talks.append((talk, id))
            }
            record.sources.append(
                Source(
                    id: id, event: folder.id, name: file.name, format: parsed.format, encoding: parsed.encoding,
                    sha256: Hexadecimal.encode(SHA256.hash(data: bytes)), byteCount: bytes.count, lines: parsed.lines,
                    diagnostics: parsed.diagnostics))
            reading.diagnostics += parsed.diagnostics.map { LocatedDiagnostic(path: file.path, diagnostic: $0) }
            reading.done += 1
        }
        if let file = folder.eventFile { try EventFile(file).apply(to: &record.event) }
        reading.diagnostics += folder.leftAside.map(Self.leftAside)
        return record
    }

    private static func leftAside(_ file: InputFile) -> LocatedDiagnostic {
        LocatedDiagnostic(
            path: file.path,
            diagnostic: Diagnostic(
                severity: .note, code: "not-a-transcript-name",
                message: "left aside: a transcript's name is transcript.<ext> or, from the second part on, "
                    + "transcript-<number>.<ext>"))
    }
}
